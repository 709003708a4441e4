import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { startSha256 } from '#app/hash/sha256.server.ts';
import type { SqlRunner } from '#app/db/migrate.server.ts';
import { BackupError, formatName, formatVersion, type BackupHeader } from './backup-format.ts';

export type BackupMade = { rows: number; bytes: number };

/** Unlogged tables hold counters of the moment: they stay behind. */
const ownTables = `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname = 'public' and c.relname not like '\\_%' order by 1`;

/**
 * Writes every row, uploads included, as of one moment into `file`, which only its owner can read. It appears under its name
 * when it is whole and on the disk, never before. No more than some rows are in memory at a time.
 */
export async function writeBackup(
  from: SqlRunner,
  { file, program, database }: { file: string; program: string; database: BackupHeader['database'] },
): Promise<BackupMade> {
  if (existsSync(file)) throw new BackupError(`${file} exists already; a backup never replaces another`);
  const part = `${file}.${randomUUID().slice(0, 8)}.part`;
  try {
    await from.exec("begin isolation level repeatable read read only; set local timezone = 'UTC'");
    const rows = { count: 0 };
    try {
      await pipeline(
        Readable.from(lines(from, { program, database, rows })),
        createGzip(),
        createWriteStream(part, { flags: 'wx', mode: 0o600 }),
      );
    } finally {
      await from.exec('rollback');
    }
    await reachDisk(part);
    await rename(part, file);
    await reachDisk(dirname(file));
    return { rows: rows.count, bytes: (await stat(file)).size };
  } finally {
    await rm(part, { force: true });
  }
}

async function reachDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

type Source = { program: string; database: BackupHeader['database']; rows: { count: number } };

async function* lines(from: SqlRunner, { program, database, rows }: Source): AsyncGenerator<string> {
  const hash = startSha256();
  const hashed = (line: string) => {
    hash.update(line);
    return line;
  };
  const migrations = await from.query<{ name: string; checksum: string }>(
    'select migration_name as name, checksum from "_prisma_migrations" where finished_at is not null and rolled_back_at is null order by migration_name',
  );
  const header: BackupHeader = {
    format: formatName,
    formatVersion,
    program,
    madeAt: new Date().toISOString(),
    database,
    migrations,
  };
  yield hashed(`${JSON.stringify(header)}\n`);
  for (const { name } of await from.query<{ name: string }>(ownTables)) {
    yield hashed(`${JSON.stringify({ table: name })}\n`);
    await from.exec(`declare rows_of_table no scroll cursor for select row_to_json(t)::text as row from "${name}" t`);
    for (;;) {
      // Uploads have up to 20 MB each: few at a time.
      const batch = await from.query<{ row: string }>(`fetch ${name === 'StoredFile' ? 1 : 500} from rows_of_table`);
      if (batch.length === 0) break;
      rows.count += batch.length;
      yield hashed(batch.map(({ row }) => `${row}\n`).join(''));
    }
    await from.exec('close rows_of_table');
  }
  yield `${JSON.stringify({ rows: rows.count, sha256: hash.digest('hex') })}\n`;
}
