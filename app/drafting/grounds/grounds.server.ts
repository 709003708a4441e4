import { citationsByClause } from '#app/drafting/acts/clause-names.ts';
import { loadDraft, type Draft } from '#app/drafting/acts/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Citation, GroundKind, GroundSource, GroundView } from './ground.ts';

const columns = {
  id: true,
  consultationId: true,
  clauseId: true,
  revisionId: true,
  kind: true,
  sourceId: true,
  label: true,
  figure: true,
  address: true,
  takenOn: true,
} as const;
type Row = { clauseId: string | null; revisionId: string | null };

/**
 * Everything a draft rests on, in the order it was named; of one provision where it is named. Who has the draft hands it in, for others it
 * is read where something was named.
 */
export async function listGrounds(db: Db, of: string | Draft, code?: number): Promise<GroundView[]> {
  const consultationId = typeof of === 'string' ? await idOf(db, of) : of.consultationId;
  const rows = consultationId
    ? await db.ground.findMany({
        where: { consultationId, removedAt: null },
        orderBy: { id: 'asc' },
        select: columns,
      })
    : [];
  if (rows.length === 0) return [];
  const draft = typeof of === 'string' ? await loadDraft(db, { slug: of }) : of;
  return rows
    .map(({ clauseId, revisionId, consultationId: _of, kind, ...row }) => ({
      ...row,
      kind: kind as GroundKind,
      ...placeOf(draft, { clauseId, revisionId }),
    }))
    .filter((ground) => code === undefined || ground.code === code);
}

const idOf = async (db: Db, slug: string) =>
  (await db.consultation.findUnique({ where: { slug }, select: { id: true } }))?.id;

function placeOf(draft: Draft, { clauseId, revisionId }: Row): Pick<GroundView, 'code' | 'citation' | 'hasChanged'> {
  if (clauseId === null) return { code: null, citation: null, hasChanged: false };
  const unit = draft.units.find((each) => each.clauseId === clauseId);
  return {
    code: unit?.code ?? 0,
    citation: citationsByClause(draft.units).get(clauseId) ?? null,
    hasChanged: unit?.revisionId !== revisionId,
  };
}

/** Where sources of a kind were named: one, or all whose name begins so. */
export async function citationsOf(db: Db, kind: GroundKind, sourceId: string): Promise<Citation[]> {
  const rows = await db.ground.findMany({
    where: { kind, sourceId: sourceId.endsWith(':') ? { startsWith: sourceId } : sourceId, removedAt: null },
    orderBy: { id: 'asc' },
    take: 200,
    select: columns,
  });
  if (rows.length === 0) return [];
  const drafts = new Map<string, Draft>();
  for (const { consultationId } of rows)
    if (!drafts.has(consultationId)) drafts.set(consultationId, await loadDraft(db, { id: consultationId }));
  return rows.map((row) => {
    const draft = drafts.get(row.consultationId)!;
    return { sourceId: row.sourceId, slug: draft.slug, title: draft.title, ...placeOf(draft, row) };
  });
}

/** Remarks of earlier consultations of the same municipality that were answered: what an office can name from its own register. */
export async function earlierRemarks(
  db: Db,
  { teryt, slug }: { teryt: string; slug: string },
): Promise<GroundSource[]> {
  const remarks = await db.remark.findMany({
    where: {
      teryt,
      state: { notIn: ['open', 'withdrawn'] },
      consultation: { slug: { not: slug }, closesAt: { lt: new Date() } },
    },
    orderBy: [{ consultationId: 'desc' }, { number: 'asc' }],
    take: 200,
    select: { number: true, reason: true, consultation: { select: { slug: true, title: true } } },
  });
  return remarks.map(({ number, reason, consultation }) => ({
    kind: 'earlier-remark' as const,
    sourceId: `${consultation.slug}:${number}`,
    label: `${consultation.title}, uwaga nr ${number}`,
    figure: reason.slice(0, 160),
    address: `/konsultacje/${consultation.slug}/uwagi/${number}`,
  }));
}

/** Provisions of the draft as it is, by what they are called. */
export async function provisionsOf(db: Db, slug: string): Promise<{ code: number; citation: string }[]> {
  const { units } = await loadDraft(db, { slug });
  const citations = citationsByClause(units);
  return units.flatMap(({ clauseId, code }) => {
    const citation = citations.get(clauseId);
    return citation ? [{ code, citation }] : [];
  });
}
