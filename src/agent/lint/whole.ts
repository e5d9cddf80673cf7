import type { CoachingTexts } from '../../shared/coaching-texts.ts';
import type { JsonPath } from '../../shared/json-lines.ts';
import { listed, type Check, type LintInput, type Remark } from './remark.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A bundle that ends sooner leaves little time to issue the next one. */
const SOON_DAYS = 14;
/** One that ends later does not protect from being shown an old one for ever. */
const LATE_DAYS = 400;
const CLOCK_TOLERANCE_MS = 10 * 60 * 1000;
/** Each device fetches all of it. */
const LARGE_UNITS = 16 * 1024 * 1024;

/** Tenant, dates and size. */
export const bundleFacts: Check = ({ bundle, now, size }) => {
  const { tenant, issued, expires } = bundle;
  const missing = Object.entries({ tenant, issued, expires }).flatMap(([key, value]) =>
    value === undefined ? [key] : [],
  );
  const remarks: Remark[] = missing.map((key) => ({
    kind: 'cannot-be-signed',
    severity: 'warning',
    path: [],
    what: `"${key}" is missing: a signed bundle must say it`,
    fix: `add "${key}"${key === 'tenant' ? ': the id of your Entra tenant' : ', such as "2026-11-21T09:00:00Z"'}`,
  }));
  const add = (kind: string, severity: Remark['severity'], key: string, what: string, fix: string): void => {
    remarks.push({ kind, severity, path: [key], what, fix });
  };
  const from = issued === undefined ? undefined : Date.parse(issued);
  const until = expires === undefined ? undefined : Date.parse(expires);
  if (from !== undefined && from > now + CLOCK_TOLERANCE_MS) {
    add(
      'issued-in-the-future',
      'error',
      'issued',
      `it is issued in the future (${issued})`,
      'devices refuse it until then; correct the date',
    );
  }
  if (until !== undefined && until <= Math.max(now, from ?? now)) {
    add(
      'expired',
      'error',
      'expires',
      `it ends ${expires}, which is over`,
      'devices refuse it; set a later end',
    );
  } else if (until !== undefined && until - now < SOON_DAYS * DAY_MS) {
    add(
      'expires-soon',
      'warning',
      'expires',
      `it ends ${expires}, in less than ${SOON_DAYS} days`,
      'set a later end, or issue the next one before',
    );
  } else if (until !== undefined && until - now > LATE_DAYS * DAY_MS) {
    add(
      'expires-late',
      'hint',
      'expires',
      `it ends ${expires}, in more than ${LATE_DAYS} days`,
      'a nearer end tells sooner when devices get nothing newer',
    );
  }
  if (size > LARGE_UNITS) {
    remarks.push({
      kind: 'large-bundle',
      severity: 'warning',
      path: ['types'],
      what: `the bundle has ${Math.round(size / 1024 / 1024)} million characters, and every device fetches and reads all of them`,
      fix: 'take out records, documents or words that are not needed',
    });
  }
  return remarks;
};

const MOST_WORDS = 45;
const PLACEHOLDERS = new Set(['platform', 'label', 'policy']);

interface Words {
  readonly path: JsonPath;
  readonly name?: string | undefined;
  readonly texts: CoachingTexts;
  readonly reasons: number | undefined;
}

const wordsOf = ({ bundle }: LintInput): readonly Words[] => [
  ...(bundle.coaching === undefined
    ? []
    : [{ path: ['coaching'], texts: bundle.coaching, reasons: undefined }]),
  ...bundle.policies.flatMap(({ name, coaching, reasons }, index) =>
    coaching === undefined
      ? []
      : [{ path: ['policies', index, 'coaching'], name, texts: coaching, reasons: reasons.length }],
  ),
];

/** The company's words for the person: too long, not in every language, with a blank that is never filled. */
export const coachingWords: Check = (input) => {
  const all = wordsOf(input);
  const languages = [...new Set(all.flatMap(({ texts }) => Object.keys(texts)))].toSorted();
  return all.flatMap((words) => [...missingLanguages(words, languages), ...problemsOf(words)]);
};

function missingLanguages({ path, name, texts }: Words, languages: readonly string[]): readonly Remark[] {
  const missing = languages.filter((language) => texts[language] === undefined);
  if (missing.length === 0) return [];
  return [
    {
      kind: 'missing-language',
      severity: 'warning',
      path,
      name,
      what: `there are no words in ${listed(missing)}, which other places have`,
      fix: 'add them; people who read that language get Clipward’s own words here',
    },
  ];
}

function problemsOf({ path, name, texts, reasons }: Words): readonly Remark[] {
  return Object.entries(texts).flatMap(([language, words]) => {
    const found: Remark[] = [];
    const add = (kind: string, key: string, what: string, fix: string): void => {
      found.push({ kind, severity: 'warning', path: [...path, language, key], name, what, fix });
    };
    const count = words.text?.split(/\s+/).length ?? 0;
    if (count > MOST_WORDS) {
      add(
        'coaching-too-long',
        'text',
        `the text has ${count} words; nobody reads more than ${MOST_WORDS}`,
        'say what is wrong and what to do instead, in two sentences',
      );
    }
    for (const key of ['title', 'text'] as const) {
      const blanks = [...(words[key] ?? '').matchAll(/\{(\w+)\}/g)].flatMap(([, blank = '']) =>
        PLACEHOLDERS.has(blank) ? [] : [`{${blank}}`],
      );
      if (blanks.length > 0) {
        add(
          'unknown-placeholder',
          key,
          `${listed(blanks)} stands for nothing`,
          'there are {platform}, {label} and {policy}',
        );
      }
    }
    if (words.reasons !== undefined && reasons !== undefined && words.reasons.length !== reasons) {
      add(
        'reasons-do-not-match',
        'reasons',
        `there are ${words.reasons.length} reasons, and the policy has ${reasons}`,
        'translate each reason of the policy, in the same order',
      );
    }
    return found;
  });
}

/** Blocks that leave a person without anybody to ask. */
export const contacts: Check = ({ bundle }) => {
  if (bundle.contact !== undefined) return [];
  const everywhere = Object.values(bundle.coaching ?? {});
  if (everywhere.length > 0 && everywhere.every(({ contact }) => contact !== undefined)) return [];
  return bundle.policies.flatMap(({ name, action, enabled, coaching = {} }, index): readonly Remark[] => {
    const own = Object.values(coaching);
    if (action !== 'block' || !enabled || own.some(({ contact }) => contact !== undefined)) return [];
    return [
      {
        kind: 'block-without-contact',
        severity: 'warning',
        path: ['policies', index],
        name,
        what: 'a person who is blocked is told nobody to ask',
        fix: 'add "contact" to the bundle, or to the "coaching" of this policy',
      },
    ];
  });
};
