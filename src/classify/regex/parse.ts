import { failed, ok, type Result } from '../../shared/result.ts';
import { readEscape } from './escapes.ts';
import { characterNode, readClass, type CharacterMode } from './parse-class.ts';
import { readGroupHead } from './parse-group.ts';
import { EMPTY, holdsLook, lengthOf, type Border, type Node } from './syntax.ts';
import {
  complement,
  ignoringCase,
  LINE_ENDS,
  NO_UNITS,
  oneUnit,
  PAIR,
  union,
  WORD,
  type UnitSet,
} from './unit-set.ts';

export interface ParseOptions {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  /** The u flag: what lies beyond U+FFFF is one symbol, `PAIR`. */
  readonly unicode: boolean;
  /**
   * `linear`: only what can be matched in linear time. `backtracking`: for measuring an expression, back-references are
   * read too, as whatever the group they refer to may match.
   */
  readonly dialect: 'linear' | 'backtracking';
}

type Flags = Pick<ParseOptions, 'ignoreCase' | 'multiline' | 'dotAll'>;

interface Reader {
  readonly source: string;
  readonly options: ParseOptions;
  at: number;
  depth: number;
  flags: Flags;
  problem: { readonly at: number; readonly reason: string } | undefined;
  /** Groups that are closed, by number and by name; undefined while one is still open. */
  readonly groups: Map<string, Node | undefined>;
  count: number;
}

/** How deeply groups may stand in groups. */
const MAX_DEPTH = 200;
/** The largest number in a counted repeat. */
const MAX_COUNT = 100_000;

/** Reads a regular expression. A problem says at which character, counted from 1, what is wrong and what to write. */
export function parsePattern(source: string, options: ParseOptions): Result<Node> {
  const reader: Reader = {
    source,
    options,
    at: 0,
    depth: 0,
    flags: options,
    problem: undefined,
    groups: new Map(),
    count: 0,
  };
  readLeadingFlags(reader);
  const node = readChoice(reader);
  if (reader.problem === undefined && reader.at < source.length) {
    refuse(reader, reader.at, 'there is no open group to close; write \\) for a bracket itself');
  }
  if (reader.problem !== undefined) {
    return failed(`at character ${reader.problem.at + 1}: ${reader.problem.reason}`);
  }
  return ok(node);
}

/** Notes the first problem. What is read after it no longer counts. */
function refuse(reader: Reader, at: number, reason: string): Node {
  reader.problem ??= { at, reason };
  reader.at = reader.source.length;
  return EMPTY;
}

function readLeadingFlags(reader: Reader): void {
  const head = readGroupHead(reader.source, 0);
  if (head.kind !== 'flags' || !head.alone) return;
  reader.flags = { ...reader.flags, ...head.flags };
  reader.at = head.end;
}

