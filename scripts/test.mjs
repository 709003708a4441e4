/**
 * `npm test`: every check there is, in one run. Goes on after a failure, shows the whole output of what failed, and ends
 * with the line `N passed, N failed`. `npm test -- lint browser` runs only the steps named.
 */
import { register } from 'tsx/esm/api';
import { isFresh } from './build-stamp.mjs';
import { runAll } from './test-run.mjs';
import { missingPrograms, packageProgram, playwright, program, vitest } from './test-steps.mjs';

register();

/** What type check and tests read; the checks that need nothing else of the build run beside it. */
async function generated(note) {
  isGenerated = true;
  if (!isFresh()) return program('scripts/generate.mjs');
  note('nothing has changed since the last one');
  return { passed: 1, failed: 0 };
}

let isGenerated = false;

async function built(note) {
  if (!isFresh()) return program('scripts/build.mjs', isGenerated ? ['--without-client'] : []);
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

let server;

/** One server for all of them: each file has a database of its own on it. */
async function onPostgres(shard, note) {
  const { startPostgres } = await import('../tests/setup/postgres-server.ts');
  server ??= startPostgres();
  const { origin, url } = await server;
  note(origin);
  return vitest('postgres', { env: { TEST_DATABASE_URL: url }, shard });
}

let filled;

/** The demonstration is filled once for all browsers; each of their programs starts from a copy. */
async function inBrowser(shard, note) {
  const [{ findBrowser }, { fillOnce }] = await Promise.all([
    import('../tests/setup/browser.ts'),
    import('../tests/setup/app-server.ts'),
  ]);
  note((await findBrowser()).executablePath);
  filled ??= fillOnce();
  await filled;
  return playwright({ shard });
}

/** What other programs make of our documents. Without them the step says which are missing and counts nothing. */
async function inOffice(note) {
  const missing = missingPrograms(['soffice', 'xmllint', 'pdfinfo', 'pdftotext', 'unzip']);
  if (missing.length === 0) return vitest('office');
  note(`skipped, not installed: ${missing.join(', ')}`);
  return { passed: 0, failed: 0, skipped: ['documents checked by LibreOffice, xmllint and Poppler'] };
}

// Beside the build what needs only the client. Then those that are one piece and long; the halves at the end leave no
// processor idle.
const steps = [
  { name: 'client', title: 'Database client', work: generated },
  { name: 'build', title: 'Build', after: 'client', work: built },
  { name: 'lint', title: 'Lint', after: 'client', work: linted },
  {
    name: 'types',
    title: 'Type check',
    after: 'client',
    work: () => packageProgram('typescript-native', 'tsc', ['--noEmit']),
  },
  ...['1/2', '2/2'].map((shard) => ({
    name: 'browser',
    title: `Browser tests, ${shard}`,
    after: 'build',
    work: (note) => inBrowser(shard, note),
  })),
  { name: 'unit', title: 'Unit and contract tests', after: 'build', work: () => vitest('unit') },
  ...['1/2', '2/2'].map((shard) => ({
    name: 'postgres',
    title: `Database tests on PostgreSQL, ${shard}`,
    after: 'build',
    work: (note) => onPostgres(shard, note),
  })),
  {
    name: 'pglite',
    title: 'Database tests on PGlite',
    after: 'build',
    work: () => vitest('pglite', { env: { TEST_EMBEDDED: 'selection' } }),
  },
  { name: 'office', title: 'Documents in other programs', after: 'build', work: inOffice },
];

const code = await runAll(steps, process.argv.slice(2));
if (filled) (await filled)();
if (server)
  await server.then(
    (running) => running.stop(),
    () => {},
  );
process.exit(code);
