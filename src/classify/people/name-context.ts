import { listOf } from '../word-list.ts';
import { COLON, DOT, isLetter, isWordUnit, SPACE } from '../characters.ts';
import { foldedSet, foldedSlice } from './name-lists.ts';
import { introductions, personLabels, personVerbs, salutations, titles, weakTitles } from './name-words.ts';

const titleSet = foldedSet(titles);
const weakTitleSet = foldedSet(weakTitles);
const labelSet = foldedSet(personLabels);
const salutationSet = foldedSet(salutations);
const introductionSet = foldedSet(introductions);
const verbSet = foldedSet(personVerbs);

/** What stands right before a name, strongest first: a title, a label with its colon, a greeting, a word of introduction. */
export type Before = 'title' | 'label' | 'weak-title' | 'greeting' | 'introduction' | undefined;

const LONGEST = 20;
/** Units between a label and its value: `": "`, a tab, a few spaces. */
const LONGEST_GAP = 8;

/** The folded word that ends right before `end`, and where it starts. */
function wordBefore(text: string, end: number): { word: string; start: number } {
  let start = end;
  while (end - start < LONGEST && isLetter(text.charCodeAt(start - 1))) start--;
  return { word: foldedSlice(text, start, end), start };
}

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
  const { word, start: wordStart } = wordBefore(text, at);
  if (word === '') return undefined;
  if (label && !dotted) return labelSet.has(word) || hasLabelBefore(text, wordStart) ? 'label' : undefined;
  if (newline) return undefined;
  if (titleSet.has(word)) return 'title';
  if (weakTitleSet.has(word)) return 'weak-title';
  if (dotted) return undefined;
  if (salutationSet.has(word)) return 'greeting';
  if (word === 'is' || word === 'e' || word === 'es' || word === 'ist') return namesBefore(text, wordStart);
  return introductionSet.has(word) ? 'introduction' : undefined;
}

/** `customer name (full):` and `Nazwisko i imię:`: the word before the last one may be the label. */
function hasLabelBefore(text: string, end: number): boolean {
  const gap = text.charCodeAt(end - 1);
  if (gap !== SPACE && gap !== 95 && gap !== 45 && gap !== 46) return false;
  return labelSet.has(wordBefore(text, end - 1).word);
}

/** `my name is`, `mein Name ist`, `o meu nome é`. */
function namesBefore(text: string, end: number): Before {
  const { word } = wordBefore(text, end - 1);
  return word === 'name' || word === 'nome' || word === 'nombre' || word === 'naam'
    ? 'introduction'
    : undefined;
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
  return verbSet.has(foldedSlice(text, end + 1, stop));
}

const EQUALS = 61;
const PIPE = 124;
const isQuote = (code: number): boolean => code === 34 || code === 0x201c || code === 0x201e || code === 0xab;

/** Words that make what follows a place, a thing or a firm: `rue Victor Hugo`, `Saint Paul`, `Hotel Anna`. */
const placeWords = foldedSet(
  listOf(`
  rue, avenue, boulevard, place, quai, impasse, allée, chemin, square, passage, cours, route, calle,
  avenida, plaza, paseo, via, viale, piazza, corso, largo, rua, praça, travessa, ulica, ul, al, aleja,
  plac, pl, os, osiedle, saint, st, sainte, san, santa, santo, são, sankt, mount, lake, fort, port, cape,
  hotel, hôtel, university, college, hospital, lycée, collège, école, church, the, einer, eine, der, die,
  das, villa, rampa, rotonda, rodovia, alameda, generała, gen, ks, św, imienia, im
`),
);

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
  const { word } = wordBefore(text, text.charCodeAt(start - 2) === DOT ? start - 2 : start - 1);
  return !placeWords.has(word);
}

/** Words after a name that make the whole a firm, a street or a work. */
const thingWords = foldedSet(
  listOf(`
  street, st, road, rd, avenue, ave, lane, drive, boulevard, blvd, square, court, place, way, park,
  station, airport, university, college, school, hospital, hotel, bridge, stadium, center, centre,
  foundation, institute, museum, library, inc, ltd, llc, llp, gmbh, corp, company, co, group, holding,
  holdings, plc, ag, kg, sarl, sas, srl, spa, bv, nv, sp, award, prize, bank, theorem, algorithm, law,
  syndrome, disease, straße, str, platz, weg, allee, views
`),
);

/** Is what stands after a name no word that takes it back? */
export function mayEnd(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  if (code === 64 || code === 95 || code === 92 || (code === DOT && isLetter(text.charCodeAt(end + 1))))
    return false;
  if (code === 40 || code === 61) return text.charCodeAt(end - 1) !== SPACE;
  if (code !== SPACE) return true;
  let stop = end + 1;
  while (stop - end < LONGEST && isLetter(text.charCodeAt(stop))) stop++;
  return !thingWords.has(foldedSlice(text, end + 1, stop));
}
