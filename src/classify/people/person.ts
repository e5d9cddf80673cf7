import { listOf } from '../word-list.ts';
import { isLetter, SPACE } from '../characters.ts';
import type { Confidence, Evidence } from '../../shared/finding.ts';
import type { Match, Span, View, WordDetector } from '../detector.ts';
import { contextBefore, mayBegin, mayEnd, personFollows, type Before } from './name-context.ts';
import { FAMILY, foldedSet, foldedSlice, GIVEN, givenNameWords, NO_NAME } from './name-lists.ts';
import { isCapital, readName, readWord, type NameRead } from './name-reader.ts';
import { titles } from './name-words.ts';

/** Purview: All Full Names. */
const purview = { name: 'All Full Names', id: '50b8b56b-4ef8-44c2-a924-03374f5831ce' };

/** Names of roles and columns: a name near one of them is more certain. */
const ROLES = listOf(`
  full name, first name, last name, surname, employee, patient, customer, cardholder, beneficiary, insured,
  prénom, salarié, assuré, titulaire, vorname, nachname, mitarbeiter, ansprechpartner, kunde, apellidos,
  empleado, paciente, cognome, dipendente, paziente, intestatario, achternaam, medewerker, klant, imię,
  nazwisko, pesel, pracownik, pacjent, nom, nome, nombre, naam, name, date of birth, né le, née le,
  geboren, data urodzenia, fecha de nacimiento, data di nascita
`);

/** Names that begin with a given name of the lists. */
const byGivenName: WordDetector = {
  type: 'PERSON',
  name: 'Name of a person',
  purview,
  anchor: { kind: 'word', words: givenNameWords, capital: true },
  match: matchGivenName,
  keywords: ROLES,
  examples: {
    match: [
      { text: 'We met Sarah Thompson in June.', value: 'Sarah Thompson', confidence: 'medium' },
      { text: 'Patient: Julien Lefebvre', value: 'Julien Lefebvre', confidence: 'high' },
      {
        text: 'wniosek Agnieszki Malinowskiej z dnia',
        value: 'Agnieszki Malinowskiej',
        confidence: 'medium',
      },
      { text: 'Bitte an Jürgen Hoffmann senden.', value: 'Jürgen Hoffmann', confidence: 'medium' },
      { text: 'zapłaciła Beata\nKaczmarek, ul.', value: 'Beata\nKaczmarek', confidence: 'medium' },
      { text: 'Pieter van den Berg belde.', value: 'Pieter van den Berg' },
      { text: 'We met Oliver Tzmbrk there.', value: 'Oliver Tzmbrk', confidence: 'medium' },
      { text: 'Thanks to the report of Oliver Tzmbrk there.', value: 'Oliver Tzmbrk', confidence: 'low' },
      { text: 'Moretti, Giulia; Conti, Paolo', value: 'Moretti, Giulia' },
      { text: 'Dear Emily,\nthe order', value: 'Emily', confidence: 'low' },
      { text: 'Je m’appelle Margaux.', value: 'Margaux', confidence: 'low' },
    ],
    noMatch: [
      'Will this work? Mark the page and bill the hour.',
      'rue Victor Hugo',
      'Saint Paul was',
      'the Ruby On Rails guide',
      'Robert Bosch GmbH pays.',
      'sarah.thompson@example.com',
      'the Emily files',
      'Victoria Station',
    ],
  },
};

function matchGivenName(view: View, at: Span): Match | undefined {
  const { text } = view;
  if (!isCapital(text.charCodeAt(at.start))) return undefined;
  const next = text.charCodeAt(at.end);
  const glued = isCapital(next);
  if (isLetter(next) && !glued) return undefined;
  if (!mayBegin(text, at.start)) return undefined;
  const read = readName(text, at.start, false);
  if (read === undefined || read.end < at.end) return undefined;
  if (!mayEnd(text, read.end)) return undefined;
  if (read.words < 2) return familyFirst(view, at, read) ?? singleName(view, read);
  const before = contextBefore(text, read.start);
  const match = found(view, read, before);
  // `AnnaKowalska` is a name that lost its space, or rather a name in a program, such as a class.
  return match === undefined || !glued || before !== undefined ? match : { ...match, confidence: 'low' };
}

/** Two words or more, at least one of them a given name of the lists. */
function found(view: View, read: NameRead, before: Before): Match | undefined {
  const certain = before === 'label' || before === 'title';
  let rank = read.family && read.clearGiven ? 2 : read.clearFamily || read.clearGiven ? 1 : 0;
  if (certain) rank++;
  else if (before !== undefined && rank === 1) rank++;
  if (rank === 0) return undefined;
  const keyword = !certain && rank === 2 && view.hasKeyword(ROLES, read, 60, 0);
  const confidence: Confidence = rank >= 3 || keyword ? 'high' : rank === 2 ? 'medium' : 'low';
  return asMatch(view.text, read, confidence, certain || keyword);
}

