import { push, wordEvent, type Events } from './events.ts';
import type { Sightings } from './sightings.ts';
import { fold } from './units.ts';
import { phraseEnd, unitBehindGap, type Vocabulary, type WordEntry } from './vocabulary.ts';

/** What the reader does with a word that may be in the vocabulary. */
export interface LookUp {
  /** A word whose hash passed the filter. */
  word(text: string, hash: number, start: number, end: number, into: Events, sightings: Sightings): void;
  /** The entry at `place` stands at [start, end). */
  found(text: string, place: number, start: number, end: number, into: Events, sightings: Sightings): void;
}

export function createLookUp({ slots, hashes, entries }: Vocabulary): LookUp {
  const firstPhrase = numberPhrases(entries);
  const mask = slots.length - 1;
  const found: LookUp['found'] = (text, place, start, end, into, sightings) => {
    const entry = entries[place];
    if (entry === undefined) return;
    const isAnchor = entry.detectors.length > 0 || (entry.ofCapital.length > 0 && isCapital(text, start));
    if (isAnchor) push(into, wordEvent(place), start, end);
    let phrase = firstPhrase[place] ?? 0;
    const next = entry.phrases.length > 1 ? unitBehindGap(text, end) : -1;
    for (const { rest, next: wanted } of entry.phrases) {
      if (wanted === 0) sightings.add(start, end, phrase);
      else if (next < 0 || wanted === next) {
        const stop = phraseEnd(text, end, rest);
        if (stop > 0) sightings.add(start, stop, phrase);
      }
      phrase++;
    }
  };
  return {
    found,
    word(text, hash, start, end, into, sightings) {
      for (let slot = hash & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
        if (hashes[slot] !== hash) continue;
        const place = (slots[slot] ?? 0) - 1;
        if (isWord(text, start, end, entries[place]?.word ?? ''))
          found(text, place, start, end, into, sightings);
      }
    },
  };
}

export const isCapital = (text: string, at: number): boolean =>
  fold(text.charCodeAt(at)) !== text.charCodeAt(at);

/** The number of each entry's first phrase: phrases are numbered entry by entry. */
function numberPhrases(entries: readonly WordEntry[]): Int32Array {
  const numbers = new Int32Array(entries.length);
  let next = 0;
  for (const [place, entry] of entries.entries()) {
    numbers[place] = next;
    next += entry.phrases.length;
  }
  return numbers;
}

function isWord(text: string, start: number, end: number, word: string): boolean {
  if (end - start !== word.length) return false;
  for (let at = start; at < end; at++) {
    if (fold(text.charCodeAt(at)) !== word.charCodeAt(at - start)) return false;
  }
  return true;
}

/** The lists of every phrase, in the reader's numbering. */
export const listsOfPhrases = (vocabulary: Vocabulary): readonly (readonly number[])[] =>
  vocabulary.entries.flatMap(({ phrases }) => phrases.map(({ lists }) => lists));
