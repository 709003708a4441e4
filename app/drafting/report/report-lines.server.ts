import type { Db } from '#app/db/client.server.ts';
import { dayOf } from '#app/i18n/dates.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import { loadUnits } from '../acts/load-draft.server.ts';
import type { Decision, RemarkState } from '../state/remark-state.ts';
import { inForceOf } from '../state/ruling-history.ts';
import { isGiven } from '../state/signature.ts';
import type { ReportAuthor, ReportLine } from './report-document.ts';
import { filedPlaceOf, type FiledPlace } from '../remarks/filed-place.ts';
import { endingOf } from '#app/uploads/file-kind.ts';
import { peopleSql } from './report-numbers.server.ts';

/** `closedAt`: lines as they were when a report was closed; without it as they are now. */
export type LineSource = { id: string; version: number; closedAt?: Date };

/** What lines of one report have in common: names of units by version, numbers of people by filing. Read when a line first asks. */
export type LineMemory = {
  citations: Map<number, Promise<ReadonlyMap<string, string>>>;
  people: Promise<ReadonlyMap<string, number>> | null;
};
export const noLinesYet = (): LineMemory => ({ citations: new Map(), people: null });

/** Reads lines of the table as it stands now; what they have in common is read once into `memory`. */
export function lineReader(db: Db, { id, version, closedAt }: LineSource, memory: LineMemory = noLinesYet()) {
  const citations = (at: number) => {
    const known = memory.citations.get(at) ?? loadUnits(db, id, at).then(citationsByClause);
    memory.citations.set(at, known);
    return known;
  };
  /** Lines `from` to `to`, counted from 1 in the order of the register. */
  return async (from: number, to: number): Promise<ReportLine[]> => {
    const rows = await loadRows(db, id, { skip: from - 1, take: to - from + 1 });
    const points = await pointCounts(
      db,
      rows.map((row) => row.filing.id),
    );
    const people = await (memory.people ??= personNumbers(db, id));
    const now = await citations(version);
    const lines: ReportLine[] = [];
    for (const [at, row] of rows.entries()) {
      const then = await citations(row.againstVersion);
      const placeOf = (clauseId: string) => filedPlaceOf(then.get(clauseId), now.get(clauseId));
      const operations = [];
      for (const { op, clauseId, targetClauseId, after, rest } of row.operations) {
        operations.push({
          op,
          ...named(placeOf(clauseId), targetClauseId === null ? null : placeOf(targetClauseId)),
          after: after ?? '',
          rest: rest ?? '',
        });
      }
      lines.push(
        lineOf(row, {
          lp: from + at,
          points: points.get(row.filing.id) ?? 1,
          operations,
          places: [...new Set(row.operations.map(({ clauseId }) => clauseId))].map(placeOf),
          author: authorOf(row, people),
          closedAt: closedAt ?? null,
        }),
      );
    }
    return lines;
  };
}

/** All lines in batches, so that no more than one batch is in memory. */
export async function* allLines(
  db: Db,
  source: LineSource,
  total: number,
  { memory = noLinesYet(), batch = 500 }: { memory?: LineMemory; batch?: number } = {},
): AsyncGenerator<ReportLine[]> {
  const read = lineReader(db, source, memory);
  for (let from = 1; from <= total; from += batch) yield read(from, Math.min(total, from + batch - 1));
}

function loadRows(db: Db, consultationId: string, range: { skip: number; take: number }) {
  return db.remark.findMany({
    where: { consultationId },
    orderBy: { number: 'asc' },
    ...range,
    select: {
      number: true,
      kind: true,
      state: true,
      point: true,
      reason: true,
      place: true,
      againstVersion: true,
      filing: {
        select: {
          id: true,
          number: true,
          channel: true,
          authorName: true,
          organisation: true,
          receivedAt: true,
          isLate: true,
          attachments: {
            orderBy: { number: 'asc' },
            select: {
              number: true,
              kind: true,
              fileType: true,
              fileSize: true,
              fileHash: true,
              addedAt: true,
              removedAt: true,
            },
          },
        },
      },
      group: { select: { number: true } },
      operations: {
        orderBy: { seq: 'asc' },
        select: {
          op: true,
          clauseId: true,
          targetClauseId: true,
          after: true,
          rest: true,
          clause: { select: { code: true } },
        },
      },
      rulings: {
        select: {
          decision: true,
          decisionWords: true,
          reason: true,
          madeAt: true,
          madeByName: true,
          resultVersion: true,
          correctionReason: true,
          replacedAt: true,
        },
      },
    },
  });
}

