import type { Db } from '#app/db/client.server.ts';

export type AssignedCoder = { area: string; part: number; userId: string };

/** Assignments of one municipality by "AREA PART". */
export async function loadAssignments(
  db: Db,
  { editionId, teryt }: { editionId: string; teryt: string },
): Promise<Map<string, AssignedCoder>> {
  const rows = await db.assignment.findMany({
    where: { editionId, teryt },
    select: { area: true, part: true, userId: true },
  });
  return new Map(rows.map((row) => [`${row.area} ${row.part}`, row]));
}
