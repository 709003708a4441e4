import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { deskEdition, getTeamEdition, type DeskEdition } from '../access/edition-access.server.ts';
import type { Indicator } from '../methodology/methodology-schema.ts';
import type { AnswerState } from '../scoring/model.ts';
import type { Words } from '../cards/scorecard-document.ts';
import type { EvidenceItem } from '../cards/evidence.ts';
import { bothHandedIn, sameAnswer, type CellCoding, type FieldCell } from '../cards/cells.ts';
import { barredTeryts } from './find-ties.server.ts';
import { loadCell } from './load-cells.server.ts';
import { listDifferences, reliabilityNow } from './twice-coded.server.ts';
import type { EditionReliability } from '../cards/edition-reliability.ts';

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
type DecidedRow = { teryt: string; municipality: string; indicator: string };
type DecidedBefore = DecidedRow & { state: AnswerState; level: number | null; reason: string };
export type Matter = {
  teryt: string;
  municipality: string;
  indicator: Indicator;
  codings: [AnonymousCoding, AnonymousCoding];
  shared: number;
  /** Why the viewer may not decide; null when they may. */
  refusal: 'member' | 'own-coding' | 'decided' | null;
  decision: { state: AnswerState; level: number | null; reason: string; by: string; at: string } | null;
  before: DecidedBefore[];
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
  const { counts, queue, decided } = await listDifferences(db, {
    editionId: edition.id,
    barred: [...barred],
    limit: LISTED,
  });
  const chosen = teryt && indicator ? { teryt, indicator } : queue[0];
  const cell =
    chosen && !barred.has(chosen.teryt)
      ? await loadCell(db, { editionId: edition.id, teryt: chosen.teryt, indicator: chosen.indicator })
      : null;
  const asked =
    cell && cell.cause !== null && cell.cause !== 'objection' && bothHandedIn(cell) && isDifferent(cell) ? cell : null;
  if (teryt && indicator && !asked) throw notFound(`nothing to decide about ${indicator} in ${teryt}`);
  const byId = new Map(edition.methodology.indicators.map((each) => [each.id, each]));
  const before = asked ? await decidedBefore(db, edition.id, asked, barred) : [];
  const nameOf = await namesOf(db, [...(asked ? [asked] : []), ...queue, ...decided, ...before]);
  const question = asked && byId.get(asked.indicator);
  const reliability = await reliabilityNow(db, edition, counts.answered);
  return {
    edition: deskEdition(edition),
    areas: edition.methodology.areas.map(({ id, pl, en }) => ({ id, pl, en })),
    counts,
    queue: queue.map((row) => {
      const [a, b] = byLetter(row.a, row.b);
      return {
        teryt: row.teryt,
        municipality: nameOf(row.teryt),
        indicator: row.indicator,
        question: byId.get(row.indicator)?.question ?? { pl: '', en: '' },
        a: { state: a.state, level: a.level },
        b: { state: b.state, level: b.level },
        isOwn: row.a.coderId === viewer.id || row.b.coderId === viewer.id,
      };
    }),
    decided: decided.map((row) => ({
      teryt: row.teryt,
      municipality: nameOf(row.teryt),
      indicator: row.indicator,
    })),
    matter:
      asked && question
        ? matterOf(asked, {
            question,
            viewerId: viewer.id,
            role: edition.role,
            municipality: nameOf(asked.teryt),
            before: before.map((row) => ({ ...row, municipality: nameOf(row.teryt) })),
          })
        : null,
    reliability,
  };
}

/** Rows of a list beside the open matter; the counts say how many there are. */
const LISTED = 100;

async function namesOf(db: Db, cells: readonly { teryt: string }[]): Promise<(code: string) => string> {
  const rows = await db.municipality.findMany({
    where: { teryt: { in: [...new Set(cells.map((cell) => cell.teryt))] } },
    select: { teryt: true, name: true },
  });
  const names = new Map(rows.map((row) => [row.teryt, row.name]));
  return (code) => names.get(code) ?? code;
}

/** What was decided on the same question elsewhere, with the reasons. */
async function decidedBefore(
  db: Db,
  editionId: string,
  { teryt, indicator }: { teryt: string; indicator: string },
  barred: ReadonlySet<string>,
): Promise<Omit<DecidedBefore, 'municipality'>[]> {
  const rows = await db.adjudication.findMany({
    where: { editionId, indicator, teryt: { not: teryt, notIn: [...barred] } },
    orderBy: { teryt: 'asc' },
    take: LISTED,
    select: { teryt: true, indicator: true, state: true, level: true, reason: true },
  });
  return rows.map((row) => ({ ...row, state: row.state as AnswerState }));
}

type MatterOf = {
  question: Indicator;
  viewerId: string;
  role: string;
  municipality: string;
  before: DecidedBefore[];
};

function matterOf(cell: FieldCell, { question, viewerId, role, municipality, before }: MatterOf): Matter {
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
    before,
  };
}

function isDifferent({ codings: [a, b] }: FieldCell): boolean {
  return Boolean(a && b && !sameAnswer(a, b));
}

/** A and B by the order of the codings' ids, not by slot: the first coder is not always A. */
function byLetter<Coding extends { id: string }>(one: Coding, other: Coding): [Coding, Coding] {
  return one.id < other.id ? [one, other] : [other, one];
}

function pairOf(cell: FieldCell): [AnonymousCoding, AnonymousCoding] {
  const [one, other] = cell.codings;
  if (!one || !other) throw notFound('one coding only');
  const [first, second] = byLetter(one, other);
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
