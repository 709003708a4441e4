import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isLeadOf, teamIds, type Viewer } from '#app/people/viewer.ts';
import { judgeAnswer, type AnswerStatus } from '../methodology/answer-rules.ts';
import { filedOf } from '../cards/build-scorecards.ts';
import type { StoredCoding } from './codings.server.ts';
import {
  deskEdition,
  getTeamEdition,
  requireIndicator,
  type DeskEdition,
  type TeamEdition,
} from '../access/edition-access.server.ts';
import { loadAssignments } from './assignments.server.ts';
import {
  bothHandedIn,
  settle,
  visibleCodings,
  type CellStatus,
  type DoubleCause,
  type FieldCell,
} from '../cards/cells.ts';
import { codingRight, type CodingRefusal } from './coding-right.ts';
import { barredTeryts, requireNoTie } from './find-ties.server.ts';
import { groupBy } from './group-by.ts';
import { loadCells } from './load-cells.server.ts';
import { platformFacts } from './platform-facts.server.ts';
import type { PlatformFact } from './platform-facts.ts';
import type { Indicator } from '../methodology/methodology-schema.ts';
import type { Words } from '../cards/scorecard-document.ts';

export type DeskTeam = {
  id: string;
  slug: string;
  name: string;
  isLead: boolean;
  editions: {
    slug: string;
    titlePl: string;
    titleEn: string;
    state: string;
    municipalities: number;
    publishedAt: string | null;
  }[];
};

/** The viewer's teams with their editions, the newest first. */
export async function listDesk(db: Db, { viewer }: { viewer: Viewer }): Promise<DeskTeam[]> {
  const teams = await db.team.findMany({
    where: { id: { in: teamIds(viewer) } },
    orderBy: { name: 'asc' },
    select: {
      id: true,
      slug: true,
      name: true,
      editions: {
        orderBy: { createdAt: 'desc' },
        select: {
          slug: true,
          titlePl: true,
          titleEn: true,
          state: true,
          publishedAt: true,
          _count: { select: { units: true } },
        },
      },
    },
  });
  return teams.map(({ editions, ...team }) => ({
    ...team,
    isLead: isLeadOf(viewer, team.id),
    editions: editions.map(({ _count, publishedAt, ...edition }) => ({
      ...edition,
      municipalities: _count.units,
      publishedAt: publishedAt?.toISOString() ?? null,
    })),
  }));
}

type EditionHead = DeskEdition & Pick<TeamEdition, 'role' | 'isBlind' | 'measuredFrom' | 'measuredTo'>;

/** "elsewhere": somebody else answers or has answered, and the viewer may not see how. */
export type BoardStatus = AnswerStatus | 'elsewhere';

export type BoardCell = {
  indicator: string;
  area: string;
  question: Words;
  status: BoardStatus;
  need: number;
  have: number;
  answer: string | null;
  /** Why two people answer it; null when one does. */
  cause: DoubleCause | null;
  /** The viewer's own answer was handed in. */
  handedIn: boolean;
};

type BoardRow = {
  teryt: string;
  name: string;
  kind: string;
  population: number | null;
  /** Closed to the viewer, who declared a tie: no counts are given. */
  isBarred: boolean;
  answered: number;
  incomplete: number;
  /** Double-coded cells, and those that have their final answer. */
  doubles: number;
  settled: number;
  byArea: { area: string; answered: number; of: number; coders: string[] }[];
};
export type Board = { edition: EditionHead; areas: (Words & { id: string })[]; questions: number; rows: BoardRow[] };

/** Edition × municipality with how far each is; never what anybody answered. */
export async function getBoard(db: Db, options: { slug: string; viewer: Viewer }): Promise<Board> {
  const edition = await getTeamEdition(db, options);
  const { indicators, areas } = edition.methodology;
  const byTeryt = groupBy(await loadCells(db, { editionId: edition.id }), (cell) => cell.teryt);
  const barred = await barredTeryts(db, { userId: options.viewer.id, measuredFrom: edition.measuredFrom });
  const coders = await assignedNames(db, edition.id);
  const rows = (await listMeasured(db, edition.id)).map((municipality): BoardRow => {
    const isBarred = barred.has(municipality.teryt);
    const cells = isBarred ? [] : (byTeryt.get(municipality.teryt) ?? []);
    const own = cellsOf(indicators, cells, { viewerId: options.viewer.id, edition });
    const answered = new Set(cells.filter((cell) => cell.codings.length > 0).map((cell) => cell.indicator));
    const doubles = cells.filter((cell) => cell.cause !== null);
    return {
      ...municipality,
      isBarred,
      answered: answered.size,
      incomplete: own.filter((cell) => cell.status === 'incomplete').length,
      doubles: doubles.length,
      settled: doubles.filter((cell) => isSettled(settle(cell).status)).length,
      byArea: areas.map(({ id }) => {
        const ofArea = indicators.filter((indicator) => indicator.area === id);
        return {
          area: id,
          answered: ofArea.filter((indicator) => answered.has(indicator.id)).length,
          of: ofArea.length,
          coders: coders.get(`${municipality.teryt} ${id}`) ?? [],
        };
      }),
    };
  });
  return {
    edition: headOf(edition),
    areas: areas.map(({ id, pl, en }) => ({ id, pl, en })),
    questions: indicators.length,
    rows,
  };
}

