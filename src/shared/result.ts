import type { z } from 'zod';

/** An expected failure as a value. Exceptions are kept for bugs. */
export type Result<Value, Failure = string> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Failure };

export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });

export const failed = <Failure>(problem: Failure): Result<never, Failure> => ({ ok: false, problem });

/**
 * Parses a value that came from outside (file, IPC, row, server answer, command line).
 * `where` names its origin; the problem is one line: origin, path inside it, what was expected.
 * It never repeats the value itself: that may be pasted text.
 */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  where: string,
): Result<z.output<Schema>> {
  const parsed = schema.safeParse(value);
  return parsed.success ? ok(parsed.data) : failed(`${where}: ${describeIssues(parsed.error)}`);
}

/** Words for an unknown thrown thing, for logs and error lines. Only its message: stacks stay in debug output. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Everything a schema finds wrong, each with its path; for people who write such a file, and want all of it at once. */
export function problemsIn(
  error: z.ZodError,
): readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] {
  return error.issues.flatMap(innermost).map(({ path, message }) => ({ path, message }));
}

function describeIssues(error: z.ZodError): string {
  const [first, ...others] = problemsIn(error);
  if (first === undefined) return 'does not fit';
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return `${pathOf(first.path)}: ${first.message}${more}`;
}

type Issue = z.core.$ZodIssue;

/** In a union the branch that got deepest is the one the writer meant. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const depth = (branch: readonly Issue[]): number => Math.max(...branch.map((inner) => inner.path.length));
  const [best] = issue.errors.toSorted((left, right) => depth(right) - depth(left));
  if (best === undefined || depth(best) === 0) return [issue];
  return best.flatMap((inner) => innermost({ ...inner, path: [...issue.path, ...inner.path] }));
}

function pathOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'top level';
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('');
}
