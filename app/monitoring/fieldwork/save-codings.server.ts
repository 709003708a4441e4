import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { type AnswerProblem, problemOf } from '../methodology/answer-rules.ts';
import type { StoredCoding } from './codings.server.ts';
import { type EvidenceRow, isEmptyRow, isWebAddress } from './coding-input.ts';
import { getTeamEdition, requireIndicator, type TeamEdition } from '../access/edition-access.server.ts';
import { loadAssignments } from './assignments.server.ts';
import type { CellCoding, FieldCell } from '../cards/cells.ts';
import { cleanText } from '#app/forms/clean-text.ts';
import { codingRight, type CodingRefusal } from './coding-right.ts';
import { findLackAtAttaching } from '#app/uploads/find-lack-of-room.server.ts';
import { listTies } from './find-ties.server.ts';
import { bars } from './ties.ts';
import { loadCells } from './load-cells.server.ts';
import { ownFiles } from '#app/uploads/store-file.server.ts';
import { type PlannedCoding, revisionAfter, writeCodings } from './write-codings.server.ts';
import type { CodingAnswer } from './coding-answer.ts';

export type SaveCodingsInput = { viewer: Viewer; slug: string; teryt: string; answers: readonly CodingAnswer[] };

export type SaveCodingError =
  | { code: AnswerProblem }
  | { code: 'published' }
  | { code: 'tie' }
  | { code: 'undeclared' }
  | { code: CodingRefusal }
  | { code: 'file-unknown' }
  | { code: 'quota-edition' }
  | { code: 'conflict'; current: StoredCoding | null };

export type SaveCodingsResult =
  | { ok: true; /** By indicator. */ revisions: ReadonlyMap<string, number> }
  | { ok: false; error: SaveCodingError; indicator: string };

/**
 * Saves somebody's answers to several indicators of one municipality: all of them, or none and the first refusal. Missing evidence does
 * not block (see judgeAnswer). Refused are answers that contradict their indicator, answers made against an older revision, answers
 * somebody else has to give (see codingRight), a coder with a tie or who has not said whether there is one, and every change after publication. No indicator may occur twice.
 */
export async function saveCodings(db: Db, input: SaveCodingsInput): Promise<SaveCodingsResult> {
  const edition = await getTeamEdition(db, input);
  for (const answer of input.answers) {
    const filed = { ...answer, requestedOn: requestDay(answer), evidenceItems: filledRows(answer.evidence).length };
    const problem = problemOf(requireIndicator(edition, answer.indicator), filed);
    if (problem) return { ok: false, error: { code: problem }, indicator: answer.indicator };
  }
  return transaction(db, async (tx): Promise<SaveCodingsResult> => {
    const lock = await lockUnit(tx, edition.id, input.teryt);
    if (!lock) throw notFound(`${input.teryt} is not measured in ${input.slug}`);
    const [first] = input.answers;
    if (!first) return { ok: true, revisions: new Map() };
    if (lock.state !== 'coding') return { ok: false, error: { code: 'published' }, indicator: first.indicator };
    const said = await listTies(tx, { userId: input.viewer.id, teryt: input.teryt });
    if (said.some((tie) => bars(tie, edition.measuredFrom)))
      return { ok: false, error: { code: 'tie' }, indicator: first.indicator };
    if (said.length === 0) return { ok: false, error: { code: 'undeclared' }, indicator: first.indicator };
    const plan = await planOf(tx, edition, input);
    if (!plan.ok) return plan;
    await writeCodings(tx, { edition, viewer: input.viewer, teryt: input.teryt, planned: plan.planned });
    return {
      ok: true,
      revisions: new Map([
        ...plan.saved,
        ...plan.planned.map((each) => [each.answer.indicator, revisionAfter(each)] as const),
      ]),
    };
  });
}

/** Saves of one municipality wait for each other, and publication waits for all of them. */
export async function lockUnit(tx: Db, editionId: string, teryt: string): Promise<{ state: string } | null> {
  const [edition] = await tx.$queryRaw<
    { state: string }[]
  >`select state from "Edition" where id = ${editionId}::uuid for share`;
  const units = await tx.$queryRaw<{ id: string }[]>`
    select id from "EditionUnit" where "editionId" = ${editionId}::uuid and teryt = ${teryt} for update`;
  return edition && units.length > 0 ? edition : null;
}

type Plan =
  | {
      ok: true;
      planned: PlannedCoding[];
      /** Sent before, with the revision it had then. */ saved: Map<string, number>;
    }
  | Extract<SaveCodingsResult, { ok: false }>;

