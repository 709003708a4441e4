import { defineConfig } from 'vitest/config';

const always = ['node_modules/**', 'app/generated/**', 'build/**', 'tests/e2e/**'];
const onServer = Boolean(process.env.TEST_DATABASE_URL);

/** Apart from vite.config.ts: the Remix plug-in must not run under Vitest. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Wide, for a busy machine: a test that hangs still ends.
    testTimeout: 240_000,
    hookTimeout: 300_000,
    setupFiles: ['tests/setup/vitest.ts'],
    projects: [
      { extends: true, test: { name: 'unit', include: ['{app,tests,scripts}/**/*.test.{ts,tsx}'], exclude: [...always, '**/*.{db,pg,office}.test.ts'] } },
      // Needs LibreOffice, xmllint and Poppler.
      { extends: true, test: { name: 'office', include: ['app/**/*.office.{test,db.test}.ts'], exclude: always } },
      // The same files on both databases; *.pg.test.ts needs what only a server has: several connections.
      { extends: true, test: { name: onServer ? 'postgres' : 'pglite', include: ['{app,tests}/**/*.db.test.ts', ...(onServer ? ['{app,tests}/**/*.pg.test.ts'] : [])], exclude: [...always, '**/*.office.db.test.ts'] } },
    ],
  },
});
