import type { CompanyType } from '../shared/company-types.ts';
import type { CustomType, Need } from '../shared/custom-type.ts';
import type { Confidence, Finding } from '../shared/finding.ts';
import { countOf } from '../shared/text-spans.ts';
import type { Explanation } from './explain.ts';

/** The same explanations, those of a company's own types in the words of the entry that found them. */
export function explainOwn(
  explanations: readonly Explanation[],
  types: readonly CompanyType[],
): readonly Explanation[] {
  const byName = new Map(types.map((type) => [type.type, type]));
  return explanations.map((explanation) => {
    const type = byName.get(explanation.finding.type);
    return type === undefined
      ? explanation
      : { ...explanation, rule: type.name, ...reasonsFor(type, explanation) };
  });
}

type Reasons = Pick<Explanation, 'because' | 'unless' | 'purview'>;

function reasonsFor(type: CompanyType, { finding }: Explanation): Reasons {
  if (!('kind' in type)) return ofPatterns(type, finding);
  const length = finding.end - finding.start;
  if (type.kind === 'exact_data') {
    const { confirm, proximity, with_columns: columns } = type;
    const confirming = `${confirm} of ${columns} other columns of its row within ${proximity} characters`;
    const isConfirmed = finding.evidence.includes('keyword');
    return {
      because: [`its ${length} characters are a value of the table`, ...(isConfirmed ? [confirming] : [])],
      unless: [
        'it were not in the table',
        ...(columns === 0
          ? []
          : [isConfirmed ? `without these it is ${type.alone}` : `with ${confirming} it is high`]),
      ],
    };
  }
  if (type.kind === 'fingerprint') {
    return {
      because: [
        `these ${length} characters are a passage of one of ${type.documents.length} known documents`,
      ],
      unless: [`less than ${type.threshold} % of the document, or of what was copied, were the same`],
    };
  }
  const levels = `${type.medium_at} different terms are medium, ${type.high_at} are high`;
  return {
    because: [`its ${length} characters are one of ${countOf(type.terms)} terms`],
    unless: ['a letter or digit touched it', levels],
  };
}

function ofPatterns(type: CustomType, { start, end, confidence, evidence }: Finding): Reasons {
  const needs = needsAt(type, confidence);
  return {
    ...(type.id === undefined ? {} : { purview: { name: type.name, id: type.id } }),
    because: [
      `a pattern of ${confidence} confidence holds for its ${end - start} characters`,
      ...(evidence.includes('checksum') ? ['its validators hold'] : []),
      ...(evidence.includes('keyword') && needs.length > 0 ? [`near it: ${needs.join(' or ')}`] : []),
    ],
    unless: [
      ...(needs.length === 0 ? [] : ['what its pattern needs were not near it']),
      ...(evidence.includes('checksum') ? ['a validator did not hold'] : []),
      ...(type.filters.length === 0 ? [] : ['a filter dropped it']),
      ...(type.min_count === 1 ? [] : [`fewer than ${type.min_count} different values were there`]),
    ],
  };
}

/** What each pattern of this level asks for, in the names that the type gives it. */
const needsAt = ({ patterns }: CustomType, confidence: Confidence): readonly string[] => [
  ...new Set(
    patterns
      .filter((pattern) => pattern.confidence === confidence && pattern.needs.length > 0)
      .map(({ needs }) => needs.map(needWords).join(' and ')),
  ),
];

function needWords(need: Need): string {
  if (typeof need === 'string') return `"${need}"`;
  if ('match' in need) return `"${need.match}"`;
  if ('none_of' in need) return `none of ${need.none_of.map(needWords).join(', ')}`;
  const { any_of: any, at_least: least = 1 } = need;
  return `${least} of ${any.map(needWords).join(', ')}`;
}