async function planOf(tx: Db, edition: TeamEdition, { viewer, teryt, answers }: SaveCodingsInput): Promise<Plan> {
  const indicators = answers.map((answer) => answer.indicator);
  const cells = new Map(
    (await loadCells(tx, { editionId: edition.id, teryt, indicator: { in: indicators } })).map((cell) => [
      cell.indicator,
      cell,
    ]),
  );
  const assigned = await loadAssignments(tx, { editionId: edition.id, teryt });
  const roundOpened = (await tx.replyRound.count({ where: { editionId: edition.id, teryt } })) > 0;
  const done = await savedKeys(tx, viewer.id, answers);
  const files = await ownFiles(tx, {
    userId: viewer.id,
    hashes: answers.flatMap((answer) => answer.evidence.flatMap((row) => row.hash ?? [])),
  });
  const planned: PlannedCoding[] = [];
  const saved = new Map<string, number>();
  for (const answer of answers) {
    const { indicator } = answer;
    const sent = answer.key ? done.get(answer.key) : undefined;
    if (sent !== undefined) {
      saved.set(indicator, sent);
      continue;
    }
    const cell: FieldCell = cells.get(indicator) ?? {
      teryt,
      indicator,
      cause: null,
      codings: [],
      adjudication: null,
      reply: null,
    };
    const area = requireIndicator(edition, indicator).area;
    const right = codingRight({
      viewerId: viewer.id,
      canCode: edition.role !== 'reviewer',
      isBlind: edition.isBlind,
      cause: cell.cause,
      codings: cell.codings,
      assigned: { first: assigned.get(`${area} 1`)?.userId ?? null, second: assigned.get(`${area} 2`)?.userId ?? null },
      roundOpened,
    });
    if (!right.ok) return { ok: false, error: { code: right.refusal }, indicator };
    const held = cell.codings.find((coding) => coding.slot === right.slot) ?? null;
    // Whoever takes over from somebody else starts anew: the other's answer was never shown.
    const current = held && edition.isBlind && held.coderId !== viewer.id ? null : held;
    if ((current?.revision ?? 0) !== answer.revision) {
      // The same form sent twice by an impatient hand.
      if (
        current &&
        current.coderId === viewer.id &&
        current.revision === answer.revision + 1 &&
        isSame(current, answer)
      ) {
        saved.set(indicator, current.revision);
        continue;
      }
      return {
        ok: false,
        error: { code: 'conflict', current: current && { ...current, teryt, indicator } },
        indicator,
      };
    }
    const kept = new Map(held?.evidence.flatMap((item) => (item.file ? [[item.file.hash, item.file] as const] : [])));
    const rows = filledRows(answer.evidence).map((row) => ({
      ...row,
      file: row.hash ? (kept.get(row.hash) ?? files.get(row.hash) ?? null) : null,
    }));
    if (rows.some((row) => row.hash && !row.file)) return { ok: false, error: { code: 'file-unknown' }, indicator };
    planned.push({ answer: { ...answer, requestedOn: requestDay(answer) }, slot: right.slot, held, rows });
  }
  const lack = await findLackAtAttaching(tx, {
    editionId: edition.id,
    hashes: planned.flatMap(({ rows }) => rows.flatMap((row) => row.file?.hash ?? [])),
  });
  if (lack) return { ok: false, error: { code: 'quota-edition' }, indicator: planned[0]?.answer.indicator ?? '' };
  return { ok: true, planned, saved };
}

async function savedKeys(tx: Db, coderId: string, answers: readonly CodingAnswer[]): Promise<Map<string, number>> {
  const keys = answers.flatMap((answer) => answer.key ?? []);
  if (keys.length === 0) return new Map();
  const saves = await tx.codingSave.findMany({
    where: { key: { in: keys }, coderId },
    select: { key: true, revision: true },
  });
  return new Map(saves.flatMap(({ key, revision }) => (key ? [[key, revision] as const] : [])));
}

function requestDay({ state, requestedOn }: CodingAnswer): string | null {
  return state === 'withheld' ? requestedOn : null;
}

/** The rows that are evidence: an address, an uploaded capture, or both. */
function filledRows(evidence: readonly EvidenceRow[]): EvidenceRow[] {
  return evidence.filter((row) => !isEmptyRow(row) && (isWebAddress(row.url) || (row.url === '' && Boolean(row.hash))));
}

function isSame(stored: CellCoding, answer: CodingAnswer): boolean {
  const told = (
    rows: readonly {
      url: string;
      place: string;
      note: string;
      file?: { hash: string } | undefined;
      hash?: string | null;
    }[],
  ) =>
    JSON.stringify(
      rows.map((row) => [row.url, cleanText(row.place), cleanText(row.note), row.file?.hash ?? row.hash ?? '']),
    );
  return (
    stored.state === answer.state &&
    stored.level === answer.level &&
    stored.reason === cleanText(answer.reason) &&
    stored.requestedOn === requestDay(answer) &&
    told(stored.evidence) === told(filledRows(answer.evidence))
  );
}
