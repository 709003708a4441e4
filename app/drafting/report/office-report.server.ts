import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { findForOffice } from '../office/office-write.server.ts';
import { readDetails, type ReportDetails } from './details.ts';
import { openReport } from './load-report.server.ts';
import type { ReportHead } from './report-document.ts';
import { latestNotice } from '../told/latest-notice.server.ts';
import type { Reach, Told } from '../told/told.ts';
import { reachOf, toldOf } from '../told/told-authors.server.ts';
import { missingForFinal, type Missing } from './missing.server.ts';

export type OfficeReport = {
  consultation: { slug: string; title: string; closesAt: Date; fourEyes: boolean };
  details: ReportDetails;
  /** Revision of the details; 0 when nothing was entered yet. */
  revision: number;
  savedBy: string | null;
  savedAt: Date | null;
  missing: Missing;
  /** Whom a report would be told to. */
  reach: Reach;
  /** How the authors were told of the last report; null before the first. */
  told: Told | null;
  /** The report as it would be closed, but for its table; only where it is looked at once more. */
  head: ReportHead | null;
  finals: { number: number; madeAt: Date; madeByName: string; hash: string; note: string }[];
};

/** What the office adds to the report, and what keeps it from being final. */
export async function officeReport(
  db: Db,
  where: { viewer: Viewer; slug: string; now: Date; isReview?: boolean },
): Promise<OfficeReport> {
  const consultation = await findForOffice(db, where);
  const row = await db.reportDetails.findUnique({ where: { consultationId: consultation.id } });
  const saver = row && (await db.user.findUnique({ where: { id: row.updatedById }, select: { displayName: true } }));
  const last = await latestNotice(db, consultation.id, 'raport');
  return {
    consultation,
    details: readDetails(row?.json),
    revision: row?.revision ?? 0,
    savedBy: saver?.displayName ?? null,
    savedAt: row?.updatedAt ?? null,
    missing: await missingForFinal(db, consultation, where.now),
    reach: await reachOf(db, consultation.id),
    told: last && (await toldOf(db, consultation.id, last)),
    head: where.isReview ? (await openReport(db, { ...where, number: null, live: true })).head : null,
    finals: await db.report.findMany({
      where: { consultationId: consultation.id },
      orderBy: { number: 'desc' },
      select: { number: true, madeAt: true, madeByName: true, hash: true, note: true },
    }),
  };
}
