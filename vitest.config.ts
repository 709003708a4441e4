import { defineConfig } from 'vitest/config';

const always = ['node_modules/**', 'app/generated/**', 'build/**'];

/** Apart from vite.config.ts: the Remix plug-in must not run under Vitest. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    setupFiles: ['tests/setup/vitest.ts'],
    projects: [
      { extends: true, test: { name: 'unit', include: ['{app,tests,scripts}/**/*.test.{ts,tsx}'], exclude: [...always, '**/*.db.test.ts', 'tests/e2e/**'] } },
      { extends: true, test: { name: 'db', include: ['{app,tests}/**/*.db.test.ts'], exclude: always } },
    ],
  },
});
