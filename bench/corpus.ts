/** Texts like those that people copy, made from a seed: every run, and every program that is compared, reads the same ones. */
import { createRandom } from '../test/classify/random.ts';

export interface Sample {
  readonly id: string;
  readonly kind: string;
  readonly size: string;
  readonly text: string;
}

export const SIZES = [
  { size: '200 B', units: 200, texts: 600 },
  { size: '2 KiB', units: 2048, texts: 300 },
  { size: '20 KiB', units: 20_480, texts: 100 },
  { size: '200 KiB', units: 204_800, texts: 20 },
  { size: '1 MiB', units: 1_048_576, texts: 10 },
] as const;

const random = createRandom(20_260_101);
const below = (limit: number): number => Math.floor(random() * limit);
const pick = <Item>(list: readonly Item[]): Item => list[below(list.length)] as Item;
const charactersOf = (alphabet: string, count: number): string =>
  Array.from({ length: count }, () => alphabet[below(alphabet.length)]).join('');
const digits = (count: number): string => charactersOf('0123456789', count);
const hex = (count: number): string => charactersOf('0123456789abcdef', count);
const two = (limit: number): string => String(1 + below(limit)).padStart(2, '0');
const date = (): string => `20${10 + below(16)}-${two(12)}-${two(28)}`;

const ENGLISH = (
  'the of and to in is that for it was with as on be at by this from or have an are which but not they one all we can will would there ' +
  'their been more when who time about other into some could these than only new also after its over such many where most ' +
  'meeting report please review project budget quarter team customer invoice contract deadline server release data change ' +
  'question answer number account order service address name card phone code test key level market price office'
).split(' ');
const FRENCH = (
  'le la les des un une du de et que qui dans pour par sur avec est sont pas plus ce cette nous vous ils aux mais comme tout même ' +
  'réunion équipe projet client délai merci bonjour données livraison facture semaine année société travail compte dossier'
).split(' ');
const GIVEN =
  'Jean Marie Camille Lucas Emma Hugo John Mary James Sarah Ahmed Fatima Wei Ana Lukas Sofia Giulia Piotr Noor Kenji'.split(
    ' ',
  );
const FAMILY =
  'Martin Bernard Dubois Petit Moreau Smith Johnson Brown Garcia Miller Müller Schmidt Rossi Novak Silva Nguyen Chen'.split(
    ' ',
  );
