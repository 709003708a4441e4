import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { methodologySchema, type Methodology } from './methodology-schema.ts';

export type StoredMethodology = { id: string; hash: string; methodology: Methodology; editions: { slug: string; titlePl: string; titleEn: string }[] };

/** A methodology version with the published editions that use it; throws not found. */
export async function getMethodology(db: Db, { key, version }: { key: string; version: string }): Promise<StoredMethodology> {
  const row = await db.methodology.findUnique({
    where: { key_version: { key, version } },
    select: {
      id: true, hash: true, json: true,
      editions: { where: { state: 'published' }, orderBy: { publishedAt: 'desc' }, select: { slug: true, titlePl: true, titleEn: true } },
    },
  });
  if (!row) throw notFound(`no methodology ${key} ${version}`);
  return { id: row.id, hash: row.hash, methodology: methodologySchema.parse(row.json), editions: row.editions };
}

export type MethodologyChoice = { key: string; version: string; title: { pl: string; en: string } };

/** All versions, the newest first. */
export async function listMethodologies(db: Db): Promise<MethodologyChoice[]> {
  const rows = await db.methodology.findMany({ orderBy: { createdAt: 'desc' }, select: { key: true, version: true, json: true } });
  return rows.map(({ key, version, json }) => ({ key, version, title: methodologySchema.parse(json).title }));
}
