import type { Db } from '#app/db/client.server.ts';
import { isUniqueViolation } from '#app/db/transaction.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { officeWrite, recordOffice } from '../office/office-write.server.ts';
import { detailNames, readDetails, type ReportDetails } from './details.ts';

export type SaveDetails = {
  viewer: Viewer;
  slug: string;
  details: ReportDetails;
  /** Revision on the form; 0 when there was nothing yet. */ revision: number;
};
export type SaveDetailsResult = { ok: true } | { ok: false; error: { code: 'conflict' } };

/** Saves what the office adds to the report. When somebody else saved meanwhile, or the same is there already, nothing is written. */
export async function saveDetails(db: Db, input: SaveDetails): Promise<SaveDetailsResult> {
  const { viewer, details, revision } = input;
  try {
    return await officeWrite(db, input, async (tx, consultation): Promise<SaveDetailsResult> => {
      const owner = { consultationId: consultation.id, teryt: consultation.teryt };
      const stored = await tx.reportDetails.findFirst({ where: owner, select: { json: true, revision: true } });
      const known = readDetails(stored?.json);
      if (stored?.revision === revision && detailNames.every((name) => known[name] === details[name]))
        return { ok: true };
      if (revision === 0) await tx.reportDetails.create({ data: { ...owner, json: details, updatedById: viewer.id } });
      else {
        const { count } = await tx.reportDetails.updateMany({
          where: { ...owner, revision },
          data: { json: details, updatedById: viewer.id, revision: { increment: 1 } },
        });
        if (count === 0) return { ok: false, error: { code: 'conflict' } };
      }
      await recordOffice(tx, consultation, {
        kind: 'report-details-saved',
        viewer,
        subject: { type: 'consultation', id: consultation.id },
        data: { revision: revision + 1 },
      });
      return { ok: true };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, error: { code: 'conflict' } };
    throw error;
  }
}
