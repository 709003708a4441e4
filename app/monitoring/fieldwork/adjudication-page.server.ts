import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { deskEdition, getTeamEdition, type DeskEdition } from '../access/edition-access.server.ts';
import type { Indicator } from '../methodology/methodology-schema.ts';
import type { AnswerState } from '../scoring/model.ts';
import type { Words } from '../cards/scorecard-document.ts';
import type { EvidenceItem } from '../cards/evidence.ts';
import { bothHandedIn, proposalOf, sameAnswer, type CellCoding, type FieldCell } from '../cards/cells.ts';
import { barredTeryts } from './find-ties.server.ts';
import { loadCells } from './load-cells.server.ts';
import type { EditionReliability } from '../cards/edition-reliability.ts';
import { measureReliability } from './tasks.server.ts';

export type AnonymousCoding = {
  letter: 'A' | 'B';
  state: AnswerState;
  level: number | null;
  reason: string;
  requestedOn: string | null;
  evidence: EvidenceItem[];
  /** After the decision. */ coder: string | null;
};
type QueueRow = {
  teryt: string;
  municipality: string;
  indicator: string;
  question: Words;
  a: Pick<AnonymousCoding, 'state' | 'level'>;
  b: Pick<AnonymousCoding, 'state' | 'level'>;
  isOwn: boolean;
};
type DecidedRow = {
  teryt: string;
  municipality: string;
  indicator: string;
  state: AnswerState;
  level: number | null;
  reason: string;
};
export type Matter = {
  teryt: string;
  municipality: string;
  indicator: Indicator;
  codings: [AnonymousCoding, AnonymousCoding];
  shared: number;
  /** Why the viewer may not decide; null when they may. */
  refusal: 'member' | 'own-coding' | 'decided' | null;
  decision: { state: AnswerState; level: number | null; reason: string; by: string; at: string } | null;
  before: DecidedRow[];
};
export type AdjudicationPage = {
  edition: DeskEdition;
  areas: (Words & { id: string })[];
  counts: { pairs: number; answered: number; differences: number; done: number; left: number; waiting: number };
  queue: QueueRow[];
  decided: DecidedRow[];
  matter: Matter | null;
  reliability: EditionReliability;
};

/** The differences between two handed-in codings, those near a band's border first, and the one that is open. Names stay hidden until decided. */
export async function getAdjudicationPage(
  db: Db,
  { viewer, slug, teryt, indicator }: { viewer: Viewer; slug: string; teryt: string | null; indicator: string | null },
): Promise<AdjudicationPage> {
  const edition = await getTeamEdition(db, { slug, viewer });
  const barred = await barredTeryts(db, { userId: viewer.id, measuredFrom: edition.measuredFrom });
  const cells = await loadCells(db, { editionId: edition.id });
  const open = cells.filter((cell) => !barred.has(cell.teryt));
  const names = new Map(
    (
      await db.municipality.findMany({
        where: { teryt: { in: [...new Set(cells.map((cell) => cell.teryt))] } },
        select: { teryt: true, name: true },
      })
    ).map((row) => [row.teryt, row.name]),
  );
  const nameOf = (code: string) => names.get(code) ?? code;
  const byId = new Map(edition.methodology.indicators.map((each) => [each.id, each]));
  const different = open.filter((cell) => cell.cause !== 'objection' && bothHandedIn(cell) && isDifferent(cell));
  const waiting = different.filter((cell) => proposalOf(cell).status === 'waiting-adjudication').sort(byUrgency);
  const decided = different.flatMap((cell): DecidedRow[] =>
    cell.adjudication
      ? [
          {
            teryt: cell.teryt,
            municipality: nameOf(cell.teryt),
            indicator: cell.indicator,
            state: cell.adjudication.state,
            level: cell.adjudication.level,
            reason: cell.adjudication.reason,
          },
        ]
      : [],
  );
  const asked =
    teryt && indicator ? different.find((cell) => cell.teryt === teryt && cell.indicator === indicator) : waiting[0];
  if (teryt && indicator && !asked) throw notFound(`nothing to decide about ${indicator} in ${teryt}`);
  const question = asked && byId.get(asked.indicator);
  return {
    edition: deskEdition(edition),
    areas: edition.methodology.areas.map(({ id, pl, en }) => ({ id, pl, en })),
    counts: {
      pairs: cells.filter(bothHandedIn).length,
      answered: cells.filter((cell) => cell.codings.length > 0).length,
      differences: different.length,
      done: decided.length,
      left: waiting.length,
      waiting: open.filter((cell) => proposalOf(cell).status === 'waiting-coder').length,
    },
    queue: waiting.map((cell) => {
      const [a, b] = pairOf(cell);
      return {
        teryt: cell.teryt,
        municipality: nameOf(cell.teryt),
        indicator: cell.indicator,
        question: byId.get(cell.indicator)?.question ?? { pl: '', en: '' },
        a,
        b,
        isOwn: cell.codings.some((coding) => coding.coderId === viewer.id),
      };
    }),
    decided,
    matter:
      asked && question
        ? matterOf(asked, {
            question,
            viewerId: viewer.id,
            role: edition.role,
            municipality: nameOf(asked.teryt),
            decided,
          })
        : null,
    reliability: await runTask(measureReliability, {
      methodology: edition.methodology,
      cells,
      seed: edition.doubleSeed,
    }),
  };
}

