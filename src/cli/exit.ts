import { printable } from './output.ts';

/** Exit codes, stable: scripts and MDM tools rely on them. */
export const exit = {
  ok: 0,
  /** Something sensitive was found, the verdict is not "allow", or an input was refused for what it says. */
  findings: 1,
  usage: 2,
  /** It could not be done: a file that cannot be read, a database that is not there. */
  failure: 3,
} as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

/** Tells an error as one line on stderr and gives the code to end with. */
export function complain(detail: string, code: ExitCode = exit.failure): ExitCode {
  process.stderr.write(`clipward: ${printable(detail.replaceAll('\n', ' '))}\n`);
  return code;
}
