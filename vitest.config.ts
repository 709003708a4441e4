import { defineConfig } from 'vitest/config';

/** Apart from vite.config.ts: the Remix plug-in must not run under Vitest. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    include: ['app/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'node_modules/**', 'app/generated/**'],
  },
});
