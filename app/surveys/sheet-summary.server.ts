import type { Db } from '#app/db/client.server.ts';
import { Prisma } from '#app/generated/prisma/client.ts';
import type { Definition } from './definition.ts';
import type { Entry } from './keyed.ts';
import { typingErrors } from './sheets-page.server.ts';

/** Paper: how many sheets are invalid and why, and how many fields two people typed differently. */
export type SheetSummary = {
  valid: number;
  invalid: number;
  reasons: { reason: string; count: number }[];
  /** Sheets typed twice, fields compared and fields that differ. */
  twice: number;
  compared: number;
  differing: number;
};

export async function sheetSummary(
  db: Db,
  surveyId: string,
  { version, definition, isPublic }: { version: number; definition: Definition; isPublic: boolean },
): Promise<SheetSummary> {
  const none: SheetSummary = { valid: 0, invalid: 0, reasons: [], twice: 0, compared: 0, differing: 0 };
  if (!isPublic) return none;
  const groups = await db.surveySheet.groupBy({
    by: ['state', 'reason'],
    where: { surveyId, version },
    _count: { _all: true },
  });
  const invalid = groups.filter(({ state }) => state === 'invalid');
  const sum = (rows: typeof groups) => rows.reduce((total, { _count }) => total + _count._all, 0);
  const twice = await db.surveySheet.findMany({
    where: { surveyId, version, state: 'valid', second: { not: Prisma.AnyNull } },
    select: { first: true, second: true },
  });
  return {
    ...typingErrors(definition, twice as unknown as { first: Entry; second: Entry }[]),
    valid: sum(groups.filter(({ state }) => state === 'valid')),
    invalid: sum(invalid),
    reasons: invalid.map(({ reason, _count }) => ({ reason, count: _count._all })).sort((a, b) => b.count - a.count),
  };
}
