import { readFileSync, statSync } from 'node:fs';
import { MAX_BUNDLE_BYTES, parseBundle, type Bundle } from '../policy/bundle.ts';
import { failed, messageOf, type Result } from '../shared/result.ts';

/** Why a file gave no bundle: it could not be read, or what it says is refused. */
export interface BundleProblem {
  readonly kind: 'unreadable' | 'refused';
  /** One line: file, path inside it, what was expected. */
  readonly detail: string;
}

/** Reads a bundle from a file. Too large a file is refused unread. */
export function readBundleFile(path: string): Result<Bundle, BundleProblem> {
  let text: string;
  try {
    const { size } = statSync(path);
    if (size > MAX_BUNDLE_BYTES) {
      return failed({
        kind: 'refused',
        detail: `${path}: expected at most ${MAX_BUNDLE_BYTES} bytes, it has ${size}`,
      });
    }
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return failed({ kind: 'unreadable', detail: `${path}: cannot be read (${messageOf(error)})` });
  }
  const bundle = parseBundle(text, path);
  return bundle.ok ? bundle : failed({ kind: 'refused', detail: bundle.problem });
}
