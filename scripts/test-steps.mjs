/** The programs behind the steps of `npm test`, and how their findings are counted. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';

/** @typedef {import('./test-run.mjs').Result} Result */

const root = dirname(import.meta.dirname);
const children = new Set();
const processors = availableParallelism();
/** Of each step: several run side by side and share the processors, and each worker of a browser has a program beside it. */
const workers = String(Math.max(1, Math.floor(processors / 2)));

let sources;
/** Folder of this run for what the steps make of the sources. */
function keptSources() {
  return (sources ??= mkdtempSync(join(tmpdir(), 'paragraf-sources-')));
}

process.on('exit', () => {
  children.forEach((child) => child.kill('SIGKILL'));
  if (sources) rmSync(sources, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

/** @returns {Promise<{ code: number | null, output: string }>} */
function run(file, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    children.add(child);
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('close', (code) => {
      children.delete(child);
      resolve({ code, output });
    });
  });
}

/** A program that only says yes or no counts as one test. @returns {Promise<Result>} */
export async function program(file, args = []) {
  const { code, output } = await run(file, args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output };
}

export function packageProgram(name, bin, args) {
  return program(programOf(name, bin), args);
}

function programOf(name, bin) {
  const folder = join(root, 'node_modules', name);
  if (!existsSync(folder)) throw new Error(`the package ${name} is missing: run npm ci with development packages`);
  const listed = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).bin;
  return join(folder, typeof listed === 'string' ? listed : listed[bin]);
}

/** Those of the programs that are not on the path. @param {string[]} names */
export function missingPrograms(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.filter((name) => !folders.some((folder) => existsSync(join(folder, name))));
}

/** Tests of one project of vitest.config.ts; `shard` is a part of its files, as "1/2". @returns {Promise<Result>} */
export function vitest(project, { env = {}, shard = '' } = {}) {
  return withReport(async (file) => {
    const args = [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...(shard === '' ? [] : [`--shard=${shard}`]),
    ];
    // Only the step on PostgreSQL may see a server: everything else would run there too.
    return run(programOf('vitest', 'vitest'), args, {
      TEST_DATABASE_URL: '',
      TEST_WORKERS: workers,
      TEST_SOURCES: keptSources(),
      ...env,
    });
  }, countVitest);
}

/** `shard` is a part of the files, as "1/2". @returns {Promise<Result>} */
export function playwright({ shard }) {
  return withReport((file) => {
    const args = [
      'test',
      '--workers',
      workers,
      `--shard=${shard}`,
      '--reporter=list,json',
      `--output=test-results/${shard.replace('/', '-')}`,
    ];
    return run(programOf('@playwright/test', 'playwright'), args, {
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      TEST_DATABASE_URL: '',
    });
  }, countPlaywright);
}

/** A run without a report, or one that failed without a failed test (a file that does not load), is a failure. */
async function withReport(work, count) {
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-report-'));
  const file = join(folder, 'report.json');
  try {
    const { code, output } = await work(file);
    const counted = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 };
    const failed = counted.failed || (code === 0 && counted.passed > 0 ? 0 : 1);
    return { ...counted, failed, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function countVitest(report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const notLoaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const skipped = tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName);
  const files = report.testResults.map((file) => ({
    name: relative(root, file.name),
    seconds: (file.endTime - file.startTime) / 1000,
  }));
  return { passed: report.numPassedTests, failed: report.numFailedTests + notLoaded, skipped, files };
}

export function countPlaywright(report) {
  const { expected, unexpected, flaky } = report.stats;
  const files = report.suites.map((suite) => ({ name: join('tests/e2e', suite.file), seconds: secondsOf(suite) }));
  return {
    passed: expected,
    failed: unexpected + flaky + report.errors.length,
    skipped: skippedIn(report.suites),
    files,
  };
}

function secondsOf(suite) {
  const own = (suite.specs ?? []).flatMap((spec) => spec.tests).flatMap((test) => test.results ?? []);
  return (
    own.reduce((sum, { duration = 0 }) => sum + duration / 1000, 0) +
    (suite.suites ?? []).reduce((sum, inner) => sum + secondsOf(inner), 0)
  );
}

function skippedIn(suites = []) {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? [])
      .filter((spec) => spec.tests.some((test) => test.status === 'skipped'))
      .map((spec) => spec.title),
    ...skippedIn(suite.suites),
  ]);
}
