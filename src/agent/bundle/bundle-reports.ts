import type { AgentEvent, EventDraft } from '../../shared/audit-event.ts';
import type { Tell } from '../../shared/happening.ts';
import type { Result } from '../../shared/result.ts';
import type { BundleStore } from '../../sync/bundle-store.ts';
import type { BundleMarks } from './bundle-marks.ts';

/** How what happens to bundles is recorded for admins and told to the person. */
export interface BundleReports {
  /** Told only: it says nothing of a bundle. */
  problem(detail: string): void;
  /** Another one came into force: all is well. */
  applied(detail: string): void;
  refused(detail: string): void;
  reverted(detail: string): void;
  repaired(detail: string): void;
}

export interface ReportParts {
  readonly record: (draft: EventDraft) => void;
  readonly tell: Tell;
}

/** Events hold at most so many characters of detail. */
const MOST_DETAIL = 1000;

export function createBundleReports({ record, tell }: ReportParts): BundleReports {
  const problem = (detail: string): void => tell({ kind: 'problem', detail });
  const recorded = (what: AgentEvent['what'], detail: string): void =>
    record({ kind: 'agent', what, detail: detail.slice(0, MOST_DETAIL) });
  const both =
    (what: AgentEvent['what']) =>
    (detail: string): void => {
      recorded(what, detail);
      problem(detail);
    };
  return {
    problem,
    applied: (detail) => {
      recorded('bundle-applied', detail);
      tell({ kind: 'bundle', detail });
    },
    refused: both('bundle-refused'),
    reverted: both('bundle-reverted'),
    repaired: both('bundle-mark-repaired'),
  };
}

export type SaveBundles = (change: Parameters<BundleStore['save']>[0]) => Promise<void>;

/** Saves to the store and brings the second place of the marks up to it. What fails is told: enforcement goes on. */
export const createSaving =
  (store: BundleStore, marks: BundleMarks, problem: (detail: string) => void): SaveBundles =>
  async (change) => {
    const results: Result<void>[] = [await store.save(change), marks.follow()];
    for (const result of results) {
      if (!result.ok) problem(`${result.problem}; after a restart an earlier bundle may be in force`);
    }
  };

/** As reports name a bundle. */
export const bundleInWords = ({
  name,
  version,
}: {
  readonly name: string;
  readonly version: number;
}): string => `"${name}" v${version}`;
