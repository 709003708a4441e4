import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import type { TeamEdition } from '../access/edition-access.server.ts';
import { hashOf } from '#app/publishing/hash.server.ts';
import type { FieldCell } from '../cards/cells.ts';
import { fieldworkRecord } from './fieldwork-record.server.ts';
import type { FieldworkRecord } from '../cards/record.ts';

/** Part of publication: writes the record of the field work and its hash, once. Call it in the transaction that publishes. */
export async function freezeFieldwork(
  tx: Db,
  { edition, cells }: { edition: TeamEdition; cells: readonly FieldCell[] },
): Promise<{ record: FieldworkRecord; hash: string }> {
  const record = await fieldworkRecord(tx, { edition, cells });
  const hash = hashOf(record);
  const { count } = await tx.edition.updateMany({
    where: { id: edition.id, state: 'coding', fieldworkHash: null },
    data: { fieldwork: JSON.parse(canonicalJson(record)) as Prisma.InputJsonObject, fieldworkHash: hash },
  });
  if (count !== 1) throw notFound(`the field work of ${edition.slug} is frozen`);
  return { record, hash };
}
