import { defineConfig } from 'vitest/config';

const always = ['node_modules/**', 'app/generated/**', 'build/**', 'tests/e2e/**'];
const onServer = Boolean(process.env.TEST_DATABASE_URL);

/**
 * All database tests run on PGlite; on a server those about what may differ there: SQL of our own, locks and races, time,
 * types, rows written in sets, and the core of a consultation.
 */
const onBoth = [
  'app/{account,admin,api,db,limits,mail,municipalities,openness,people}/**/*.db.test.ts',
  'app/drafting/*.db.test.ts',
  'app/drafting/{acts,carry,near,register,report,rulings,unified,word}/**/*.db.test.ts',
  'app/monitoring/publication/**/*.db.test.ts',
];

/** Apart from vite.config.ts: the Remix plug-in must not run under Vitest. */
export default defineConfig({
  test: {
    pool: 'forks',
    // Read here and nowhere else: a project that extends this takes no notice of --maxWorkers.
    maxWorkers: Number(process.env.TEST_WORKERS) || 2,
    // Files of one process share its modules: Prisma, PGlite and the messages are read once and not for every file.
    isolate: false,
    // Wide, for a busy machine: a test that hangs still ends.
    testTimeout: 240_000,
    hookTimeout: 300_000,
    setupFiles: ['tests/setup/vitest.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{app,tests,scripts}/**/*.test.{ts,tsx}'],
          exclude: [...always, '**/*.{db,pg,office}.test.ts'],
        },
      },
      // Needs LibreOffice, xmllint and Poppler.
      { extends: true, test: { name: 'office', include: ['app/**/*.office.{test,db.test}.ts'], exclude: always } },
      {
        extends: true,
        test: {
          name: 'pglite',
          include: onServer ? [] : ['{app,tests}/**/*.db.test.ts'],
          exclude: [...always, '**/*.office.db.test.ts'],
        },
      },
      // *.pg.test.ts needs what only a server has: several connections.
      {
        extends: true,
        test: {
          name: 'postgres',
          include: onServer ? ['{app,tests}/**/*.pg.test.ts', ...onBoth] : [],
          exclude: [...always, '**/*.office.db.test.ts'],
        },
      },
    ],
  },
});
