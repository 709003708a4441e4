/**
 * A consultation of 450,000 characters, 3,500 amendments and 10,000 remarks, on both databases: what people wait for, and
 * whether memory grows with visits. Prints the table of the README. `-- quick` measures a tenth of it, for a look. Each database
 * has a process of its own: what one has read and checked is not lent to the other.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadScale, scalePlace } from '#app/admin/scale/load-scale.server.ts';
import { scaleSize, type ScaleSize } from '#app/admin/scale/scale-text.ts';
import { loadClausePage } from '#app/drafting/pages/clause-page.server.ts';
import { decideRemark } from '#app/drafting/rulings/decide-remark.server.ts';
import { loadOfficeGroups } from '#app/drafting/rulings/group-suggestions.server.ts';
import { deskQuery } from '#app/drafting/rulings/desk-filters.ts';
import { loadDesk, loadDeskHead, loadNeighbours } from '#app/drafting/rulings/desk.server.ts';
import { loadRulingPage } from '#app/drafting/rulings/ruling-page.server.ts';
import { openReport } from '#app/drafting/report/load-report.server.ts';
import { linesPerPage } from '#app/drafting/report/report-document.ts';
import { reportCsv } from '#app/drafting/report/report-csv.server.ts';
import { reportDocx } from '#app/drafting/report/report-docx.server.ts';
import { municipalityClock } from '#app/drafting/course/clock/clock.server.ts';
import type { PrismaClient } from '#app/generated/prisma/client.ts';
import { openDatabase } from '#app/db/open.server.ts';
import { translator } from '#app/i18n/translate.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { startPostgres } from '#tests/setup/postgres-server.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const apart = '--apart';
const isQuick = process.argv.includes('quick');
const size: ScaleSize = isQuick
  ? { characters: 45_000, amendments: 350, remarks: 1_000, people: 200, ruled: 250 }
  : scaleSize;
const rounds = 5;
const { slug, teryt } = scalePlace;
const waiting = deskQuery(new URLSearchParams({ stan: 'waiting' }));

/**
 * What an official waits for: a remark with the list beside it, each the next one to decide on after the one before; `between` gets
 * the one that is open. Median of five, the slowest of more.
 */
async function visits(
  db: PrismaClient,
  viewer: Viewer,
  between: (number: number) => Promise<void>,
  count = rounds,
): Promise<number> {
  let [{ number }] = (await amendments(db, 1)) as [{ number: number; revision: number }];
  const times: number[] = [];
  for (let round = 0; round < count; round += 1) {
    const start = performance.now();
    await loadRulingPage(db, { viewer, slug, number, locale: 'pl', on: [] });
    const { draft, scope } = await loadDeskHead(db, { viewer, slug });
    const around = await loadNeighbours(db, { draft, scope, number, around: 12, query: waiting });
    times.push(performance.now() - start);
    await between(number);
    number = around.next ?? around.previous ?? number;
  }
  times.sort((a, b) => a - b);
  return count > rounds ? times.at(-1)! : times[Math.floor(count / 2)]!;
}

/** Decides on one remark: an amendment is accepted where nothing stands against it. */
async function rule(db: PrismaClient, viewer: Viewer, number: number): Promise<void> {
  const { version } = await db.consultation.findUniqueOrThrow({ where: { slug }, select: { version: true } });
  const { kind, fit, revision } = await db.remark.findFirstOrThrow({
    where: { consultation: { slug }, number },
    select: { kind: true, fit: true, revision: true },
  });
  const decision = kind !== 'amendment' ? 'answered' : fit === 'conflict' ? 'not-accepted' : 'accepted';
  const decided = await decideRemark(db, {
    viewer,
    slug,
    number,
    decision,
    reason: 'Dla pomiaru.',
    finals: new Map(),
    againstVersion: version,
    remarkRevision: revision,
  });
  if (!decided.ok) throw new Error(`${decision} ${number}: ${decided.error.code}`);
}

/** Accepts the last amendment that nothing stands against. */
async function ruleLast(db: PrismaClient, viewer: Viewer): Promise<void> {
  const [last] = await amendments(db, 1);
  await rule(db, viewer, last!.number);
}

type Row = { name: string; limit: number; measure: (db: PrismaClient, viewer: Viewer) => Promise<number> };

/** Median milliseconds of `rounds` visits, each to another address. */
async function median(work: (round: number) => Promise<unknown>, count = rounds): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < count; round += 1) {
    const start = performance.now();
    await work(round);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(count / 2)]!;
}

async function amendments(db: PrismaClient, count: number): Promise<{ number: number; revision: number }[]> {
  return db.remark.findMany({
    where: {
      consultation: { slug },
      kind: 'amendment',
      state: 'open',
      fit: 'unchanged',
      operations: { every: { op: 'replace' } },
    },
    orderBy: { number: 'desc' },
    take: count,
    select: { number: true, revision: true },
  });
}

async function drain(pieces: AsyncGenerator<string | Uint8Array>): Promise<void> {
  let bytes = 0;
  for await (const piece of pieces) bytes += piece.length;
  if (bytes === 0) throw new Error('an empty file');
}

const report = (db: PrismaClient) => openReport(db, { slug, number: null, now: new Date() });

