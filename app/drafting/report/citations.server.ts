import type { Db } from '#app/db/client.server.ts';
import type { UnitType } from '#app/text/tree/types.ts';
import { inOrder } from '../acts/draft.ts';
import { citationsOf } from '../acts/unit-tree.ts';

/** Citation of every unit of a version by clause id, without reading its words. */
export async function citationsAt(db: Db, consultationId: string, version: number): Promise<Map<string, string>> {
  const rows = inOrder(
    await db.clausePlacement.findMany({
      where: {
        consultationId,
        fromVersion: { lte: version },
        OR: [{ toVersion: null }, { toVersion: { gt: version } }],
      },
      select: {
        clauseId: true,
        parentClauseId: true,
        type: true,
        label: true,
        number: true,
        quoted: true,
        orderKey: true,
      },
    }),
  );
  const depths = new Map<string, number>();
  const units = rows.map((row) => {
    const depth = row.parentClauseId ? (depths.get(row.parentClauseId) ?? -1) + 1 : 0;
    depths.set(row.clauseId, depth);
    return {
      type: row.type as UnitType,
      label: row.label,
      number: row.number ?? '',
      heading: '',
      text: '',
      quoted: row.quoted,
      depth,
    };
  });
  const citations = citationsOf(units);
  return new Map(rows.map((row, at) => [row.clauseId, citations[at] ?? '']));
}
