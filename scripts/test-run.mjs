/** Runs the steps of `npm test`, shows which are running, and adds up what they found. */
import { availableParallelism } from 'node:os';

/**
 * @typedef {{ name: string, seconds: number }} TimedFile
 * @typedef {{ passed: number, failed: number, skipped?: string[], output?: string, files?: TimedFile[] }} Result
 * @typedef {{ name: string, title: string, after?: string, work: (note: (text: string) => void) => Promise<Result> }} Step
 *   `after` is the name of a step that has to be over before
 */

const live = process.stdout.isTTY && !process.env.CI;
/** Steps at a time. On two processors three: a quarter of its time a step waits for its browser, its database or the disk. */
const sideBySide = availableParallelism() > 1 ? 3 : 1;
/** @type {Set<string>} */
const running = new Set();
const begin = Date.now();

/**
 * Runs the steps, a few at a time, and prints the last line. Returns the exit code.
 * @param {Step[]} steps in the order in which they are begun: the long ones first, so that the short ones fill the end
 * @param {string[]} names only these steps; all when empty
 */
export async function runAll(steps, names) {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length) {
    const known = new Set(steps.map((step) => step.name));
    console.error(`no step ${unknown.join(', ')}; there are: ${[...known].join(', ')}`);
    return 2;
  }
  const timer = live ? setInterval(draw, 250) : null;
  const results = await inTurn(steps.filter((step) => names.length === 0 || names.includes(step.name)));
  if (timer) clearInterval(timer);
  slowest(results.flatMap(({ files }) => files ?? []));
  const sum = (of) => results.reduce((total, result) => total + result[of], 0);
  say(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
}

/** The suite's time is everybody's: a file that becomes slow is seen. @param {TimedFile[]} files */
function slowest(files) {
  if (files.length === 0) return;
  say(`\nSlowest files, of ${seconds(begin)} in all:`);
  for (const { name, seconds: each } of files.toSorted((a, b) => b.seconds - a.seconds).slice(0, 10))
    say(`${each.toFixed(1).padStart(7)} s  ${name}`);
}

/**
 * One queue: where a place is free the first step is begun whose forerunner is over, so that none stays free before the end. @param {Step[]} steps @returns {Promise<Result[]>}
 */
async function inTurn(steps) {
  const waiting = [...steps];
  const unfinished = new Set(steps);
  const results = [];
  const isOver = (name) => [...unfinished].every((step) => step.name !== name);
  /** @type {Map<Step, Promise<void>>} */
  const begun = new Map();
  const run = async (step) => {
    results.push(await runStep(step));
    unfinished.delete(step);
    begun.delete(step);
  };
  while (unfinished.size > 0) {
    const ready = waiting.filter(({ after }) => after === undefined || isOver(after));
    for (const step of ready.slice(0, sideBySide - begun.size)) {
      waiting.splice(waiting.indexOf(step), 1);
      begun.set(step, run(step));
    }
    await Promise.race(begun.values());
  }
  return results;
}

/** @param {Step} step @returns {Promise<Result>} */
async function runStep({ title, work }) {
  const start = Date.now();
  let detail = '';
  running.add(title);
  if (!live) say(`… ${title}`);
  const result = await work((text) => (detail = text)).catch(failure);
  running.delete(title);
  const counts = [
    `${result.passed} passed`,
    result.failed && `${result.failed} failed`,
    result.skipped?.length && `${result.skipped.length} skipped`,
  ];
  say(
    `${result.failed ? '✗' : '✓'} ${title}: ${counts.filter(Boolean).join(', ')}${detail && `, ${detail}`} (${seconds(start)})`,
  );
  for (const name of result.skipped ?? []) say(`  skipped: ${name}`);
  if (result.failed) say(`${result.output ?? ''}\n`);
  return result;
}

/** @param {Error} error @returns {Result} */
function failure(error) {
  return { passed: 0, failed: 1, output: process.env.DEBUG ? error.stack : error.message };
}

function seconds(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}

function draw() {
  if (running.size) process.stdout.write(`\r\u001b[K… ${[...running].join(' · ')} (${seconds(begin)})`);
}

function say(text) {
  process.stdout.write(`${live ? '\r\u001b[K' : ''}${text}\n`);
}
