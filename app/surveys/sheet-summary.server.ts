import type { Db } from '#app/db/client.server.ts';
import { Prisma } from '#app/generated/prisma/client.ts';
import type { Definition } from './definition.ts';
import type { Entry } from './keyed.ts';
import { typingErrors } from './sheets-page.server.ts';

/** Paper: how many sheets are invalid and why, how many fields two people typed differently, and what came after the end. */
export type SheetSummary = {
  valid: number;
  invalid: number;
  reasons: { reason: string; count: number }[];
  /** Sheets typed twice, fields compared and fields that differ. */
  twice: number;
  compared: number;
  differing: number;
  /** Sheets typed in after the end of the survey, valid or not, and the last moment at which one of them came or was settled. */
  late: number;
  lastAt: string | null;
};

export const noSheets: SheetSummary = {
  valid: 0,
  invalid: 0,
  reasons: [],
  twice: 0,
  compared: 0,
  differing: 0,
  late: 0,
  lastAt: null,
};

export async function sheetSummary(
  db: Db,
  survey: { id: string; closesAt: Date | null },
  { version, definition }: { version: number; definition: Definition },
): Promise<SheetSummary> {
  const where = { surveyId: survey.id, version };
  const groups = await db.surveySheet.groupBy({ by: ['state', 'reason'], where, _count: { _all: true } });
  if (groups.length === 0) return noSheets;
  const invalid = groups.filter(({ state }) => state === 'invalid');
  const sum = (rows: typeof groups) => rows.reduce((total, { _count }) => total + _count._all, 0);
  const twice = await db.surveySheet.findMany({
    where: { ...where, state: 'valid', second: { not: Prisma.AnyNull } },
    select: { first: true, second: true },
  });
  return {
    ...typingErrors(definition, twice as unknown as { first: Entry; second: Entry }[]),
    ...(await lateSheets(db, survey, version)),
    valid: sum(groups.filter(({ state }) => state === 'valid')),
    invalid: sum(invalid),
    reasons: invalid.map(({ reason, _count }) => ({ reason, count: _count._all })).sort((a, b) => b.count - a.count),
  };
}

async function lateSheets(
  db: Db,
  { id, closesAt }: { id: string; closesAt: Date | null },
  version: number,
): Promise<Pick<SheetSummary, 'late' | 'lastAt'>> {
  if (!closesAt) return { late: 0, lastAt: null };
  const of = { surveyId: id, version };
  const typed = { ...of, typedAt: { gt: closesAt } };
  const late = await db.surveySheet.count({ where: typed });
  const { _max } = await db.surveySheet.aggregate({ where: typed, _max: { typedAt: true } });
  const settled = await db.surveySheet.aggregate({
    where: { ...of, settledAt: { gt: closesAt } },
    _max: { settledAt: true },
  });
  const last = Math.max(_max.typedAt?.getTime() ?? 0, settled._max.settledAt?.getTime() ?? 0);
  return { late, lastAt: last > 0 ? new Date(last).toISOString() : null };
}
