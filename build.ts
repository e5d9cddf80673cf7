import { chmod, cp } from 'node:fs/promises';
import { build, type BuildOptions } from 'rolldown';

/** Packages stay outside the bundles: npm installs them, and native ones cannot be bundled. */
const packages =
  /^(?:@azure\/msal-node|better-sqlite3|clipboardy|electron|libphonenumber-js|node-global-key-listener)(?:\/|$)/;
const external = [/^node:/, packages];

const copyPages = {
  name: 'copy-pages',
  async writeBundle() {
    await cp('renderer/coach', 'dist/renderer/coach', {
      recursive: true,
      filter: (source) => !source.endsWith('.ts') && !source.endsWith('tsconfig.json'),
    });
  },
};

/** Shortened: it is read anew at each start. The source maps lead back. */
const esm = { format: 'esm', cleanDir: true, sourcemap: true, minify: true } as const;

/** What is shipped: the command line, the keeper, the tray app, and its one window. `npm run build` writes it to dist/. */
const bundles: BuildOptions[] = [
  {
    input: {
      clipward: 'src/cli/clipward.ts',
      'bundle-thread': 'src/cli/bundle-thread.ts',
    },
    platform: 'node',
    external,
    output: { ...esm, dir: 'dist/cli', banner: '#!/usr/bin/env node' },
  },
  {
    input: { keeper: 'src/sense/keeper.ts' },
    platform: 'node',
    external,
    output: { ...esm, dir: 'dist/sense' },
  },
  { input: { main: 'src/app/main.ts' }, platform: 'node', external, output: { ...esm, dir: 'dist/app' } },
  {
    input: { preload: 'src/preload/preload.ts' },
    platform: 'browser',
    external: ['electron'],
    output: { dir: 'dist/preload', format: 'cjs', entryFileNames: '[name].cjs', sourcemap: true },
  },
  {
    input: { coach: 'renderer/coach/coach.ts' },
    platform: 'browser',
    output: { dir: 'dist/renderer/coach', format: 'esm', sourcemap: true },
    plugins: [copyPages],
  },
];

for (const bundle of bundles) await build({ logLevel: 'warn', ...bundle });
// npm sets this when it links the command, but not when a later build writes the file anew.
await chmod('dist/cli/clipward.js', 0o755);
