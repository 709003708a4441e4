import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { PrismaClient } from '#app/generated/prisma/client.ts';
import { lockFolder } from './folder-lock.server.ts';
import { migrate, readMigrations } from './migrate.server.ts';
import { openPglite, pgliteRunner } from './pglite.server.ts';
import { withPostgres } from './postgres.server.ts';

export type OpenOptions = {
  /** postgres://… for a server; undefined for the embedded database. */
  url?: string | undefined;
  /** Folder of the embedded database. */
  folder: string;
  migrations: string;
  /** Tar of an initialised embedded database, to make the first start fast. */
  template?: string;
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
  return options.url ? openServer(options.url, options) : openEmbedded(options);
}

async function openServer(url: string, options: OpenOptions): Promise<OpenDatabase> {
  if (!/^postgres(ql)?:\/\//.test(url)) throw new Error('DATABASE_URL must begin with postgres://');
  const applied = await withPostgres(url, (runner) => migrate(runner, readMigrations(options.migrations)));
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
  const exclusively = <T>(work: () => Promise<T>) => withPostgres(url, (runner) => runner.exclusively(work));
  return { db, kind: 'postgres', applied, exclusively, close: () => db.$disconnect() };
}

async function openEmbedded(options: OpenOptions): Promise<OpenDatabase> {
  const unlock = lockFolder(options.folder);
  try {
    const pg = await openPglite(options.folder, options.template);
    const applied = await migrate(pgliteRunner(pg), readMigrations(options.migrations));
    const db = new PrismaClient({ adapter: new PrismaPGlite(pg) });
    const close = async () => {
      await db.$disconnect();
      await pg.close();
      unlock();
    };
    // The folder lock keeps every other process out already.
    return { db, kind: 'pglite', applied, exclusively: (work) => work(), close };
  } catch (error) {
    unlock();
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
