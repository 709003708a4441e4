/**
 * Applies the migrations of prisma/migrations with Prisma's own bookkeeping table, so that Prisma's tools agree with
 * what was done. Needs no engine and no network; the same for PGlite and PostgreSQL.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type SqlRunner = {
  /** Several statements, no parameters. */
  exec(sql: string): Promise<void>;
  query<Row>(sql: string, params?: unknown[]): Promise<Row[]>;
  /** Runs `work` while no other process migrates this database. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
};

export type Migration = { name: string; sql: string; checksum: string };

export function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) throw new Error(`no migrations in ${folder}`);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
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

/** Applies what is missing and returns the names applied. An applied migration whose file has changed is an error. */
export function migrate(runner: SqlRunner, migrations: Migration[]): Promise<string[]> {
  return runner.exclusively(async () => {
    await runner.exec(bookkeeping);
    const rows = await runner.query<{ migration_name: string; checksum: string }>(
      `select migration_name, checksum from "_prisma_migrations" where finished_at is not null and rolled_back_at is null`,
    );
    const done = new Map(rows.map((row) => [row.migration_name, row.checksum]));
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

/** One transaction with its own record: a process that dies in between leaves neither. */
async function applyOne(runner: SqlRunner, migration: Migration): Promise<void> {
  try {
    await runner.exec(`begin;\n${migration.sql};`);
    await runner.query(
      `insert into "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await runner.exec('commit');
  } catch (cause) {
    await runner.exec('rollback');
    throw new Error(`migration ${migration.name} failed: ${(cause as Error).message}`, { cause });
  }
}
