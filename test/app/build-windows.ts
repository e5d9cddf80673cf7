import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'rolldown';

const root = join(import.meta.dirname, '..', '..');

export interface BuiltWindows {
  /** Laid out like dist/: `preload/preload.cjs`, `renderer/coach/`. */
  readonly distDir: string;
  remove(): Promise<void>;
}

/** Bundles the real preload and the real coaching page into a folder of its own, so that a stale dist/ is never tested. */
export async function buildWindows(): Promise<BuiltWindows> {
  const distDir = await mkdtemp(join(tmpdir(), 'clipward-windows-'));
  const common = { logLevel: 'warn', platform: 'browser' } as const;
  await build({
    ...common,
    input: join(root, 'src/preload/preload.ts'),
    external: ['electron'],
    output: { file: join(distDir, 'preload/preload.cjs'), format: 'cjs' },
  });
  await build({
    ...common,
    input: join(root, 'renderer/coach/coach.ts'),
    output: { file: join(distDir, 'renderer/coach/coach.js'), format: 'esm' },
  });
  for (const file of ['coach.html', 'coach.css']) {
    await copyFile(join(root, 'renderer/coach', file), join(distDir, 'renderer/coach', file));
  }
  return { distDir, remove: () => rm(distDir, { recursive: true, force: true }) };
}
