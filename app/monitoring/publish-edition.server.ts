import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, editionScope } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { buildManifest } from './build-manifest.ts';
import { buildScorecards, type MeasuredUnit } from './build-scorecards.ts';
import { canonicalJson } from './canonical-json.ts';
import { getLedEdition, type TeamEdition } from './edition-access.server.ts';
import { stampOf } from './coding-stamp.ts';
import { freezeFieldwork } from './fieldwork/freeze-fieldwork.server.ts';
import { finalAnswers, type FieldCell } from './fieldwork/cells.ts';
import { loadCells } from './fieldwork/load-cells.server.ts';
import { publicationBars, type PublicationBar } from './fieldwork/publication-bars.server.ts';
import { hashOf } from './hash.server.ts';
import { LICENCE, type EditionFacts, type EditionManifest, type ScorecardDocument } from './scorecard-document.ts';

/** Weight sets drawn for the rank intervals (monitoring method 2.4). */
export const DRAWS = 5000;

export type PublishEditionResult =
  | { ok: true; manifestHash: string; scorecards: number }
  | { ok: false; error: { code: 'published' | 'nothing-to-publish' | 'conflict' | PublicationBar['code'] } };

/**
 * Publishes an edition: one immutable scorecard per municipality, the table of results, and their hashes, all in one
 * transaction. `stamp` names the state of the answers the lead saw; when an answer changed since, nothing is published.
 */
export async function publishEdition(
  db: Db, { viewer, slug, stamp, now = new Date() }: { viewer: Viewer; slug: string; stamp: string; now?: Date },
): Promise<PublishEditionResult> {
  const edition = await getLedEdition(db, { slug, viewer });
  return transaction(db, async (tx): Promise<PublishEditionResult> => {
    const [locked] = await tx.$queryRaw<{ state: string; seed: number }[]>`
      select state, seed from "Edition" where id = ${edition.id}::uuid for update`;
    if (!locked) throw notFound(slug);
    if (locked.state !== 'coding') return { ok: false, error: { code: 'published' } };
    const cells = await loadCells(tx, { editionId: edition.id });
    const units = await listUnits(tx, edition.id, cells);
    if (stampOf(cells, units.length) !== stamp) return { ok: false, error: { code: 'conflict' } };
    if (units.length === 0 || cells.every((cell) => cell.codings.length === 0)) return { ok: false, error: { code: 'nothing-to-publish' } };
    const [bar] = await publicationBars(tx, { edition, cells, now });
    if (bar) return { ok: false, error: { code: bar.code } };
    await freezeFieldwork(tx, { edition, cells });
    const facts = await editionFacts(tx, edition, { seed: locked.seed, now });
    const { manifestHash, scorecards } = await store(tx, edition, facts, units);
    const { count } = await tx.edition.updateMany({
      where: { id: edition.id, state: 'coding', teamId: edition.teamId },
      data: { state: 'published', publishedAt: now, publishedById: viewer.id },
    });
    if (count !== 1) throw notFound(slug);
    await tx.event.create({
      data: {
        editionId: edition.id, actorId: viewer.id, kind: 'edition-published', subjectType: 'edition', subjectId: edition.id,
        data: { manifestHash, scorecards },
      },
    });
    await bumpRevision(tx, editionScope(slug));
    return { ok: true, manifestHash, scorecards };
  });
}

/** Writes scorecards and manifest; the edition is still marked as coding afterwards. */
async function store(tx: Db, edition: TeamEdition, facts: EditionFacts, units: readonly MeasuredUnit[]) {
  const scorecards = buildScorecards({ methodology: edition.methodology, edition: facts, units })
    .map((document) => ({ document, hash: hashOf(document) }));
  const manifest = buildManifest(scorecards, edition.methodology.scoring.bands);
  const manifestHash = hashOf(manifest);
  await tx.scorecard.createMany({
    data: scorecards.map(({ document, hash }) => ({ teryt: document.municipality.teryt, editionId: edition.id, json: storable(document), hash })),
  });
  await tx.edition.updateMany({ where: { id: edition.id, state: 'coding' }, data: { manifest: storable(manifest), manifestHash } });
  return { manifestHash, scorecards: scorecards.length };
}

/** Exactly what was hashed, as a JSON column takes it. */
function storable(document: ScorecardDocument | EditionManifest): Prisma.InputJsonObject {
  return JSON.parse(canonicalJson(document)) as Prisma.InputJsonObject;
}

async function editionFacts(tx: Db, edition: TeamEdition, { seed, now }: { seed: number; now: Date }): Promise<EditionFacts> {
  const team = await tx.team.findUniqueOrThrow({ where: { id: edition.teamId }, select: { slug: true, name: true, contact: true } });
  return {
    slug: edition.slug,
    title: { pl: edition.titlePl, en: edition.titleEn },
    measuredFrom: edition.measuredFrom,
    measuredTo: edition.measuredTo,
    publishedAt: now.toISOString(),
    team,
    methodology: {
      key: edition.methodologyKey, version: edition.methodologyVersion, title: edition.methodology.title, hash: edition.methodologyHash,
    },
    licence: LICENCE,
    draws: DRAWS,
    seed,
    isDemo: edition.isDemo,
  };
}

/** The measured municipalities by code, with their final answers. */
export async function listUnits(db: Db, editionId: string, cells: readonly FieldCell[]): Promise<MeasuredUnit[]> {
  const units = await db.editionUnit.findMany({ where: { editionId }, orderBy: { teryt: 'asc' }, select: { teryt: true } });
  const municipalities = await db.municipality.findMany({
    where: { teryt: { in: units.map((unit) => unit.teryt) } }, orderBy: { teryt: 'asc' },
    select: { teryt: true, name: true, kind: true, county: true, voivodeship: true, population: true },
  });
  const answers = finalAnswers(cells);
  return municipalities.map((municipality) => ({ municipality, answers: answers.get(municipality.teryt) ?? new Map() }));
}
