import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startApp, type AppServer } from '#tests/setup/app-server.ts';
import type { PostgresServer } from '#tests/setup/postgres-server.ts';
import { createServerDatabase } from '#tests/setup/server-database.ts';
import { file, inRegister, load, prepare, type Place, type Told } from './filing-load.ts';
import { must, type Trial } from './report.ts';

/** Letters that must have been taken before something happens to the program. */
const before = 12;

const starting = ({ folder, url }: Place) =>
  startApp({
    empty: true,
    keptFolder: folder,
    ...(url ? { databaseUrl: url } : {}),
    env: { TRUST_PROXY: 'loopback', LOG_LEVEL: 'warn' },
  });

/** Runs `work` on a prepared database of its own, embedded or on the server. */
async function onFresh(
  server: PostgresServer | null,
  work: (place: Place, tokens: string[]) => Promise<string>,
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-crash-'));
  const made = server ? await createServerDatabase(server.url) : null;
  const place: Place = { folder, ...(made ? { url: made.url } : {}) };
  try {
    return await work(place, await prepare(place));
  } finally {
    await made?.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every letter that somebody was told is filed is there, whole, and none is there by half. */
async function agrees(place: Place, { filed }: Told): Promise<string> {
  const { whole, half, twice } = await inRegister(place);
  const lost = filed.filter((mark) => !whole.has(mark));
  must(lost.length === 0, `${lost.length} of ${filed.length} acknowledged letters are lost`);
  must(half.length === 0, `${half.length} letters are there by half`);
  must(twice === 0, `${twice} numbers were given twice`);
  return `${filed.length} acknowledged, ${whole.size} in the register, 0 lost, 0 by half`;
}

const killed = (server: PostgresServer | null) =>
  onFresh(server, async (place, tokens) => {
    let all = 0;
    const told: Told = { filed: [], statuses: new Map(), broken: new Map() };
    for (let round = 0; round < 2; round += 1) {
      const app = await starting(place);
      const running = load([app.baseUrl], tokens);
      await running.filed(before);
      app.signal('SIGKILL');
      await app.ended;
      await running.stop();
      told.filed.push(...running.told.filed);
      all += 1;
      await app.stop();
    }
    return `${all} times killed; ${await agrees(place, told)}`;
  });

const terminated = (server: PostgresServer | null) =>
  onFresh(server, async (place, tokens) => {
    const app = await starting(place);
    const { told, stop, filed } = load([app.baseUrl], tokens);
    await filed(before);
    app.signal('SIGTERM');
    const code = await app.ended;
    await stop();
    await app.stop();
    must(code === 0, `it ended with ${code}\n${app.output()}`);
    const cut = [...told.broken].filter(([why]) => why !== 'ECONNREFUSED');
    must(cut.length === 0, `requests in flight were cut: ${JSON.stringify(cut)}`);
    return `${await agrees(place, told)}, 0 requests cut, ${told.broken.get('ECONNREFUSED') ?? 0} found the door closed`;
  });

async function readyAgain(app: AppServer): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await fetch(`${app.baseUrl}/readyz`)).status === 200) return;
    await pause(150);
  }
  throw new Error(`it did not become ready again\n${app.output()}`);
}

const databaseAway = (server: PostgresServer, away: () => Promise<void>, back: () => Promise<void>) =>
  onFresh(server, async (place, tokens) => {
    const app = await starting(place);
    try {
      const { told, stop, filed } = load([app.baseUrl], tokens);
      await filed(before);
      await away();
      await pause(8_000);
      const meanwhile = await Promise.all(
        tokens.map((token, index) => file(app.baseUrl, token, `away-${index}-${Date.now()}`)),
      );
      await back();
      await readyAgain(app);
      const had = told.filed.length;
      await filed(had + before);
      await stop();
      must(
        meanwhile.every(({ status, retryAfter }) => status === 503 && retryAfter !== undefined),
        `answers meanwhile: ${meanwhile.map(({ status }) => status).join(' ')}`,
      );
      must(told.broken.size === 0, `connections broke: ${JSON.stringify([...told.broken])}`);
      must(!told.statuses.has(500), `${told.statuses.get(500)} answers 500`);
      await app.stop();
      return `${await agrees(place, told)}, ${told.statuses.get(503) ?? 0} told to come again, recovered by itself`;
    } finally {
      await app.stop();
    }
  });

