import { z } from 'zod';
import type { Enforced } from '../agent/enforced.ts';
import { type Classifier } from '../classify/classifier.ts';
import { MAX_TEXT_UNITS } from '../classify/limits.ts';
import type { Explanation } from '../classify/explain.ts';
import { explainOwn } from '../classify/explain-own.ts';
import { assignLabel } from '../label/assign.ts';
import { confidenceNumber, type Classification } from '../shared/finding.ts';
import { parseJson } from '../shared/json.ts';
import { failed, type Result } from '../shared/result.ts';
import { bundleFor, classifierFor } from './bundle-option.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { linesOf, MAX_LINE_UNITS, readInput } from './input.ts';
import { write, writeJson, writeLine } from './output.ts';

export interface ClassifyOptions {
  readonly json?: boolean | undefined;
  readonly jsonl?: boolean | undefined;
  readonly explain?: boolean | undefined;
  readonly bundle?: string | undefined;
  readonly country?: string | undefined;
}

/** `clipward classify`: what is in a text, its risk and its label. Never prints the text. */
export async function classify(file: string | undefined, options: ClassifyOptions): Promise<ExitCode> {
  const enforced = bundleFor(options.bundle);
  if (!enforced.ok) return enforced.problem;
  const classifier = classifierFor(enforced.value, options.country);
  const measure = createMeasure(enforced.value, classifier);
  if (options.jsonl === true) return classifyLines(measure);

  const input = await readInput(file);
  if (!input.ok) return complain(input.problem);
  if (options.explain === true) {
    if (input.value.length > MAX_TEXT_UNITS)
      return complain(`${file ?? 'stdin'}: ${NOT_READ}`, exit.findings);
    const explanations = explainOwn(classifier.explain(input.value), enforced.value.own.types);
    return explainText(explanations, options.json === true);
  }
  const result = measure(input.value);
  if (options.json === true) await writeJson(result);
  else await write(tableOf(result));
  return result.findings.length > 0 || result.unscanned !== undefined ? exit.findings : exit.ok;
}

/** Said where there is no classification that could say it. */
const NOT_READ = `more than the ${MAX_TEXT_UNITS} characters that are looked at; not scanned, and not treated as clean`;

const lineSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** One JSON line in, one out, in order. A bad line is answered, not fatal. */
async function classifyLines(measure: Measure): Promise<ExitCode> {
  let number = 0;
  for await (const line of linesOf(process.stdin)) {
    number += 1;
    if (line.length <= MAX_LINE_UNITS && line.trim() === '') continue;
    const parsed = parseLine(line, `line ${number}`);
    await writeLine(
      JSON.stringify(
        parsed.ok
          ? { id: parsed.value.id, ...measure(parsed.value.text) }
          : { id: null, error: parsed.problem },
      ),
    );
  }
  return exit.ok;
}

/** A cut line is no JSON any more: it says that it is too long, not that it is broken. */
const parseLine = (line: string, where: string): Result<z.output<typeof lineSchema>> =>
  line.length > MAX_LINE_UNITS ? failed(`${where}: ${NOT_READ}`) : parseJson(lineSchema, line, where);

interface Measured {
  readonly findings: readonly { type: string; start: number; end: number; confidence: number }[];
  readonly risk_score: number;
  readonly risk_level: string;
  readonly label: string | null;
  readonly unscanned?: string;
  /** Milliseconds inside the classifier. */
  readonly ms: number;
}
type Measure = (text: string) => Measured;

function createMeasure(enforced: Enforced, classifier: Classifier): Measure {
  return (text) => {
    const started = performance.now();
    const classification = classifier.classify(text);
    const ms = performance.now() - started;
    return { ...summary(classification, enforced), ms: Math.round(ms * 1000) / 1000 };
  };
}

function summary(classification: Classification, enforced: Enforced): Omit<Measured, 'ms'> {
  const { findings, riskScore, riskLevel, unscanned } = classification;
  return {
    findings: findings.map(({ type, start, end, confidence }) => ({
      type,
      start,
      end,
      confidence: confidenceNumber[confidence],
    })),
    risk_score: riskScore,
    risk_level: riskLevel,
    label: assignLabel(enforced.labelRules, classification).label?.name ?? null,
    ...(unscanned === undefined ? {} : { unscanned }),
  };
}

/** Each finding with its rule, what spoke for it and what would have spoken against it; never its text. */
async function explainText(explanations: readonly Explanation[], json: boolean): Promise<ExitCode> {
  if (json) await writeJson(explanations);
  else await write(explanations.map(paragraphOf).join('\n') || 'Nothing was found.\n');
  return explanations.length > 0 ? exit.findings : exit.ok;
}

function paragraphOf({ finding, rule, purview, because, unless }: Explanation): string {
  const { type, start, end, confidence } = finding;
  const known = purview === undefined ? '' : ` (Purview: ${purview.name}, ${purview.id})`;
  return [
    `${type}  ${start}–${end}  ${confidence} (${confidenceNumber[confidence]})`,
    `  rule     ${rule}${known}`,
    ...because.map((reason) => `  because  ${reason}`),
    ...unless.map((reason) => `  unless   ${reason}`),
    '',
  ].join('\n');
}

function tableOf({ findings, risk_score, risk_level, label, unscanned }: Measured): string {
  const rows = findings.map(
    ({ type, start, end, confidence }) =>
      `${type.padEnd(24)} ${`${start}–${end}`.padEnd(16)} ${confidence}\n`,
  );
  const unread = unscanned === undefined ? '' : `Not fully read: ${unscanned}. It is not treated as clean.\n`;
  return `${rows.join('')}${unread}Risk ${risk_score} (${risk_level}). Label: ${label ?? 'none'}.\n`;
}
