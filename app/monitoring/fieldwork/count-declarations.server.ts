import type { Db } from '#app/db/client.server.ts';
import type { FieldCell } from '../cards/cells.ts';
import type { FieldworkRecord } from '../cards/record.ts';

/** How many of those who coded each municipality ever declared whether they have ties with it. */
export async function countDeclarations(
  db: Db,
  { editionId, cells }: { editionId: string; cells: readonly FieldCell[] },
): Promise<NonNullable<FieldworkRecord['declared']>> {
  const units = await db.editionUnit.findMany({
    where: { editionId },
    orderBy: { teryt: 'asc' },
    select: { teryt: true },
  });
  const coders = new Map<string, Set<string>>(units.map(({ teryt }) => [teryt, new Set()]));
  for (const { teryt, codings } of cells) for (const { coderId } of codings) coders.get(teryt)?.add(coderId);
  const said = await db.tieDeclaration.findMany({
    where: {
      teryt: { in: [...coders.keys()] },
      userId: { in: [...new Set([...coders.values()].flatMap((own) => [...own]))] },
    },
    select: { teryt: true, userId: true },
  });
  const known = new Set(said.map(({ teryt, userId }) => `${teryt} ${userId}`));
  return [...coders].map(([teryt, own]) => ({
    teryt,
    coders: own.size,
    count: [...own].filter((userId) => known.has(`${teryt} ${userId}`)).length,
  }));
}
