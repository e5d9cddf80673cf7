import type { CoachingText, CoachingTexts } from '../shared/coaching-texts.ts';

/** Where a company's own words for the coaching dialog stand, and the language of who reads them. */
export interface WordSources {
  /** The deciding policy's. */
  readonly policy?: CoachingTexts | undefined;
  /** The bundle's, for all policies. */
  readonly bundle?: CoachingTexts | undefined;
  /** As BCP 47 writes it: `de-AT`. */
  readonly language: string;
}

/** What everybody is taken to understand where there is nothing in their own language. */
const FALLBACK = 'en';

/**
 * The company's own words, each part from the first place that has it: in the person's language, then in that language of any
 * country, then in English; in each of them the policy's before the bundle's. What nobody has written is left out.
 */
export function companyWords({ policy = {}, bundle = {}, language }: WordSources): CoachingText {
  const wanted = languagesFor(language);
  const inOrder = (sources: readonly CoachingTexts[]): CoachingText[] =>
    wanted.flatMap((isWanted) =>
      sources.flatMap((texts) =>
        Object.entries(texts).flatMap(([key, text]) => (isWanted(key) ? [text] : [])),
      ),
    );
  const all = inOrder([policy, bundle]);
  return {
    title: all.find(({ title }) => title !== undefined)?.title,
    text: all.find(({ text }) => text !== undefined)?.text,
    contact: all.find(({ contact }) => contact !== undefined)?.contact,
    // Reasons belong to one policy: the bundle's would be in the order of nothing.
    reasons: inOrder([policy]).find(({ reasons }) => reasons !== undefined)?.reasons,
  };
}

/** Which keys of the texts fit, best first. Case and `_` for `-` do not matter: systems write languages in many ways. */
function languagesFor(language: string): readonly ((key: string) => boolean)[] {
  const wanted = language.toLowerCase().replaceAll('_', '-').replace(/\..*$/, '');
  const base = baseOf(wanted);
  return [
    (key) => key.toLowerCase() === wanted,
    (key) => key.toLowerCase() === base,
    (key) => baseOf(key.toLowerCase()) === base,
    (key) => key === FALLBACK,
    (key) => baseOf(key) === FALLBACK,
  ];
}

const baseOf = (language: string): string => language.split('-')[0] ?? language;

/**
 * The policy's reasons as the person reads them, in the policy's order. Where the translation is shorter or repeats itself, the
 * policy's own words stand: every reason can be told from the others, and which one was chosen is recorded in the policy's words.
 */
export function reasonsInWords(reasons: readonly string[], translated: readonly string[] = []): string[] {
  const used = new Set<string>(reasons);
  return reasons.map((reason, index) => {
    const words = translated[index];
    if (words === undefined || words === reason || used.has(words)) return reason;
    used.add(words);
    return words;
  });
}

/** Puts names in the place of `{platform}`, `{label}` and `{policy}`; anything else in braces stays as it is. */
export const filledIn = (
  words: string,
  names: Readonly<Record<'platform' | 'label' | 'policy', string>>,
): string => words.replaceAll(/\{(platform|label|policy)\}/g, (_, name: keyof typeof names) => names[name]);
