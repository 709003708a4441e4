import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { settingProblems } from '#app/settings/start-settings.server.ts';
import { startServices } from '#app/admin/start-services.server.ts';
import { coverOlder } from '#app/redaction/cover-older.server.ts';
import { beginRecord } from '#app/db/record/begin-record.server.ts';
import { placeAllNear } from '#app/drafting/near/place-near.server.ts';
import { setDb } from '#app/db/client.server.ts';
import { setHealth } from '#app/db/health.server.ts';
import { databasePlaces, openDatabase, type OpenDatabase } from '#app/db/open.server.ts';
import { startRevisions } from '#app/db/start-revisions.server.ts';
import { demoPassword, type DemoAccount } from '#app/people/demo/accounts.ts';
import { listDemoAccounts } from '#app/people/demo/list-demo-accounts.server.ts';
import { awaitsDemo, seedDemo } from '#app/demo/seed-demo.server.ts';
import { followConnections } from '#app/http/graceful-stop.server.ts';
import { endLiveLines } from '#app/http/live-line.server.ts';
import { liveHub } from '#app/live/live-hub.server.ts';
import { heardLive, liveNotices } from '#app/live/tell-live.server.ts';
import { createServer, nameNotice } from '#app/http/server.server.ts';
import { loadMethodologies } from '#app/monitoring/access/load-methodologies.server.ts';
import { lacksAdministrator } from '#app/people/lacks-administrator.server.ts';
import { loadRegister } from '#app/municipalities/load-register.server.ts';
import { startWorkers } from '#app/workers/run-task.server.ts';
import { endOnSignal } from './end-on-signal.ts';
import { step } from './terminal.mjs';
import { startWatchdog } from './watchdog.mjs';

/** A page waits for no statement longer than this. */
const statementMs = 20_000;

/**
 * Opens and fills the database, starts the server, and closes both on a signal. `root` is the folder of the program; this file
 * is an entry of the build, beside the pages.
 */
export async function serve({ empty, root }: { empty: boolean; root: string }): Promise<void> {
  requireSettings();
  const places = databasePlaces(root);
  const notice = nameNotice();
  const opened: OpenDatabase = await step('Opening the database', (note) =>
    openDatabase({ ...places, note, statementMs }),
  );
  setDb(opened.db);
  const stopWorkers = startWorkers(join(root, 'build/workers/worker.mjs'));
  await opened.exclusively(() => fill(opened, { empty, root }));
  const build = (await import(pathToFileURL(join(root, 'build/server/index.js')).href)) as ServerBuild;
  const { revisions, stop: stopRevisions } = await startRevisions(opened, places.url, {
    channel: liveNotices,
    heard: heardLive,
    missed: () => liveHub().lookUp(),
  });
  const app = createServer({
    build,
    root,
    buildId: readFileSync(join(root, 'build/stamp'), 'utf8').slice(0, 12),
    revisions,
  });
  const port = Number(process.env.PORT || 3000);
  setHealth(opened.watch());
  const stops = (await listen(app, port)).map((server) => followConnections(server));
  startWatchdog({
    seconds: Number(process.env.WATCHDOG_SECONDS || 60),
    thread: join(root, 'scripts/watchdog-thread.mjs'),
  });
  let stopServices = async (): Promise<void> => {};
  endOnSignal({
    finish: () => finish(stops, () => stopServices()),
    close: async () => {
      await stopRevisions();
      await stopWorkers();
      await opened.close();
    },
  });
  console.log(`\nParagraf is at http://${process.env.HOST ?? 'localhost'}:${port}\n`);
  if (notice) console.log(`${notice}\n`);
  printDemoAccounts(await listDemoAccounts(opened.db), empty);
  if (await lacksAdministrator(opened.db)) console.log(firstAdministrator);
  stopServices = await startServices(opened, places.folder);
}

/** Says everything that is wrong with the settings before any database is opened. */
function requireSettings(): void {
  const problems = settingProblems(process.env);
  if (problems.length > 0) throw new Error(problems.map(({ name, text }) => `${name} ${text}`).join('\n'));
}

/** How long requests in flight and letters in hand may take at the end. */
const finishMs = 20_000;

/** Requests and services end side by side; returns how many requests were cut. */
async function finish(
  stops: ReturnType<typeof followConnections>[],
  stopServices: () => Promise<void>,
): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  // Readers of live pages come back by themselves, to the process that takes over.
  endLiveLines();
  const bound = new Promise<void>((resolve) => (timer = setTimeout(resolve, finishMs)));
  const [cut] = await Promise.all([
    Promise.all(stops.map((stop) => stop({ boundMs: finishMs }))),
    Promise.race([stopServices(), bound]),
  ]);
  clearTimeout(timer);
  return cut.reduce((sum, one) => sum + one, 0);
}

/** Without HOST both addresses that browsers may try for localhost are answered; the second one where the machine has it. */
async function listen(app: RequestListener, port: number): Promise<Server[]> {
  if (process.env.HOST) return [await listenOn(app, port, process.env.HOST)];
  const servers = [await listenOn(app, port, '127.0.0.1')];
  try {
    servers.push(await listenOn(app, port, '::1'));
  } catch (error) {
    if (!['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  return servers;
}

function listenOn(app: RequestListener, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createHttpServer(app).listen(port, host, () => resolve(server));
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`port ${port} of ${host} is in use; choose another one with PORT`, { cause: error })
          : error,
      );
    });
  });
}

/** What every installation has from the start, and the demonstration set where nobody has used the database yet. */
async function fill({ db }: OpenDatabase, { empty, root }: { empty: boolean; root: string }): Promise<void> {
  await beginRecord(db);
  await step('Loading municipalities', () => loadRegister(db, root));
  await step('Loading methodologies', () => loadMethodologies(db));
  await placeAllNear(db);
  await coverOlder(db);
  if (!empty && (await awaitsDemo(db))) await step('Filling the demonstration set', (note) => seedDemo(db, root, note));
}

const firstAdministrator = `There is no administrator yet: npm run admin -- create-user EMAIL "NAME", open the link that it prints, then npm run admin -- grant EMAIL admin. (A demonstration: npm start -- --demo)\n`;

/** The demonstration is there to be tried from every side. `empty`: it was asked for without one. */
function printDemoAccounts(accounts: readonly DemoAccount[], empty: boolean): void {
  if (accounts.length === 0) return;
  if (empty)
    console.log(
      '--empty adds no demonstration set, but this database has one: npm run admin -- remove-demo takes it away.',
    );
  console.log(`Demonstration accounts, all with the password ${demoPassword}:`);
  for (const { email, role } of accounts) console.log(`  ${email.padEnd(28)} ${role}`);
  console.log();
}
