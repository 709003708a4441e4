import type { Db } from '#app/db/client.server.ts';

/** Which files a consultation has beside its text. */
export async function whatThereIs(
  db: Db,
  consultationId: string,
): Promise<{ hasReport: boolean; hasUnified: boolean; hasAmendments: boolean; isAdopted: boolean }> {
  const [reports, unified, amendments, adopted] = [
    await db.report.count({ where: { consultationId } }),
    await db.unifiedText.count({ where: { consultationId, state: 'frozen' } }),
    await db.remark.count({ where: { consultationId, kind: 'amendment', state: 'open' } }),
    await db.adoptedText.count({ where: { unified: { consultationId, state: 'frozen' } } }),
  ];
  return { hasReport: reports > 0, hasUnified: unified > 0, hasAmendments: amendments > 0, isAdopted: adopted > 0 };
}

/** Sizes in bytes of the files an issue stores, by name. The newest of each name up to that issue counts. */
export async function storedSizes(
  db: Db,
  { slug, issue }: { slug: string; issue: number },
): Promise<Record<string, number>> {
  const rows = await db.$queryRaw<{ path: string; size: number }[]>`
    select distinct on (f.path) f.path, octet_length(f.body)::int as size from "EditionFile" f join "Edition" e on e.id = f."editionId"
    where e.slug = ${slug} and f.issue <= ${issue} order by f.path, f.issue desc`;
  return Object.fromEntries(rows.map(({ path, size }) => [path, size]));
}