/** `Nowak Anna`, `Nowak, Anna`: the family name stands in front. */
function familyFirst(view: View, at: Span, read: NameRead): Match | undefined {
  const { text } = view;
  let end = at.start;
  if (!read.clearGiven || text.charCodeAt(end - 1) !== SPACE) return undefined;
  end--;
  const comma = text.charCodeAt(end - 1) === 44;
  if (comma) end--;
  let start = end;
  while (end - start < 24 && (isLetter(text.charCodeAt(start - 1)) || text.charCodeAt(start - 1) === 45))
    start--;
  if (end - start < 3 || !mayBegin(text, start)) return undefined;
  const family = readWord(text, start);
  if (family?.end !== end || (family.flags & (FAMILY | NO_NAME | GIVEN)) !== FAMILY) return undefined;
  const whole = { ...read, start, family: true, clearFamily: true, words: 2 };
  const before = contextBefore(text, start);
  if (comma && before !== 'label' && !isAloneOnLine(text, start, read.end)) return undefined;
  return found(view, whole, before === 'label' ? before : undefined);
}

/** Is the stretch a field of its own, between line ends, quotes or the marks of a table? */
function isAloneOnLine(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  return (
    (Number.isNaN(before) || FIELD.includes(text.charAt(start - 1))) &&
    (Number.isNaN(after) || FIELD.includes(text.charAt(end)))
  );
}
const FIELD = '\n\r\t"|;';

/** A given name alone counts only where a person is spoken to or of. */
function singleName(view: View, read: NameRead): Match | undefined {
  const { text } = view;
  if (!read.given || read.end - read.start < 3) return undefined;
  const before = contextBefore(text, read.start);
  const spoken =
    before === 'label' || before === 'greeting' || before === 'introduction' || before === 'title';
  if (!read.clearGiven && before !== 'label' && before !== 'greeting' && before !== 'title') return undefined;
  if (!spoken && !personFollows(text, read.end)) return undefined;
  if (before === 'label' && !endsField(text, read.end)) return undefined;
  return asMatch(text, read, before === 'label' || before === 'title' ? 'medium' : 'low', spoken);
}

const endsField = (text: string, end: number): boolean =>
  Number.isNaN(text.charCodeAt(end)) ||
  '\n\r\t",;|<([-'.includes(text.charAt(end)) ||
  text.startsWith(' <', end);

const TITLES = [...foldedSet(titles)].filter((title) => title.length > 1);
/** Titles that people write with a small letter too: dr., dott. All of them begin with a d. */
const isSmallTitle = (title: string): boolean => title.startsWith('d');

/** A title before a name, whether the lists know it or not. */
const byTitle: WordDetector = {
  type: 'PERSON',
  name: 'Name of a person after a title',
  purview,
  anchor: { kind: 'word', words: TITLES.filter((title) => !isSmallTitle(title)), capital: true },
  match: matchTitle,
  keywords: [],
  examples: {
    match: [
      {
        text: 'Please see Prof. Xanthia Quillbrook at noon.',
        value: 'Xanthia Quillbrook',
        confidence: 'medium',
      },
      { text: 'Mrs Ogunbanjo signed.', value: 'Ogunbanjo', confidence: 'medium' },
      { text: 'Herr Zwirnberg hat angerufen', value: 'Zwirnberg', confidence: 'medium' },
      { text: 'Mme Kervella a signé', value: 'Kervella', confidence: 'medium' },
      { text: 'la Sra. Etxeberria firmó', value: 'Etxeberria', confidence: 'medium' },
    ],
    noMatch: ['Prof. em.', 'Mr. President', 'mr smith', 'Elm Hr Suite 4', 'Frau und Mann', 'the Prof said'],
  },
};

const bySmallTitle: WordDetector = {
  ...byTitle,
  anchor: { kind: 'word', words: TITLES.filter(isSmallTitle) },
  examples: {
    match: [
      {
        text: 'Please see Dr. Xanthia Quillbrook at noon.',
        value: 'Xanthia Quillbrook',
        confidence: 'medium',
      },
      { text: 'wie dr. Zwirnberg sagte', value: 'Zwirnberg', confidence: 'medium' },
      { text: 'il dott. Quagliantone firma', value: 'Quagliantone', confidence: 'medium' },
      { text: 'Dhr. Zwoesterman belde', value: 'Zwoesterman', confidence: 'medium' },
      { text: 'a Dra. Etxeberria assinou', value: 'Etxeberria', confidence: 'medium' },
    ],
    noMatch: ['Dr. med.', 'dr who', 'Elm Dr Suite 4', 'the DNA test', 'Drs are there'],
  },
};

