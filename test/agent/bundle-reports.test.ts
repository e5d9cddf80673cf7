import { describe, expect, it } from 'vitest';
import { createBundleReports } from '../../src/agent/bundle/bundle-reports.ts';

describe('a report about bundles', () => {
  it.each([
    ['applied', 'bundle-applied', 'bundle'],
    ['refused', 'bundle-refused', 'problem'],
    ['reverted', 'bundle-reverted', 'problem'],
    ['repaired', 'bundle-mark-repaired', 'problem'],
  ] as const)('of one that was %s is recorded, and told as what it is', (kind, what, toldAs) => {
    const [recorded, told]: [unknown[], unknown[]] = [[], []];
    const reports = createBundleReports({
      record: (draft) => void recorded.push(draft),
      tell: (happening) => void told.push(happening),
    });
    reports[kind]('"acme" v5');
    expect(recorded).toEqual([{ kind: 'agent', what, detail: '"acme" v5' }]);
    expect(told).toEqual([{ kind: toldAs, detail: '"acme" v5' }]);
  });
});
