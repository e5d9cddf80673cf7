import type {
  Classification,
  Confidence,
  FindingType,
  RiskLevel,
  Unscanned,
} from '../../src/shared/finding.ts';

/** A classification with given types, for tests of what comes after the classifier. */
export function classificationOf(
  types: readonly (FindingType | { type: FindingType; distinct?: number; confidence?: Confidence })[],
  riskScore: number,
  riskLevel: RiskLevel,
  unscanned?: Unscanned,
): Classification {
  const counts = types.map((entry) => {
    const { type, distinct = 1, confidence = 'high' } = typeof entry === 'string' ? { type: entry } : entry;
    return { type, count: distinct, distinct, confidence };
  });
  return {
    findings: [],
    counts,
    riskScore,
    riskLevel,
    riskReasons: [],
    ...(unscanned === undefined ? {} : { unscanned }),
  };
}

export const nothingFound = classificationOf([], 0, 'none');
export const oneCard = classificationOf(['CREDIT_CARD'], 0.9, 'high');
export const oneNir = classificationOf(['NIR'], 0.9, 'high');
export const oneEmail = classificationOf(['EMAIL'], 0.6, 'medium');
export const oneAddress = classificationOf(['IP_ADDRESS'], 0.3, 'low');
