import { assessRisk } from '../../classify/risk.ts';
import type { DynamicRule } from '../../label/dynamic-rules.ts';
import { typeCovers, type FindingType } from '../../shared/finding.ts';
import { listOfReferences } from '../../shared/type-reference.ts';
import { SCORES } from './space.ts';

/** Scores in hundredths, lowest first. */
export type Scores = readonly number[];

export const allScores: Scores = Array.from({ length: SCORES }, (_, score) => score);

/** Does this rule hold for a score, whatever was found? A rule about types never does. */
export const holdsAt = ({ condition }: DynamicRule, score: number): boolean =>
  'risk_score' in condition &&
  (condition.risk_score === 'gte' ? score / 100 >= condition.value : score / 100 < condition.value);

/** The types a rule names; none for one about the score. */
export const typesOf = ({ condition }: DynamicRule): readonly FindingType[] =>
  'classifications' in condition ? listOfReferences(condition.value) : [];

/** The first rule that holds for a score and, when one is given, a type that was found; -1 when none does. */
export const firstRule = (rules: readonly DynamicRule[], score: number, found?: FindingType): number =>
  rules.findIndex(
    (rule) =>
      holdsAt(rule, score) || (found !== undefined && typesOf(rule).some((type) => typeCovers(type, found))),
  );

/** The scores that a text can have in which a type is found surely enough to decide by its name. */
export function scoresWith(type: FindingType): Scores {
  const { score } = assessRisk([{ type, count: 1, distinct: 1, confidence: 'medium' }]);
  return allScores.filter((each) => each >= Math.round(score * 100));
}

/** `0.50 to 0.79`, `0 and 0.80 to 1`. */
export function scoresInWords(scores: Scores): string {
  const runs: [number, number][] = [];
  for (const score of scores) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === score - 1) last[1] = score;
    else runs.push([score, score]);
  }
  return runs
    .map(([from, to]) => (from === to ? inWords(from) : `${inWords(from)} to ${inWords(to)}`))
    .join(' and ');
}

const inWords = (score: number): string =>
  score % 100 === 0 ? String(score / 100) : (score / 100).toFixed(2);