type MatterOf = {
  question: Indicator;
  viewerId: string;
  role: string;
  municipality: string;
  decided: readonly DecidedRow[];
};

function matterOf(cell: FieldCell, { question, viewerId, role, municipality, decided }: MatterOf): Matter {
  const [a, b] = pairOf(cell);
  const known = new Set(a.evidence.map((item) => item.url).filter(Boolean));
  const isOwn = cell.codings.some((coding) => coding.coderId === viewerId);
  return {
    teryt: cell.teryt,
    municipality,
    indicator: question,
    codings: [a, b],
    shared: new Set(b.evidence.map((item) => item.url).filter((url) => known.has(url))).size,
    refusal: cell.adjudication ? 'decided' : role === 'member' ? 'member' : isOwn ? 'own-coding' : null,
    decision: cell.adjudication && {
      state: cell.adjudication.state,
      level: cell.adjudication.level,
      reason: cell.adjudication.reason,
      by: cell.adjudication.by,
      at: cell.adjudication.at,
    },
    before: decided.filter((row) => row.indicator === cell.indicator && row.teryt !== cell.teryt),
  };
}

function isDifferent({ codings: [a, b] }: FieldCell): boolean {
  return Boolean(a && b && !sameAnswer(a, b));
}

/** A and B by the order of the codings' ids, not by slot: the first coder is not always A. */
function pairOf(cell: FieldCell): [AnonymousCoding, AnonymousCoding] {
  const [first, second] = [...cell.codings].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (!first || !second) throw notFound('one coding only');
  const told = (coding: CellCoding, letter: 'A' | 'B'): AnonymousCoding => ({
    letter,
    state: coding.state,
    level: coding.level,
    reason: coding.reason,
    requestedOn: coding.requestedOn,
    evidence: coding.evidence,
    coder: cell.adjudication ? coding.coder : null,
  });
  return [told(first, 'A'), told(second, 'B')];
}

/** Cells of municipalities at a border first, then those that differ most; a level against a state counts as the whole scale. */
function byUrgency(a: FieldCell, b: FieldCell): number {
  return (
    Number(b.cause === 'border') - Number(a.cause === 'border') ||
    distance(b) - distance(a) ||
    (a.teryt + a.indicator < b.teryt + b.indicator ? -1 : 1)
  );
}

function distance({ codings: [a, b] }: FieldCell): number {
  return a?.level == null || b?.level == null ? Infinity : Math.abs(a.level - b.level);
}
