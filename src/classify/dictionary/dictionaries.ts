import type { DictionaryType } from '../../shared/dictionary.ts';
import type { Confidence } from '../../shared/finding.ts';
import { never, WORDS_PER_CHECK, type Finder, type TypedMatch } from '../finder.ts';
import { hashWord, mixLane, type Lanes } from '../word-hash.ts';
import { createWordReader } from '../word-reader.ts';
import { comparable, isPlainGap, MAX_GAP, MAX_TERM_WORDS, type Literal } from './term-reader.ts';
import { createTermTable, type Term } from './term-table.ts';

/** More hits than this end the search. */
export const MAX_TERM_HITS = 200_000;

/** A term seen in the text. */
interface Sighting {
  readonly start: number;
  readonly end: number;
  readonly term: Term;
}

/**
 * Looks for the terms of dictionaries: whole words, in one pass however many terms there are. Each word costs one look-up;
 * a word that begins a phrase is put together with the next ones, up to the length of the longest phrase that begins so.
 */
export function createDictionaries(types: readonly DictionaryType[]): Finder {
  if (types.length === 0) return { find: () => ({ hits: [], complete: true }) };
  const table = createTermTable(types);

  const findTerms = (
    text: string,
    deadline: () => boolean,
  ): { readonly seen: readonly Sighting[]; readonly complete: boolean } => {
    const words = createWordReader(text);
    const lanes: Lanes = { a: 0, b: 0 };
    const openings = createOpenings();
    const seen: Sighting[] = [];
    let previousEnd = 0;
    let read = 0;
    const look = (a: number, b: number, start: number, plain: boolean): void => {
      for (const term of table.termsOf(a, b)) {
        if (term.literal !== undefined) {
          const found = literalAt(text, start, term.literal);
          if (found !== undefined) seen.push({ ...found, term });
        } else if (plain) seen.push({ start, end: words.end, term });
      }
    };

    while (words.next()) {
      if (++read % WORDS_PER_CHECK === 0 && deadline()) return { seen, complete: false };
      hashWord(words, lanes);
      if (openings.count > 0) {
        openings.goOn(lanes, words.start - previousEnd > MAX_GAP, isPlainGap(text, previousEnd, words.start));
        for (let index = 0; index < openings.count; index++) {
          const opening = openings.all[index];
          if (opening === undefined || (opening.lengths & (1 << (opening.words - 1))) === 0) continue;
          look(opening.a, opening.b, opening.start, opening.plain);
        }
      }
      look(lanes.a, lanes.b, words.start, true);
      const lengths = table.phrasesAt(lanes.a);
      if (lengths !== 0) openings.open(lanes, words.start, lengths);
      previousEnd = words.end;
      if (seen.length >= MAX_TERM_HITS) return { seen, complete: false };
    }
    return { seen, complete: true };
  };

  return {
    find(text, deadline = never) {
      const { seen, complete } = findTerms(text, deadline);
      const confidence = confidences(types, seen);
      const hits = seen.map(({ start, end, term }): TypedMatch => ({
        type: types[term.type]?.type ?? '',
        start,
        end,
        confidence: confidence[term.type] ?? 'low',
        evidence: ['keyword'],
        value: term.id,
      }));
      return { hits, complete };
    },
  };
}

/** By dictionary: how sure its findings are, from how many different terms there are. */
function confidences(types: readonly DictionaryType[], seen: readonly Sighting[]): readonly Confidence[] {
  const distinct = types.map(() => new Set<string>());
  for (const { term } of seen) distinct[term.type]?.add(term.id);
  return types.map(({ medium_at, high_at }, place): Confidence => {
    const { size } = distinct[place] ?? new Set();
    return size >= high_at ? 'high' : size >= medium_at ? 'medium' : 'low';
  });
}

/** Does the literal stand where its first word begins at `start`? Its words are known to be there, and whole. */
function literalAt(
  text: string,
  start: number,
  { text: wanted, exactCase, offset }: Literal,
): { readonly start: number; readonly end: number } | undefined {
  const from = start - offset;
  if (from < 0) return undefined;
  const to = from + wanted.length;
  return comparable(text.slice(from, to), exactCase) === wanted ? { start: from, end: to } : undefined;
}

/** A word with which phrases begin, and what has followed so far. */
interface Opening {
  start: number;
  words: number;
  a: number;
  b: number;
  /** Which numbers of words its phrases have, one bit each. */
  lengths: number;
  /** Nothing but spaces and hyphens so far. */
  plain: boolean;
}

/** The openings that may still become phrases; the objects are used again and again. */
interface Openings {
  readonly all: Opening[];
  count: number;
  open(lanes: Lanes, start: number, lengths: number): void;
  /** Goes on with a word; drops what is too far away or as long as its longest phrase. */
  goOn(lanes: Lanes, apart: boolean, plain: boolean): void;
}

function createOpenings(): Openings {
  const all: Opening[] = [];
  const openings: Openings = {
    all,
    count: 0,
    open({ a, b }, start, lengths) {
      const opening = (all[openings.count++] ??= { start, words: 1, a, b, lengths, plain: true });
      opening.start = start;
      opening.words = 1;
      opening.a = a;
      opening.b = b;
      opening.lengths = lengths;
      opening.plain = true;
    },
    goOn(lanes, apart, plain) {
      const { count } = openings;
      openings.count = 0;
      if (apart) return;
      for (let index = 0; index < count; index++) {
        const opening = all[index];
        const other = all[openings.count];
        if (opening === undefined || other === undefined) break;
        // Bits above those of the words so far: phrases that go on.
        if (opening.words === MAX_TERM_WORDS || opening.lengths >>> opening.words === 0) continue;
        opening.words++;
        opening.a = mixLane(opening.a, lanes.a);
        opening.b = mixLane(opening.b, lanes.b);
        opening.plain &&= plain;
        all[openings.count++] = opening;
        all[index] = other;
      }
    },
  };
  return openings;
}
