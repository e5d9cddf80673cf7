import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { becomeTheInstance, giveOverride, type Instance } from '../../src/cli/instance.ts';
import { socketPathFor } from '../../src/cli/paths.ts';
import { ok } from '../../src/shared/result.ts';
import { temporaryFolder } from '../fakes/temporary-folder.ts';

async function doorOf(dataDir: string): Promise<Instance> {
  const opened = await becomeTheInstance(dataDir, {
    state: () => {
      throw new Error('nobody asks for it here');
    },
    override: (code) => Promise.resolve(ok(`${code} passes`)),
    syncNow: () => new Promise(() => undefined),
  });
  if (!opened.ok) throw new Error(opened.problem);
  return opened.value;
}

it.each([
  ['says nothing', ''],
  ['never ends what it asks', '{"ask":'],
  ['waits for a sync that hangs', '{"ask":"sync"}\n'],
])('the door closes at once while a program %s', async (_, request) => {
  const dataDir = temporaryFolder();
  const door = await doorOf(dataDir);
  const visitor = connect(socketPathFor(dataDir));
  await once(visitor, 'connect');
  visitor.write(request);
  expect(await giveOverride(dataDir, 'a code')).toEqual(ok('a code passes'));
  expect(await giveOverride(`${dataDir}-other`, 'a code')).toBeNull();
  const closed = once(visitor, 'close');
  await door.close();
  await closed;
});

it('guards without a door where none can be made, and says what that means', async () => {
  const file = join(temporaryFolder(), 'a-file');
  writeFileSync(file, '');
  const instance = await doorOf(join(file, 'data'));
  expect(instance.problem).toContain('`clipward status` and override codes do not reach this agent');
  expect(await giveOverride(join(file, 'data'), 'a code')).toBeNull();
  await instance.close();
});
