import { coveredInIssue, type CoveredIssue } from '#app/record/covered/covered-rows.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { everybody, measured, publicAt, releaseStageOf, type EditionReader } from './release-stage.ts';
import { visibleTo } from './visible-to.ts';
import { refuseWithdrawn } from './withdrawals.server.ts';
import type { EditionManifest, ScorecardDocument, ScorecardIndicator } from '../cards/scorecard-document.ts';

/** Which issue is shown, and whether it is the newest; `embargoUntil` is set for the few who see an edition before its release. */
export type ShownIssue = { issue: number; newest: number; /** ISO instant. */ embargoUntil: string | null };
export type PublishedEdition = {
  manifest: EditionManifest;
  manifestHash: string;
  shown: ShownIssue;
  /** Where words were covered since its documents were hashed. */ covered: CoveredIssue;
};

export type EditionSummary = {
  slug: string;
  title: { pl: string; en: string };
  team: string;
  publishedAt: string;
  measuredFrom: string;
  measuredTo: string;
  isDemo: boolean;
  municipalities: number;
  withTotal: number;
  methodology: { key: string; version: string; title: { pl: string; en: string } };
};

/** Released editions, the newest first, each as its newest issue shows it. */
export async function listEditions(
  db: Db,
  { take = 50, now = new Date() }: { take?: number; now?: Date } = {},
): Promise<EditionSummary[]> {
  const manifests = await listManifests(db, { take, now });
  return manifests.map(({ edition, municipalities }) => ({
    slug: edition.slug,
    title: edition.title,
    team: edition.team.name,
    publishedAt: edition.publishedAt,
    measuredFrom: edition.measuredFrom,
    measuredTo: edition.measuredTo,
    isDemo: edition.isDemo,
    municipalities: municipalities.length,
    withTotal: municipalities.filter((row) => row.total.display !== null).length,
    methodology: {
      key: edition.methodology.key,
      version: edition.methodology.version,
      title: edition.methodology.title,
    },
  }));
}

/** Newest issue of every released edition, the newest edition first; `of` keeps those that measured one municipality. */
export async function listIssues(
  db: Db,
  { take = 500, now = new Date(), of }: { take?: number; now?: Date; of?: string } = {},
): Promise<Omit<PublishedEdition, 'shown'>[]> {
  const rows = await db.edition.findMany({
    where: { ...publicAt(now), ...(of ? measured(of) : {}) },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take,
    select: {
      id: true,
      issues: { orderBy: { issue: 'desc' }, take: 1, select: { issue: true, manifest: true, manifestHash: true } },
    },
  });
  const found: Omit<PublishedEdition, 'shown'>[] = [];
  for (const { id, issues } of rows) {
    for (const { issue, manifest, manifestHash } of issues)
      found.push({
        manifest: manifest as unknown as EditionManifest,
        manifestHash,
        covered: await coveredInIssue(db, { editionId: id, issue }),
      });
  }
  return found;
}

export async function listManifests(
  db: Db,
  options: { take?: number; now?: Date; of?: string } = {},
): Promise<EditionManifest[]> {
  return (await listIssues(db, options)).map(({ manifest }) => manifest);
}

export type EditionRequest = {
  slug: string;
  reader?: EditionReader;
  /** Number of an issue; without it the newest. */ issue?: number | null;
};

/**
 * An issue of a released edition; throws not found, also while it is being coded and, for most, before its release, and gone for what was
 * withdrawn: the edition, the card that is asked for, or the issues that hold a withdrawn card.
 */
