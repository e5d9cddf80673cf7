import { listOf } from '../word-list.ts';
import { DASH } from '../characters.ts';
import { fold, foldedTerm } from '../units.ts';
import { germanFamilyNames, nordicFamilyNames, polishFamilyNames } from './family-names-central.ts';
import { dutchFamilyNames, englishFamilyNames, frenchFamilyNames } from './family-names-western.ts';
import {
  italianFamilyNames,
  otherFamilyNames,
  portugueseFamilyNames,
  spanishFamilyNames,
} from './family-names-world.ts';
import { centralGivenNames, easternGivenNames, polishGivenNames } from './given-names-eastern.ts';
import { englishGivenNames } from './given-names-english.ts';
import { dutchGivenNames, frenchGivenNames } from './given-names-french-dutch.ts';
import { germanGivenNames, nordicGivenNames } from './given-names-german-nordic.ts';
import { italianGivenNames, portugueseGivenNames, spanishGivenNames } from './given-names-southern.ts';
import {
  arabicGivenNames,
  asianGivenNames,
  indianGivenNames,
  turkishGivenNames,
} from './given-names-world.ts';
import { ambiguousGivenNames, notNames, particles, suffixes } from './name-words.ts';
import { polishForms } from './polish-forms.ts';
import { createWordFlags } from './word-flags.ts';

const given = [
  englishGivenNames,
  frenchGivenNames,
  dutchGivenNames,
  germanGivenNames,
  nordicGivenNames,
  spanishGivenNames,
  italianGivenNames,
  portugueseGivenNames,
  polishGivenNames.flatMap(polishForms),
  centralGivenNames,
  easternGivenNames,
  arabicGivenNames,
  turkishGivenNames,
  indianGivenNames,
  asianGivenNames,
].flat();

const family = [
  englishFamilyNames,
  frenchFamilyNames,
  dutchFamilyNames,
  germanFamilyNames,
  nordicFamilyNames,
  polishFamilyNames.flatMap(polishForms),
  spanishFamilyNames,
  italianFamilyNames,
  portugueseFamilyNames,
  otherFamilyNames,
].flat();

export const foldedSet = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(foldedTerm));

/** What the lists know of a word: one bit each. */
export const GIVEN = 1;
export const FAMILY = 2;
/** A given name that is an everyday word as well. */
export const AMBIGUOUS = 4;
/** Another sort of word: what looks like a name is none. */
export const NO_NAME = 8;
export const PARTICLE = 16;
export const SUFFIX = 32;

const listed = createWordFlags([given, family, ambiguousGivenNames, notNames, particles, suffixes]);

/** Given names as words to look for. Compound ones are met at their first part. */
export const givenNameWords: readonly string[] = [...foldedSet(given)].filter((name) =>
  /^\p{L}{2,}$/u.test(name),
);

/** What text[start, end), one word, may be in a name. A compound such as `Jean-Marc` is what its first part is. */
export function nameFlags(text: string, start: number, end: number): number {
  let flags = listed(text, start, end);
  if (end - start < 3) flags |= AMBIGUOUS;
  if ((flags & GIVEN) === 0) {
    const hyphen = hyphenIn(text, start, end);
    if (hyphen > start && (listed(text, start, hyphen) & GIVEN) !== 0) flags |= GIVEN;
  }
  return (flags & FAMILY) === 0 && looksLikeFamily(text, start, end) ? flags | FAMILY : flags;
}

const isFamilyName = (text: string, start: number, end: number): boolean =>
  (listed(text, start, end) & FAMILY) !== 0 || looksLikeFamily(text, start, end);

/** By its ending or its beginning: no list needs to have it. */
function looksLikeFamily(text: string, start: number, end: number): boolean {
  if (end - start < 5) return false;
  if (hasFamilyEnding(text, start, end)) return true;
  const second = text.charCodeAt(start + 1);
  // O'Brien, D'Amico
  if (second === 39 || second === 0x2019) return true;
  if (end - start > 6 && isMac(text, start)) return true;
  const hyphen = hyphenIn(text, start, end);
  return hyphen > start && (isFamilyName(text, start, hyphen) || isFamilyName(text, hyphen + 1, end));
}

