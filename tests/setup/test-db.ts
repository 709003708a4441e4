/**
 * A database for a test file. Ordinarily an embedded one in memory, loaded from a migrated snapshot; with
 * TEST_DATABASE_URL (the contract suite) a new database on that server, so that the same tests run on both.
 */
import { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import type { Db } from '#app/db/client.server.ts';
import { PrismaClient } from '#app/generated/prisma/client.ts';
import { afterFile } from './cleanup.ts';
import { createServerDatabase } from './server-database.ts';
import { migratedSnapshot } from './snapshot.ts';

export const testsRunOnServer = Boolean(process.env.TEST_DATABASE_URL);

/** A migrated, empty database, the file's own while it runs. Call it once at the top of a test file. */
export async function testDb(): Promise<PrismaClient> {
  const { db, close } = process.env.TEST_DATABASE_URL
    ? await onServer(process.env.TEST_DATABASE_URL)
    : await inMemory();
  afterFile(close);
  return db;
}

type Kept = { pg: PGlite; db: PrismaClient; taken: boolean };
const slot = Symbol.for('paragraf.test-db');

/** The embedded databases of a process serve its files in turn: emptying one takes milliseconds, loading one a second. */
async function inMemory() {
  const kept = ((globalThis as { [slot]?: Kept[] })[slot] ??= []);
  const free = kept.find(({ pg, taken }) => !taken && !pg.closed);
  if (free) await emptyTables(free.db);
  const mine = free ?? (await load());
  if (!free) kept.push(mine);
  mine.taken = true;
  const close = async () => {
    mine.taken = false;
  };
  return { db: mine.db, close };
}

async function load(): Promise<Kept> {
  const pg = await PGlite.create({ loadDataDir: await migratedSnapshot() });
  return { pg, db: new PrismaClient({ adapter: new PrismaPGlite(pg) }), taken: false };
}

async function onServer(server: string) {
  const { url, drop } = await createServerDatabase(server);
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
  const close = async () => {
    await db.$disconnect();
    await drop();
  };
  return { db, close };
}

/** Removes all rows of all tables, in one statement: for a test that needs an empty database again. */
export async function emptyTables(db: Db): Promise<void> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename !~ '^_prisma_migrations$'`;
  if (tables.length)
    await db.$executeRawUnsafe(`truncate ${tables.map((table) => table.name).join(', ')} restart identity cascade`);
}
