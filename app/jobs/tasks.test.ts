import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import express from 'express';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainDocument } from '#app/documents/model/tracked-document.ts';
import { heading, paragraph } from '#app/documents/model/model.ts';
import {
  commentsOverInsertions,
  docxOf,
  documentOf,
  nested,
  paragraphOf,
  repeatedParagraphs,
} from '#app/documents/testing/hostile-docx.ts';
import { sampleAct, sampleProperties } from '#app/documents/testing/sample-act.ts';
import { writeWord } from '#app/documents/word/write-word.ts';
import { viewChanges } from '#app/drafting/remarks/view-tasks.server.ts';
import { parseText } from '#app/drafting/acts/tasks.server.ts';
import { writeTableRows } from '#app/publishing/csv/tasks.server.ts';
import { healthz } from '#app/http/readiness.server.ts';
import { buildWorkers } from '../../scripts/build-workers.mjs';
import { actIdentity } from '#app/documents/akn/act-identity.ts';
import { writeAkn } from '#app/drafting/akn/akn-task.server.ts';
import { readWordChanges, writeWord as packWord } from '#app/drafting/word/tasks.server.ts';
import {
  carryRoles,
  diffVersions,
  previewText,
  readText,
  readWordText,
  reviewText,
} from '#app/drafting/acts/tasks.server.ts';
import { compareTexts, findProblems } from '#app/drafting/unified/tasks.server.ts';
import { drawPicture } from '#app/monitoring/charts/tasks.server.ts';
import { makePdf } from '#app/publishing/tasks.server.ts';
import type { HeavyWork } from '#app/workers/heavy-work.ts';
import { runTask, startWorkers } from '#app/workers/run-task.server.ts';
import { lanes, tasks } from '#app/workers/tasks.ts';
import { taskCode } from './task-code.server.ts';

/** Inside the program, where its packages and its letters are found. */
const cache = join(import.meta.dirname, '../../.cache');
let folder = '';
let stop: () => Promise<void> = () => Promise.resolve();

beforeAll(async () => {
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'workers-'));
  await buildWorkers(folder);
});

afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

test('every task has code and every bound: time, memory, number running and waiting', async () => {
  expect(Object.keys(taskCode).toSorted()).toEqual(Object.keys(tasks).toSorted());
  for (const [name, task] of Object.entries(tasks)) {
    expect(typeof (await taskCode[name]?.()), name).toBe('function');
    expect(Object.keys(lanes), name).toContain(task.lane);
    const { megabytes, threads } = lanes[task.lane];
    for (const [bound, least, most] of [
      [task.ms, 1_000, 120_000],
      [task.running, 1, threads],
      [task.waiting, 1, 100],
      [task.patience, 1_000, 60_000],
      [megabytes, 64, 512],
    ] as const) {
      expect(bound, name).toBeGreaterThanOrEqual(least);
      expect(bound, name).toBeLessThanOrEqual(most);
    }
  }
});

test('all threads together stay within what the program may have', () => {
  const most = Object.values(lanes).reduce((sum, { threads, megabytes }) => sum + threads * megabytes, 0);
  expect(most).toBeLessThanOrEqual(2_304);
});

const properties = sampleProperties(sampleAct());
const model = { language: 'pl' as const, properties, blocks: [heading(1, 'Ławki'), paragraph('Zażółć gęślą jaźń.')] };
const units = { before: [], after: [], language: 'pl' as const };

type Order = { name: string; run: (where: string) => Promise<unknown> };
const order = <Input, Output>(work: HeavyWork<Input, Output>, input: () => Promise<Input> | Input): Order => ({
  name: work.name,
  run: async (where) => runTask(work, await input(), where),
});

