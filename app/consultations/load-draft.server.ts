import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { UnitType } from '#app/text/types.ts';
import { inOrder, type DraftHead, type DraftUnit } from './draft.ts';

export type Draft = {
  consultationId: string;
  teryt: string;
  slug: string;
  title: string;
  head: DraftHead;
  numbering: 'draft' | 'adopted';
  /** Number of the version these units belong to. */
  version: number;
  /** Number of the newest version. */
  current: number;
  units: DraftUnit[];
};

/** One version of a consultation's text, the newest unless `version` names another. Throws not-found. */
export async function loadDraft(db: Db, where: { slug: string } | { id: string }, version?: number): Promise<Draft> {
  const consultation = await db.consultation.findFirst({
    where,
    select: { id: true, teryt: true, slug: true, title: true, head: true, numbering: true, version: true },
  });
  if (!consultation) throw notFound('no such consultation');
  const number = version ?? consultation.version;
  if (!Number.isInteger(number) || number < 1 || number > consultation.version) throw notFound(`no version ${number}`);
  return {
    consultationId: consultation.id,
    teryt: consultation.teryt,
    slug: consultation.slug,
    title: consultation.title,
    head: consultation.head as DraftHead,
    numbering: consultation.numbering === 'adopted' ? 'adopted' : 'draft',
    version: number,
    current: consultation.version,
    units: await loadUnits(db, consultation.id, number),
  };
}

/** Units of a version in the order of the document. */
export async function loadUnits(db: Db, consultationId: string, version: number): Promise<DraftUnit[]> {
  const rows = await db.clausePlacement.findMany({
    where: { consultationId, fromVersion: { lte: version }, OR: [{ toVersion: null }, { toVersion: { gt: version } }] }, select: placementSelect,
  });
  return unitsOf(rows);
}

/** The units of any version, read once for all of them. */
export async function loadAllUnits(db: Db, consultationId: string): Promise<(version: number) => DraftUnit[]> {
  const rows = await db.clausePlacement.findMany({ where: { consultationId }, select: placementSelect });
  return (version) => unitsOf(rows.filter(({ fromVersion, toVersion }) => fromVersion <= version && (toVersion === null || toVersion > version)));
}

const placementSelect = {
  clauseId: true, revisionId: true, parentClauseId: true, type: true, label: true, number: true, quoted: true, orderKey: true, fromVersion: true, toVersion: true,
  clause: { select: { code: true } },
  revision: { select: { text: true, heading: true } },
} as const;

type PlacementRow = Pick<DraftUnit, 'clauseId' | 'revisionId' | 'parentClauseId' | 'quoted' | 'orderKey'> & {
  type: string; label: string; number: string | null; clause: { code: number }; revision: { text: string; heading: string | null };
};

function unitsOf(rows: readonly PlacementRow[]): DraftUnit[] {
  const depths = new Map<string, number>();
  return inOrder(rows).map((row) => {
    const depth = row.parentClauseId ? (depths.get(row.parentClauseId) ?? -1) + 1 : 0;
    depths.set(row.clauseId, depth);
    return {
      clauseId: row.clauseId, code: row.clause.code, revisionId: row.revisionId, parentClauseId: row.parentClauseId, type: row.type as UnitType,
      label: row.label, number: row.number ?? '', heading: row.revision.heading ?? '', text: row.revision.text, quoted: row.quoted, depth,
      orderKey: row.orderKey,
    };
  });
}
