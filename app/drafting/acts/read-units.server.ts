import type { Db } from '#app/db/client.server.ts';
import { Prisma } from '#app/generated/prisma/client.ts';
import type { UnitType } from '#app/text/tree/types.ts';
import { inOrder, type DraftUnit } from '#app/drafting/acts/draft.ts';

type Text = { consultationId: string; version: number };

/** Units of a version in the order of the document, from the database. */
export async function readUnits(db: Db, consultationId: string, version: number): Promise<DraftUnit[]> {
  const rows = await readPlacements(
    db,
    consultationId,
    Prisma.sql`p."fromVersion" <= ${version} and (p."toVersion" is null or p."toVersion" > ${version})`,
  );
  return withDepths(inOrder(rows.map(unitOf)));
}

/** The units of any version, read once for all of them. */
export async function readAllUnits(db: Db, consultationId: string): Promise<(version: number) => DraftUnit[]> {
  const rows = await readPlacements(db, consultationId, Prisma.sql`true`);
  return (version) => withDepths(inOrder(rows.filter(standsIn(version)).map(unitOf)));
}

/** Units of a version, made of those of another one of the same text: only the placements that begin or end between them are read. */
export async function changedUnits(
  db: Db,
  { consultationId, version }: Text,
  base: { version: number; units: readonly DraftUnit[] },
): Promise<readonly DraftUnit[]> {
  if (base.version === version) return base.units;
  const [low, high] = [Math.min(base.version, version), Math.max(base.version, version)];
  const rows = await readPlacements(
    db,
    consultationId,
    Prisma.sql`((p."fromVersion" > ${low} and p."fromVersion" <= ${high}) or (p."toVersion" > ${low} and p."toVersion" <= ${high}))`,
  );
  const gone = new Set(rows.filter(standsIn(base.version)).map(([clauseId]) => clauseId));
  const units = [
    ...base.units.filter(({ clauseId }) => !gone.has(clauseId)),
    ...rows.filter(standsIn(version)).map(unitOf),
  ];
  return withDepths(inOrder(units));
}

/** A row as an array: names of columns would be most of what is sent. */
type Placement = [
  clauseId: string,
  code: number,
  revisionId: string,
  parentClauseId: string | null,
  type: string,
  label: string,
  number: string | null,
  quoted: boolean,
  fromVersion: number,
  toVersion: number | null,
  orderKey: string,
  heading: string | null,
  text: string,
];

const standsIn = (version: number) => (row: Placement) => row[8] <= version && (row[9] === null || row[9] > version);

/** All of them in one value, which is read many times faster than thousands of rows. */
async function readPlacements(db: Db, consultationId: string, condition: Prisma.Sql): Promise<Placement[]> {
  const [row] = await db.$queryRaw<{ placements: string | null }[]>`
    select json_agg(json_build_array(
      p."clauseId", c.code, p."revisionId", p."parentClauseId", p.type, p.label, p.number, p.quoted, p."fromVersion", p."toVersion", p."orderKey", r.heading, r.text))::text as placements
    from "ClausePlacement" p join "Clause" c on c.id = p."clauseId" join "ClauseRevision" r on r.id = p."revisionId"
    where p."consultationId" = ${consultationId}::uuid and ${condition}`;
  return JSON.parse(row?.placements ?? '[]') as Placement[];
}

function unitOf([
  clauseId,
  code,
  revisionId,
  parentClauseId,
  type,
  label,
  number,
  quoted,
  ,
  ,
  orderKey,
  heading,
  text,
]: Placement): DraftUnit {
  return {
    clauseId,
    code,
    revisionId,
    parentClauseId,
    type: type as UnitType,
    label,
    number: number ?? '',
    heading: heading ?? '',
    text,
    quoted,
    depth: 0,
    orderKey,
  };
}

/** In the order of the document a unit stands after the one it is in. */
function withDepths(units: readonly DraftUnit[]): DraftUnit[] {
  const depths = new Map<string, number>();
  return units.map((unit) => {
    const depth = unit.parentClauseId ? (depths.get(unit.parentClauseId) ?? -1) + 1 : 0;
    depths.set(unit.clauseId, depth);
    return unit.depth === depth ? unit : { ...unit, depth };
  });
}
