import type { Happening } from '../shared/happening.ts';
import { nameOf } from '../shared/platform.ts';

/** A happening in a line or two for a terminal. */
export function wordsFor(happening: Happening): string {
  switch (happening.kind) {
    case 'verdict':
      return verdictWords(happening);
    case 'held':
      return `       held: the clipboard shows a notice while ${happening.platform} is in front`;
    case 'redacted':
      return `       redacted: ${happening.platform} gets a version with the findings replaced`;
    case 'given-back':
      return '       given back: the copied content is on the clipboard again';
    case 'answered':
      return `       answer for ${happening.platform}: ${happening.answer}`;
    case 'recovered':
      return `recovered: ${happening.detail}`;
    case 'bundle':
      return `in force: ${happening.detail}`;
    case 'problem':
      return `attention: ${happening.detail}`;
  }
}

function verdictWords({
  verdict,
  trigger,
  target,
  label,
  labelWhy,
  counts,
  riskScore,
}: Extract<Happening, { kind: 'verdict' }>): string {
  const doing = trigger === 'paste' ? 'paste into' : 'in front of';
  const found =
    counts.length === 0
      ? 'nothing found'
      : counts.map(({ type, distinct }) => `${distinct} ${type}`).join(', ');
  const labelled = label === null ? `no label (${labelWhy}).` : `${label.name} (${labelWhy}).`;
  const reason =
    target.kind === 'app' || target.kind === 'unknown'
      ? `${nameOf(target)} is not an AI platform.`
      : verdict.reason;
  const simulated = verdict.simulated.map(
    ({ policy, action }) => `       would have: ${action.toUpperCase()} by ${policy}`,
  );
  return [
    `${verdict.action.toUpperCase().padEnd(6)} ${doing} ${nameOf(target)}: ${found}, risk ${riskScore}, ${labelled}`,
    `       ${reason}`,
    ...simulated,
  ].join('\n');
}
