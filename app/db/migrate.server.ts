/**
 * Applies the migrations of prisma/migrations with Prisma's own bookkeeping table, so that Prisma's tools agree with
 * what was done. Needs no engine and no network; the same for PGlite and PostgreSQL.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '#app/hash/sha256.server.ts';

export type SqlRunner = {
  /** Several statements, no parameters. */
  exec(sql: string): Promise<void>;
  query<Row>(sql: string, params?: unknown[]): Promise<Row[]>;
  /** Runs `work` while no other process migrates this database. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
};

/** Runs `work` in one transaction begun by `begin`: all of it is kept, or none. */
export async function inTransaction<T>(runner: SqlRunner, work: () => Promise<T>, begin = 'begin'): Promise<T> {
  await runner.exec(begin);
  try {
    const result = await work();
    await runner.exec('commit');
    return result;
  } catch (error) {
    await runner.exec('rollback');
    throw error;
  }
}

export type Migration = { name: string; sql: string; checksum: string };

export function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) throw new Error(`no migrations in ${folder}`);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: sha256(sql) };
    });
}

const bookkeeping = `create table if not exists "_prisma_migrations" (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

/**
 * Applies what is missing and returns the names applied. Refuses, with one sentence and without a write, a database of
 * another program, of a newer version of this one, with a migration left half done, or with one whose file has changed.
 */
export function migrate(runner: SqlRunner, migrations: Migration[]): Promise<string[]> {
  return runner.exclusively(async () => {
    const done = await appliedIn(runner, migrations);
    await runner.exec(bookkeeping);
    const applied: string[] = [];
    for (const migration of migrations) {
      const checksum = done.get(migration.name);
      if (checksum === migration.checksum) continue;
      if (checksum) throw new Error(`migration ${migration.name} was changed after it had been applied`);
      await applyOne(runner, migration);
      applied.push(migration.name);
    }
    return applied;
  });
}

/** Applies migrations to a database without tables inside of the caller's transaction. */
export async function applyWithin(runner: SqlRunner, migrations: readonly Migration[]): Promise<void> {
  await runner.exec(bookkeeping);
  for (const migration of migrations) {
    await runner.exec(migration.sql);
    await record(runner, migration);
  }
}

async function record(runner: SqlRunner, { checksum, name }: Migration): Promise<void> {
  await runner.query(
    `insert into "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
     values ($1, $2, $3, now(), 1)`,
    [randomUUID(), checksum, name],
  );
}

const tablesInUse = `select c.relname as name from pg_class c where c.relnamespace = current_schema()::regnamespace
  and c.relkind in ('r', 'p') and c.relname <> '_sync_check' order by c.relname = '_prisma_migrations' desc, 1 limit 1`;

/** Migrations that the database has, by name, with their checksums. */
async function appliedIn(runner: SqlRunner, migrations: Migration[]): Promise<Map<string, string>> {
  const [table] = await runner.query<{ name: string }>(tablesInUse);
  if (!table) return new Map();
  if (table.name !== '_prisma_migrations')
    throw new Error(
      `the database is not empty and not of this program (it has a table "${table.name}"); give it a database of its own`,
    );
  const rows = await runner.query<{ name: string; checksum: string; finished: boolean }>(
    `select migration_name as name, checksum, finished_at is not null as finished from "_prisma_migrations" where rolled_back_at is null order by 1`,
  );
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = rows.find(({ name }) => !known.has(name));
  if (unknown)
    throw new Error(
      `the database was used by a newer version of this program (it has the migration ${unknown.name}, which this version does not know); start that version, or restore a backup made before`,
    );
  const open = rows.find(({ name, finished }) => !finished && !rows.some((row) => row.name === name && row.finished));
  if (open)
    throw new Error(
      `the migration ${open.name} was begun by another tool and not finished; restore a backup, or end it with "npx prisma migrate resolve", and start again`,
    );
  return new Map(rows.filter(({ finished }) => finished).map(({ name, checksum }) => [name, checksum]));
}

/** One transaction with its own record: a process that dies in between leaves neither. */
async function applyOne(runner: SqlRunner, migration: Migration): Promise<void> {
  try {
    await runner.exec(`begin;\n${migration.sql};`);
    await record(runner, migration);
    await runner.exec('commit');
  } catch (cause) {
    await runner.exec('rollback');
    throw new Error(`migration ${migration.name} failed: ${(cause as Error).message}`, { cause });
  }
}
