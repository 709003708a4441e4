import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { deskEdition, getLedEdition, type DeskEdition } from '../access/edition-access.server.ts';
import type { Words } from '../cards/scorecard-document.ts';
import { groupBy } from './group-by.ts';
import { bars, type TieKind } from './ties.ts';

/** Municipalities on one page of the board. */
const BOARD_PAGE = 20;

type AssignmentCell = { area: string; first: string | null; second: string | null };
export type AssignmentRow = {
  teryt: string;
  name: string;
  cells: AssignmentCell[];
  /** Ids of coders whose tie rules them out. */ barred: string[];
};
type CoderProgress = { id: string; name: string; areas: number; answers: number; handedIn: number };
export type AssignmentPage = {
  edition: DeskEdition;
  areas: (Words & { id: string })[];
  coders: CoderProgress[];
  rows: AssignmentRow[];
  page: number;
  pages: number;
};

/** Who codes which area of which municipality, some municipalities at a time, and how far each coder is. For the lead. */
export async function getAssignmentPage(
  db: Db,
  { viewer, slug, page }: { viewer: Viewer; slug: string; page: number },
): Promise<AssignmentPage> {
  const edition = await getLedEdition(db, { slug, viewer });
  const { areas } = edition.methodology;
  const units = await db.editionUnit.findMany({ where: { editionId: edition.id }, select: { teryt: true } });
  const pages = Math.max(1, Math.ceil(units.length / BOARD_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const municipalities = await db.municipality.findMany({
    where: { teryt: { in: units.map((unit) => unit.teryt) } },
    orderBy: [{ searchKey: 'asc' }, { teryt: 'asc' }],
    skip: (shown - 1) * BOARD_PAGE,
    take: BOARD_PAGE,
    select: { teryt: true, name: true },
  });
  const teryts = municipalities.map((row) => row.teryt);
  const grants = await db.roleGrant.findMany({
    where: { teamId: edition.teamId, role: { in: ['lead', 'member'] }, revokedAt: null, user: { disabledAt: null } },
    distinct: ['userId'],
    orderBy: { grantedAt: 'asc' },
    select: { user: { select: { id: true, displayName: true } } },
  });
  const people = grants.map((grant) => grant.user);
  const assignments = await db.assignment.findMany({
    where: { editionId: edition.id },
    select: { teryt: true, area: true, part: true, userId: true },
  });
  const codings = await db.coding.groupBy({
    by: ['coderId'],
    where: { editionId: edition.id },
    _count: { _all: true, submittedAt: true },
  });
  const counts = new Map(codings.map((row) => [row.coderId, row._count]));
  const ties = await db.tieDeclaration.findMany({
    where: { replacedAt: null, teryt: { in: teryts }, userId: { in: people.map((person) => person.id) } },
    select: { userId: true, teryt: true, kind: true, until: true },
  });
  const barred = groupBy(
    ties.filter((tie) => bars({ kind: tie.kind as TieKind | 'none', until: tie.until }, edition.measuredFrom)),
    (tie) => tie.teryt,
  );
  const held = new Map(assignments.map((row) => [`${row.teryt} ${row.area} ${row.part}`, row.userId]));
  return {
    edition: deskEdition(edition),
    areas: areas.map(({ id, pl, en }) => ({ id, pl, en })),
    coders: people.map(({ id, displayName }) => ({
      id,
      name: displayName,
      areas: assignments.filter((row) => row.userId === id).length,
      answers: counts.get(id)?._all ?? 0,
      handedIn: counts.get(id)?.submittedAt ?? 0,
    })),
    rows: municipalities.map(({ teryt, name }) => ({
      teryt,
      name,
      barred: barred.get(teryt)?.map((tie) => tie.userId) ?? [],
      cells: areas.map(({ id }) => ({
        area: id,
        first: held.get(`${teryt} ${id} 1`) ?? null,
        second: held.get(`${teryt} ${id} 2`) ?? null,
      })),
    })),
    page: shown,
    pages,
  };
}
