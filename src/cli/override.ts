import { userInfo } from 'node:os';
import { failed, ok, type Result } from '../shared/result.ts';
import { issueCode, readCode, type ReadCode } from '../sync/override-code.ts';
import { readKey } from './bundle-sign.ts';
import { complain, exit, type ExitCode } from './exit.ts';
import { readInput } from './input.ts';
import { giveOverride, NO_AGENT } from './instance.ts';
import { write, writeJson, writeLine } from './output.ts';
import { dataDirFor } from './paths.ts';

export interface IssueOptions {
  readonly key: string;
  readonly policy?: readonly string[] | undefined;
  readonly allPolicies?: boolean | undefined;
  readonly platform?: readonly string[] | undefined;
  readonly tenant?: string | undefined;
  readonly device?: string | undefined;
  readonly user?: string | undefined;
  readonly hours: number;
  readonly reason: string;
  readonly issuer?: string | undefined;
}

/** `clipward override issue`: a code that lifts policies once, for so many hours. Made offline; nothing is sent anywhere. */
export async function issueOverride(options: IssueOptions): Promise<ExitCode> {
  const { policy, allPolicies, platform, tenant, device, user, hours, reason } = options;
  if ((policy === undefined) === (allPolicies !== true)) {
    return complain('expected --policy with a name, or --all-policies', exit.usage);
  }
  const key = readKey(options.key);
  if (!key.ok) return key.problem;
  const code = await issueCode(
    {
      issuer: options.issuer ?? userInfo().username,
      reason,
      policies: policy ?? 'all',
      platforms: platform,
      tenant,
      device,
      user,
      hours,
      now: Date.now(),
    },
    key.value,
  );
  if (!code.ok) return complain(code.problem, exit.usage);
  await writeLine(code.value);
  if (device === undefined && user === undefined) {
    complain('this code holds on every device, once on each; --device or --user narrows it');
  }
  return exit.ok;
}

export interface ShowOptions {
  readonly key: readonly string[];
  readonly json?: boolean | undefined;
}

/** `clipward override show`: what a code says, and whether one of the keys signed it and it holds now. */
export async function showOverride(source: string, { key, json }: ShowOptions): Promise<ExitCode> {
  const code = await codeFrom(source);
  if (!code.ok) return complain(code.problem);
  const read = await readCode(code.value, key);
  if (!read.ok) return complain(read.problem, exit.findings);
  const now = Date.now();
  const state = now >= read.value.expires ? 'ended' : now < read.value.from ? 'not yet' : 'holds';
  if (json === true) {
    const { from, expires, ...rest } = read.value;
    await writeJson({ ...rest, from: isoOf(from), expires: isoOf(expires), state });
  } else await write(inWords(read.value, state));
  return state === 'holds' ? exit.ok : exit.findings;
}

const isoOf = (epochMs: number): string => new Date(epochMs).toISOString();

function inWords(code: ReadCode, state: string): string {
  const { id, issuer, reason, policies, platforms, tenant, device, user, from, expires } = code;
  const rows = [
    ['state', state],
    ['lifts', policies === 'all' ? 'all policies' : policies.join(', ')],
    ['on', platforms === 'all' ? 'all platforms' : platforms.join(', ')],
    ['from', isoOf(from)],
    ['until', isoOf(expires)],
    ['tenant', tenant ?? 'any'],
    ['device', device ?? 'any'],
    ['person', user ?? 'any'],
    ['issued by', issuer],
    ['reason', reason],
    ['id', id],
  ] as const;
  return rows.map(([key, value]) => `${key.padEnd(10)} ${value}\n`).join('');
}

/** `clipward override use`: hands a code to the agent that runs here; it says what passes, or why nothing does. */
export async function useOverride(
  source: string,
  options: { readonly data?: string | undefined },
): Promise<ExitCode> {
  const code = await codeFrom(source);
  if (!code.ok) return complain(code.problem);
  const answer = await giveOverride(dataDirFor(options.data), code.value);
  if (answer === null) return complain(NO_AGENT);
  if (!answer.ok) return complain(answer.problem, exit.findings);
  await writeLine(answer.value);
  return exit.ok;
}

/** The code itself, or what stands on stdin for `-`: a code in the arguments may stay in a shell's history. */
async function codeFrom(source: string): Promise<Result<string>> {
  const code = source === '-' ? await readInput('-') : ok(source);
  if (code.ok && code.value.trim() === '') return failed('override code: nothing was given; paste the code');
  return code;
}
