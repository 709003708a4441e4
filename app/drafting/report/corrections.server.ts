import type { Db } from '#app/db/client.server.ts';
import { listSafeguardChanges } from '../office/safeguard-changes.server.ts';
import { listVersions } from '../acts/version-list.server.ts';
import type { ReportCorrection } from './report-document.ts';

/**
 * What changed in the text, and in the rule of two people, after a report was closed: one line each, computed from the records. Empty
 * while `since` is null: before a report is closed nothing corrects it.
 */
export async function correctionsSince(
  db: Db,
  consultationId: string,
  since: Date | null,
): Promise<ReportCorrection[]> {
  if (since === null) return [];
  const drafts = await db.officeDraft.findMany({
    where: { consultationId, kind: 'editorial', state: 'approved' },
    select: { result: true, draftedByName: true },
  });
  const versions = (await listVersions(db, consultationId)).filter(
    ({ createdAt, kind }) => createdAt > since && kind !== 'import',
  );
  const ofText = versions.flatMap(({ number, kind, note, createdAt, madeBy, causes }) => {
    const own = causes.filter(({ goesAlong }) => !goesAlong);
    return (own.length > 0 ? own : [null]).map((cause): ReportCorrection => ({
      at: createdAt.toISOString(),
      what: kind === 'ruling' ? 'ruling' : 'text',
      version: number,
      remark: cause?.remark ?? null,
      reason: cause?.reason ?? note,
      by: [
        drafts.find(({ result }) => kind === 'editorial' && result === String(number))?.draftedByName ?? '',
        cause?.madeBy ?? madeBy,
      ].filter(Boolean),
    }));
  });
  const ofRule = (await listSafeguardChanges(db, consultationId))
    .filter(({ at }) => at > since)
    .map(({ on, at, reason, by }): ReportCorrection => ({
      at: at.toISOString(),
      what: on ? 'four-eyes-on' : 'four-eyes-off',
      version: null,
      remark: null,
      reason,
      by,
    }));
  const rulings = await db.ruling.findMany({
    where: { consultationId, correctsId: { not: null }, madeAt: { gt: since } },
    orderBy: { id: 'asc' },
    select: {
      correctionReason: true,
      draftedByName: true,
      madeByName: true,
      madeAt: true,
      remark: { select: { number: true } },
    },
  });
  const ofRulings = rulings.map(
    ({ correctionReason, remark, draftedByName, madeByName, madeAt }): ReportCorrection => ({
      at: madeAt.toISOString(),
      what: 'corrected-ruling',
      version: null,
      remark: remark.number,
      reason: correctionReason,
      by: [draftedByName ?? '', madeByName].filter(Boolean),
    }),
  );
  return [...ofText, ...ofRulings, ...ofRule].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** When the first report of a consultation was closed; null while none is. */
export async function firstReportAt(db: Db, consultationId: string): Promise<Date | null> {
  return (await db.report.aggregate({ where: { consultationId }, _min: { madeAt: true } }))._min.madeAt;
}
