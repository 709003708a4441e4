import { v7 as uuidv7 } from 'uuid';
import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import type { Draft } from '#app/drafting/acts/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { Carried } from '../carry/fit.ts';
import { attachWaiting, type GoingFile } from '../attachments/waiting-files.server.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import { placeNear } from '../near/place-near.server.ts';
import { sendFilingReceipt } from '../carry/letters.server.ts';
import { likenessKey } from '../near/likeness.server.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { worstFit } from '../state/remark.ts';
import { carryLate } from './carry-late.server.ts';
import type { Channel } from '../state/channels.ts';
import { isAmendment, operationWords } from './filing-draft.ts';
import type { OperationDraft, PointDraft } from './operation-draft.ts';

/** Whose letter it is and how and when it came. `actorId` did the filing: the author, or the official who entered it. */
export type FilingHead = {
  channel: Channel;
  authorId: string | null;
  /** What the public reads: empty for a person who did not ask to be named; `privateName` is for the office. */
  authorName: string;
  privateName: string | null;
  organisation: string | null;
  contactEmail: string | null;
  contactAddress: string | null;
  contactPhone: string | null;
  caseSign: string | null;
  receivedAt: Date;
  filedAt: Date;
  enteredById: string | null;
  enteredByName: string | null;
  isLate: boolean;
  locale: Locale;
  actorId: string;
};

type Writing = {
  /** The text the author saw, and the newest one: the same unless the words moved while a guest had yet to confirm. */
  draft: Draft;
  newest: Draft;
  head: FilingHead;
  points: readonly PointDraft[];
  files: readonly GoingFile[];
  refiledFromId: string | null;
  now: Date;
  dueAt: Date;
};

/** Writes a letter that has been checked, under the lock of its consultation; returns its number. */
export async function writeFiling(tx: Db, writing: Writing): Promise<number> {
  const { draft, head, points } = writing;
  const { actorId, ...filing } = head;
  const owner = { teryt: draft.teryt, consultationId: draft.consultationId };
  const { nextRemark } = await tx.consultation.update({
    where: { id: draft.consultationId },
    data: { nextRemark: { increment: points.length } },
    select: { nextRemark: true },
  });
  const number = nextRemark - points.length;
  const filingId = uuidv7();
  await tx.filing.create({ data: { id: filingId, ...owner, ...filing, number, refiledFromId: writing.refiledFromId } });
  for (const [at, point] of points.entries())
    await writePoint(tx, { ...writing, filingId, point, at, number: number + at, actorId });
  const attached = await attachWaiting(tx, {
    files: writing.files,
    owner,
    filing: { id: filingId, number },
    actorId,
    now: writing.now,
  });
  await placeNear(tx, draft.consultationId);
  const citations = citationsByClause(draft.units);
  await sendFilingReceipt(tx, {
    ...owner,
    slug: draft.slug,
    title: draft.title,
    filingId,
    number,
    authorId: head.authorId,
    contactEmail: head.contactEmail,
    locale: head.locale,
    receivedAt: head.receivedAt,
    dueAt: writing.dueAt,
    isNamed: head.authorId !== null && head.authorName !== '',
    attached,
    points: points.map(({ reason, place, operations }) => ({
      citations: citationsOfPoint(operations, draft.units, citations),
      place,
      reason,
    })),
  });
  await bumpRevision(tx, consultationScope(draft.slug));
  return number;
}

function citationsOfPoint(
  operations: readonly OperationDraft[],
  units: readonly DraftUnit[],
  citations: ReadonlyMap<string, string>,
): string[] {
  const names = operations.map(
    ({ code }) => citations.get(units.find((unit) => unit.code === code)?.clauseId ?? '') ?? '',
  );
  return [...new Set(names.filter(Boolean))];
}

type PointWriting = Writing & { filingId: string; point: PointDraft; at: number; number: number; actorId: string };

