import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { teamIds, type Viewer } from '#app/people/viewer.ts';
import { problemOf, type AnswerProblem } from './answer-rules.ts';
import { listCodings, type StoredCoding } from './codings.server.ts';
import { isEmptyRow, isWebAddress, type EvidenceRow } from './coding-input.ts';
import { getTeamEdition, requireIndicator } from './edition-access.server.ts';
import type { AnswerState } from './model.ts';

export type CodingAnswer = {
  indicator: string;
  state: AnswerState;
  level: number | null;
  reason: string;
  /** Day of the request, yyyy-mm-dd; kept for "withheld" alone. */
  requestedOn: string | null;
  evidence: readonly EvidenceRow[];
  /** Revision of the coding the answer was made against; 0 when there was none. */
  revision: number;
  /** When it was given, where that is not now. */
  at?: Date;
};

export type SaveCodingsInput = { viewer: Viewer; slug: string; teryt: string; answers: readonly CodingAnswer[] };

export type SaveCodingError = { code: AnswerProblem } | { code: 'published' } | { code: 'conflict'; current: StoredCoding | null };

export type SaveCodingsResult = { ok: true } | { ok: false; error: SaveCodingError; indicator: string };

/**
 * Saves the team's answers to several indicators of one municipality: all of them, or none and the first refusal. Missing evidence does
 * not block (see judgeAnswer). Refused are answers that contradict their indicator, answers made against an older revision, and every
 * change after publication. No indicator may occur twice.
 */
export async function saveCodings(db: Db, input: SaveCodingsInput): Promise<SaveCodingsResult> {
  const edition = await getTeamEdition(db, input);
  for (const answer of input.answers) {
    const filed = { ...answer, requestedOn: requestDay(answer), evidenceItems: filled(answer).length };
    const problem = problemOf(requireIndicator(edition, answer.indicator), filed);
    if (problem) return { ok: false, error: { code: problem }, indicator: answer.indicator };
  }
  return transaction(db, async (tx): Promise<SaveCodingsResult> => {
    const lock = await lockUnit(tx, edition.id, input.teryt);
    if (!lock) throw notFound(`${input.teryt} is not measured in ${input.slug}`);
    const stored = await listCodings(tx, { editionId: edition.id, teryt: input.teryt, indicator: { in: input.answers.map((answer) => answer.indicator) } });
    for (const answer of input.answers) {
      const current = stored.find((coding) => coding.indicator === answer.indicator) ?? null;
      if (lock.state !== 'coding') return { ok: false, error: { code: 'published' }, indicator: answer.indicator };
      if ((current?.revision ?? 0) !== answer.revision) return { ok: false, error: { code: 'conflict', current }, indicator: answer.indicator };
    }
    await write(tx, { input, editionId: edition.id, stored });
    return { ok: true };
  });
}

/** Saves of one municipality wait for each other, and publication waits for all of them. */
async function lockUnit(tx: Db, editionId: string, teryt: string): Promise<{ state: string } | null> {
  const [edition] = await tx.$queryRaw<{ state: string }[]>`select state from "Edition" where id = ${editionId}::uuid for share`;
  const units = await tx.$queryRaw<{ id: string }[]>`
    select id from "EditionUnit" where "editionId" = ${editionId}::uuid and teryt = ${teryt} for update`;
  return edition && units.length > 0 ? edition : null;
}

type Writing = { input: SaveCodingsInput; editionId: string; stored: readonly StoredCoding[] };

async function write(tx: Db, { input, editionId, stored }: Writing): Promise<void> {
  const { teryt, viewer, answers } = input;
  const before = new Map(stored.map((coding) => [coding.indicator, coding]));
  for (const coding of stored) {
    const answer = answers.find((each) => each.indicator === coding.indicator);
    if (answer) await update(tx, coding, answer, input);
  }
  const created = await tx.coding.createManyAndReturn({
    data: answers.filter((answer) => !before.has(answer.indicator))
      .map((answer) => ({ editionId, teryt, indicator: answer.indicator, ...columnsOf(answer, viewer) })),
    select: { id: true, indicator: true },
  });
  const ids = new Map([...stored, ...created].map((coding) => [coding.indicator, coding.id]));
  if (stored.length > 0) await tx.evidence.deleteMany({ where: { codingId: { in: stored.map((coding) => coding.id) } } });
  await tx.evidence.createMany({ data: answers.flatMap((answer) => evidenceOf(answer, { teryt, codingId: ids.get(answer.indicator) ?? '', before: before.get(answer.indicator) })) });
  await tx.event.createMany({
    data: answers.map((answer) => ({
      teryt, editionId, actorId: viewer.id, kind: 'coding-saved', subjectType: 'coding', subjectId: ids.get(answer.indicator) ?? '',
      data: { indicator: answer.indicator, state: answer.state, level: answer.level, revision: answer.revision + 1, evidence: filled(answer).length },
    })),
  });
}

async function update(tx: Db, current: StoredCoding, answer: CodingAnswer, { viewer, slug }: SaveCodingsInput): Promise<void> {
  const { count } = await tx.coding.updateMany({
    where: { id: current.id, revision: answer.revision, edition: { slug, state: 'coding', teamId: { in: teamIds(viewer) } } },
    data: columnsOf(answer, viewer),
  });
  if (count !== 1) throw notFound('the coding changed under its lock');
}

function columnsOf(answer: CodingAnswer, viewer: Viewer) {
  const { state, level, reason, revision, at } = answer;
  return {
    state, level, reason: clean(reason), requestedOn: requestDay(answer), coderId: viewer.id, coderName: viewer.displayName,
    revision: revision + 1, updatedAt: at ?? new Date(),
  };
}

/** An item that stays keeps the time it was first captured. */
function evidenceOf(answer: CodingAnswer, { teryt, codingId, before }: { teryt: string; codingId: string; before: StoredCoding | undefined }) {
  const capturedAt = new Map(before?.evidence.map((item) => [item.url, new Date(item.capturedAt)]));
  return filled(answer).map((row, seq) => ({
    codingId, teryt, seq, url: row.url, place: clean(row.place), note: clean(row.note), capturedAt: capturedAt.get(row.url) ?? answer.at ?? new Date(),
  }));
}

function requestDay({ state, requestedOn }: CodingAnswer): string | null {
  return state === 'withheld' ? requestedOn : null;
}

function filled({ evidence }: CodingAnswer): EvidenceRow[] {
  return evidence.filter((row) => !isEmptyRow(row) && isWebAddress(row.url));
}

/** Databases refuse NUL, and other control characters have no place in a printed text. */
function clean(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '').trim();
}
