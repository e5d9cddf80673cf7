import { OTHER_TENANT, signedText, type Signer } from './signed-bundles.ts';

type Random = () => number;
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What a mutated bundle is, and how it was made so. */
export interface Mutant {
  readonly how: string;
  readonly text: string;
  /** What the right key has signed: nothing else may ever be taken. */
  readonly signed: string;
}

type Changed = Omit<Mutant, 'signed'>;

const below = (random: Random, bound: number): number => Math.floor(random() * bound);
const pick = <Item>(random: Random, items: readonly Item[]): Item => {
  const item = items[below(random, items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

/** Values that have broken parsers before. */
const hostile: readonly Json[] = [
  null,
  true,
  0,
  -1,
  -0,
  0.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  2 ** 53 + 2,
  '',
  ' ',
  '\u0000',
  '\uD800',
  '\u202E',
  '__proto__',
  'constructor',
  'toString',
  '../../../etc/passwd',
  '{"a":1}',
  'a'.repeat(70_000),
  '(a+)+$',
  '9999-12-31T23:59:59Z',
  '0000-01-01T00:00:00Z',
  [],
  {},
  [[]],
  [null],
  { all: [] },
  { not: { not: { not: {} } } },
  { finding: { type: [] } },
];

const keys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  '0',
  'id',
  'when',
  'types',
];

/** Every object and list in the document, at random depth. */
function containersIn(
  value: Json,
  into: (Json[] | { [key: string]: Json })[] = [],
): (Json[] | { [key: string]: Json })[] {
  if (value === null || typeof value !== 'object') return into;
  into.push(value);
  for (const inner of Object.values(value)) containersIn(inner, into);
  return into;
}

/** Sets a member, also one that objects and lists have of their own. */
function own(place: object, key: string, value: Json): void {
  if (Array.isArray(place) && key === 'length') place.push(value);
  else Object.defineProperty(place, key, { value, enumerable: true, configurable: true, writable: true });
}

/** One change somewhere in the document. */
function change(document: Json, random: Random): string {
  const containers = containersIn(document);
  const place = pick(random, containers);
  const names = Object.keys(place);
  const name = names.length === 0 ? '0' : pick(random, names);
  switch (below(random, 7)) {
    case 0:
      if (Array.isArray(place)) place.splice(Number(name), 1);
      else delete place[name];
      return 'a member less';
    case 1:
      own(place, pick(random, keys), structuredClone(pick(random, hostile)));
      return 'a member more';
    case 2:
      own(place, name, structuredClone(pick(random, containers)));
      return 'a piece from elsewhere';
    case 3:
      if (Array.isArray(place)) place.push(...structuredClone(place), ...structuredClone(place));
      else own(place, `${name}2`, place[name] ?? null);
      return 'a piece twice';
    case 4: {
      let nest: Json = structuredClone(pick(random, hostile));
      for (let depth = 0; depth < 1 + below(random, 80); depth += 1)
        nest = random() < 0.5 ? [nest] : { not: nest };
      own(place, name, nest);
      return 'nested deeply';
    }
    default:
      own(place, name, structuredClone(pick(random, hostile)));
      return 'another value';
  }
}

/** What an admin, or a thief with the key, could get wrong or try. */
function misuse(document: { [key: string]: Json }, random: Random): string {
  const [key, value] = pick<readonly [string, Json]>(random, [
    ['version', 0],
    ['version', Number(document['version']) - 1],
    ['version', Number(document['version']) + below(random, 12_000)],
    ['version', Number.MAX_SAFE_INTEGER],
    ['tenant', OTHER_TENANT],
    ['tenant', '00000000-0000-0000-0000-000000000000'],
    ['issued', '2026-03-08T08:30:00Z'],
    ['issued', '2999-01-01T00:00:00+14:00'],
    ['expires', '2026-03-08T07:59:59Z'],
    ['expires', '0001-01-01T00:00:00Z'],
    ['rollout', { rings: ['pilot'] }],
    ['rollout', { percent: 1 + below(random, 100) }],
    ['schema_version', 2],
    ['policies', []],
    ['default_label', pick(random, ['Public', 'None', 'restricted'])],
    ['tests', [{ name: 'never', text: '', platform: 'deepseek', expect: { action: 'block' } }]],
    ['platforms', [{ platform_id: 'deepseek', enabled: random() < 0.5 }]],
    ['platforms', [{ platform_id: 'own', name: 'Own', hostnames: ['chatgpt.com'] }]],
  ]);
  own(document, key, value);
  return key;
}

/** Changes in the text of a JSON document that no JSON value can express. */
function changeText(text: string, random: Random): Changed {
  const at = below(random, text.length);
  switch (below(random, 6)) {
    case 0:
      return { how: 'cut', text: text.slice(0, at) };
    case 1:
      return {
        how: 'a member twice',
        text: text.replace(
          '{',
          `{"${pick(random, ['name', 'version', 'policies', 'tenant'])}":${below(random, 99)},`,
        ),
      };
    case 2:
      return {
        how: 'a huge number',
        text: text.replace(
          /\d+/,
          pick(random, ['1e999', '-1e999', '9'.repeat(400), '1e-999', '0x10', 'NaN', '01']),
        ),
      };
    case 3:
      return {
        how: 'bottomless',
        text:
          text.slice(0, at) +
          pick(random, ['[', '{"a":', '[{"not":']).repeat(1 + below(random, 3000)) +
          text.slice(at),
      };
    case 4:
      return {
        how: 'a byte changed',
        text: text.slice(0, at) + String.fromCharCode(below(random, 0x300)) + text.slice(at + 1),
      };
    default: {
      const end = at + below(random, 200);
      return { how: 'a piece moved', text: text.slice(0, at) + text.slice(end) + text.slice(at, end) };
    }
  }
}

/**
 * One mutated bundle of a later version than `base`: half of them signed by the right key over nonsense, the others changed after
 * they were signed. The same `random` gives the same ones, but for the signatures.
 */
export async function mutantOf(
  base: { [key: string]: Json },
  signer: Signer,
  random: Random,
): Promise<Mutant> {
  const document = structuredClone(base);
  const kind = random();
  const sign = async ({ how, text }: Changed): Promise<Mutant> => ({
    how: `signed: ${how}`,
    text: await signedText(text, signer),
    signed: text,
  });
  if (kind < 0.35) {
    const hows: string[] = [];
    for (let count = 1 + below(random, 3); count > 0; count -= 1) hows.push(change(document, random));
    return sign({ how: hows.join(', '), text: JSON.stringify(document) });
  }
  if (kind < 0.5) return sign({ how: misuse(document, random), text: JSON.stringify(document) });
  if (kind < 0.62) return sign(changeText(JSON.stringify(document), random));
  if (kind < 0.65) return sign({ how: 'untouched', text: JSON.stringify(document) });
  const signed = JSON.stringify(document);
  const file = await signedText(signed, signer);
  if (kind < 0.85) {
    const { how, text } = changeText(file, random);
    return { how: `changed: ${how}`, text, signed };
  }
  const envelope = JSON.parse(file) as Json;
  const how = change(envelope, random);
  return { how: `changed: ${how}`, text: JSON.stringify(envelope), signed };
}
