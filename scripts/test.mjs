/**
 * `npm test`: every check there is, in one run. Goes on after a failure, shows the whole output of what failed, and ends
 * with the line `N passed, N failed`. `npm test -- lint browser` runs only the steps named.
 */
import { register } from 'tsx/esm/api';
import { isFresh } from './build-stamp.mjs';
import { runAll } from './test-run.mjs';
import { missingPrograms, packageProgram, playwright, program, vitest } from './test-steps.mjs';

register();

/** Build, with the database client that type check and tests read: it comes before them. */
async function built(note) {
  if (!isFresh()) return program('scripts/build.mjs');
  note('nothing has changed since the last one');
  return { passed: 1, failed: 0 };
}

/** As `npm run lint`: doubtful code, layout of the sources, and exports that nothing asks for. */
async function linted() {
  const folders = ['app', 'scripts', 'tests', 'prisma'];
  const results = [];
  for (const [name, args] of [
    ['oxlint', ['--deny-warnings', ...folders]],
    ['oxfmt', ['--check', ...folders]],
    ['knip', ['--no-config-hints']],
  ])
    results.push(await packageProgram(name, name, args));
  return {
    passed: results.filter(({ failed }) => failed === 0).length,
    failed: results.filter(({ failed }) => failed > 0).length,
    output: results.map(({ output }) => output ?? '').join('\n'),
  };
}

async function onPostgres(note) {
  const { startPostgres } = await import('../tests/setup/postgres-server.ts');
  const server = await startPostgres();
  try {
    note(server.origin);
    return await vitest('postgres', { env: { TEST_DATABASE_URL: server.url } });
  } finally {
    await server.stop();
  }
}

async function inBrowser(note) {
  const { findBrowser } = await import('../tests/setup/browser.ts');
  note((await findBrowser()).executablePath);
  return playwright();
}

/** What other programs make of our documents. Without them the step says which are missing and counts nothing. */
async function inOffice(note) {
  const missing = missingPrograms(['soffice', 'xmllint', 'pdfinfo', 'pdftotext', 'unzip']);
  if (missing.length === 0) return vitest('office');
  note(`skipped, not installed: ${missing.join(', ')}`);
  return { passed: 0, failed: 0, skipped: ['documents checked by LibreOffice, xmllint and Poppler'] };
}

// Steps of a group run side by side, groups one after the other.
const groups = [
  [
    { name: 'build', title: 'Build', work: built },
    {
      name: 'lint',
      title: 'Lint',
      work: linted,
    },
  ],
  [
    // The longest first, in halves: otherwise one processor waits for the other at the end.
    { name: 'pglite', title: 'Database tests on PGlite, one half', work: () => vitest('pglite', { shard: '1/2' }) },
    {
      name: 'pglite',
      title: 'Database tests on PGlite, the other half',
      work: () => vitest('pglite', { shard: '2/2' }),
    },
    { name: 'unit', title: 'Unit and contract tests', work: () => vitest('unit') },
    { name: 'postgres', title: 'Database tests on PostgreSQL', work: onPostgres },
    { name: 'types', title: 'Type check', work: () => packageProgram('typescript-native', 'tsc', ['--noEmit']) },
  ],
  [{ name: 'office', title: 'Documents in other programs', work: inOffice }],
  [{ name: 'browser', title: 'Browser tests', work: inBrowser }],
];

process.exit(await runAll(groups, process.argv.slice(2)));