function isSettled(status: CellStatus): boolean {
  return status === 'agreed' || status === 'adjudicated' || status === 'decided';
}

async function assignedNames(db: Db, editionId: string): Promise<Map<string, string[]>> {
  const rows = await db.assignment.findMany({
    where: { editionId },
    orderBy: { part: 'asc' },
    select: { teryt: true, area: true, userId: true },
  });
  const people = await db.user.findMany({
    where: { id: { in: rows.map((row) => row.userId) } },
    select: { id: true, displayName: true },
  });
  const names = new Map(people.map((person) => [person.id, person.displayName]));
  const grouped = groupBy(rows, (row) => `${row.teryt} ${row.area}`);
  return new Map([...grouped].map(([key, own]) => [key, own.map((row) => names.get(row.userId) ?? '')]));
}

function headOf(edition: TeamEdition): EditionHead {
  const { role, isBlind, measuredFrom, measuredTo } = edition;
  return { ...deskEdition(edition), role, isBlind, measuredFrom, measuredTo };
}

async function listMeasured(db: Db, editionId: string) {
  const units = await db.editionUnit.findMany({ where: { editionId }, select: { teryt: true } });
  return db.municipality.findMany({
    where: { teryt: { in: units.map((unit) => unit.teryt) } },
    orderBy: [{ searchKey: 'asc' }, { teryt: 'asc' }],
    select: { teryt: true, name: true, kind: true, population: true },
  });
}

/** The questions as one person sees them: their own answer, and others' only where they may be seen. */
function cellsOf(
  indicators: readonly Indicator[],
  cells: readonly FieldCell[],
  { viewerId, edition }: { viewerId: string; edition: Pick<TeamEdition, 'isBlind'> },
): BoardCell[] {
  const byIndicator = new Map(cells.map((cell) => [cell.indicator, cell]));
  return indicators.map((indicator) => {
    const cell = byIndicator.get(indicator.id);
    const given = cell && codingFor(cell, viewerId, edition.isBlind);
    const { status, need, have } = judgeAnswer(indicator, given ? filedOf(given) : null);
    const answer = given ? (given.state === 'scored' ? `${given.level}/${indicator.scale.max}` : given.state) : null;
    const elsewhere = !given && cell && cell.codings.length > 0 && (cell.cause === null || cell.codings.length === 2);
    return {
      indicator: indicator.id,
      area: indicator.area,
      question: indicator.question,
      status: elsewhere ? 'elsewhere' : status,
      need,
      have,
      answer,
      cause: cell?.cause ?? null,
      handedIn: given?.coderId === viewerId && given.submittedAt !== null,
    };
  });
}

/** The coding a person works on: their own, else one they may see and go on with. */
function codingFor(cell: FieldCell, viewerId: string, isBlind: boolean): FieldCell['codings'][number] | null {
  const visible = visibleCodings(cell, { viewerId, isBlind });
  return visible.find((coding) => coding.coderId === viewerId) ?? (isBlind ? null : visible[0]) ?? null;
}

export type UnitPage = {
  edition: EditionHead;
  municipality: { teryt: string; name: string };
  areas: (Words & { id: string; cells: BoardCell[]; handIn: HandIn })[];
  roundOpened: boolean;
};

/** The viewer's double-coded answers of an area: how many there are, not handed in yet, and still without an answer. */
type HandIn = { own: number; open: number; missing: string[] };

/** All questions about one municipality with how far each is; throws `forbidden` for somebody with a tie. */
export async function getUnit(db: Db, options: { slug: string; teryt: string; viewer: Viewer }): Promise<UnitPage> {
  return (await unitOf(db, options)).page;
}

