import { withEditionOriginals } from '#app/record/covered/on-originals.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, editionScope } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import type { MeasuredUnit } from '../cards/measured-unit.ts';
import { getLedEdition, type TeamEdition } from '../access/edition-access.server.ts';
import { stampOf } from '../fieldwork/coding-stamp.ts';
import { freezeFieldwork } from '../fieldwork/freeze-fieldwork.server.ts';
import { finalAnswers, type FieldCell } from '../cards/cells.ts';
import { loadCells } from '../fieldwork/load-cells.server.ts';
import { publishability, type PublicationBar } from '../fieldwork/publication-bars.server.ts';
import { queueReleaseLetters } from '../letters/release-letters.server.ts';
import { nextIssue } from './next-issue.server.ts';
import { withFieldwork } from '../cards/fieldwork.ts';
import { storeIssue } from './store-issue.server.ts';
import { LICENCE, NEWEST_FORMAT, type EditionFacts } from '../cards/scorecard-document.ts';

/** Weight sets drawn for the rank intervals (monitoring method 2.4). */
const DRAWS = 5000;

/** How far ahead a release can be set. */
const MAX_DAYS_AHEAD = 365;

export type PublishEditionResult =
  | { ok: true; manifestHash: string; scorecards: number; publishedAt: Date }
  | {
      ok: false;
      error: { code: 'published' | 'nothing-to-publish' | 'conflict' | 'release-time' | PublicationBar['code'] };
    };

/**
 * Freezes an edition: one immutable scorecard per municipality, the table of results, the files and their hashes, all in one
 * transaction. It is public at once, or from `releaseAt` on without anybody pressing anything. `stamp` names the state of the
 * answers the lead saw; when an answer changed since, nothing is published.
 */
export async function publishEdition(
  db: Db,
  {
    viewer,
    slug,
    stamp,
    releaseAt = null,
    now = new Date(),
  }: { viewer: Viewer; slug: string; stamp: string; releaseAt?: Date | null; now?: Date },
): Promise<PublishEditionResult> {
  const edition = await getLedEdition(db, { slug, viewer });
  if (releaseAt && (releaseAt <= now || releaseAt.getTime() > now.getTime() + MAX_DAYS_AHEAD * 86_400_000))
    return { ok: false, error: { code: 'release-time' } };
  const publishedAt = releaseAt ?? now;
  return transaction(db, async (tx): Promise<PublishEditionResult> => {
    const [locked] = await tx.$queryRaw<{ state: string; seed: number }[]>`
      select state, seed from "Edition" where id = ${edition.id}::uuid for update`;
    if (!locked) throw notFound(slug);
    if (locked.state !== 'coding') return { ok: false, error: { code: 'published' } };
    const cells = await loadCells(tx, { editionId: edition.id });
    const units = await listUnits(tx, edition.id, cells);
    if (stampOf(cells, units.length) !== stamp) return { ok: false, error: { code: 'conflict' } };
    if (units.length === 0 || cells.every((cell) => cell.codings.length === 0))
      return { ok: false, error: { code: 'nothing-to-publish' } };
    const {
      bars: [bar],
    } = await publishability(tx, { edition, cells, now });
    if (bar) return { ok: false, error: { code: bar.code } };
    const facts = await editionFacts(tx, edition, { seed: locked.seed, publishedAt });
    const { built, cards } = await withEditionOriginals(tx, edition.id, (hasOriginals) =>
      freezeIssue(tx, { edition, facts, read: hasOriginals ? null : { cells, units } }),
    );
    const { count } = await tx.edition.updateMany({
      where: { id: edition.id, state: 'coding', teamId: edition.teamId },
      data: { state: 'frozen', publishedAt, publishedById: viewer.id, issue: 1 },
    });
    if (count !== 1) throw notFound(slug);
    await recordEvent(tx, {
      editionId: edition.id,
      actorId: viewer.id,
      kind: releaseAt ? 'edition-scheduled' : 'edition-published',
      subject: { type: 'edition', id: edition.id },
      data: { manifestHash: built.manifestHash, scorecards: cards, publishedAt: publishedAt.toISOString() },
    });
    await queueReleaseLetters(tx, { editionId: edition.id });
    await bumpRevision(tx, editionScope(slug));
    return { ok: true, manifestHash: built.manifestHash, scorecards: cards, publishedAt };
  });
}

type Freezing = {
  edition: TeamEdition;
  facts: EditionFacts;
  /** What was read already, where nothing is covered. */ read: { cells: FieldCell[]; units: AnsweredUnit[] } | null;
};

/** Writes the record of the field work and the first issue out of the answers as they were written; covered words are covered in both afterwards. */
async function freezeIssue(tx: Db, { edition, facts, read }: Freezing) {
  const cells = read?.cells ?? (await loadCells(tx, { editionId: edition.id }));
  const units = read?.units ?? (await listUnits(tx, edition.id, cells));
  const { record } = await freezeFieldwork(tx, { edition, cells });
  const built = await nextIssue({
    source: {
      format: NEWEST_FORMAT,
      methodology: edition.methodology,
      edition: facts,
      units: units.map((unit) => withFieldwork(unit, record)),
      record,
    },
    corrections: [],
    previous: null,
  });
  const { cards } = await storeIssue(tx, edition.id, built, null);
  return { built, cards };
}

async function editionFacts(
  tx: Db,
  edition: TeamEdition,
  { seed, publishedAt }: { seed: number; publishedAt: Date },
): Promise<EditionFacts> {
  const team = await tx.team.findUniqueOrThrow({
    where: { id: edition.teamId },
    select: { slug: true, name: true, contact: true },
  });
  return {
    slug: edition.slug,
    title: { pl: edition.titlePl, en: edition.titleEn },
    measuredFrom: edition.measuredFrom,
    measuredTo: edition.measuredTo,
    publishedAt: publishedAt.toISOString(),
    team,
    methodology: {
      key: edition.methodologyKey,
      version: edition.methodologyVersion,
      title: edition.methodology.title,
      hash: edition.methodologyHash,
    },
    licence: LICENCE,
    draws: DRAWS,
    seed,
    isDemo: edition.isDemo,
  };
}

/** A measured municipality with its answers, before anything is known of how they came about. */
export type AnsweredUnit = Pick<MeasuredUnit, 'municipality' | 'answers'>;

/** The measured municipalities by code, with their final answers. */
export async function listUnits(db: Db, editionId: string, cells: readonly FieldCell[]): Promise<AnsweredUnit[]> {
  const units = await db.editionUnit.findMany({
    where: { editionId },
    orderBy: { teryt: 'asc' },
    select: { teryt: true },
  });
  const municipalities = await db.municipality.findMany({
    where: { teryt: { in: units.map((unit) => unit.teryt) } },
    orderBy: { teryt: 'asc' },
    select: { teryt: true, name: true, kind: true, county: true, voivodeship: true, population: true },
  });
  const answers = finalAnswers(cells);
  return municipalities.map((municipality) => ({
    municipality,
    answers: answers.get(municipality.teryt) ?? new Map(),
  }));
}
