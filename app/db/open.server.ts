import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '#app/generated/prisma/client.ts';
import { checkServer } from './check-server.server.ts';
import { openEmbedded, type EmbeddedOptions } from './embedded.server.ts';
import { guardedAdapter } from './guarded-pglite.server.ts';
import type { Health } from './health.server.ts';
import { migrate, readMigrations } from './migrate.server.ts';
import { copyPglite } from './pglite.server.ts';
import { askServer, boundedPool } from './postgres-pool.server.ts';
import { withPostgres } from './postgres.server.ts';
import { keepFilesPrivate } from './private-files.server.ts';
import { watchDatabase } from './watch-database.server.ts';

export type OpenOptions = EmbeddedOptions & {
  /** postgres://… for a server; undefined for the embedded database in `folder`. */
  url?: string | undefined;
  migrations: string;
  /** How long one statement may take on a server; commands of the administrator take their time. */
  statementMs?: number;
};

export type OpenDatabase = {
  db: PrismaClient;
  kind: 'pglite' | 'postgres';
  applied: string[];
  /** Runs `work` while no other process that shares the database does the same: first filling, imports. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** Watches whether the database answers, until it is closed; for a program that serves people. */
  watch(): Health;
  /** Copies the files of the embedded database, as of one moment, into a folder that openPglite can open; null on a server. */
  copyFiles: ((folder: string) => Promise<void>) | null;
  close(): Promise<void>;
};

/** Opens and migrates the database. Throws FolderLockedError when another process has the embedded one. */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  keepFilesPrivate();
  return options.url ? openServer(options.url, options) : openFolder(options);
}

async function openServer(url: string, options: OpenOptions): Promise<OpenDatabase> {
  const applied = await withPostgres(url, async (runner) => {
    await checkServer(runner);
    return migrate(runner, readMigrations(options.migrations));
  });
  const { pool, cut } = boundedPool(url, { statementMs: options.statementMs ?? 600_000 });
  const db = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) });
  const exclusively = <T>(work: () => Promise<T>) => withPostgres(url, (runner) => runner.exclusively(work));
  let stopWatch = () => {};
  const watch = () => {
    const asked = askServer(url);
    const health = watchDatabase({ ask: asked.ask, cut });
    stopWatch = () => {
      health.stop();
      asked.stop();
    };
    return health;
  };
  const close = async () => {
    stopWatch();
    await db.$disconnect();
  };
  return { db, kind: 'postgres', applied, exclusively, watch, copyFiles: null, close };
}

async function openFolder(options: OpenOptions): Promise<OpenDatabase> {
  const embedded = await openEmbedded(options);
  try {
    const applied = await migrate(embedded.runner, readMigrations(options.migrations));
    const db = new PrismaClient({ adapter: guardedAdapter(embedded.pg, embedded.gates) });
    const close = async () => {
      await db.$disconnect();
      await embedded.close();
    };
    // The folder lock keeps every other process out already.
    return {
      db,
      kind: 'pglite',
      applied,
      exclusively: (work) => work(),
      watch: () => embeddedHealth(db),
      copyFiles: (folder) => copyPglite(embedded.pg, options.folder, folder),
      close,
    };
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

/** It lives in this process: there is nothing to watch, but a long transaction of somebody else can keep it from answering in time. */
function embeddedHealth(db: PrismaClient): Health {
  const health = watchDatabase(
    { ask: () => db.$queryRaw`select 1`, cut: () => {} },
    { boundMs: 5_000, everyMs: 3_600_000 },
  );
  return { isAnswering: () => true, check: () => health.check() };
}

/** Where things lie, relative to the project's folder. */
export function databasePlaces(root: string) {
  return {
    folder: process.env.PARAGRAF_DATA ?? join(root, 'data'),
    migrations: join(root, 'prisma/migrations'),
    template: join(root, 'build/database-template.tar'),
    url: process.env.DATABASE_URL || undefined,
  };
}
