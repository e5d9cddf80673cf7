import { failed, ok, type Result } from '../../shared/result.ts';
import { compileLinear, type LinearPattern } from '../regex/linear.ts';
import { fromBoost } from './boost.ts';

/**
 * Makes an administrator's expression ready: read as Purview reads it, run by the linear engine, so that no expression can make
 * a text slow. `only` binds it to the start, the end, or the whole of what it is run on.
 */
export function compileExpression(
  expression: string,
  only?: 'start' | 'end' | 'whole',
): Result<LinearPattern> {
  const converted = fromBoost(expression);
  if (!converted.ok) return converted;
  const { ignoreCase } = converted.value;
  const before = only === 'start' || only === 'whole' ? '(?<![\\s\\S])' : '';
  const after = only === 'end' || only === 'whole' ? '(?![\\s\\S])' : '';
  const source =
    only === undefined ? converted.value.source : `${before}(?:${converted.value.source})${after}`;
  const pattern = compileLinear(source, { ignoreCase, multiline: true });
  if (!pattern.ok) return pattern;
  if (pattern.value.minLength === 0)
    return failed('it matches the empty text, and so everywhere; make at least one part of it required');
  return ok(pattern.value);
}
