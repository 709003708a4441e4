import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isLeadOf, teamIds, type Viewer } from '#app/people/viewer.ts';
import { judgeAnswer, type AnswerStatus } from './answer-rules.ts';
import { filedOf } from './build-scorecards.ts';
import { byMunicipality, listCodings, type StoredCoding } from './codings.server.ts';
import { getTeamEdition, requireIndicator, type TeamEdition } from './edition-access.server.ts';
import type { Indicator } from './methodology-schema.ts';
import type { Words } from './scorecard-document.ts';

export type DeskTeam = {
  id: string; slug: string; name: string; isLead: boolean;
  editions: { slug: string; titlePl: string; titleEn: string; state: string; municipalities: number; publishedAt: string | null }[];
};

/** The viewer's teams with their editions, the newest first. */
export async function listDesk(db: Db, { viewer }: { viewer: Viewer }): Promise<DeskTeam[]> {
  const teams = await db.team.findMany({
    where: { id: { in: teamIds(viewer) } },
    orderBy: { name: 'asc' },
    select: {
      id: true, slug: true, name: true,
      editions: {
        orderBy: { createdAt: 'desc' },
        select: { slug: true, titlePl: true, titleEn: true, state: true, publishedAt: true, _count: { select: { units: true } } },
      },
    },
  });
  return teams.map(({ editions, ...team }) => ({
    ...team,
    isLead: isLeadOf(viewer, team.id),
    editions: editions.map(({ _count, publishedAt, ...edition }) => ({
      ...edition, municipalities: _count.units, publishedAt: publishedAt?.toISOString() ?? null,
    })),
  }));
}

export type EditionHead = Pick<TeamEdition, 'slug' | 'titlePl' | 'titleEn' | 'state' | 'isLead' | 'teamName' | 'measuredFrom' | 'measuredTo' | 'methodologyKey' | 'methodologyVersion'>;
export type BoardCell = { indicator: string; area: string; question: Words; status: AnswerStatus; need: number; have: number; answer: string | null };
export type BoardRow = { teryt: string; name: string; kind: string; population: number | null; complete: number; incomplete: number; unanswered: number; byArea: { area: string; complete: number; incomplete: number; of: number }[] };
export type Board = { edition: EditionHead; areas: (Words & { id: string })[]; questions: number; rows: BoardRow[] };

/** Edition × municipality with how far each is. */
export async function getBoard(db: Db, options: { slug: string; viewer: Viewer }): Promise<Board> {
  const edition = await getTeamEdition(db, options);
  const { indicators, areas } = edition.methodology;
  const answers = byMunicipality(await listCodings(db, { editionId: edition.id }));
  const rows = (await listMeasured(db, edition.id)).map((municipality): BoardRow => {
    const cells = cellsOf(indicators, answers.get(municipality.teryt));
    const count = (some: readonly BoardCell[], status: AnswerStatus) => some.filter((cell) => cell.status === status).length;
    return {
      ...municipality,
      complete: count(cells, 'complete'), incomplete: count(cells, 'incomplete'), unanswered: count(cells, 'unanswered'),
      byArea: areas.map(({ id }) => {
        const own = cells.filter((cell) => cell.area === id);
        return { area: id, complete: count(own, 'complete'), incomplete: count(own, 'incomplete'), of: own.length };
      }),
    };
  });
  return { edition: headOf(edition), areas: areas.map(({ id, pl, en }) => ({ id, pl, en })), questions: indicators.length, rows };
}

function headOf({ slug, titlePl, titleEn, state, isLead, teamName, measuredFrom, measuredTo, methodologyKey, methodologyVersion }: TeamEdition): EditionHead {
  return { slug, titlePl, titleEn, state, isLead, teamName, measuredFrom, measuredTo, methodologyKey, methodologyVersion };
}

async function listMeasured(db: Db, editionId: string) {
  const units = await db.editionUnit.findMany({ where: { editionId }, select: { teryt: true } });
  return db.municipality.findMany({
    where: { teryt: { in: units.map((unit) => unit.teryt) } }, orderBy: [{ searchKey: 'asc' }, { teryt: 'asc' }],
    select: { teryt: true, name: true, kind: true, population: true },
  });
}

function cellsOf(indicators: readonly Indicator[], answers: ReadonlyMap<string, StoredCoding> | undefined): BoardCell[] {
  return indicators.map((indicator) => {
    const given = answers?.get(indicator.id);
    const { status, need, have } = judgeAnswer(indicator, given ? filedOf(given) : null);
    const answer = given ? (given.state === 'scored' ? `${given.level}/${indicator.scale.max}` : given.state) : null;
    return { indicator: indicator.id, area: indicator.area, question: indicator.question, status, need, have, answer };
  });
}

export type UnitPage = { edition: EditionHead; municipality: { teryt: string; name: string }; areas: (Words & { id: string; cells: BoardCell[] })[] };

/** All questions about one municipality with how far each is. */
export async function getUnit(db: Db, options: { slug: string; teryt: string; viewer: Viewer }): Promise<UnitPage> {
  const edition = await getTeamEdition(db, options);
  const municipality = await requireMeasured(db, edition.id, options.teryt);
  const answers = byMunicipality(await listCodings(db, { editionId: edition.id, teryt: options.teryt }));
  const cells = cellsOf(edition.methodology.indicators, answers.get(options.teryt));
  return {
    edition: headOf(edition), municipality,
    areas: edition.methodology.areas.map(({ id, pl, en }) => ({ id, pl, en, cells: cells.filter((cell) => cell.area === id) })),
  };
}

async function requireMeasured(db: Db, editionId: string, teryt: string): Promise<{ teryt: string; name: string }> {
  const unit = await db.editionUnit.findUnique({ where: { editionId_teryt: { editionId, teryt } }, select: { teryt: true } });
  const municipality = unit && await db.municipality.findUnique({ where: { teryt }, select: { teryt: true, name: true } });
  if (!municipality) throw notFound(`${teryt} is not measured here`);
  return municipality;
}

export type CodingPage = UnitPage & {
  indicator: Indicator;
  area: Words & { id: string; position: number; of: number };
  sources: Words[];
  period: Words;
  coding: StoredCoding | null;
  /** Code of the next question, null after the last. */
  next: string | null;
};

/** One question about one municipality, with the answer so far. */
export async function getCodingPage(db: Db, options: { slug: string; teryt: string; indicator: string; viewer: Viewer }): Promise<CodingPage> {
  const edition = await getTeamEdition(db, options);
  const indicator = requireIndicator(edition, options.indicator);
  const unit = await getUnit(db, options);
  const [coding = null] = await listCodings(db, { editionId: edition.id, teryt: options.teryt, indicator: indicator.id });
  const all = edition.methodology.indicators;
  const own = all.filter((each) => each.area === indicator.area);
  const area = edition.methodology.areas.find((each) => each.id === indicator.area);
  return {
    ...unit, indicator, coding,
    area: { id: indicator.area, pl: area?.pl ?? '', en: area?.en ?? '', position: own.indexOf(indicator) + 1, of: own.length },
    sources: indicator.whereToLook.map((code) => edition.methodology.sources[code] ?? { pl: code, en: code }),
    period: edition.methodology.period.note,
    next: all[all.indexOf(indicator) + 1]?.id ?? null,
  };
}