/** Does it begin with Mc or Mac? */
function isMac(text: string, start: number): boolean {
  if (fold(text.charCodeAt(start)) !== 109) return false;
  const second = fold(text.charCodeAt(start + 1));
  return second === 99 || (second === 97 && fold(text.charCodeAt(start + 2)) === 99);
}

/** Where the first hyphen stands; -1 when there is none. */
function hyphenIn(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === DASH) return at;
  return -1;
}

/**
 * Endings that only family names have, folded: Polish adjectives in all cases, Slavic, Nordic, Baltic, Hungarian, Romanian,
 * Greek, Georgian, Armenian, Turkish, Spanish, Italian, German, Dutch.
 */
const familyEndings = listOf(`
  ski, ska, skiego, skiej, skim, skiemu, skich, cki, cka, ckiego, ckiej, ckim, ckiemu, dzki, dzka, dzkiego,
  dzkiej, dzkim, wicz, wicza, wiczowi, wiczem, wiczu, czyk, czyka, czykowi, czykiem, czak, czaka, czakowi,
  czakiem, rzak, szak, siak, ciak, niak, ov, ova, ovo, ovej, ovou, kev, nev, rev, sev, lev, dev, tev, kova,
  neva, reva, seva, leva, deva, teva, iev, ieva, yev, yeva, enko, chuk, czuk, skiy, skyi, skyy, skaya, sky,
  ckij, ovic, evic, avic, nic, dic, ric, usic, asic, isic, sson, sdottir, rdottir, dottir, rson, nson, lson,
  tson, dson, kson, mson, nsen, lsen, rsen, tsen, dsen, ksen, ssen, qvist, quist, strom, gren, lund, berg,
  stad, holm, vall, mann, stein, feld, bauer, maier, meier, meyer, mayer, huber, hofer, inger, ltner, rtner,
  ttner, bacher, thaler, hauser, escu, eanu, oglu, poulos, poulou, opoulos, akis, idis, idou, adis, adou,
  shvili, adze, idze, yan, djian, kian, gian, tian, nez, ndez, rez, lez, uez, ucci, etti, elli, ini, iani,
  azzi, ozzi, uzzi, acci, occhi, otti, aldi, illo, ainen, oinen, unen, inen, onen, auskas, evicius, avicius,
  aitis, iene, yte, aite, kalns, halmi, hazi, falvi, laki, szky, sma, stra, huis, kamp, veld, donk, sloot
`);

/** Endings by their last two units, as one look-up decides most words. */
const endingsByTail = new Map<number, string[]>();
for (const ending of familyEndings) {
  const tail = tailOf(ending);
  endingsByTail.set(tail, [...(endingsByTail.get(tail) ?? []), ending]);
}

function tailOf(word: string): number {
  return (word.charCodeAt(word.length - 2) << 16) | word.charCodeAt(word.length - 1);
}

function hasFamilyEnding(text: string, start: number, end: number): boolean {
  const endings = endingsByTail.get((fold(text.charCodeAt(end - 2)) << 16) | fold(text.charCodeAt(end - 1)));
  if (endings === undefined) return false;
  for (const ending of endings) {
    if (end - start >= ending.length + 2 && endsWith(text, end, ending)) return true;
  }
  return false;
}

function endsWith(text: string, end: number, ending: string): boolean {
  const from = end - ending.length;
  for (let at = from; at < end; at++) {
    if (fold(text.charCodeAt(at)) !== ending.charCodeAt(at - from)) return false;
  }
  return true;
}

/** text[start, end) folded; the fast way for plain letters. */
export function foldedSlice(text: string, start: number, end: number): string {
  const word = text.slice(start, end);
  for (let at = start; at < end; at++) if (text.charCodeAt(at) > 127) return foldedTerm(word);
  return word.toLowerCase();
}