async function writePoint(tx: Db, writing: PointWriting): Promise<void> {
  const { draft, newest, head, point, number } = writing;
  const owner = { teryt: draft.teryt, consultationId: draft.consultationId };
  const remarkId = uuidv7();
  const late = await carryLate(tx, { draft, newest, operations: point.operations });
  const rows = point.operations.map((operation, index) =>
    operationRow(writing, operation, { remarkId, seq: index + 1, late: late.get(index) ?? null }),
  );
  const fit = worstFit(rows.map(({ carried }) => carried.fit));
  await tx.remark.create({
    data: {
      id: remarkId,
      ...owner,
      filingId: writing.filingId,
      point: writing.at + 1,
      number,
      kind: isAmendment(point) ? 'amendment' : 'remark',
      channel: head.channel,
      authorId: head.authorId,
      authorName: head.authorName,
      organisation: head.organisation,
      reason: point.reason,
      place: point.place || null,
      likeness: likenessKey({ reason: point.reason, place: point.place, operations: rows.map(({ data }) => data) }),
      againstVersion: draft.version,
      state: 'open',
      fit,
      filedAt: head.receivedAt,
    },
  });
  await tx.remarkOperation.createMany({ data: rows.map(({ data }) => data) });
  await tx.operationWording.createMany({ data: rows.flatMap(({ wordings }) => wordings) });
  await recordEvent(tx, {
    ...owner,
    kind: 'remark-filed',
    actorId: writing.actorId,
    subject: { type: 'remark', id: remarkId },
    at: writing.now,
    data: {
      number,
      filing: number - writing.at,
      version: draft.version,
      newest: newest.version,
      fit,
      channel: head.channel,
      enteredByOffice: head.enteredById !== null,
      late: head.isLate,
    },
  });
}

type OperationRow = {
  data: Prisma.RemarkOperationCreateManyInput & {
    op: string;
    clauseId: string;
    after: string | null;
    rest: string | null;
    targetClauseId: string | null;
  };
  wordings: Prisma.OperationWordingCreateManyInput[];
  carried: Carried;
};

/** `late` is how the change stands to the newest text where that moved since its author saw it. */
function operationRow(
  { draft, newest, head }: PointWriting,
  operation: OperationDraft,
  { remarkId, seq, late }: { remarkId: string; seq: number; late: Carried | null },
): OperationRow {
  const owner = { teryt: draft.teryt, consultationId: draft.consultationId };
  const unit = unitOf(draft.units, operation.code);
  const { after, rest, otherCode } = operationWords(operation);
  const other = otherCode === null ? null : unitOf(draft.units, otherCode);
  const now = newest.units.find(({ clauseId }) => clauseId === unit.clauseId) ?? null;
  const carried: Carried = late ?? { fit: 'unchanged', after, rest, conflicts: [] };
  const id = uuidv7();
  const isWorded = carried.fit !== 'conflict';
  const wording = { ...owner, operationId: id };
  return {
    carried,
    data: {
      id,
      ...owner,
      remarkId,
      seq,
      op: operation.op,
      clauseId: unit.clauseId,
      baseRevisionId: unit.revisionId,
      before: unit.text,
      quote: operation.quote || null,
      after,
      rest,
      targetClauseId: other?.clauseId ?? null,
      targetRevisionId:
        (isWorded ? newest.units.find(({ clauseId }) => clauseId === other?.clauseId)?.revisionId : null) ??
        other?.revisionId ??
        null,
      insertType: operation.op === 'insert-after' || operation.op === 'split' ? unit.type : null,
      carriedAfter: isWorded ? (carried.after ?? after) : null,
      carriedRest: isWorded ? (carried.rest ?? rest) : null,
      carriedRevisionId: now?.revisionId ?? null,
      fit: carried.fit,
      conflicts: carried.conflicts as unknown as Prisma.InputJsonValue,
    },
    wordings: [
      {
        id: uuidv7(),
        ...wording,
        kind: 'filed',
        version: draft.version,
        revisionId: unit.revisionId,
        after,
        rest,
        at: head.receivedAt,
      },
      // The words moved before the guest confirmed: that step is on record like any other.
      ...(late
        ? [
            {
              id: uuidv7(),
              ...wording,
              kind: carried.fit,
              version: newest.version,
              revisionId: now?.revisionId ?? null,
              after: carried.after,
              rest: carried.rest ?? null,
              at: head.filedAt,
            },
          ]
        : []),
    ],
  };
}

function unitOf(units: readonly DraftUnit[], code: number): DraftUnit {
  const unit = units.find((each) => each.code === code);
  if (!unit) throw new Error(`no clause ${code} in the text the letter was written against`);
  return unit;
}
