import { defineConfig } from 'vitest/config';

const always = ['node_modules/**', 'app/generated/**', 'build/**', 'tests/e2e/**'];
const onServer = Boolean(process.env.TEST_DATABASE_URL);
/** Folders and choices that `npm test` makes; by hand any database test runs on the embedded database. */
const keptSources = process.env.TEST_SOURCES;
const embeddedOnly = process.env.TEST_EMBEDDED === 'selection';

/**
 * All database tests run on a server, where they take two thirds of the time. On the embedded database those about what may
 * differ there: SQL of our own, locks and races, time, types, rows written in sets, what is kept in memory, and the core of
 * a consultation and of an edition. The browser tests run the whole program on it.
 */
const embeddedToo = [
  'app/{backup,limits}/**/*.db.test.ts',
  'app/db/*.db.test.ts',
  'app/drafting/record.db.test.ts',
  'app/drafting/register/{file-remark,guest}.db.test.ts',
  'app/drafting/report/report.db.test.ts',
  'app/drafting/rulings/{decide-remark,deciding}.db.test.ts',
  'app/mail/mail.db.test.ts',
  'app/monitoring/publication/{publication,release}.db.test.ts',
  'app/openness/{archive,webhooks}/*.db.test.ts',
  'tests/http/public-pages.db.test.ts',
];

/** Apart from vite.config.ts: the Remix plug-in must not run under Vitest. */
export default defineConfig({
  test: {
    pool: 'forks',
    // Transformed sources are kept for the next process of one `npm test`: each step reads the same thousand. Not longer: a
    // file that lists a folder (import.meta.glob) would not notice a new one.
    experimental: keptSources ? { fsModuleCache: true, fsModuleCachePath: keptSources } : {},
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
          include: onServer ? [] : embeddedOnly ? embeddedToo : ['{app,tests}/**/*.db.test.ts'],
          exclude: [...always, '**/*.office.db.test.ts'],
        },
      },
      // *.pg.test.ts needs what only a server has: several connections.
      {
        extends: true,
        test: {
          name: 'postgres',
          include: onServer ? ['{app,tests}/**/*.{db,pg}.test.ts'] : [],
          exclude: [...always, '**/*.office.db.test.ts'],
        },
      },
    ],
  },
});
