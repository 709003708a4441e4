import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { teamIds, type Viewer } from '#app/people/viewer.ts';
import { problemOf, type AnswerProblem } from './answer-rules.ts';
import { listCodings, type StoredCoding } from './codings.server.ts';
import { isEmptyRow, isWebAddress, type EvidenceRow } from './coding-input.ts';
import { getTeamEdition, type TeamEdition } from './edition-access.server.ts';
import type { Indicator } from './methodology-schema.ts';
import type { AnswerState } from './model.ts';

export type CodingInput = {
  viewer: Viewer;
  slug: string;
  teryt: string;
  indicator: string;
  state: AnswerState;
  level: number | null;
  reason: string;
  /** Day of the request, yyyy-mm-dd; kept for "withheld" alone. */
  requestedOn: string | null;
  evidence: readonly EvidenceRow[];
  /** Revision of the coding the form was made against; 0 when there was none. */
  revision: number;
  now?: Date;
};

export type SaveCodingResult =
  | { ok: true; revision: number }
  | { ok: false; error: { code: AnswerProblem } }
  | { ok: false; error: { code: 'published' } }
  | { ok: false; error: { code: 'conflict'; current: StoredCoding | null } };

/**
 * Saves the team's answer to one indicator of one municipality. Missing evidence does not block it (see judgeAnswer). Refuses an
 * answer that contradicts the indicator, one made against an older revision, and every change after publication.
 */
export async function saveCoding(db: Db, input: CodingInput): Promise<SaveCodingResult> {
  const edition = await getTeamEdition(db, input);
  const indicator = requireIndicator(edition, input.indicator);
  const problem = problemOf(indicator, { ...input, requestedOn: requestDay(input), evidenceItems: filled(input).length });
  if (problem) return { ok: false, error: { code: problem } };
  return transaction(db, async (tx): Promise<SaveCodingResult> => {
    const lock = await lockUnit(tx, edition.id, input.teryt);
    if (!lock) throw notFound(`${input.teryt} is not measured in ${input.slug}`);
    if (lock.state !== 'coding') return { ok: false, error: { code: 'published' } };
    const [current = null] = await listCodings(tx, { editionId: edition.id, teryt: input.teryt, indicator: indicator.id });
    if ((current?.revision ?? 0) !== input.revision) return { ok: false, error: { code: 'conflict', current } };
    const id = current ? await update(tx, current, input) : await create(tx, edition.id, input);
    await replaceEvidence(tx, id, input, current);
    const revision = input.revision + 1;
    await tx.event.create({
      data: {
        teryt: input.teryt, editionId: edition.id, actorId: input.viewer.id, kind: 'coding-saved', subjectType: 'coding', subjectId: id,
        data: { indicator: indicator.id, state: input.state, level: input.level, revision, evidence: filled(input).length },
      },
    });
    return { ok: true, revision };
  });
}

export function requireIndicator(edition: Pick<TeamEdition, 'methodology'>, id: string): Indicator {
  const indicator = edition.methodology.indicators.find((candidate) => candidate.id === id);
  if (!indicator) throw notFound(`no indicator ${id}`);
  return indicator;
}

/** Saves of one municipality wait for each other, and publication waits for all of them. */
async function lockUnit(tx: Db, editionId: string, teryt: string): Promise<{ state: string } | null> {
  const [edition] = await tx.$queryRaw<{ state: string }[]>`select state from "Edition" where id = ${editionId}::uuid for share`;
  const units = await tx.$queryRaw<{ id: string }[]>`
    select id from "EditionUnit" where "editionId" = ${editionId}::uuid and teryt = ${teryt} for update`;
  return edition && units.length > 0 ? edition : null;
}

async function update(tx: Db, current: StoredCoding, input: CodingInput): Promise<string> {
  const { viewer, revision, slug } = input;
  const { count } = await tx.coding.updateMany({
    where: { id: current.id, revision, edition: { slug, state: 'coding', teamId: { in: teamIds(viewer) } } },
    data: { ...answerColumns(input), revision: revision + 1, updatedAt: input.now ?? new Date() },
  });
  if (count !== 1) throw notFound('the coding changed under its lock');
  return current.id;
}

async function create(tx: Db, editionId: string, input: CodingInput): Promise<string> {
  const row = await tx.coding.create({
    data: { editionId, teryt: input.teryt, indicator: input.indicator, ...answerColumns(input), updatedAt: input.now ?? new Date() },
    select: { id: true },
  });
  return row.id;
}

function answerColumns(input: CodingInput) {
  const { state, level, reason, viewer } = input;
  return { state, level, reason: clean(reason), requestedOn: requestDay(input), coderId: viewer.id, coderName: viewer.displayName };
}

function requestDay({ state, requestedOn }: CodingInput): string | null {
  return state === 'withheld' ? requestedOn : null;
}

/** An item that stays keeps the time it was first captured. */
async function replaceEvidence(tx: Db, codingId: string, input: CodingInput, before: StoredCoding | null): Promise<void> {
  const capturedAt = new Map(before?.evidence.map((item) => [item.url, new Date(item.capturedAt)]));
  await tx.evidence.deleteMany({ where: { codingId } });
  await tx.evidence.createMany({
    data: filled(input).map((row, seq) => ({
      codingId, teryt: input.teryt, seq, url: row.url, place: clean(row.place), note: clean(row.note),
      capturedAt: capturedAt.get(row.url) ?? input.now ?? new Date(),
    })),
  });
}

function filled({ evidence }: CodingInput): EvidenceRow[] {
  return evidence.filter((row) => !isEmptyRow(row) && isWebAddress(row.url));
}

/** Databases refuse NUL, and other control characters have no place in a printed text. */
function clean(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '').trim();
}
