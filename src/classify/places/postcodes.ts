import { isDigit } from '../characters.ts';
import { isCapital } from '../people/name-reader.ts';
import type { StreetLanguage } from './street-words.ts';

/** The forms of postcodes that tell countries apart, as the Universal Postal Union's country sheets give them. */
type Form =
  'five' | 'four' | 'six' | 'gb' | 'nl' | 'pl' | 'pt' | 'br' | 'three-two' | 'us' | 'ca' | 'ie' | 'au';

/** Most telling first. The sources are for sticky expressions; none is longer than a dozen units. */
const FORMS: readonly (readonly [form: Form, source: string])[] = [
  ['gb', '(?:GIR ?0AA|[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2})'],
  ['ca', '[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z][ -]?[0-9][ABCEGHJ-NPRSTV-Z][0-9]'],
  ['ie', '[AC-FHKNPRTV-Y][0-9][0-9W] ?[0-9AC-FHKNPRTV-Y]{4}'],
  [
    'us',
    `(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),? {1,2}[0-9]{5}(?:-[0-9]{4})?`,
  ],
  ['au', '(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? {1,2}[0-9]{4}'],
  ['br', '[0-9]{5}-[0-9]{3}'],
  ['pt', '[0-9]{4}-[0-9]{3}'],
  ['pl', '[0-9]{2}-[0-9]{3}'],
  ['nl', '[1-9][0-9]{3} ?[A-Z]{2}'],
  ['three-two', '(?:(?:SE|CZ|SK|GR)-)?[0-9]{3} [0-9]{2}'],
  ['five', '(?:(?:D|F|I|E|FR|DE|IT|ES|FI|FIN|SE|S|HR|TR)-)?[0-9]{5}(?:-[0-9]{4})?'],
  ['four', '(?:(?:A|B|CH|L|DK|N|NO|H|AT|BE|LU|FL|SI|LV|LT)-)?[0-9]{4}'],
  ['six', '[0-9]{6}'],
];

const BORDER = '(?![\\p{L}0-9]|[.-][0-9])';
/** All forms in one expression each for those that begin with a digit and those that may begin with a letter; a group for each. */
const expressionOf = (forms: typeof FORMS): RegExp =>
  new RegExp(`(?:${forms.map(([, source]) => `(${source})`).join('|')})${BORDER}`, 'uy');
const NUMERIC = FORMS.filter(([, source]) => !/^(?:\(\?:GIR|\[A|\(\?:A|\(\?:NSW)/.test(source));
const startingWithDigit = expressionOf(NUMERIC);
const anyForm = expressionOf(FORMS);

/** The postcode at `from`, its form and length. */
export function postcodeAt(text: string, from: number): { form: Form; length: number } | undefined {
  const code = text.charCodeAt(from);
  const numeric = isDigit(code);
  if (!numeric && !isCapital(code)) return undefined;
  const expression = numeric ? startingWithDigit : anyForm;
  expression.lastIndex = from;
  const found = expression.exec(text);
  if (found === null) return undefined;
  const group = found.findIndex((part, index) => index > 0 && part !== undefined);
  const form = (numeric ? NUMERIC : FORMS)[group - 1]?.[0];
  return form === undefined ? undefined : { form, length: found[0].length };
}

/** The country that street language and postcode speak for together; undefined: several. */
export function countryOf(
  language: StreetLanguage | undefined,
  form: string,
  code: string,
): string | undefined {
  const prefixed = PREFIXES.get(/^([A-Z]{1,3})-/.exec(code)?.[1] ?? '');
  if (prefixed !== undefined) return prefixed;
  return BY_FORM.get(form) ?? BY_LANGUAGE.get(`${language ?? ''} ${form}`);
}

const BY_FORM: ReadonlyMap<string, string> = new Map([
  ['gb', 'GB'],
  ['ca', 'CA'],
  ['ie', 'IE'],
  ['us', 'US'],
  ['au', 'AU'],
  ['br', 'BR'],
  ['pt', 'PT'],
  ['pl', 'PL'],
]);

const BY_LANGUAGE: ReadonlyMap<string, string> = new Map([
  ['fr five', 'FR'],
  ['de five', 'DE'],
  ['it five', 'IT'],
  ['es five', 'ES'],
  ['fi five', 'FI'],
  ['hr five', 'HR'],
  ['tr five', 'TR'],
  ['nl nl', 'NL'],
  ['nl four', 'BE'],
  ['fr four', 'BE'],
  ['da four', 'DK'],
  ['no four', 'NO'],
  ['hu four', 'HU'],
  ['de four', 'AT'],
  ['sv three-two', 'SE'],
  ['cs three-two', 'CZ'],
  ['sv five', 'SE'],
  ['ro six', 'RO'],
]);

const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['D', 'DE'],
  ['F', 'FR'],
  ['I', 'IT'],
  ['E', 'ES'],
  ['FR', 'FR'],
  ['DE', 'DE'],
  ['IT', 'IT'],
  ['ES', 'ES'],
  ['FI', 'FI'],
  ['FIN', 'FI'],
  ['SE', 'SE'],
  ['S', 'SE'],
  ['HR', 'HR'],
  ['TR', 'TR'],
  ['A', 'AT'],
  ['AT', 'AT'],
  ['B', 'BE'],
  ['BE', 'BE'],
  ['CH', 'CH'],
  ['L', 'LU'],
  ['LU', 'LU'],
  ['DK', 'DK'],
  ['N', 'NO'],
  ['NO', 'NO'],
  ['H', 'HU'],
  ['CZ', 'CZ'],
  ['SK', 'SK'],
  ['GR', 'GR'],
  ['SI', 'SI'],
  ['LV', 'LV'],
  ['LT', 'LT'],
  ['FL', 'LI'],
]);
