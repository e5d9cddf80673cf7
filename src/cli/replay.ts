import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createRecordedDesktop } from '../sense/recorded-desktop.ts';
import { parseRecording, type Recording } from '../sense/recording.ts';
import type { Happening } from '../shared/happening.ts';
import { platformIdOf } from '../shared/platform.ts';
import { messageOf } from '../shared/result.ts';
import { openHostedAgent } from './hosted-agent.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { printable, writeJson, writeLine } from './output.ts';
import { recordingsDirFor } from './paths.ts';
import { printReport } from './report.ts';
import { wordsFor } from './words.ts';

export interface ReplayOptions {
  readonly data?: string | undefined;
  readonly bundle?: string | undefined;
  readonly country?: string | undefined;
  readonly json?: boolean | undefined;
  /** Ends with the label report and where the database lies. */
  readonly report?: boolean | undefined;
}

/** `clipward replay`: a recorded desktop session through the very same agent, with its real database. */
export async function replay(file: string, options: ReplayOptions): Promise<ExitCode> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return complain(`${file}: cannot be read (${messageOf(error)})`);
  }
  const recording = parseRecording(text, file);
  if (!recording.ok) return complain(recording.problem, exit.findings);
  if (options.bundle !== undefined) {
    // Loaded only here: it knows all types, which an agent's own thread does without.
    const bundle = (await import('./bundle-option.ts')).bundleFor(options.bundle);
    if (!bundle.ok) return bundle.problem;
  }

  const dataDir = recordingsDirFor(options.data);
  const happenings: Happening[] = [];
  const json = options.json === true;
  const played = await play(recording.value, file, dataDir, options, (happening) => {
    happenings.push(happening);
    if (!json) process.stdout.write(`${printable(wordsFor(happening))}\n`);
  });
  if (played !== null) return complain(played);
  if (json) await writeJson(happenings.filter((happening) => happening.kind === 'verdict').map(verdictRow));
  if (options.report === true) {
    await writeLine('');
    await printReport(dataDir, {});
    await writeLine(
      `\nDatabase: ${join(dataDir, 'clipward.db')}\nLook closer: npx clipward events --data ${dataDir}`,
    );
  }
  return exit.ok;
}

/** Plays to the end; the answer is a problem, or null. */
async function play(
  recording: Recording,
  file: string,
  dataDir: string,
  options: ReplayOptions,
  tell: (happening: Happening) => void,
): Promise<string | null> {
  const desktop = createRecordedDesktop(recording, basename(file));
  const { bundle, country } = options;
  const agent = await openHostedAgent({
    host: 'recording',
    desktop,
    ask: desktop.ask,
    tell,
    dataDir,
    bundle,
    country,
  });
  if (!agent.ok) return agent.problem;
  await desktop.play(() => agent.value.settled());
  await agent.value.settled();
  await agent.value.stop();
  return null;
}

const verdictRow = (happening: Extract<Happening, { kind: 'verdict' }>) => ({
  trigger: happening.trigger,
  platform_id: platformIdOf(happening.target),
  target: happening.target,
  action: happening.verdict.action,
  policy: happening.verdict.policy,
  reason: happening.verdict.reason,
  label: happening.label?.name ?? null,
  label_why: happening.labelWhy,
  simulated: happening.verdict.simulated,
  findings: happening.counts,
  risk_score: happening.riskScore,
});
