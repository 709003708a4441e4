import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { judgeAnswer } from '../methodology/answer-rules.ts';
import { filedOf } from '../cards/build-scorecards.ts';
import { askedOf, countAsked, type AskedState } from '../cards/asking.ts';
import type { FieldCell } from '../cards/cells.ts';
import { toldOf } from '../fieldwork/told-of.ts';
import { stampOf } from '../fieldwork/coding-stamp.ts';
import { getLedEdition } from '../access/edition-access.server.ts';
import { barredTeryts } from '../fieldwork/find-ties.server.ts';
import { countDeclarations } from '../fieldwork/count-declarations.server.ts';
import { loadCells } from '../fieldwork/load-cells.server.ts';
import { publishability, type PublicationBar } from '../fieldwork/publication-bars.server.ts';
import { toScoringModel, toScoringOptions } from '../methodology/methodology.ts';
import { type AnsweredUnit, listUnits } from './publish-edition.server.ts';
import { computeScores } from '../scoring/score.ts';

export type PublicationPreview = {
  slug: string;
  titlePl: string;
  titleEn: string;
  state: string;
  stamp: string;
  municipalities: number;
  questions: number;
  complete: number;
  incomplete: number;
  unanswered: number;
  notApplicable: number;
  notAssessed: number;
  withheld: number;
  /** Too little coverage for a total: shown without a number and outside the ranks. */
  withoutTotal: { teryt: string; name: string; coverage: number | null }[];
  withTotal: number;
  incompleteBy: { teryt: string; name: string; indicators: string[] }[];
  /** What forbids publishing now, the first thing to do first. */
  bars: PublicationBar[];
  /** Municipalities whose border coding is waived, since a decision on a reply brought them there. */
  borderWaived: string[];
  doubleShare: number;
  /** What the cards will say of asking the offices. */
  asked: Record<AskedState, number>;
  /** Municipalities of which the cards will say that not everybody who coded them declared whether they have ties. */
  undeclared: number;
  /** Municipalities whose results are kept from the viewer, who declared a tie. */
  stoodAside: string[];
};

/** What publishing would do now: the lead sees it before deciding. */
export async function previewPublication(
  db: Db,
  { viewer, slug }: { viewer: Viewer; slug: string },
): Promise<PublicationPreview> {
  const edition = await getLedEdition(db, { slug, viewer });
  const cells = await loadCells(db, { editionId: edition.id });
  const units = await listUnits(db, edition.id, cells);
  const barred = await barredTeryts(db, { userId: viewer.id, measuredFrom: edition.measuredFrom });
  const { indicators } = edition.methodology;
  const judged = units.map(({ municipality, answers }) => ({
    municipality,
    answers: indicators.map((indicator) => {
      const given = answers.get(indicator.id);
      return { id: indicator.id, state: given?.state, ...judgeAnswer(indicator, given ? filedOf(given) : null) };
    }),
  }));
  const scores = computeScores(
    toScoringModel(edition.methodology),
    judged.map(({ municipality, answers }) => ({
      id: municipality.teryt,
      answers: Object.fromEntries(answers.map((each) => [each.id, each.counted])),
    })),
    toScoringOptions(edition.methodology),
  );
  const all = judged.flatMap((unit) => unit.answers);
  const count = (test: (answer: (typeof all)[number]) => boolean) => all.filter(test).length;
  const named = judged.map(({ municipality: { teryt, name } }, index) => ({
    teryt,
    name,
    total: scores[index]?.total ?? null,
  }));
  const { bars, waived } = await publishability(db, { edition, cells });
  return {
    slug,
    titlePl: edition.titlePl,
    titleEn: edition.titleEn,
    state: edition.state,
    stamp: stampOf(cells, units.length),
    municipalities: units.length,
    questions: all.length,
    complete: count((answer) => answer.status === 'complete'),
    incomplete: count((answer) => answer.status === 'incomplete'),
    unanswered: count((answer) => answer.status === 'unanswered'),
    notApplicable: count((answer) => answer.counted.state === 'not_applicable'),
    notAssessed: count((answer) => answer.status === 'complete' && answer.counted.state === 'not_assessed'),
    withheld: count((answer) => answer.counted.state === 'withheld'),
    withoutTotal: named.flatMap(({ teryt, name, total }) =>
      total?.display == null && !barred.has(teryt) ? [{ teryt, name, coverage: total?.coverage ?? null }] : [],
    ),
    withTotal: named.filter(({ total }) => total?.display != null).length,
    incompleteBy: judged.flatMap(({ municipality: { teryt, name }, answers }) => {
      const own = answers.filter((answer) => answer.status === 'incomplete').map((answer) => answer.id);
      return own.length && !barred.has(teryt) ? [{ teryt, name, indicators: own }] : [];
    }),
    bars,
    borderWaived: units.flatMap(({ municipality: { teryt, name } }) =>
      waived.includes(teryt) && !barred.has(teryt) ? [name] : [],
    ),
    doubleShare: edition.doubleShare,
    undeclared: (await countDeclarations(db, { editionId: edition.id, cells })).filter(
      ({ coders, count: declared }) => declared < coders,
    ).length,
    asked: await countOffices(db, edition.id, cells, units),
    stoodAside: units.flatMap(({ municipality: { teryt, name } }) => (barred.has(teryt) ? [name] : [])),
  };
}

async function countOffices(
  db: Db,
  editionId: string,
  cells: readonly FieldCell[],
  units: readonly AnsweredUnit[],
): Promise<Record<AskedState, number>> {
  const rounds = new Map((await db.replyRound.findMany({ where: { editionId } })).map((round) => [round.teryt, round]));
  const replied = new Set(cells.flatMap((cell) => (cell.reply ? [cell.teryt] : [])));
  const all = units.map(({ municipality: { teryt } }) => {
    const round = rounds.get(teryt);
    const term = round ? { endsAt: round.endsAt.toISOString(), ...toldOf(round) } : null;
    return askedOf(term, { replied: replied.has(teryt) });
  });
  return countAsked(all);
}
