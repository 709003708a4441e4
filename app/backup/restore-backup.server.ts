import { existsSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FolderLockedError, lockFolder } from '#app/db/folder-lock.server.ts';
import type { HeldLock } from '#app/db/held-lock.server.ts';
import { inTransaction, migrate, readMigrations, type Migration, type SqlRunner } from '#app/db/migrate.server.ts';
import { openPglite, pgliteRunner } from '#app/db/pglite.server.ts';
import { withPostgres } from '#app/db/postgres.server.ts';
import { BackupError } from './backup-format.ts';
import { loadBackup, migrationsOf } from './load-backup.server.ts';
import { checkBackup } from './read-backup.server.ts';

export type Restored = {
  rows: number;
  madeAt: string;
  /** Where the database is that was there before; null when there was none or it is gone. */ before: string | null;
};
type Order = {
  file: string;
  replace: boolean;
  url?: string | undefined;
  folder: string;
  migrations: string;
  /** Tar of an initialised embedded database, to make a new one fast. */
  template?: string | undefined;
};

/**
 * Puts a backup in place of the database, which nobody may have open. The whole file is read and checked first; until the last
 * step nothing that was there is touched, and a failure leaves it as it was. Throws BackupError with one line for people.
 */
export async function restoreBackup({
  file,
  replace,
  url,
  folder,
  migrations: places,
  template,
}: Order): Promise<Restored> {
  const { header, rows } = await checkBackup(file);
  const migrations = readMigrations(places);
  migrationsOf(header, migrations);
  const before = url
    ? await intoServer(url, { file, replace, migrations })
    : await intoFolder(folder, { file, replace, migrations, template });
  return { rows, madeAt: header.madeAt, before };
}

type Into = { file: string; replace: boolean; migrations: Migration[]; template?: string | undefined };

async function intoFolder(folder: string, { file, replace, migrations, template }: Into): Promise<string | null> {
  const lock = await locked(folder);
  const making = join(folder, 'restoring');
  const files = join(folder, 'pglite');
  try {
    if (existsSync(files) && !replace)
      throw new BackupError(
        `there is a database in ${folder}; restore FILE --replace puts the backup in its place and keeps the old one beside it`,
      );
    await rm(making, { recursive: true, force: true });
    const pg = await openPglite(making, template);
    try {
      const runner = pgliteRunner(pg);
      await inTransaction(runner, () => loadEmptied(runner, { file, migrations }));
      await migrate(runner, migrations);
    } finally {
      await pg.close();
    }
    const kept = existsSync(files) ? `${files}.before-${new Date().toISOString().replace(/[:.]/g, '-')}` : null;
    if (kept) renameSync(files, kept);
    renameSync(join(making, 'pglite'), files);
    return kept;
  } finally {
    await rm(making, { recursive: true, force: true });
    lock.release();
  }
}

async function locked(folder: string): Promise<HeldLock> {
  try {
    return await lockFolder(folder, { note: console.error });
  } catch (error) {
    if (error instanceof FolderLockedError)
      throw new BackupError(`${error.message}: stop the program first`, { cause: error });
    throw error;
  }
}

const emptySchema = `do $$ declare r record; begin
  for r in select tablename as name from pg_tables where schemaname = 'public' loop execute format('drop table public.%I cascade', r.name); end loop;
  for r in select t.typname as name from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype = 'e' loop execute format('drop type public.%I cascade', r.name); end loop;
  for r in select oid::regprocedure as name from pg_proc where pronamespace = 'public'::regnamespace loop execute format('drop function %s cascade', r.name); end loop;
end $$`;

async function loadEmptied(runner: SqlRunner, of: { file: string; migrations: Migration[] }): Promise<void> {
  await runner.exec(emptySchema);
  await loadBackup(runner, of);
}

function intoServer(url: string, { file, replace, migrations }: Into): Promise<null> {
  return withPostgres(url, (runner) =>
    runner.exclusively(async () => {
      await refuseInUse(runner);
      await refuseForeign(runner, replace);
      await inTransaction(runner, () => loadEmptied(runner, { file, migrations }));
      await migrate({ ...runner, exclusively: (work) => work() }, migrations);
      return null;
    }),
  );
}

/** Somebody who has just closed is on the list for a moment more. */
async function refuseInUse(runner: SqlRunner): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const [others] = await runner.query<{ n: number }>(
      "select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'",
    );
    if (!others || others.n === 0) return;
    if (tries === 3)
      throw new BackupError(
        `the database is in use by ${others.n} other ${others.n === 1 ? 'connection' : 'connections'}: stop the program first`,
      );
    await runner.query('select pg_sleep(0.3)');
  }
}

/** Without the flag only an empty database is taken; with it, never one that belongs to another program. */
async function refuseForeign(runner: SqlRunner, replace: boolean): Promise<void> {
  const tables = (
    await runner.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public'")
  ).map(({ name }) => name);
  if (tables.length === 0) return;
  if (!tables.includes('_prisma_migrations'))
    throw new BackupError("the server's database has tables of another program; create an empty one");
  if (!replace)
    throw new BackupError(
      "the server's database is not empty; restore FILE --replace removes everything in it first: make a backup of it before",
    );
}
