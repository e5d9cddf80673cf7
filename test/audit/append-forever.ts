import { writeSync } from 'node:fs';
import { answerTo, interaction, openLog, valueOf } from '../fakes/audit-samples.ts';

/** Run as a program and killed by the test: prints the id of every event that was acknowledged. */
const { log } = openLog(process.argv[2] ?? '');
if (!log.durable) throw new Error(log.problem ?? 'not durable');
for (;;) {
  const asked = interaction();
  for (const draft of [asked, answerTo(asked.interaction_id)]) {
    writeSync(1, `${valueOf(log.append(draft)).event_id}\n`);
  }
}
