import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { recordEvents } from '#app/record/record-event.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import type { EvidenceRow } from './coding-input.ts';
import type { TeamEdition } from '../access/edition-access.server.ts';
import type { CellCoding } from '../cards/cells.ts';
import { cleanText } from '#app/forms/clean-text.ts';
import type { CodingAnswer } from './coding-answer.ts';
import type { CaptureFile } from '../cards/evidence.ts';

type Row = EvidenceRow & { file: CaptureFile | null };

/** An answer that passed every rule, the coding it goes into and what stood there. */
export type PlannedCoding = { answer: CodingAnswer; slot: 1 | 2; held: CellCoding | null; rows: readonly Row[] };

type Writing = { edition: TeamEdition; viewer: Viewer; teryt: string; planned: readonly PlannedCoding[] };

/** Writes codings with their evidence, the history of each save and one event per answer. */
export async function writeCodings(tx: Db, writing: Writing): Promise<void> {
  const { edition, viewer, teryt, planned } = writing;
  for (const plan of planned) if (plan.held) await update(tx, plan, plan.held, writing);
  const created = await tx.coding.createManyAndReturn({
    data: planned
      .filter((plan) => plan.held === null)
      .map((plan) => ({
        editionId: edition.id,
        teryt,
        indicator: plan.answer.indicator,
        slot: plan.slot,
        ...columnsOf(plan, viewer),
      })),
    select: { id: true, indicator: true },
  });
  const ids = new Map(created.map((coding) => [coding.indicator, coding.id]));
  const idOf = (plan: PlannedCoding) => plan.held?.id ?? ids.get(plan.answer.indicator) ?? '';
  const held = planned.flatMap((plan) => plan.held?.id ?? []);
  if (held.length > 0) await tx.evidence.deleteMany({ where: { codingId: { in: held } } });
  await tx.evidence.createMany({ data: planned.flatMap((plan) => evidenceOf(plan, { teryt, codingId: idOf(plan) })) });
  await tx.codingSave.createMany({
    data: planned.map((plan) => saveOf(plan, { teryt, codingId: idOf(plan), viewer })),
  });
  await recordEvents(
    tx,
    planned.map((plan) => ({
      teryt,
      editionId: edition.id,
      actorId: viewer.id,
      kind: 'coding-saved',
      subject: { type: 'coding', id: idOf(plan) },
      data: {
        indicator: plan.answer.indicator,
        state: plan.answer.state,
        level: plan.answer.level,
        revision: revisionAfter(plan),
        evidence: plan.rows.length,
        slot: plan.slot,
      },
    })),
  );
}

async function update(tx: Db, plan: PlannedCoding, held: CellCoding, { viewer, edition }: Writing): Promise<void> {
  const { count } = await tx.coding.updateMany({
    where: {
      id: held.id,
      revision: held.revision,
      submittedAt: null,
      edition: { id: edition.id, state: 'coding', teamId: edition.teamId },
    },
    data: columnsOf(plan, viewer),
  });
  if (count !== 1) throw notFound('the coding changed under its lock');
}

/** Revision the coding will have. */
export function revisionAfter({ held }: PlannedCoding): number {
  return (held?.revision ?? 0) + 1;
}

function columnsOf(plan: PlannedCoding, viewer: Viewer) {
  const { state, level, reason, requestedOn, at } = plan.answer;
  return {
    state,
    level,
    reason: cleanText(reason),
    requestedOn,
    coderId: viewer.id,
    coderName: viewer.displayName,
    revision: revisionAfter(plan),
    updatedAt: at ?? new Date(),
  };
}

/** An item that stays keeps the time it was first captured: the same address with the same capture. */
function evidenceOf({ answer, held, rows }: PlannedCoding, { teryt, codingId }: { teryt: string; codingId: string }) {
  const before = new Map(held?.evidence.map((item) => [`${item.url} ${item.file?.hash ?? ''}`, item]));
  return rows.map((row, seq) => {
    const known = before.get(`${row.url} ${row.file?.hash ?? ''}`);
    return {
      codingId,
      teryt,
      seq,
      url: row.url,
      ...(known?.isPlatform
        ? { place: known.place, note: known.note }
        : { place: cleanText(row.place), note: cleanText(row.note) }),
      capturedAt: known ? new Date(known.capturedAt) : (answer.at ?? new Date()),
      fileHash: row.file?.hash ?? null,
      fileName: row.file?.name ?? null,
      fileType: row.file?.type ?? null,
      fileSize: row.file?.size ?? null,
      isPlatform: row.isPlatform === true || known?.isPlatform === true,
    };
  });
}

function saveOf(plan: PlannedCoding, { teryt, codingId, viewer }: { teryt: string; codingId: string; viewer: Viewer }) {
  const { state, level, requestedOn, reason, key, at } = columnsAndKey(plan);
  return {
    teryt,
    codingId,
    revision: revisionAfter(plan),
    coderId: viewer.id,
    coderName: viewer.displayName,
    state,
    level,
    reason,
    requestedOn,
    key,
    savedAt: at,
    evidence: plan.rows.map(({ url, place, note, file }) => ({ url, place, note, file: file?.hash ?? null })),
  };
}

function columnsAndKey({ answer }: PlannedCoding) {
  const { state, level, requestedOn, reason, key = null, at = new Date() } = answer;
  return { state, level, requestedOn, reason: cleanText(reason), key, at };
}
