import type { Db } from '#app/db/client.server.ts';
import type { RecordedAnswer } from './build-scorecards.ts';
import type { AnswerState } from './model.ts';

export type StoredCoding = RecordedAnswer & { id: string; teryt: string; indicator: string; coderId: string; revision: number };

/**
 * The codings of an edition, of one municipality or of one indicator. Where two people coded one question, the first coding is
 * the answer until somebody decides between them.
 */
export async function listCodings(db: Db, where: { editionId: string; teryt?: string; indicator?: string | { in: string[] } }): Promise<StoredCoding[]> {
  const rows = await db.coding.findMany({
    where,
    orderBy: [{ teryt: 'asc' }, { indicator: 'asc' }, { createdAt: 'desc' }],
    include: { evidence: { orderBy: { seq: 'asc' } } },
  });
  const byQuestion = new Map(rows.map((row) => [`${row.teryt} ${row.indicator}`, row]));
  return [...byQuestion.values()].map((row) => ({
    id: row.id, teryt: row.teryt, indicator: row.indicator, coderId: row.coderId, revision: row.revision,
    state: row.state as AnswerState, level: row.level, reason: row.reason, requestedOn: row.requestedOn, coder: row.coderName, codedAt: row.updatedAt.toISOString(),
    evidence: row.evidence.map(({ url, place, note, capturedAt }) => ({ url, place, note, capturedAt: capturedAt.toISOString() })),
  }));
}

/** The same, grouped by municipality and then by indicator. */
export function byMunicipality(codings: readonly StoredCoding[]): Map<string, Map<string, StoredCoding>> {
  const grouped = new Map<string, Map<string, StoredCoding>>();
  for (const coding of codings) {
    const own = grouped.get(coding.teryt) ?? new Map<string, StoredCoding>();
    grouped.set(coding.teryt, own.set(coding.indicator, coding));
  }
  return grouped;
}
