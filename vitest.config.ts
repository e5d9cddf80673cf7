import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Needs Electron's own binary: npm run test:electron.
    exclude: ['test/electron/**'],
    reporters: ['default', './test/setup/plain-summary.ts'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