export async function getPublishedEdition(
  db: Db,
  { slug, reader = everybody(), issue = null, teryt = null }: EditionRequest & { teryt?: string | null },
): Promise<PublishedEdition> {
  await refuseWithdrawn(db, { slug, issue, teryt });
  const row = await db.edition.findFirst({
    where: { slug, ...visibleTo(reader) },
    select: {
      id: true,
      issue: true,
      state: true,
      publishedAt: true,
      issues: { where: issue === null ? {} : { issue }, orderBy: { issue: 'desc' }, take: 1 },
    },
  });
  const [own] = row?.issues ?? [];
  if (!row || !own) throw notFound(`no edition ${slug}, issue ${issue ?? 'newest'}, for this reader`);
  const isPublic = releaseStageOf(row, reader.now) === 'public';
  return {
    manifest: own.manifest as unknown as EditionManifest,
    manifestHash: own.manifestHash,
    covered: await coveredInIssue(db, { editionId: row.id, issue: own.issue }),
    shown: {
      issue: own.issue,
      newest: row.issue,
      embargoUntil: isPublic ? null : (row.publishedAt?.toISOString() ?? null),
    },
  };
}

export type PublishedScorecard = {
  document: ScorecardDocument;
  hash: string;
  /** Words were covered since: the hash is of the card before. */ isCovered: boolean;
  manifest: EditionManifest;
  shown: ShownIssue;
};

/** One scorecard as an issue has it, with the table it belongs to. */
export async function getScorecard(
  db: Db,
  { teryt, ...request }: EditionRequest & { teryt: string },
): Promise<PublishedScorecard> {
  return cardOf(db, await getPublishedEdition(db, { ...request, teryt }), teryt);
}

/** The same of an issue that was read already. */
async function cardOf(
  db: Db,
  { manifest, shown, covered }: PublishedEdition,
  teryt: string,
): Promise<PublishedScorecard> {
  const { slug } = manifest.edition;
  const row = await db.scorecard.findFirst({
    where: { teryt, edition: { slug }, issue: { lte: shown.issue } },
    orderBy: { issue: 'desc' },
    select: { json: true, hash: true },
  });
  if (!row) throw notFound(`no scorecard of ${teryt} in ${slug}`);
  return {
    document: row.json as unknown as ScorecardDocument,
    hash: row.hash,
    isCovered: covered.cards.has(teryt),
    manifest,
    shown,
  };
}

export type PublishedIndicator = PublishedScorecard & { indicator: ScorecardIndicator };

/** One indicator of a card; throws not found. */
export async function getIndicator(
  db: Db,
  { indicator: id, ...request }: EditionRequest & { teryt: string; indicator: string },
): Promise<PublishedIndicator> {
  const card = await getScorecard(db, request);
  return { ...card, indicator: indicatorOf(card, id) };
}

/** What an issue that was read already asks about one indicator, as its first card says it; throws not found. */
export async function getQuestion(db: Db, published: PublishedEdition, id: string): Promise<ScorecardIndicator> {
  const [first] = published.manifest.municipalities;
  if (!first) throw notFound('an edition without municipalities');
  return indicatorOf(await cardOf(db, published, first.teryt), id);
}

function indicatorOf({ document }: PublishedScorecard, id: string): ScorecardIndicator {
  const indicator = document.indicators.find((candidate) => candidate.id === id);
  if (!indicator) throw notFound(`no indicator ${id}`);
  return indicator;
}

/** A file of an issue, byte for byte as it was released, unless words were covered in it since. */
export async function getEditionFile(
  db: Db,
  { path, ...request }: EditionRequest & { path: string },
): Promise<{ body: Uint8Array<ArrayBuffer>; type: string; isCovered: boolean; shown: ShownIssue }> {
  const teryt = /^\d{7}(?=\.)/.exec(path)?.[0] ?? null;
  return fileOf(db, await getPublishedEdition(db, { ...request, teryt }), path);
}

/** The same of an issue that was read already. */
export async function fileOf(
  db: Db,
  { manifest, shown, covered }: PublishedEdition,
  path: string,
): Promise<{ body: Uint8Array<ArrayBuffer>; type: string; isCovered: boolean; shown: ShownIssue }> {
  const { slug } = manifest.edition;
  const row = await db.editionFile.findFirst({
    where: { path, edition: { slug }, issue: { lte: shown.issue } },
    orderBy: { issue: 'desc' },
    select: { body: true, type: true },
  });
  if (!row) throw notFound(`no file ${path} in ${slug}`);
  return { type: row.type, isCovered: covered.paths.has(path), body: new Uint8Array(row.body), shown };
}
