import type { Db } from '#app/db/client.server.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { drawDoubleCells } from '../fieldwork/double-draw.ts';
import { fieldworkRecord } from '../fieldwork/fieldwork-record.server.ts';
import { loadCells } from '../fieldwork/load-cells.server.ts';
import { hashOf } from '#app/publishing/hash.server.ts';
import { readMethodology } from '../access/methodologies.server.ts';
import type { FieldworkRecord } from '../cards/record.ts';
import type { EditionSource } from './source.ts';
import { firstDifference } from './first-difference.ts';

/**
 * Makes the frozen record of the field work again: both codings, decisions between them, what the offices said and what was decided on it,
 * reliability. The questions coded twice are drawn again by the seed, each coding is held against the last save of it, each correction
 * against the answer before it, the hour of the release against the line of the record. How many people stood aside or declared is not made again:
 * people join and leave a team, and declare later. Of earlier words of an office only their order is checked.
 */
export async function verifyFieldwork(
  db: Db,
  editionId: string,
  { units }: Pick<EditionSource, 'units'>,
): Promise<string[]> {
  return [
    ...(await recordDifferences(db, editionId)),
    ...(await saveDifferences(db, editionId)),
    ...(await replyDifferences(db, editionId)),
    ...(await releaseDifferences(db, editionId)),
    ...(await correctionDifferences(db, editionId, units)),
    ...(await changeDifferences(db, editionId)),
  ];
}

async function recordDifferences(db: Db, editionId: string): Promise<string[]> {
  const edition = await db.edition.findUniqueOrThrow({
    where: { id: editionId },
    select: {
      id: true,
      teamId: true,
      doubleShare: true,
      doubleSeed: true,
      measuredFrom: true,
      fieldwork: true,
      fieldworkHash: true,
      methodology: { select: { id: true, hash: true } },
      units: { select: { teryt: true }, orderBy: { teryt: 'asc' } },
    },
  });
  const methodology = await readMethodology(db, edition.methodology);
  const doubles = await db.doubleCell.findMany({
    where: { editionId, cause: 'drawn' },
    select: { teryt: true, indicator: true },
  });
  const indicators = methodology.indicators.map(({ id }) => id);
  const drawn = edition.units
    .flatMap(({ teryt }) =>
      drawDoubleCells({ seed: edition.doubleSeed, share: edition.doubleShare, teryt, indicators }).map(
        (indicator) => `${teryt} ${indicator}`,
      ),
    )
    .sort();
  const stored = doubles.map(({ teryt, indicator }) => `${teryt} ${indicator}`).sort();
  const found =
    drawn.join() === stored.join()
      ? []
      : ['double coding: the questions that two people answered are not those the seed draws'];
  if (edition.fieldwork === null) return found;
  if (hashOf(edition.fieldwork) !== edition.fieldworkHash)
    found.push('field work: its record is not the one that was hashed');
  const again = await fieldworkRecord(db, {
    edition: { ...edition, methodology },
    cells: await loadCells(db, { editionId }),
    schema: (edition.fieldwork as unknown as FieldworkRecord).schema,
  });
  const { stoodAside, declared, ...made } = again;
  const difference = firstDifference(
    { ...(edition.fieldwork as object), stoodAside, declared },
    JSON.parse(canonicalJson({ ...made, stoodAside, declared })),
  );
  return difference ? [...found, `field work, made again: ${difference}`] : found;
}

async function saveDifferences(db: Db, editionId: string): Promise<string[]> {
  const codings = await db.coding.findMany({
    where: { editionId },
    orderBy: { id: 'asc' },
    include: { saves: { orderBy: { revision: 'asc' } } },
  });
  return codings.flatMap(({ saves, ...coding }) => {
    const last = saves.at(-1);
    const isWhole = saves.length === coding.revision && saves.every(({ revision }, at) => revision === at + 1);
    const unlike =
      last &&
      (['state', 'level', 'reason', 'requestedOn', 'coderId', 'coderName'] as const).filter(
        (name) => last[name] !== coding[name],
      );
    const of = `coding of ${coding.indicator} in ${coding.teryt}`;
    return [
      ...(isWhole ? [] : [`${of}: it was saved ${coding.revision} times, ${saves.length} saves are kept`]),
      ...(unlike && unlike.length > 0 ? [`${of}: ${unlike.join(', ')} not as it was last saved`] : []),
    ];
  });
}

async function replyDifferences(db: Db, editionId: string): Promise<string[]> {
  const replies = await db.reply.findMany({
    where: { round: { editionId } },
    orderBy: [{ teryt: 'asc' }, { indicator: 'asc' }, { seq: 'asc' }],
    include: { round: { select: { openedAt: true, endsAt: true, teryt: true } } },
  });
  const counts = new Map<string, number>();
  return replies.flatMap(({ teryt, indicator, seq, sentAt, round }) => {
    const key = `${teryt} ${indicator}`;
    const expected = (counts.get(key) ?? 0) + 1;
    counts.set(key, expected);
    return [
      ...(seq === expected ? [] : [`reply ${seq} of ${teryt} to ${indicator}: reply ${expected} is not there`]),
      ...(round.teryt === teryt
        ? []
        : [`reply ${seq} of ${teryt} to ${indicator}: it is in the term of another office`]),
      ...(sentAt < round.openedAt || sentAt >= round.endsAt
        ? [`reply ${seq} of ${teryt} to ${indicator}: it was sent outside the term`]
        : []),
    ];
  });
}