function matchTitle({ text }: View, at: Span): Match | undefined {
  if (!isCapital(text.charCodeAt(at.start)) && text.charCodeAt(at.start) !== 100) return undefined;
  let start = at.end;
  if (text.charCodeAt(start) === 46) start++;
  const gap = text.charCodeAt(start);
  if (gap !== SPACE && gap !== 0xa0) return undefined;
  start++;
  if (!isCapital(text.charCodeAt(start)) || !mayBegin(text, at.start)) return undefined;
  const read = readName(text, start, true);
  if (read === undefined || !mayEnd(text, read.end)) return undefined;
  if (read.end - read.start < 3 || isTitle(text, read)) return undefined;
  const both = read.given && read.family && read.words > 1;
  return asMatch(text, read, both ? 'high' : 'medium', true);
}

const titleSet = new Set(TITLES);
const isTitle = (text: string, read: NameRead): boolean =>
  read.words === 1 && titleSet.has(foldedSlice(text, read.start, read.end));

/** Labels that only names of people stand behind. */
const NAME_LABELS = listOf(`
  patient, patientin, patiente, paciente, paziente, pacjent, pacjentka, employee, cardholder, salarié,
  salariée, assuré, assurée, adhérent, titulaire, mitarbeiter, mitarbeiterin, kundin, kontoinhaber,
  ansprechpartner, ansprechpartnerin, empleado, empleada, titular, asegurado, dipendente, intestatario,
  intestataria, assicurato, rekeninghouder, medewerker, werknemer, pracownik, nazwisko, imię, wystawił,
  odebrał, wystawiła, odebrała, protokolant, fullname, nominativo, nom, nome, nombre, naam, name, kunde,
  customer, klant, contact, attn, signed, beneficiary, insured
`);

/** The value of a label that names a person. */
const byLabel: WordDetector = {
  type: 'PERSON',
  name: 'Name of a person after a label',
  purview,
  anchor: { kind: 'word', words: NAME_LABELS },
  match: matchLabel,
  keywords: [],
  examples: {
    match: [
      { text: 'Patient: Quenna Abernalli', value: 'Quenna Abernalli', confidence: 'low' },
      { text: 'Name: Zorvan Lindqvist', value: 'Zorvan Lindqvist', confidence: 'medium' },
      { text: '"name": "Yrbana Kowalewska",', value: 'Yrbana Kowalewska', confidence: 'medium' },
      { text: 'Nom\tQuervan Delacroix', value: 'Quervan Delacroix', confidence: 'medium' },
      { text: 'Kontoinhaber: Xaverlin Obermeier', value: 'Xaverlin Obermeier', confidence: 'medium' },
    ],
    noMatch: [
      'Name: Production Server',
      'name: my-package',
      'Nom: Société Générale',
      'Patient: see below',
      'Name Zorvan',
      'Customer: Acme Inc',
    ],
  },
};

function matchLabel({ text }: View, at: Span): Match | undefined {
  let start = at.end;
  let separated = false;
  while (start - at.end < 8) {
    const code = text.charCodeAt(start);
    if (code === 58 || code === 61 || code === 9) separated = true;
    else if (code !== SPACE && code !== 34 && code !== 39 && code !== 0xa0) break;
    start++;
  }
  if (!separated || !isCapital(text.charCodeAt(start))) return undefined;
  const read = readName(text, start, true);
  if (read === undefined || read.words < 2 || !endsField(text, read.end) || !mayEnd(text, read.end))
    return undefined;
  const known = (read.given ? 1 : 0) + (read.family ? 1 : 0);
  const plain = GENERIC.has(foldedSlice(text, at.start, at.end));
  if (known === 0 && plain) return undefined;
  return asMatch(text, read, known === 2 ? 'high' : known === 1 ? 'medium' : 'low', true);
}

/** Labels of things as well: there the lists must know the name. */
const GENERIC = foldedSet([
  'name',
  'nom',
  'nome',
  'nombre',
  'naam',
  'contact',
  'signed',
  'customer',
  'kunde',
  'klant',
]);

const PATTERN: readonly Evidence[] = ['pattern'];
const WITH_KEYWORD: readonly Evidence[] = ['pattern', 'keyword'];

function asMatch(text: string, { start, end }: Span, confidence: Confidence, keyword: boolean): Match {
  const folded = foldedSlice(text, start, end);
  return {
    start,
    end,
    confidence,
    evidence: keyword ? WITH_KEYWORD : PATTERN,
    value: hasWideGap(text, start, end) ? folded.replaceAll(/\s{1,3}/g, ' ') : folded,
  };
}

/** Is there white space other than single spaces? Few names have it. */
function hasWideGap(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < SPACE || code === 0xa0 || (code === SPACE && text.charCodeAt(at + 1) === SPACE)) return true;
  }
  return false;
}

/** Detectors of people's names. */
export const personDetectors: readonly WordDetector[] = [byLabel, byTitle, bySmallTitle, byGivenName];
