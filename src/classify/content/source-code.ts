import type { Confidence } from '../../shared/finding.ts';
import type { LiteralDetector, Match, Span, View, WordDetector } from '../detector.ts';
import { anchorsOf, codeLanguages, type CodeLanguage } from './code-lines.ts';
import { knownRegion, regionAt, type Region } from './code-regions.ts';
import { codeExamples, NO_CODE } from './source-code-examples.ts';

/** Fewer telling lines are a quotation. */
const FEWEST = 3;
/** Data and settings in the form of code are guesses at best. */
const MILD: ReadonlySet<CodeLanguage> = new Set(['YAML', 'JSON', 'CSS', 'HTML']);
/** Marks that may stand before the first word of a line. */
const MARKS = new Uint8Array(128);
for (const mark of '@#<?$!/-" \t') MARKS[mark.charCodeAt(0)] = 1;

function matchCode(view: View, at: Span, language: CodeLanguage): Match | undefined {
  // Most words stand in a stretch that another language has read already.
  if (isOther(knownRegion(view, at.start), language)) return undefined;
  const start = lineStart(view.text, at.start);
  if (start < 0) return undefined;
  const region = regionAt(view, start);
  if (region.language !== language || region.telling < FEWEST || region.prose > region.telling)
    return undefined;
  const end = Math.max(region.end, at.end);
  return {
    start: region.start,
    end,
    confidence: confidenceOf(region, language),
    evidence: ['pattern'],
    value: `${language} ${end - region.start} ${region.telling}`,
    wide: true,
  };
}

const isOther = (region: Region | undefined, language: CodeLanguage): boolean =>
  region !== undefined && region.language !== language;

function confidenceOf({ telling, prose }: Region, language: CodeLanguage): Confidence {
  if (telling < 4 || prose * 2 > telling) return 'low';
  if (MILD.has(language)) return telling < 8 || language === 'JSON' ? 'low' : 'medium';
  return telling < 8 ? 'medium' : 'high';
}

/** Where the line begins whose first word stands at `at`; -1 when something else stands before it. */
function lineStart(text: string, at: number): number {
  let start = at;
  while (at - start < 80) {
    const code = text.charCodeAt(start - 1);
    if (code === 10 || start === 0) return start;
    if (code > 127 || MARKS[code] !== 1) return -1;
    start--;
  }
  return -1;
}

const entryOf = (language: CodeLanguage): WordDetector => ({
  type: `SOURCE_CODE:${language}`,
  name: `Source code (${language})`,
  anchor: { kind: 'word', words: anchorsOf(language) },
  match: (view, at) => matchCode(view, at, language),
  keywords: [],
  examples: { match: codeExamples(language), noMatch: NO_CODE },
});

/** JSON has no first words: it is met at an opening brace before a line end. */
const json: LiteralDetector = {
  type: 'SOURCE_CODE:JSON',
  name: 'Settings or data in JSON',
  anchor: { kind: 'literal', literals: ['{\n', '{\r\n'] },
  match: (view, at) => matchCode(view, { start: at.end, end: at.end }, 'JSON'),
  keywords: [],
  examples: { match: codeExamples('JSON'), noMatch: NO_CODE },
};

/** One entry for each language; each finding spans the whole stretch of code. */
export const sourceCodeDetectors: readonly (WordDetector | LiteralDetector)[] = [
  ...codeLanguages.filter((language) => language !== 'JSON').map(entryOf),
  json,
];
