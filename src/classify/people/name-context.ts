import { listOf } from '../word-list.ts';
import { COLON, DOT, isLetter, isWordUnit, SPACE } from '../characters.ts';
import { introductions, personLabels, personVerbs, salutations, titles, weakTitles } from './name-words.ts';
import { createWordFlags } from './word-flags.ts';

/** Words that make what follows a place, a thing or a firm: `rue Victor Hugo`, `Saint Paul`, `Hotel Anna`. */
const placeWords = listOf(`
  rue, avenue, boulevard, place, quai, impasse, allée, chemin, square, passage, cours, route, calle,
  avenida, plaza, paseo, via, viale, piazza, corso, largo, rua, praça, travessa, ulica, ul, al, aleja,
  plac, pl, os, osiedle, saint, st, sainte, san, santa, santo, são, sankt, mount, lake, fort, port, cape,
  hotel, hôtel, university, college, hospital, lycée, collège, école, church, the, einer, eine, der, die,
  das, villa, rampa, rotonda, rodovia, alameda, generała, gen, ks, św, imienia, im
`);

/** Words after a name that make the whole a firm, a street or a work. */
const thingWords = listOf(`
  street, st, road, rd, avenue, ave, lane, drive, boulevard, blvd, square, court, place, way, park,
  station, airport, university, college, school, hospital, hotel, bridge, stadium, center, centre,
  foundation, institute, museum, library, inc, ltd, llc, llp, gmbh, corp, company, co, group, holding,
  holdings, plc, ag, kg, sarl, sas, srl, spa, bv, nv, sp, award, prize, bank, theorem, algorithm, law,
  syndrome, disease, straße, str, platz, weg, allee, views
`);

/** The lists that a word is in, one bit each. */
const TITLE = 1;
const WEAK_TITLE = 2;
const LABEL = 4;
const SALUTATION = 8;
const INTRODUCTION = 16;
const VERB = 32;
const PLACE = 64;
const THING = 128;
/** `my name is`, `mein Name ist`, `o meu nome é`. */
const IS = 256;
const NAME = 512;
const flagsOf = createWordFlags([
  titles,
  weakTitles,
  personLabels,
  salutations,
  introductions,
  personVerbs,
  placeWords,
  thingWords,
  ['is', 'e', 'es', 'ist'],
  ['name', 'nome', 'nombre', 'naam'],
]);
/** What stands right before a name, strongest first: a title, a label with its colon, a greeting, a word of introduction. */
export type Before = 'title' | 'label' | 'weak-title' | 'greeting' | 'introduction' | undefined;

const LONGEST = 20;
/** Units between a label and its value: `": "`, a tab, a few spaces. */
const LONGEST_GAP = 8;

/** Where the word that ends right before `end` starts. */
function startOfWord(text: string, end: number): number {
  let start = end;
  while (end - start < LONGEST && isLetter(text.charCodeAt(start - 1))) start--;
  return start;
}

const flagsBefore = (text: string, end: number): number => flagsOf(text, startOfWord(text, end), end);

/** Looks back from a name at `start`, at most about 50 units. */
export function contextBefore(text: string, start: number): Before {
  let at = start;
  let label = false;
  let newline = false;
  while (start - at < LONGEST_GAP) {
    const code = text.charCodeAt(at - 1);
    if (code === COLON || code === 9 || code === EQUALS || code === PIPE) label = true;
    else if (code === 10 || code === 13) newline = true;
    else if (code !== SPACE && code !== 0xa0 && code !== 34 && code !== 39 && code !== DOT) break;
    at--;
  }
  if (at === start) return undefined;
  const dotted = text.charCodeAt(at) === DOT;
  const wordStart = startOfWord(text, at);
  if (wordStart === at) return undefined;
  const flags = flagsOf(text, wordStart, at);
  if (label && !dotted) return (flags & LABEL) !== 0 || hasLabelBefore(text, wordStart) ? 'label' : undefined;
  if (newline || flags === 0) return undefined;
  if ((flags & TITLE) !== 0) return 'title';
  if ((flags & WEAK_TITLE) !== 0) return 'weak-title';
  if (dotted) return undefined;
  if ((flags & SALUTATION) !== 0) return 'greeting';
  if ((flags & IS) !== 0) return namesBefore(text, wordStart);
  return (flags & INTRODUCTION) !== 0 ? 'introduction' : undefined;
}

/** `customer name (full):` and `Nazwisko i imię:`: the word before the last one may be the label. */
function hasLabelBefore(text: string, end: number): boolean {
  const gap = text.charCodeAt(end - 1);
  if (gap !== SPACE && gap !== 95 && gap !== 45 && gap !== 46) return false;
  return (flagsBefore(text, end - 1) & LABEL) !== 0;
}

/** `my name is`, `mein Name ist`, `o meu nome é`. */
function namesBefore(text: string, end: number): Before {
  return (flagsBefore(text, end - 1) & NAME) !== 0 ? 'introduction' : undefined;
}

/** Does a verb of people stand right after `end`: `Anna said`; or a colon and a quote: `Anna: "`? */
export function personFollows(text: string, end: number): boolean {
  if (text.charCodeAt(end) === COLON) {
    const next = text.charCodeAt(end + 1) === SPACE ? end + 2 : end + 1;
    return isQuote(text.charCodeAt(next));
  }
  if (text.charCodeAt(end) !== SPACE) return false;
  let stop = end + 1;
  while (stop - end < LONGEST && isLetter(text.charCodeAt(stop))) stop++;
  return (flagsOf(text, end + 1, stop) & VERB) !== 0;
}

const EQUALS = 61;
const PIPE = 124;
const isQuote = (code: number): boolean => code === 34 || code === 0x201c || code === 0x201e || code === 0xab;

/** May a name begin at `start`? Not inside a word, a path, an address of e-mail, nor after a word of places. */
export function mayBegin(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (isWordUnit(before) || before === 64 || before === 47 || before === 92 || before === 36) return false;
  if (
    (before === DOT || before === 45 || before === 39 || before === 0x2019) &&
    isWordUnit(text.charCodeAt(start - 2))
  )
    return false;
  if (before !== SPACE && before !== 0xa0) return true;
  return (flagsBefore(text, text.charCodeAt(start - 2) === DOT ? start - 2 : start - 1) & PLACE) === 0;
}

/** Is what stands after a name no word that takes it back? */
export function mayEnd(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  if (code === 64 || code === 95 || code === 92 || (code === DOT && isLetter(text.charCodeAt(end + 1))))
    return false;
  if (code === 40 || code === 61) return text.charCodeAt(end - 1) !== SPACE;
  if (code !== SPACE) return true;
  let stop = end + 1;
  while (stop - end < LONGEST && isLetter(text.charCodeAt(stop))) stop++;
  return (flagsOf(text, end + 1, stop) & THING) === 0;
}