const rows: Row[] = [
  {
    name: 'clause page',
    limit: 100,
    measure: (db) => median((round) => loadClausePage(db, { slug, code: 100 + 37 * round, page: 1, locale: 'pl' })),
  },
  {
    name: 'work list',
    limit: 100,
    measure: (db, viewer) => median(() => loadDesk(db, { viewer, slug, query: waiting })),
  },
  {
    name: 'opening one remark on the desk',
    limit: 150,
    measure: async (db, viewer) => visits(db, viewer, async () => {}),
  },
  {
    name: 'what-if of a ruling',
    limit: 100,
    measure: async (db, viewer) => {
      const open = await amendments(db, rounds);
      return median((round) =>
        loadRulingPage(db, {
          viewer,
          slug,
          number: open[round]!.number,
          locale: 'pl',
          asked: { decision: 'accepted', finals: new Map() },
        }),
      );
    },
  },
  {
    name: 'ruling that changes the text',
    limit: 300,
    measure: async (db, viewer) => median(async () => ruleLast(db, viewer)),
  },
  {
    name: 'the next remark after each of 20 rulings, the slowest',
    limit: 300,
    measure: async (db, viewer) => visits(db, viewer, (number) => rule(db, viewer, number), 20),
  },
  {
    name: 'suggestions of groups',
    limit: 1000,
    measure: (db, viewer) => median(() => loadOfficeGroups(db, { viewer, slug })),
  },
  {
    name: 'report, one page of lines',
    limit: 100,
    measure: (db) =>
      median(async (round) => (await report(db)).read(round * linesPerPage + 1, (round + 1) * linesPerPage)),
  },
  {
    name: 'report as CSV, all lines',
    limit: 30_000,
    measure: (db) => median(async () => drain(reportCsv(await report(db), translator('pl'))), 1),
  },
  {
    name: 'report as DOCX, all lines',
    limit: 30_000,
    measure: (db) => median(async () => reportDocx(await report(db), 'pl'), 1),
  },
  {
    name: 'clock of the municipality',
    limit: 500,
    measure: (db) => median(() => municipalityClock(db, teryt, new Date())),
  },
];

/** Heap in use after some visits and after three times as many. */
async function heapOfVisits(db: PrismaClient, viewer: Viewer): Promise<{ few: number; many: number }> {
  const visit = async (round: number) => {
    await loadClausePage(db, { slug, code: 100 + round, page: 1, locale: 'pl' });
    await loadDesk(db, { viewer, slug, query: waiting });
  };
  const visits = isQuick ? 10 : 20;
  const heap = async (from: number, to: number) => {
    for (let round = from; round < to; round += 1) await visit(round);
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  await heap(0, 5);
  return { few: await heap(5, 5 + visits), many: await heap(5 + visits, 5 + 3 * visits) };
}

type Result = { load: number; times: number[]; heap: { few: number; many: number } };

async function measureOn(url: string | undefined): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-bench-'));
  const opened = await openDatabase({
    url,
    folder,
    migrations: join(dirname(import.meta.dirname), 'prisma/migrations'),
  });
  try {
    const { db } = opened;
    const loaded = await loadScale(db, { size, note: () => {} });
    if (!loaded.ok) throw new Error(loaded.error.code);
    const official = await db.user.findUniqueOrThrow({ where: { email: scalePlace.official } });
    const viewer: Viewer = {
      id: official.id,
      email: official.email,
      displayName: official.displayName,
      verified: true,
      grants: [{ role: 'official', teryt, teamId: null, organisationName: null }],
    };
    const times: number[] = [];
    for (const row of rows) times.push(await row.measure(db, viewer));
    return { load: loaded.value.seconds, times, heap: await heapOfVisits(db, viewer) };
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Measures in a process of its own; `url` names a server, null the embedded database. */
async function measureApart(url: string | null): Promise<Result> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...process.execArgv, import.meta.filename, ...(isQuick ? ['quick'] : []), apart, ...(url === null ? [] : [url])],
    { maxBuffer: 2 ** 24 },
  );
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n{') + 1)) as Result;
}

async function compare(): Promise<void> {
  const server = await startPostgres();
  let onServer: Result;
  try {
    onServer = await measureApart(server.url);
  } finally {
    await server.stop();
  }
  const embedded = await measureApart(null);

  const ms = (time: number) => (time >= 10_000 ? `${(time / 1000).toFixed(1)} s` : `${time.toFixed(0)} ms`);
  console.log(`${size.characters} characters, ${size.amendments} amendments, ${size.remarks} remarks; medians\n`);
  console.log('| what | PGlite | PostgreSQL | ratio | limit |\n|---|---|---|---|---|');
  console.log(
    `| loading the set | ${embedded.load.toFixed(0)} s | ${onServer.load.toFixed(0)} s | ${(embedded.load / onServer.load).toFixed(1)} | |`,
  );
  rows.forEach(({ name, limit }, at) => {
    const [own, other] = [embedded.times[at]!, onServer.times[at]!];
    // The embedded database may take twice as long.
    const isSlow = !isQuick && (other > limit || own > 2 * limit);
    if (isSlow) process.exitCode = 1;
    console.log(
      `| ${name} | ${ms(own)} | ${ms(other)} | ${(own / other).toFixed(1)} | ${ms(limit)}${isSlow ? ' MISS' : ''} |`,
    );
  });
  for (const [name, { heap }] of [
    ['PGlite', embedded],
    ['PostgreSQL', onServer],
  ] as const) {
    const growth = heap.many / heap.few;
    if (growth > 1.1) process.exitCode = 1;
    console.log(
      `\n${name}: heap after 3N visits is ${growth.toFixed(2)} times that after N (${(heap.few / 2 ** 20).toFixed(0)} and ${(heap.many / 2 ** 20).toFixed(0)} MiB)`,
    );
  }
}

if (process.argv.includes(apart)) {
  console.log(`\n${JSON.stringify(await measureOn(process.argv[process.argv.indexOf(apart) + 1]))}`);
} else {
  await compare();
}
