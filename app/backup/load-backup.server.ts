import { applyWithin, type Migration, type SqlRunner } from '#app/db/migrate.server.ts';
import { quietTriggers } from '#app/db/quiet-triggers.server.ts';
import { BackupError, type BackupHeader } from './backup-format.ts';
import { readBackup } from './read-backup.server.ts';

const mostRows = 500;
const mostBytes = 4 * 1024 * 1024;

/** The migrations a backup was made with, as files of this program. Throws BackupError when this program has not got them all. */
export function migrationsOf(header: BackupHeader, known: readonly Migration[]): Migration[] {
  return header.migrations.map(({ name, checksum }, index) => {
    const ours = known[index];
    if (ours?.name !== name || ours.checksum !== checksum) {
      throw new BackupError(
        `the backup was made by a newer or another version of the program (${header.program}, migration ${name}); restore it with that one`,
      );
    }
    return ours;
  });
}

/**
 * Fills a database without tables from a backup, in the caller's transaction: makes the tables as they were then, and puts in
 * every row. References are added when all rows are there, so their order does not matter, and each is checked then.
 */
export async function loadBackup(
  to: SqlRunner,
  { file, migrations }: { file: string; migrations: readonly Migration[] },
): Promise<number> {
  let rows = 0;
  let table = '';
  let batch: string[] = [];
  let bytes = 0;
  const flush = async () => {
    if (batch.length > 0)
      await to.query(`insert into "${table}" select * from json_populate_recordset(null::"${table}", $1::json)`, [
        `[${batch.join(',')}]`,
      ]);
    rows += batch.length;
    batch = [];
    bytes = 0;
  };
  let references: Reference[] = [];
  let loud = async () => {};
  const tables = new Set<string>();
  for await (const part of readBackup(file)) {
    if ('header' in part) {
      await applyWithin(to, migrationsOf(part.header, migrations));
      references = await takeReferences(to);
      loud = await quietTriggers(to);
      for (const { name } of await to.query<{ name: string }>(
        "select tablename as name from pg_tables where schemaname = 'public'",
      ))
        tables.add(name);
      // Some migrations put rows in; those of the backup are all there are.
      for (const name of tables) if (!name.startsWith('_')) await to.exec(`delete from "${name}"`);
    } else if ('table' in part) {
      await flush();
      if (!tables.has(part.table))
        throw new BackupError(`${file} has a table ${part.table} that this program does not know`);
      table = part.table;
    } else {
      batch.push(part.row);
      bytes += part.row.length;
      if (batch.length >= mostRows || bytes >= mostBytes) await flush();
    }
  }
  await flush();
  await loud();
  for (const { owner, name, definition } of references)
    await to.exec(`alter table ${owner} add constraint "${name}" ${definition}`);
  return rows;
}

type Reference = { owner: string; name: string; definition: string };

async function takeReferences(to: SqlRunner): Promise<Reference[]> {
  const references = await to.query<Reference>(
    `select conrelid::regclass::text as owner, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  for (const { owner, name } of references) await to.exec(`alter table ${owner} drop constraint "${name}"`);
  return references;
}
