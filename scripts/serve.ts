import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { Express } from 'express';
import { startServices } from '#app/admin/start-services.server.ts';
import { coverOlder } from '#app/amendments/redaction/cover-older.server.ts';
import { beginRecord } from '#app/db/record/begin-record.server.ts';
import { placeAllNear } from '#app/amendments/deciding/place-near.server.ts';
import { setDb } from '#app/db/client.server.ts';
import { databasePlaces, openDatabase, type OpenDatabase } from '#app/db/open.server.ts';
import { demoAccounts, demoPassword } from '#app/demo/accounts.ts';
import { isUnused, seedDemo } from '#app/demo/seed-demo.server.ts';
import { createServer } from '#app/http/server.server.ts';
import { loadMethodologies } from '#app/monitoring/load-methodologies.server.ts';
import { loadRegister } from '#app/municipalities/load-register.server.ts';
import { startWorkers } from '#app/workers/run-task.server.ts';
import { step } from './terminal.mjs';

const root = dirname(import.meta.dirname);

/** Opens and fills the database, starts the server, and closes both on a signal. */
export async function serve({ empty }: { empty: boolean }): Promise<void> {
  const places = databasePlaces(root);
  const opened = await step('Opening the database', () => openDatabase(places));
  setDb(opened.db);
  const stopWorkers = startWorkers(join(root, 'build/workers/worker.mjs'));
  await opened.exclusively(() => fill(opened, empty));
  const build = (await import(pathToFileURL(join(root, 'build/server/index.js')).href)) as ServerBuild;
  const app = createServer({ build, root, buildId: readFileSync(join(root, 'build/stamp'), 'utf8').slice(0, 12) });
  const port = Number(process.env.PORT ?? 3000);
  const servers = await listen(app, port);
  console.log(`\nParagraf is at http://${process.env.HOST ?? 'localhost'}:${port}\n`);
  if (await opened.db.user.count({ where: { isDemo: true } })) printDemoAccounts();
  const stopServices = await startServices(opened, places.folder);
  closeOnSignal(servers, async () => {
    await stopServices();
    await stopWorkers();
    await opened.close();
  });
}

/** Without HOST both addresses that browsers may try for localhost are answered; the second one where the machine has it. */
async function listen(app: Express, port: number): Promise<Server[]> {
  if (process.env.HOST) return [await listenOn(app, port, process.env.HOST)];
  const servers = [await listenOn(app, port, '127.0.0.1')];
  try {
    servers.push(await listenOn(app, port, '::1'));
  } catch (error) {
    if (!['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  return servers;
}

function listenOn(app: Express, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host, () => resolve(server));
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`port ${port} of ${host} is in use; choose another one with PORT`, { cause: error }) : error);
    });
  });
}

/** What every installation has from the start, and the demonstration set where nobody has used the database yet. */
async function fill({ db }: OpenDatabase, empty: boolean): Promise<void> {
  await beginRecord(db);
  await step('Loading municipalities', () => loadRegister(db, root));
  await step('Loading methodologies', () => loadMethodologies(db));
  await placeAllNear(db);
  await coverOlder(db);
  if (!empty && (await isUnused(db))) await step('Filling the demonstration set', (note) => seedDemo(db, root, note));
}

/** The demonstration is there to be tried from every side. */
function printDemoAccounts(): void {
  console.log(`Demonstration accounts, all with the password ${demoPassword}:`);
  for (const { email, role } of demoAccounts) console.log(`  ${email.padEnd(28)} ${role}`);
  console.log();
}

function closeOnSignal(servers: readonly Server[], closeRest: () => Promise<void>): void {
  let closing = false;
  const close = async () => {
    if (closing) return;
    closing = true;
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
    await closeRest();
    process.exit(0);
  };
  process.on('SIGINT', () => void close());
  process.on('SIGTERM', () => void close());
  if (process.env.npm_lifecycle_event) closeWithoutParent(close);
}

/** npm hands SIGTERM to the shell between, which ends without passing it on: the server would be left behind, holding its port. */
function closeWithoutParent(close: () => Promise<void>): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    void close();
  }, 500);
  watch.unref();
}
