import type { Db } from '#app/db/client.server.ts';

export type ListedBoard = {
  slug: string;
  title: string;
  municipality: string;
  unitName: string;
  opensAt: Date;
  closesAt: Date;
};

/** Boards that everybody may read, those that end last first; of a municipality, or of a consultation, where one is named. */
export async function listBoards(
  db: Db,
  of: { teryt?: string; consultation?: string },
  take = 100,
): Promise<ListedBoard[]> {
  const consultation = of.consultation
    ? await db.consultation.findUnique({ where: { slug: of.consultation }, select: { id: true } })
    : null;
  if (of.consultation && !consultation) return [];
  const rows = await db.board.findMany({
    where: {
      access: 'public',
      ...(of.teryt ? { teryt: of.teryt } : {}),
      ...(consultation ? { consultationId: consultation.id } : {}),
    },
    orderBy: { closesAt: 'desc' },
    take,
    select: {
      slug: true,
      title: true,
      teryt: true,
      unitName: true,
      opensAt: true,
      closesAt: true,
    },
  });
  const names = await db.municipality.findMany({
    where: { teryt: { in: [...new Set(rows.map(({ teryt }) => teryt))] } },
    select: { teryt: true, name: true },
  });
  const nameOf = new Map(names.map(({ teryt, name }) => [teryt, name]));
  return rows.map(({ teryt, ...row }) => ({
    ...row,
    municipality: nameOf.get(teryt) ?? '',
  }));
}
