import { loadDraft, type Draft } from '#app/consultations/load-draft.server.ts';
import { daysLate } from '#app/consultations/stage.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isOfficialOf, type Viewer } from '#app/people/viewer.ts';
import { loadHead, type ConsultationHead } from './clause-page.server.ts';
import { deskFilters, type DeskFilter } from './desk-filters.ts';
import { citationsByClause } from './clause-names.ts';
import { firstWords } from './first-words.ts';
import type { Fit, RemarkKind } from './remark.ts';
import { decisions, type RemarkState } from '#app/consultations/remark-state.ts';

export type DeskRow = { number: number; kind: RemarkKind; citation: string; words: string; state: RemarkState; fit: Fit };

export type Desk = {
  consultation: ConsultationHead;
  daysLate: number;
  counts: Record<DeskFilter, number>;
  filter: DeskFilter;
  rows: DeskRow[];
};

const where: Record<DeskFilter, Prisma.RemarkWhereInput> = {
  all: {},
  waiting: { state: 'open' },
  conflict: { state: 'open', fit: 'conflict' },
  done: { state: { in: [...decisions] } },
  withdrawn: { state: 'withdrawn' },
};

/** The office's work list, in the order of the act. For people who are not officials here it does not exist. */
export async function loadDesk(db: Db, input: { viewer: Viewer; slug: string; filter: DeskFilter; now?: Date }): Promise<Desk> {
  const draft = await loadDraft(db, { slug: input.slug });
  if (!isOfficialOf(input.viewer, draft.teryt)) throw notFound('not an official here');
  const now = input.now ?? new Date();
  const counts = { all: 0, waiting: 0, conflict: 0, done: 0, withdrawn: 0 };
  for (const filter of deskFilters) counts[filter] = await db.remark.count({ where: { consultationId: draft.consultationId, ...where[filter] } });
  const consultation = await loadHead(db, draft, now);
  return { consultation, counts, filter: input.filter, daysLate: daysLate(consultation, now, counts.waiting), rows: await loadRows(db, draft, input.filter) };
}

async function loadRows(db: Db, draft: Draft, filter: DeskFilter): Promise<DeskRow[]> {
  const remarks = await db.remark.findMany({
    where: { consultationId: draft.consultationId, ...where[filter] }, orderBy: { number: 'asc' },
    select: { number: true, kind: true, reason: true, state: true, fit: true, operations: { orderBy: { seq: 'asc' }, take: 1, select: { clauseId: true } } },
  });
  const citations = citationsByClause(draft.units);
  const places = new Map(draft.units.map(({ clauseId }, at) => [clauseId, at]));
  // What is about the whole act or about a unit that is gone comes last.
  const placeOf = (remark: (typeof remarks)[number]) => places.get(remark.operations[0]?.clauseId ?? '') ?? draft.units.length;
  return remarks
    .sort((a, b) => placeOf(a) - placeOf(b) || a.number - b.number)
    .map((remark) => ({
      number: remark.number, kind: remark.kind as RemarkKind, citation: citations.get(remark.operations[0]?.clauseId ?? '') ?? '', words: firstWords(remark.reason),
      state: remark.state as RemarkState, fit: remark.fit as Fit,
    }));
}
