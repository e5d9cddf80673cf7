import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAst } from 'rolldown/parseAst';

const SOURCE = join(import.meta.dirname, '../../src/classify');

/** A regular expression that is written out in a source file. */
export interface Written {
  /** Path of the file within src/classify. */
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Every literal regular expression in src/classify, read with a parser of TypeScript. */
export function writtenExpressions(): readonly Written[] {
  return globSync('**/*.ts', { cwd: SOURCE })
    .filter((file) => !file.endsWith('.d.ts'))
    .toSorted()
    .flatMap((file) => {
      const path = join(SOURCE, file);
      const program: unknown = parseAst(readFileSync(path, 'utf8'), { lang: 'ts' }, path);
      return literalsIn(program).map((found) => ({ ...found, file: relative(SOURCE, path) }));
    });
}

type Found = Omit<Written, 'file'>;

function literalsIn(node: unknown): readonly Found[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('regex' in node && 'type' in node && node.type === 'Literal') {
    const { pattern, flags } = node.regex as { pattern: string; flags: string };
    return [{ source: pattern, flags }];
  }
  return Object.values(node).flatMap(literalsIn);
}

/** How one expression was used by the classifier. */
export interface Use {
  readonly source: string;
  readonly flags: string;
  /** The longest stretch, in UTF-16 code units, that it was let loose on and searched. A sticky one searches nothing. */
  readonly longest: number;
  /** The most that ever stood between the place where it began and the end of what it was run on. */
  readonly room: number;
  /** The most that it was let loose on for one text, all calls together, per unit of the text. */
  readonly perUnit: number;
}

/**
 * Runs `work` on each text and records what every regular expression was run on. `RegExp.prototype.exec` is replaced
 * meanwhile: by the language's own rules all other ways to use an expression (test, replace, split, match) then go through it.
 */
export function recordUses(texts: readonly string[], work: (text: string) => void): readonly Use[] {
  const uses = new Map<
    string,
    { source: string; flags: string; longest: number; room: number; perUnit: number; units: number }
  >();
  // oxlint-disable-next-line typescript/unbound-method
  const { exec } = RegExp.prototype;
  Reflect.set(RegExp.prototype, 'exec', function (this: RegExp, text: string) {
    const key = `/${this.source}/${this.flags}`;
    let use = uses.get(key);
    if (use === undefined) {
      use = { source: this.source, flags: this.flags, longest: 0, room: 0, perUnit: 0, units: 0 };
      uses.set(key, use);
    }
    const room = text.length - (this.sticky || this.global ? this.lastIndex : 0);
    if (room > use.room) use.room = room;
    const stretch = this.sticky ? 0 : room;
    if (stretch > use.longest) use.longest = stretch;
    use.units += stretch;
    return exec.call(this, text);
  });
  try {
    for (const text of texts) {
      work(text);
      for (const use of uses.values()) {
        use.perUnit = Math.max(use.perUnit, use.units / Math.max(text.length, 1));
        use.units = 0;
      }
    }
  } finally {
    Reflect.set(RegExp.prototype, 'exec', exec);
  }
  return [...uses.values()];
}
