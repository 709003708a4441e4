import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '#app/generated/prisma/client.ts';
import { checkServer } from './check-server.server.ts';
import { openEmbedded, type EmbeddedOptions } from './embedded.server.ts';
import { guardedAdapter } from './guarded-pglite.server.ts';
import { migrate, readMigrations } from './migrate.server.ts';
import { withPostgres } from './postgres.server.ts';
import { keepFilesPrivate } from './private-files.server.ts';

export type OpenOptions = EmbeddedOptions & {
  /** postgres://… for a server; undefined for the embedded database in `folder`. */
  url?: string | undefined;
  migrations: string;
};

export type OpenDatabase = {
  db: PrismaClient;
  kind: 'pglite' | 'postgres';
  applied: string[];
  /** Runs `work` while no other process that shares the database does the same: first filling, imports. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
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
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
  const exclusively = <T>(work: () => Promise<T>) => withPostgres(url, (runner) => runner.exclusively(work));
  return { db, kind: 'postgres', applied, exclusively, close: () => db.$disconnect() };
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
    return { db, kind: 'pglite', applied, exclusively: (work) => work(), close };
  } catch (error) {
    await embedded.close();
    throw error;
  }
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
