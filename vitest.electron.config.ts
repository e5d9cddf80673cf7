import { defineConfig } from 'vitest/config';

/** The smoke test in real Electron, apart from `npm test`. */
export default defineConfig({
  test: { include: ['test/electron/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
