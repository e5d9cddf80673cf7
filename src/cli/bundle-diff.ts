import { diffBundles, verdictChanges, type Change, type VerdictChange } from '../agent/bundle/bundle-diff.ts';
import { readBundleText, readyBundle, type ReadyBundle } from './bundle-read.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { write, writeJson } from './output.ts';

export interface DiffOptions {
  readonly json?: boolean | undefined;
}

/** `clipward bundle diff`: what differs between two bundles, and which of their cases come out differently. Ends with 1 when any does. */
export async function diffFiles(before: string, after: string, { json }: DiffOptions): Promise<ExitCode> {
  const old = readyFile(before);
  if (!old.ok) return old.problem;
  const now = readyFile(after);
  if (!now.ok) return now.problem;
  const changes = diffBundles(old.value.bundle, now.value.bundle);
  // Both as of one day: what changes is the bundle, not the time.
  const { issued } = now.value.bench;
  const verdicts = verdictChanges(
    { bundle: old.value.bundle, bench: { ...old.value.bench, issued } },
    { bundle: now.value.bundle, bench: now.value.bench },
  );
  if (json === true) await writeJson({ before, after, changes, verdicts });
  else await write(inWords(changes, verdicts));
  return changes.length > 0 || verdicts.length > 0 ? exit.findings : exit.ok;
}

function readyFile(path: string): Result<ReadyBundle, ExitCode> {
  const read = readBundleText(path);
  if (!read.ok) return read;
  const ready = readyBundle(read.value.payload, path);
  return ready.ok ? ok(ready.value) : failed(complain(ready.problem, exit.findings));
}

const marks = { added: '+', removed: '-', changed: '~' } as const;

function inWords(changes: readonly Change[], verdicts: readonly VerdictChange[]): string {
  if (changes.length === 0 && verdicts.length === 0) return 'No difference.\n';
  const lines = changes.flatMap(({ part, name, kind, fields }) => [
    `${marks[kind]} ${part} "${name}" ${kind}`,
    ...fields.map(({ field, before, after }) =>
      before === '…' || after === '…'
        ? `    ${field}: ${before === null ? 'added' : after === null ? 'removed' : 'differs'}`
        : `    ${field}: ${before ?? 'nothing'} → ${after ?? 'nothing'}`,
    ),
  ]);
  const told =
    verdicts.length === 0
      ? ['No case of the two bundles comes out differently.']
      : [
          `Verdicts that change (${verdicts.length}):`,
          ...verdicts.map(
            ({ test, platform, before, after }) => `  "${test}" on ${platform}: ${before} → ${after}`,
          ),
        ];
  return `${[...lines, ...told].join('\n')}\n`;
}