type Row = Awaited<ReturnType<typeof loadRows>>[number];

/** Points of each filing; counted for the filings of one batch, since the relation's own count goes over all remarks. */
async function pointCounts(db: Db, filings: string[]): Promise<Map<string, number>> {
  const counts = await db.remark.groupBy({
    by: ['filingId'],
    where: { filingId: { in: filings } },
    _count: { _all: true },
  });
  return new Map(counts.map(({ filingId, _count }) => [filingId, _count._all]));
}

/** Number of each private person by filing, in one value: thousands of rows take many times longer to read. */
async function personNumbers(db: Db, consultationId: string): Promise<Map<string, number>> {
  const [row] = await db.$queryRaw<{ numbered: string | null }[]>`
    with ${peopleSql(consultationId)}
    select string_agg(k.id || ' ' || p.no, ',') as numbered from keyed k join people p on p.who = k.who`;
  return new Map(
    (row?.numbered?.split(',') ?? []).map((each) => {
      const [id, no] = each.split(' ');
      return [id!, Number(no)];
    }),
  );
}

function authorOf(row: Row, people: ReadonlyMap<string, number>): ReportAuthor {
  const { organisation, authorName, id, channel } = row.filing;
  if (organisation !== null)
    return { kind: 'organisation', name: organisation, ...(isGiven(channel) ? { nameConfirmed: false } : {}) };
  return { kind: 'person', no: authorName === '' ? (people.get(id) ?? null) : null };
}

/** Files that the letter had then; one that was taken away since was there. */
function attachmentsOf({ filing }: Row, closedAt: Date | null): Pick<ReportLine, 'attachments'> {
  const there = filing.attachments.filter(({ addedAt, removedAt }) =>
    closedAt === null ? removedAt === null : addedAt <= closedAt && (removedAt === null || removedAt > closedAt),
  );
  return there.length === 0
    ? {}
    : {
        attachments: there.map(({ number, kind, fileType, fileSize: size, fileHash: sha256 }) => ({
          number,
          kind,
          ending: endingOf(fileType),
          size,
          sha256,
        })),
      };
}

function named(unit: FiledPlace, target: FiledPlace | null) {
  return {
    unit: unit.today ?? unit.filed,
    target: target?.today ?? target?.filed ?? '',
    unitAsFiled: unit.filed,
    targetAsFiled: target?.filed ?? '',
  };
}

function lineOf(
  row: Row,
  {
    lp,
    points,
    operations,
    places,
    author,
    closedAt,
  }: {
    lp: number;
    points: number;
    operations: ReportLine['operations'];
    places: FiledPlace[];
    author: ReportAuthor;
    closedAt: Date | null;
  },
): ReportLine {
  const { filing } = row;
  const known = row.rulings
    .filter(({ madeAt }) => closedAt === null || madeAt <= closedAt)
    .map((each) =>
      closedAt !== null && each.replacedAt && each.replacedAt > closedAt ? { ...each, replacedAt: null } : each,
    );
  const { ruling, earlier } = inForceOf(known);
  return {
    lp,
    number: row.number,
    kind: row.kind === 'amendment' ? 'amendment' : 'remark',
    state: (known.length < row.rulings.length ? (ruling?.decision ?? 'open') : row.state) as RemarkState,
    filing: filing.number,
    point: row.point,
    points,
    channel: filing.channel,
    receivedOn: dayOf(filing.receivedAt),
    isLate: filing.isLate,
    author,
    unit: [...new Set(operations.map(({ unit }) => unit).filter(Boolean))].join(', '),
    places,
    clauseCode: row.operations[0]?.clause.code ?? null,
    place: row.place,
    words: row.reason,
    operations: operations.filter(({ op }) => op !== 'none'),
    ruling: ruling
      ? {
          decision: ruling.decision as Decision,
          words: ruling.decisionWords,
          reason: ruling.reason,
          madeOn: dayOf(ruling.madeAt),
          madeBy: ruling.madeByName,
          version: ruling.resultVersion,
          ...(earlier.length > 0
            ? {
                earlier: earlier.map(({ decision, decisionWords, reason, madeAt, madeByName, why }) => ({
                  decision: decision as Decision,
                  words: decisionWords,
                  reason,
                  madeOn: dayOf(madeAt),
                  madeBy: madeByName,
                  why,
                })),
              }
            : {}),
        }
      : null,
    group: row.group?.number ?? null,
    ...attachmentsOf(row, closedAt),
  };
}
