import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { EditionManifest, ScorecardDocument } from './scorecard-document.ts';

export type PublishedEdition = { manifest: EditionManifest; manifestHash: string };

export type EditionSummary = {
  slug: string; title: { pl: string; en: string }; team: string; publishedAt: string; measuredFrom: string; measuredTo: string; isDemo: boolean;
  municipalities: number; withTotal: number;
  methodology: { key: string; version: string; title: { pl: string; en: string } };
};

/** Published editions, the newest first. */
export async function listEditions(db: Db, { take = 50 }: { take?: number } = {}): Promise<EditionSummary[]> {
  const rows = await db.edition.findMany({
    where: { state: 'published' }, orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }], take, select: { manifest: true },
  });
  return rows.map((row) => {
    const { edition, municipalities } = row.manifest as unknown as EditionManifest;
    return {
      slug: edition.slug, title: edition.title, team: edition.team.name, publishedAt: edition.publishedAt,
      measuredFrom: edition.measuredFrom, measuredTo: edition.measuredTo, isDemo: edition.isDemo,
      municipalities: municipalities.length,
      withTotal: municipalities.filter((row) => row.total.display !== null).length,
      methodology: { key: edition.methodology.key, version: edition.methodology.version, title: edition.methodology.title },
    };
  });
}

/** The table of a published edition; throws not found, also while it is being coded. */
export async function getPublishedEdition(db: Db, { slug }: { slug: string }): Promise<PublishedEdition> {
  const row = await db.edition.findFirst({ where: { slug, state: 'published' }, select: { manifest: true, manifestHash: true } });
  if (!row?.manifest || !row.manifestHash) throw notFound(`no published edition ${slug}`);
  return { manifest: row.manifest as unknown as EditionManifest, manifestHash: row.manifestHash };
}

export type PublishedScorecard = { document: ScorecardDocument; hash: string; manifest: EditionManifest };

/** One scorecard with the table it belongs to. */
export async function getScorecard(db: Db, { slug, teryt }: { slug: string; teryt: string }): Promise<PublishedScorecard> {
  const { manifest } = await getPublishedEdition(db, { slug });
  const row = await db.scorecard.findFirst({ where: { teryt, edition: { slug, state: 'published' } }, select: { json: true, hash: true } });
  if (!row) throw notFound(`no scorecard of ${teryt} in ${slug}`);
  return { document: row.json as unknown as ScorecardDocument, hash: row.hash, manifest };
}

export type MunicipalityScore = { slug: string; title: { pl: string; en: string }; publishedAt: string; total: string | null; standing: ScorecardDocument['standing']; isDemo: boolean };

/** Published scores of one municipality, the newest first: for its own page. */
export async function listScoresOf(db: Db, { teryt }: { teryt: string }): Promise<MunicipalityScore[]> {
  const rows = await db.scorecard.findMany({
    where: { teryt, edition: { state: 'published' } }, orderBy: [{ createdAt: 'desc' }], select: { json: true },
  });
  return rows.map((row) => {
    const { edition, total, standing } = row.json as unknown as ScorecardDocument;
    return { slug: edition.slug, title: edition.title, publishedAt: edition.publishedAt, total: total.display, standing, isDemo: edition.isDemo };
  });
}
