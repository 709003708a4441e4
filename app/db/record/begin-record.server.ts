import { randomUUID } from 'node:crypto';
import type { Db } from '../client.server.ts';
import { transaction } from '../transaction.server.ts';
import { recordTables } from '../record-tables.ts';
import { readColumns } from '../row-content.server.ts';
import { addLinks, sealRows } from '../seal-changes.server.ts';

/**
 * Seals what a database held before there were seals, or before a table became part of the record: the marked starting point of its chains.
 * Does nothing once every table was sealed: from then on only the program's own transactions seal.
 */
export async function beginRecord(db: Db): Promise<void> {
  await transaction(db, async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('record:start'))::text`;
    const known = await tx.$queryRaw<{ name: string }[]>`
      select name from unnest(${recordTables.map(({ name }) => name)}::text[]) name
      where exists (select 1 from "RecordShape" s where s."tableName" = name) or exists (select 1 from "RecordSeal" s where s."tableName" = name)`;
    const tables = recordTables.filter(({ name }) => !known.some((each) => each.name === name));
    if (tables.length === 0) return;
    const batch = randomUUID();
    const columns = await readColumns(
      tx,
      tables.map(({ name }) => name),
    );
    const sealed = await sealRows(tx, { tables, columns, batch, which: 'all' });
    await addLinks(tx, { batch, sealed, kindOf: () => 'start' });
  });
}
