import { randomUUID } from 'node:crypto';
import type { Db } from '../client.server.ts';
import { transaction } from '../transaction.server.ts';
import { recordTables } from '../record-tables.ts';
import { readColumns } from '../row-content.server.ts';
import { addLinks, sealRows } from '../seal-changes.server.ts';

/**
 * Seals what a database held before there were seals: the marked starting point of its chains. Does nothing once there is a link: from
 * then on only the program's own transactions seal.
 */
export async function beginRecord(db: Db): Promise<void> {
  await transaction(db, async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('record:start'))::text`;
    if ((await tx.recordLink.count({ take: 1 })) > 0) return;
    const batch = randomUUID();
    const columns = await readColumns(
      tx,
      recordTables.map(({ name }) => name),
    );
    const sealed = await sealRows(tx, { tables: recordTables, columns, batch, which: 'all' });
    await addLinks(tx, { batch, sealed, kindOf: () => 'start' });
  });
}