/** One honest order for each task that can be given in a line. */
const orders: Order[] = [
  order(readWordText, () => writeWord(plainDocument(sampleAct(), properties))),
  order(readWordChanges, () => writeWord(plainDocument(sampleAct(), properties))),
  order(packWord, () => ({ kind: 'plain' as const, act: sampleAct(), properties })),
  order(writeAkn, () => ({
    act: sampleAct(),
    date: '2026-11-01T00:00:00Z',
    amendments: [],
    identity: actIdentity(sampleAct()),
  })),
  order(makePdf, () => model),
  order(
    drawPicture,
    () => '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text y="20">Ł</text></svg>',
  ),
  order(reviewText, () => ({ source: '§ 1. Ławki są żółte.\n', overrides: new Map([[1, 'paragraph' as const]]) })),
  order(previewText, () => ({ source: '§ 1. Ławki są żółte.\n', overrides: new Map() })),
  order(readText, () => ({ source: '§ 1. Ławki są żółte.\n', overrides: new Map() })),
  order(carryRoles, () => ({ before: 'a\nb', after: 'x\na\nb', overrides: new Map([[2, 'text' as const]]) })),
  order(diffVersions, () => units),
  order(compareTexts, () => ({ before: '§ 1. Raz.\n', after: '§ 1. Dwa.\n', language: 'pl' as const })),
  order(findProblems, () => sampleAct()),
];

test('a thread gives what the work gives here, byte for byte', async () => {
  const all = async (where: string): Promise<[string, unknown][]> => {
    const results: [string, unknown][] = [];
    for (const { name, run } of orders) results.push([name, plain(await run(where))]);
    return results;
  };
  const here = await all('here');
  stop = startWorkers(join(folder, 'worker.mjs'));
  expect(await all('on a thread')).toEqual(here);
});

/** A Word file holds the moment it was packed: its parts are what is compared. */
function plain(value: unknown): unknown {
  if (!(value instanceof Uint8Array)) return value;
  return value[0] === 0x50 && value[1] === 0x4b ? unzipSync(value) : Buffer.from(value).toString('base64');
}

test('hostile files are answered on the thread while the others get their turn', async () => {
  let turns = 0;
  let going = true;
  const turn = (): void => {
    turns += 1;
    if (going) setImmediate(turn);
  };
  turn();
  const hostile = [
    commentsOverInsertions(2_000, 5_000),
    repeatedParagraphs(700_000, ''),
    nested(1_000, '<w:sdt>', '</w:sdt>'),
  ];
  const results = await Promise.all(hostile.map((bytes) => runTask(readWordChanges, bytes)));
  going = false;
  expect(results.map((result) => (result.ok ? 'read' : result.error.code))).toEqual(['too-big', 'too-big', 'too-big']);
  expect(turns).toBeGreaterThan(1_000);
  expect(await runTask(readWordText, docxOf({ 'word/document.xml': documentOf(paragraphOf('Dalej.')) }))).toMatchObject(
    { ok: true, text: 'Dalej.\n', report: { letters: { file: 5, missing: 0 } } },
  );
});

test('while three pieces of heavy work run, /healthz is answered and the loop is mostly idle', async () => {
  await stop();
  stop = startWorkers(join(folder, 'worker.mjs'));
  const [one, other] = ['a b c d '.repeat(2_500), 'd c b a '.repeat(2_500)];
  const steps = Array.from({ length: 20 }, (_, at) => ({
    op: 'replace' as const,
    citation: '§ 1',
    mark: '',
    before: `${one}${at}`,
    after: other,
    locale: 'pl' as const,
  }));
  const server = createServer(express().get('/healthz', healthz));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  let isDone = false;
  let answers = 0;
  const before = performance.eventLoopUtilization();
  const work = Promise.all([
    runTask(viewChanges, steps),
    runTask(parseText, '§ 1. Ala ma kota.\n'.repeat(20_000)),
    runTask(
      writeTableRows,
      Array.from({ length: 500 }, (_, n) => [n, '„=1;a '.repeat(2_000)]),
    ),
  ]).then(() => (isDone = true));
  while (!isDone) {
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    answers += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await work;
  const { utilization } = performance.eventLoopUtilization(before);
  server.close();
  // Done here, the loop would have no turn to answer in and be busy all the time.
  expect(answers).toBeGreaterThan(10);
  expect(utilization).toBeLessThan(0.6);
});
