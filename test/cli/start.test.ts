import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../setup/program.ts';

/** Purview's id of its card number type: it stands where all types are known, and nowhere else. */
const ONLY_WHERE_TYPES_ARE = '50842eb7-edc8-4019-85dd-5a5c1f2bb085';

/** What Node reads before the first line of a built file runs. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  const statements = readFileSync(file, 'utf8').matchAll(
    /\bimport\s*(?:[^'"();]*?\bfrom)?\s*["'](\.[^"']+)["']/g,
  );
  for (const [, specifier = ''] of statements) loadedWith(join(dirname(file), specifier), seen);
  return seen;
}
const knowsTypes = (pattern: string): boolean => {
  const [file] = globSync(repository(pattern));
  if (file === undefined) throw new Error(`${pattern} is not there (npm run build)`);
  return [...loadedWith(file)].some((each) => readFileSync(each, 'utf8').includes(ONLY_WHERE_TYPES_ARE));
};

describe('the agent leaves what knows all types to its thread, which costs its memory once', () => {
  it.each([
    { what: 'in the terminal', file: 'dist/cli/run-*.js', knows: false },
    { what: 'in the tray', file: 'dist/app/main.js', knows: false },
    { what: 'in the thread', file: 'dist/cli/bundle-thread.js', knows: true },
  ])('$what: $knows', ({ file, knows }) => {
    expect(knowsTypes(file)).toBe(knows);
  });
});