function readChoice(reader: Reader): Node {
  const options = [readSequence(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at++;
    options.push(readSequence(reader));
  }
  if (options.length === 1) return options[0] ?? EMPTY;
  if (reader.options.dialect === 'backtracking') return { kind: 'choice', options };
  const units = options.flatMap((option) => (option.kind === 'unit' ? [option.units] : []));
  return units.length === options.length
    ? { kind: 'unit', units: union(units) }
    : { kind: 'choice', options };
}

function readSequence(reader: Reader): Node {
  const items: Node[] = [];
  while (reader.at < reader.source.length) {
    const next = reader.source[reader.at];
    if (next === '|' || next === ')') break;
    items.push(readTerm(reader));
  }
  return items.length === 1 ? (items[0] ?? EMPTY) : { kind: 'sequence', items };
}

function readTerm(reader: Reader): Node {
  const at = reader.at;
  const item = readAtom(reader);
  const repeat = readRepeat(reader);
  if (repeat === undefined || reader.problem !== undefined) return item;
  if ((item.kind === 'border' || item.kind === 'look') && !isGrouped(reader.source, at)) {
    return refuse(
      reader,
      at,
      'an assertion such as ^ or a look-around cannot be repeated; leave the repeat out',
    );
  }
  if (readRepeat(reader) !== undefined) {
    return refuse(reader, reader.at - 1, 'a repeat of a repeat; write a group (?:…) around the first');
  }
  const { min, max, greedy } = repeat;
  return { kind: 'repeat', item, min, max, greedy, at };
}

/** `(?:^)*` is odd but allowed, `^*` is not. */
const isGrouped = (source: string, at: number): boolean =>
  source[at] === '(' && !/^\(\?<?[=!]/.test(source.slice(at, at + 4));

interface Count {
  readonly min: number;
  readonly max: number;
  readonly greedy: boolean;
}

function readRepeat(reader: Reader): Count | undefined {
  const start = reader.at;
  const counts = readCounts(reader);
  if (counts === undefined) return undefined;
  const { min, max } = counts;
  if (min > max) refuse(reader, start, 'the repeat counts down; swap its numbers');
  if (Math.max(min, max === Infinity ? 0 : max) > MAX_COUNT) {
    refuse(reader, start, `a repeat may count to at most ${MAX_COUNT}`);
  }
  if (reader.source[reader.at] === '+') {
    refuse(
      reader,
      reader.at,
      'possessive repeats are not supported; leave the + out, matching is linear without it',
    );
  }
  const lazy = reader.source[reader.at] === '?';
  if (lazy) reader.at++;
  return { min, max, greedy: !lazy };
}

function readCounts(reader: Reader): { min: number; max: number } | undefined {
  const sign = reader.source[reader.at];
  if (sign === '*' || sign === '+' || sign === '?') {
    reader.at++;
    return { min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Infinity };
  }
  if (sign !== '{') return undefined;
  const written = /^\{(\d{1,9})(?:(,)(\d{0,9}))?\}/.exec(reader.source.slice(reader.at, reader.at + 22));
  if (written === null) return undefined;
  reader.at += written[0].length;
  const min = Number(written[1]);
  if (written[2] === undefined) return { min, max: min };
  return { min, max: written[3] === '' ? Infinity : Number(written[3]) };
}

function readAtom(reader: Reader): Node {
  const { source, at } = reader;
  const sign = source.charAt(at);
  switch (sign) {
    case '(':
      return readGroup(reader);
    case '[': {
      const read = readClass(source, at, modeOf(reader));
      if (read.kind === 'refused') return refuse(reader, read.at, read.reason);
      reader.at = read.end;
      return read.node;
    }
    case '\\':
      return readEscaped(reader);
    case '.':
      reader.at++;
      return { kind: 'unit', units: dot(reader) };
    case '^':
    case '$':
      reader.at++;
      return lineBorder(sign === '^' ? 'before' : 'after', reader.flags.multiline);
    case '*':
    case '+':
    case '?':
      return refuse(reader, at, `there is nothing to repeat; write \\${sign} for the character itself`);
    default:
      if (readCounts(reader) !== undefined) {
        return refuse(reader, at, 'there is nothing to repeat; write \\{ for a brace itself');
      }
      const code = source.codePointAt(at) ?? 0;
      reader.at += code > 0xffff ? 2 : 1;
      return characterNode(code, modeOf(reader));
  }
}

function modeOf(reader: Reader): CharacterMode {
  const folding = reader.options.dialect === 'linear' ? 'plain' : 'wide';
  return { pairs: reader.options.unicode, folding: reader.flags.ignoreCase ? folding : undefined };
}

function dot(reader: Reader): UnitSet {
  const units = complement(reader.flags.dotAll ? NO_UNITS : LINE_ENDS);
  return reader.options.unicode ? union([units, oneUnit(PAIR)]) : units;
}

const lineBorder = (rule: 'before' | 'after', multiline: boolean): Node => ({
  kind: 'border',
  border: { rule, units: multiline ? LINE_ENDS : NO_UNITS, edge: true },
});

function readEscaped(reader: Reader): Node {
  const { source, at } = reader;
  const mode = modeOf(reader);
  const escape = readEscape(source, at, false, mode.pairs);
  if (escape.kind === 'refused') return refuse(reader, at, escape.reason);
  reader.at = escape.end;
  switch (escape.kind) {
    case 'units':
      return {
        kind: 'unit',
        units: mode.folding === undefined ? escape.units : ignoringCase(escape.units, mode.folding),
      };
    case 'character':
      return characterNode(escape.code, mode);
    case 'border': {
      return { kind: 'border', border: { rule: escape.rule, units: WORD, edge: false } };
    }
    case 'reference':
      return readReference(reader, at, escape.to);
  }
}

function readReference(reader: Reader, at: number, to: string): Node {
  if (reader.options.dialect === 'linear') {
    return refuse(
      reader,
      at,
      'a reference back to a group cannot be matched in linear time; write out what may stand here',
    );
  }
  const item = reader.groups.get(to);
  // A group that is still open or comes later, or did not take part, is empty.
  return item === undefined ? EMPTY : { kind: 'repeat', item, min: 0, max: 1, greedy: true, at };
}

function readGroup(reader: Reader): Node {
  const { source, at, flags } = reader;
  const head = readGroupHead(source, at);
  if (head.kind === 'refused') return refuse(reader, at, head.reason);
  if (head.kind === 'flags' && head.alone) {
    return refuse(
      reader,
      at,
      'flags may stand only at the very start; write (?i:…) around what they are for',
    );
  }
  if (reader.depth >= MAX_DEPTH)
    return refuse(reader, at, `groups stand more than ${MAX_DEPTH} deep; flatten them`);
  reader.at = head.end;
  reader.depth++;
  const number = head.kind === 'capture' ? String(++reader.count) : '';
  if (head.kind === 'flags') reader.flags = { ...flags, ...head.flags };
  const item = readChoice(reader);
  reader.flags = flags;
  reader.depth--;
  if (reader.problem !== undefined) return EMPTY;
  if (source[reader.at] !== ')') {
    return refuse(reader, at, 'the group has no end; add ), or write \\( for a bracket itself');
  }
  reader.at++;
  if (head.kind === 'look') return lookNode(reader, at, item, head.ahead, head.negative);
  if (head.kind !== 'capture') return item;
  reader.groups.set(number, item);
  if (head.name !== undefined) reader.groups.set(head.name, item);
  return { kind: 'capture', item };
}

function lookNode(reader: Reader, at: number, item: Node, ahead: boolean, negative: boolean): Node {
  if (item.kind === 'unit' && !reader.options.unicode)
    return { kind: 'border', border: unitBorder(item.units, ahead, negative) };
  if (reader.options.dialect === 'linear') {
    if (lengthOf(item).max === Infinity) {
      return refuse(reader, at, 'a look-around must be bounded; write a count such as .{0,100} for * and +');
    }
    if (holdsLook(item)) {
      return refuse(
        reader,
        at,
        'a look-around cannot hold another of more than one character; write them side by side',
      );
    }
  }
  return { kind: 'look', item, ahead, negative, at };
}

/** A look-around of one unit is a plain border. */
const unitBorder = (units: UnitSet, ahead: boolean, negative: boolean): Border => ({
  rule: ahead ? 'after' : 'before',
  units: negative ? complement(units) : units,
  edge: negative,
});
