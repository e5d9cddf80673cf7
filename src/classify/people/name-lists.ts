import { listOf } from '../word-list.ts';
import { foldedTerm } from '../units.ts';
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

const givenSet = foldedSet(given);
const familySet = foldedSet(family);
const ambiguousSet = foldedSet(ambiguousGivenNames);
const notNameSet = foldedSet(notNames);
const particleSet = foldedSet(particles);
const suffixSet = foldedSet(suffixes);

/** Given names as words to look for. Compound ones are met at their first part. */
export const givenNameWords: readonly string[] = [...givenSet].filter((name) => /^\p{L}{2,}$/u.test(name));

/** All take a folded word (see `foldedTerm`). A compound such as `jean-marc` is what its first part is. */
export const isGivenName = (word: string): boolean => {
  if (givenSet.has(word)) return true;
  const hyphen = word.indexOf('-');
  return hyphen > 0 && givenSet.has(word.slice(0, hyphen));
};
export const isAmbiguous = (word: string): boolean => word.length < 3 || ambiguousSet.has(word);
export const isNoName = (word: string): boolean => notNameSet.has(word);
export const isParticle = (word: string): boolean => particleSet.has(word);
export const isSuffix = (word: string): boolean => suffixSet.has(word);

export function isFamilyName(word: string): boolean {
  if (familySet.has(word)) return true;
  if (word.length < 5) return false;
  if (hasFamilyEnding(word)) return true;
  const first = word.charCodeAt(0);
  const second = word.charCodeAt(1);
  // O'Brien, D'Amico
  if (second === 39 || second === 0x2019) return true;
  if (first === 109 && (word.startsWith('mc') || word.startsWith('mac')) && word.length > 6) return true;
  const hyphen = word.indexOf('-');
  return hyphen > 0 && (isFamilyName(word.slice(0, hyphen)) || isFamilyName(word.slice(hyphen + 1)));
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

function hasFamilyEnding(word: string): boolean {
  const endings = endingsByTail.get(tailOf(word));
  if (endings === undefined) return false;
  for (const ending of endings) if (word.length >= ending.length + 2 && word.endsWith(ending)) return true;
  return false;
}

/** text[start, end) folded; the fast way for plain letters. */
export function foldedSlice(text: string, start: number, end: number): string {
  const word = text.slice(start, end);
  for (let at = start; at < end; at++) if (text.charCodeAt(at) > 127) return foldedTerm(word);
  return word.toLowerCase();
}
