import { firstAnswer } from '../../state/remark-state.ts';
import type { TableShape } from '#app/publishing/csv/table-shape.ts';
import type { CsvCell } from '#app/publishing/csv/write-csv.ts';
import { writeTable } from '#app/publishing/csv/write-table.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { dayOf, daysUntil } from '#app/i18n/dates.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { consultationFacts } from '#app/drafting/acts/consultation-facts.server.ts';
import { decisions } from '#app/drafting/state/remark-state.ts';
import { percent, type ClockFigures, type Fraction } from './clock.ts';
import { consultationClock, municipalityClock } from './clock.server.ts';

export const clockLicence = 'CC0-1.0';

/** What each figure means; the same sentences stand in the data and beside the figures on the page. */
const definitions = {
  received: 'remarks in the register, without withdrawn ones',
  answered: 'of received: with a ruling',
  in_time: 'of answered: ruling made before answers_due_at',
  waiting: 'of received: without a ruling',
  overdue: 'of waiting: answers_due_at has passed',
  days_overdue: 'calendar days (Europe/Warsaw) from answers_due_at to now, while a remark is overdue',
  median_days:
    'median of calendar days (Europe/Warsaw) from receipt to ruling over answered; even number: mean of the two in the middle',
  in_time_percent: 'in_time / (answered + overdue), hundredths rounded half up',
  decision_percent: 'rulings with this decision / answered, hundredths rounded half up',
};

/** Every remark with its days, one row each: from this table all figures of the clock can be recomputed. */
export async function clockCsv(db: Db, slug: string, now: Date): Promise<string> {
  const facts = await consultationFacts(db, slug, now);
  const rows = await db.remark.findMany({
    where: { consultationId: facts.id },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      state: true,
      channel: true,
      filing: { select: { receivedAt: true } },
      rulings: { where: firstAnswer, select: { madeAt: true, decision: true } },
    },
  });
  const head = [
    'remark',
    'channel',
    'state',
    'received_on',
    'ruled_on',
    'days_to_ruling',
    'answers_due_at',
    'in_time',
    'overdue',
    'counted',
  ];
  const yes = (is: boolean) => (is ? 'yes' : 'no');
  return writeTable(
    head,
    rows.map(({ number, state, channel, filing, rulings: [ruling] }): CsvCell[] => {
      const isCounted = state !== 'withdrawn';
      return [
        number,
        channel,
        state,
        dayOf(filing.receivedAt),
        ruling ? dayOf(ruling.madeAt) : null,
        ruling ? daysUntil(ruling.madeAt, filing.receivedAt) : null,
        facts.answersDueAt.toISOString(),
        ruling ? yes(ruling.madeAt < facts.answersDueAt) : null,
        yes(isCounted && !ruling && facts.answersDueAt <= now),
        yes(isCounted),
      ];
    }),
  );
}

export async function clockJson(db: Db, slug: string, now: Date): Promise<string> {
  const facts = await consultationFacts(db, slug, now);
  const figures = await consultationClock(db, facts, now);
  return canonicalJson({
    consultation: facts.slug,
    title: facts.title,
    teryt: facts.teryt,
    municipality: facts.municipality,
    stage: facts.stage,
    opens_at: facts.opensAt.toISOString(),
    closes_at: facts.closesAt.toISOString(),
    answers_due_at: facts.answersDueAt.toISOString(),
    as_of: now.toISOString(),
    ...plain(figures),
    definitions,
    licence: clockLicence,
    demonstration: facts.isDemo,
  });
}

/** One row per consultation of the municipality, then the sum over all. */
export async function municipalityClockCsv(db: Db, teryt: string, now: Date): Promise<string> {
  const clock = await municipalityClock(db, teryt, now);
  const columns = Object.keys(flat(clock.total));
  const rows = clock.consultations.map((each): CsvCell[] => [
    teryt,
    each.slug,
    each.title,
    each.answersDueAt.toISOString(),
    ...Object.values(flat(each.figures)),
  ]);
  return writeTable(
    ['teryt', 'consultation', 'title', 'answers_due_at', ...columns],
    [...rows, [teryt, null, null, null, ...Object.values(flat(clock.total))]],
  );
}

export async function municipalityClockJson(db: Db, teryt: string, now: Date): Promise<string> {
  const clock = await municipalityClock(db, teryt, now);
  return canonicalJson({
    teryt,
    as_of: now.toISOString(),
    total: plain(clock.total),
    definitions,
    licence: clockLicence,
    consultations: clock.consultations.map((each) => ({
      consultation: each.slug,
      title: each.title,
      answers_due_at: each.answersDueAt.toISOString(),
      ...plain(each.figures),
    })),
  });
}

const shareOf = (share: Fraction | null) => (share ? percent(share) : null);

function plain(figures: ClockFigures) {
  const { received, answered, inTime, waiting, overdue, daysOverdue, medianDays } = figures;
  return {
    received,
    answered,
    in_time: inTime,
    waiting,
    overdue,
    days_overdue: daysOverdue,
    median_days: medianDays,
    in_time_percent: shareOf(figures.inTimeShare),
    decisions: Object.fromEntries(
      decisions.map((decision) => [
        decision,
        { count: figures.byDecision[decision], percent: shareOf(figures.shares[decision]) },
      ]),
    ),
  };
}

function flat(figures: ClockFigures): Record<string, CsvCell> {
  const { decisions: byDecision, ...rest } = plain(figures);
  return {
    ...rest,
    ...Object.fromEntries(
      decisions.flatMap((decision) => [
        [decision, byDecision[decision]!.count],
        [`${decision}_percent`, byDecision[decision]!.percent],
      ]),
    ),
  };
}

export const clockShape: TableShape = { figures: ['remark', 'days_to_ruling'], days: ['received_on', 'ruled_on'] };

export const municipalityClockShape: TableShape = {
  figures: [
    'received',
    'answered',
    'in_time',
    'waiting',
    'overdue',
    'days_overdue',
    'median_days',
    'in_time_percent',
    ...decisions.flatMap((decision) => [decision, `${decision}_percent`]),
  ],
  days: [],
};
