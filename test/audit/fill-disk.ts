import { openLog, started } from '../fakes/audit-samples.ts';

/** Run as a program: appends until it no longer works and prints what was acknowledged. */
const { log } = openLog(process.argv[2] ?? '');
const acknowledged: string[] = [];
let problem: string | null = null;
while (problem === null && acknowledged.length < 2000) {
  const result = log.append(started);
  if (result.ok) acknowledged.push(result.value.event_id);
  else problem = result.problem;
}
process.stdout.write(JSON.stringify({ durable: log.durable, acknowledged, problem }));
