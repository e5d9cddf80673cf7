import { complain, exit, type ExitCode } from './exit.ts';
import { askToSync, NO_AGENT } from './instance.ts';
import { writeLine } from './output.ts';
import { dataDirFor } from './paths.ts';

/** `clipward sync`: the running agent looks for a newer bundle and for labels now, not at its next hour. */
export async function sync(options: { readonly data?: string | undefined }): Promise<ExitCode> {
  const done = await askToSync(dataDirFor(options.data));
  if (done?.ok !== true) return complain(done?.problem ?? NO_AGENT);
  await writeLine('Done; `clipward status` tells what is in force now.');
  return exit.ok;
}