async function unitOf(db: Db, options: { slug: string; teryt: string; viewer: Viewer }) {
  const edition = await getTeamEdition(db, options);
  const municipality = await requireMeasured(db, edition.id, options.teryt);
  const viewerId = options.viewer.id;
  const said = await requireNoTie(db, { userId: viewerId, teryt: options.teryt, measuredFrom: edition.measuredFrom });
  const field = await loadCells(db, { editionId: edition.id, teryt: options.teryt });
  const cells = cellsOf(edition.methodology.indicators, field, { viewerId, edition });
  const assigned = await loadAssignments(db, { editionId: edition.id, teryt: options.teryt });
  const roundOpened = (await db.replyRound.count({ where: { editionId: edition.id, teryt: options.teryt } })) > 0;
  const rightOf = (cell: FieldCell, area: string) =>
    codingRight({
      viewerId,
      canCode: edition.role !== 'reviewer',
      isBlind: edition.isBlind,
      cause: cell.cause,
      codings: cell.codings,
      roundOpened,
      assigned: { first: assigned.get(`${area} 1`)?.userId ?? null, second: assigned.get(`${area} 2`)?.userId ?? null },
    });
  const handInOf = (area: string): HandIn => {
    const own = field.filter(
      (cell) =>
        cell.cause !== null &&
        edition.methodology.indicators.find((each) => each.id === cell.indicator)?.area === area &&
        (cell.codings.some((coding) => coding.coderId === viewerId) || rightOf(cell, area).ok),
    );
    const mine = (cell: FieldCell) => cell.codings.find((coding) => coding.coderId === viewerId);
    return {
      own: own.length,
      open: own.filter((cell) => !mine(cell)?.submittedAt).length,
      missing: own.filter((cell) => !mine(cell)).map((cell) => cell.indicator),
    };
  };
  const page: UnitPage = {
    edition: headOf(edition),
    municipality,
    roundOpened,
    areas: edition.methodology.areas.map(({ id, pl, en }) => ({
      id,
      pl,
      en,
      cells: cells.filter((cell) => cell.area === id),
      handIn: handInOf(id),
    })),
  };
  return { page, edition, field, rightOf, said };
}

async function requireMeasured(db: Db, editionId: string, teryt: string): Promise<{ teryt: string; name: string }> {
  const unit = await db.editionUnit.findUnique({
    where: { editionId_teryt: { editionId, teryt } },
    select: { teryt: true },
  });
  const municipality =
    unit && (await db.municipality.findUnique({ where: { teryt }, select: { teryt: true, name: true } }));
  if (!municipality) throw notFound(`${teryt} is not measured here`);
  return municipality;
}

export type CodingPage = UnitPage & {
  indicator: Indicator;
  area: Words & { id: string; position: number; of: number };
  sources: Words[];
  period: Words;
  /** The answer the viewer works on; of others only one they may see. */
  coding: StoredCoding | null;
  cause: DoubleCause | null;
  /** Why the viewer cannot change it; null when they can. */
  refusal: CodingRefusal | 'undeclared' | null;
  /** The other's coding, once both are handed in. */
  other: StoredCoding | null;
  facts: PlatformFact[];
  /** Codes of the neighbouring questions, null at the ends. */
  next: string | null;
};

/** One question about one municipality, with the answer so far. */
export async function getCodingPage(
  db: Db,
  options: { slug: string; teryt: string; indicator: string; viewer: Viewer },
): Promise<CodingPage> {
  const { page, edition, field, rightOf, said } = await unitOf(db, options);
  const indicator = requireIndicator(edition, options.indicator);
  const { teryt } = options;
  const cell: FieldCell = field.find((each) => each.indicator === indicator.id) ?? {
    teryt,
    indicator: indicator.id,
    cause: null,
    codings: [],
    adjudication: null,
    reply: null,
  };
  const coding = codingFor(cell, options.viewer.id, edition.isBlind);
  const right = rightOf(cell, indicator.area);
  const all = edition.methodology.indicators;
  const own = all.filter((each) => each.area === indicator.area);
  const area = edition.methodology.areas.find((each) => each.id === indicator.area);
  const stored = (each: FieldCell['codings'][number] | null | undefined): StoredCoding | null =>
    each ? { ...each, teryt, indicator: indicator.id } : null;
  return {
    ...page,
    indicator,
    coding: stored(coding),
    cause: cell.cause,
    refusal: !right.ok ? right.refusal : said.length === 0 ? 'undeclared' : null,
    other: coding && bothHandedIn(cell) ? stored(cell.codings.find((each) => each.id !== coding.id)) : null,
    facts: await platformFacts(db, {
      teryt,
      indicator: indicator.id,
      measuredFrom: edition.measuredFrom,
      measuredTo: edition.measuredTo,
    }),
    area: {
      id: indicator.area,
      pl: area?.pl ?? '',
      en: area?.en ?? '',
      position: own.indexOf(indicator) + 1,
      of: own.length,
    },
    sources: indicator.whereToLook.map((code) => edition.methodology.sources[code] ?? { pl: code, en: code }),
    period: edition.methodology.period.note,
    next: all[all.indexOf(indicator) + 1]?.id ?? null,
  };
}