const DOMAINS = ['example.com', 'mail.example', 'corp.example', 'univ.example'];
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function sentence(words: readonly string[]): string {
  const text = Array.from({ length: 6 + below(16) }, () => pick(words)).join(random() < 0.1 ? ', ' : ' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}. `;
}
const identifier = (): string =>
  pick(ENGLISH) + pick(ENGLISH).replace(/^./, (letter) => letter.toUpperCase());

const person = (): { name: string; mail: string } => {
  const [given, family] = [pick(GIVEN), pick(FAMILY)];
  const plain = `${given}.${family}`.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return { name: `${given} ${family}`, mail: `${plain}${below(99)}@${pick(DOMAINS)}` };
};
const phone = (): string =>
  pick([
    () => `+33 6 ${digits(2)} ${digits(2)} ${digits(2)} ${digits(2)}`,
    () => `0${1 + below(7)}${digits(8)}`,
    () => `+49 30 ${digits(7)}`,
    () => `(${201 + below(700)}) ${200 + below(700)}-${digits(4)}`,
  ])();

/** Luhn, ISO/IEC 7812-1 annex B. */
function card(): string {
  const body = `4${digits(14)}`;
  const sum = Array.from(body).reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`.replaceAll(/(\d{4})(?=\d)/g, '$1 ');
}
/** ISO 7064 mod 97-10, as ISO 13616 says. */
function iban(): string {
  const account = digits(18);
  const rest = Array.from(`${account}131400`).reduce((left, digit) => (left * 10 + Number(digit)) % 97, 0);
  return `DE${String(98 - rest).padStart(2, '0')}${account}`;
}
/** A French social security number with its key: 97 less the rest by 97. */
function nir(): string {
  const body = `${1 + below(2)}${digits(2)}${two(12)}${two(95)}${digits(6)}`;
  return `${body}${String(97 - (Number(body) % 97)).padStart(2, '0')}`;
}

/** One line of each kind of text. */
const LINES = {
  prose: () => {
    const said = sentence(random() < 0.5 ? ENGLISH : FRENCH);
    return said + (below(60) === 0 ? `${person().name}, ${phone()}, ${person().mail}.\n\n` : '');
  },
  code: () =>
    pick([
      () =>
        `  const ${identifier()} = ${identifier()}.map((item) => item.${pick(ENGLISH)} + ${below(1000)});\n`,
      () => `  if (${identifier()} === 0x${hex(8)}) return '${pick(ENGLISH)}';\n`,
      () => `// ${sentence(ENGLISH)}\n`,
      () => `import { ${identifier()} } from '@${pick(ENGLISH)}/${pick(ENGLISH)}';\n`,
    ])(),
  log: () =>
    `${date()}T${two(23)}:${two(59)}:${two(59)}.${digits(3)}Z ${pick(['INFO', 'WARN', 'DEBUG'])} [worker-${below(64)}] ` +
    `req=${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)} ${below(12) === 0 ? `ip=10.${below(256)}.${below(256)}.7 ` : ''}` +
    `${sentence(ENGLISH)}took ${below(9000)}ms bytes=${digits(6)}\n`,
  people: () => {
    const { name, mail } = person();
    return `${digits(4)},${name},${mail},${phone()},${nir()},${iban()},${card()},${digits(4)}.${digits(2)},${date()}\n`;
  },
  numbers: () =>
    `${digits(13)}\t${below(999)}\t${below(999)}.${digits(2)}\t0.${digits(9)}\t17${digits(11)}\n`,
  json: () =>
    `{"id":${digits(8)},"uuid":"${hex(8)}-${hex(4)}-4${hex(3)}-9${hex(3)}-${hex(12)}","name":"${pick(ENGLISH)}",` +
    `"score":0.${digits(6)},"note":"${sentence(ENGLISH)}","at":"${date()}","ok":true},\n`,
  html: () =>
    `<tr class="row-${below(9)}"><td>${sentence(FRENCH)}</td><td>${digits(5)}</td><td>&eacute;t&#233; ${pick(FRENCH)}</td></tr>\n`,
  minified: () =>
    `function ${pick(BASE64.slice(26, 52).split(''))}(e,t){return e?t.${pick(ENGLISH)}("${pick(ENGLISH)}",${below(9999)}):void 0}e.${pick(ENGLISH)}=[${below(255)},${below(255)}];`,
  base64: () => charactersOf(BASE64, 76) + (random() < 0.5 ? '\n' : ''),
} as const;

export type Kind = keyof typeof LINES;
export const KINDS = Object.keys(LINES) as readonly Kind[];

/** What stands once, in front. */
const HEADS: Partial<Record<Kind, string>> = {
  people: 'id,name,email,phone,nir,iban,card,amount,date\n',
  numbers: 'sku\tqty\tprice\tratio\tts\n',
  html: '<html><body><table>\n',
};

export function makeText(kind: Kind, units: number): string {
  const lines = [HEADS[kind] ?? ''];
  for (let length = lines[0]?.length ?? 0; length < units; length += lines.at(-1)?.length ?? 1) {
    lines.push(LINES[kind]());
  }
  return lines.join('').slice(0, units);
}

export function makeCorpus(): readonly Sample[] {
  return SIZES.flatMap(({ size, units, texts }) =>
    Array.from({ length: texts }, (_, index): Sample => {
      const kind = KINDS[index % KINDS.length] ?? 'prose';
      return { id: `${size}-${index}`, kind, size, text: makeText(kind, units) };
    }),
  );
}