async function releaseDifferences(db: Db, editionId: string): Promise<string[]> {
  const { publishedAt, publishedById, issues } = await db.edition.findUniqueOrThrow({
    where: { id: editionId },
    select: { publishedAt: true, publishedById: true, issues: { where: { issue: 1 }, select: { manifestHash: true } } },
  });
  const last = await db.event.findFirst({
    where: { editionId, kind: { in: ['edition-published', 'edition-scheduled', 'edition-release-cancelled'] } },
    orderBy: { id: 'desc' },
    select: { kind: true, actorId: true, data: true },
  });
  const data = (last?.data ?? {}) as { publishedAt?: unknown; manifestHash?: unknown };
  if (!last || last.kind === 'edition-release-cancelled')
    return ['release: no line of the record says that it was released'];
  return [
    ...(data.publishedAt === publishedAt?.toISOString()
      ? []
      : [`release: the record says ${String(data.publishedAt)}, the edition ${publishedAt?.toISOString() ?? 'never'}`]),
    ...(data.manifestHash === issues[0]?.manifestHash
      ? []
      : ['release: the record says that another manifest was released']),
    ...(last.actorId === publishedById ? [] : ['release: the record names somebody else who released it']),
  ];
}

async function correctionDifferences(db: Db, editionId: string, units: EditionSource['units']): Promise<string[]> {
  const corrections = await db.correction.findMany({ where: { editionId }, orderBy: { issue: 'asc' } });
  const lines = await db.event.findMany({
    where: { editionId, kind: 'edition-corrected' },
    select: { actorId: true, teryt: true, data: true },
  });
  const answers = new Map<string, unknown>();
  return corrections.flatMap(({ issue, teryt, indicator, before, after, madeById, approvedById }) => {
    const key = `${teryt} ${indicator}`;
    const of = `correction ${issue}`;
    const line = lines.find(({ data }) => (data as { issue?: unknown }).issue === issue);
    const told = (line?.data ?? {}) as { indicator?: unknown; approvedBy?: unknown };
    const earlier = answers.has(key)
      ? answers.get(key)
      : units.find(({ municipality }) => municipality.teryt === teryt)?.answers.get(indicator);
    const isNext = canonicalJson(earlier ?? null) === canonicalJson(before);
    answers.set(key, after);
    return [
      ...(isNext ? [] : [`${of}: it does not begin with the answer before it`]),
      ...(line &&
      line.teryt === teryt &&
      told.indicator === indicator &&
      line.actorId === madeById &&
      (told.approvedBy ?? null) === approvedById
        ? []
        : [`${of}: the line of the record says otherwise, or is not there`]),
    ];
  });
}

/** Every correction and withdrawal in force was put forward by one person and decided by another, as the lines of the record say. */
async function changeDifferences(db: Db, editionId: string): Promise<string[]> {
  const changes = await db.editionChange.findMany({
    where: { editionId, state: 'done' },
    orderBy: { proposedAt: 'asc' },
  });
  const lines = await db.event.findMany({
    where: { editionId, kind: { in: ['edition-change-proposed', 'scorecard-withdrawn', 'edition-withdrawn'] } },
    select: { kind: true, actorId: true, teryt: true, subjectId: true, data: true },
  });
  const approved = await db.correction.findMany({
    where: { editionId, approvedById: { not: null } },
    select: { issue: true, teryt: true, indicator: true, madeById: true, approvedById: true },
  });
  const isCarriedOut = (change: (typeof changes)[number]) =>
    change.kind === 'correction'
      ? approved.some(
          (each) =>
            each.issue === change.issue &&
            each.teryt === change.teryt &&
            each.indicator === change.indicator &&
            each.madeById === change.proposedById &&
            each.approvedById === change.decidedById,
        )
      : lines.some(({ kind, actorId, teryt, data }) => {
          const told = data as { change?: unknown; approvedBy?: unknown; ground?: unknown; issue?: unknown };
          return (
            kind === (change.teryt === null ? 'edition-withdrawn' : 'scorecard-withdrawn') &&
            told.change === change.id &&
            teryt === change.teryt &&
            actorId === change.proposedById &&
            told.approvedBy === change.decidedById &&
            told.ground === change.ground &&
            told.issue === change.issue
          );
        });
  const differences = changes.flatMap((change) => [
    ...(lines.some(
      ({ kind, subjectId, actorId }) =>
        kind === 'edition-change-proposed' && subjectId === change.id && actorId === change.proposedById,
    )
      ? []
      : [`${change.kind} of ${change.teryt ?? 'the edition'}: the record does not say who put it forward`]),
    ...(isCarriedOut(change)
      ? []
      : [`${change.kind} of ${change.teryt ?? 'the edition'}: the line of the record says otherwise, or is not there`]),
  ]);
  const withdrawn = lines.filter(({ kind }) => kind !== 'edition-change-proposed');
  return withdrawn.length === changes.filter(({ kind }) => kind === 'withdrawal').length
    ? differences
    : [...differences, 'withdrawals: the record tells of others than there are'];
}
