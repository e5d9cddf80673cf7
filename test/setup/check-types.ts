import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** Type-checks every world by its own tsconfig.json: what a folder may not see (Node, DOM, electron) is not there to import. */
const run = promisify(execFile);
const worlds = globSync([
  'src/*/tsconfig.json',
  'renderer/tsconfig.json',
  'test/tsconfig.json',
  'tsconfig.json',
]).toSorted();
if (worlds.length < 12)
  throw new Error(`expected a tsconfig.json in every folder of src, found ${worlds.length}`);

let failed = false;
for (const world of worlds) {
  try {
    await run('tsc', ['-p', world]);
  } catch (error) {
    failed = true;
    process.stderr.write(`${dirname(world)}:\n${(error as { stdout: string }).stdout}\n`);
  }
}
process.exitCode = failed ? 1 : 0;