const twoOnServer = (server: PostgresServer) =>
  onFresh(server, async (place, tokens) => {
    const second = { ...place, folder: mkdtempSync(join(tmpdir(), 'paragraf-crash-')) };
    const apps = await Promise.all([starting(place), starting(second)]);
    const { told, stop, filed } = load(
      apps.map(({ baseUrl }) => baseUrl),
      tokens,
    );
    await filed(3 * before);
    await stop();
    await Promise.all(apps.map((app) => app.stop()));
    rmSync(second.folder, { recursive: true, force: true });
    return `${await agrees(place, told)}, no number given twice`;
  });

const twoOnFolder = () =>
  onFresh(null, async (place, tokens) => {
    const app = await starting(place);
    try {
      const { told, stop, filed } = load([app.baseUrl], tokens);
      await filed(before);
      const second = await starting(place).then(
        () => 'it started',
        (error: Error) => error.message,
      );
      must(second.includes('in use'), `the second program: ${second.slice(0, 300)}`);
      await filed(told.filed.length + before);
      await stop();
      await app.stop();
      return `the second one is refused; ${await agrees(place, told)}`;
    } finally {
      await app.stop();
    }
  });

/** A file system of its own that can be filled; null where this user may not make one. */
function smallDisk(megabytes: number): { folder: string; release(): void } | null {
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-disk-'));
  const mounted =
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status === 0;
  const release = () => {
    if (mounted) execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  };
  if (mounted) return { folder, release };
  release();
  return null;
}

async function fullDisk(): Promise<string> {
  const disk = smallDisk(320);
  if (!disk) return 'not tried: making a small file system takes root on Linux';
  const folder = join(disk.folder, 'data');
  mkdirSync(folder);
  const place = { folder };
  const ballast = join(disk.folder, 'ballast');
  try {
    const tokens = await prepare(place);
    const app = await starting(place);
    const { told, stop, filed } = load([app.baseUrl], tokens);
    await filed(before);
    const { bavail, bsize } = statfsSync(disk.folder);
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - 1024 * 1024));
    const refused = await Promise.all(
      tokens.map((token, index) => file(app.baseUrl, token, `full-${index}-${Date.now()}`)),
    );
    const page = (await fetch(`${app.baseUrl}/konsultacje`)).status;
    rmSync(ballast);
    await filed(told.filed.length + before);
    await stop();
    await app.stop();
    must(
      refused.every(({ status }) => status === 507),
      `answers with a full disk: ${refused.map(({ status }) => status).join(' ')}`,
    );
    must(page === 200, `a page was answered ${page} with a full disk`);
    return `${refused.length} refused with 507, pages read on, then ${await agrees(place, told)}`;
  } finally {
    disk.release();
  }
}

/** All trials; those on a server share one. */
export function trials(server: PostgresServer): Trial[] {
  return [
    { name: 'killed under load, embedded', run: () => killed(null) },
    { name: 'killed under load, PostgreSQL', run: () => killed(server) },
    { name: 'SIGTERM under load, embedded', run: () => terminated(null) },
    { name: 'SIGTERM under load, PostgreSQL', run: () => terminated(server) },
    {
      name: 'database stopped and back',
      run: () =>
        databaseAway(
          server,
          () => server.halt(),
          () => server.restart(),
        ),
    },
    {
      name: 'database frozen and back',
      run: () =>
        databaseAway(
          server,
          async () => server.freeze(),
          async () => server.resume(),
        ),
    },
    { name: 'two programs on one PostgreSQL', run: () => twoOnServer(server) },
    { name: 'two programs on one folder', run: twoOnFolder },
    { name: 'disk full and free again', run: fullDisk },
  ];
}
