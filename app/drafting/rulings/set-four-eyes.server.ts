import { needsSecond, type Approves } from '#app/drafting/office/gate.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { hasSecondOfficial } from '#app/drafting/office/has-second-official.server.ts';
import { officeWrite } from '#app/drafting/office/office-write.server.ts';

export type SetFourEyes = {
  viewer: Viewer;
  slug: string;
  fourEyes: boolean;
  /** Why, for everybody to read; taking it away needs one. */
  reason?: string;
  now?: Date;
  /** The draft that this brings into force. */
  approves?: Approves;
};
export type FourEyesResult =
  | { ok: true; value: { fourEyes: boolean } }
  | { ok: false; error: { code: 'needs-two' | 'reason-required' | 'four-eyes' } };

/**
 * Says whether writes of the office in this consultation need two officials. Not switched on where the municipality has only one; switched
 * off by two alone, like everything else that needs them, and both in public with the reason.
 */
export async function setFourEyes(db: Db, input: SetFourEyes): Promise<FourEyesResult> {
  const { viewer, fourEyes, reason = '', now = new Date() } = input;
  return officeWrite(db, input, async (tx, consultation): Promise<FourEyesResult> => {
    if (consultation.fourEyes === fourEyes) return { ok: true, value: { fourEyes } };
    if (fourEyes && !(await hasSecondOfficial(tx, consultation.teryt)))
      return { ok: false, error: { code: 'needs-two' } };
    if (!fourEyes && reason === '') return { ok: false, error: { code: 'reason-required' } };
    if (await needsSecond(tx, consultation, { ...input, write: fourEyes ? 'four-eyes-on' : 'four-eyes-off' }))
      return { ok: false, error: { code: 'four-eyes' } };
    const owner = { teryt: consultation.teryt, consultationId: consultation.id };
    if (fourEyes) {
      await tx.officeDraft.create({
        data: {
          ...owner,
          kind: 'four-eyes-on',
          state: 'approved',
          input: {},
          print: '',
          reason,
          draftedById: viewer.id,
          draftedByName: viewer.displayName,
          createdAt: now,
          reviewedAt: now,
          result: 'on',
        },
      });
    }
    await tx.consultation.updateMany({ where: { id: consultation.id, teryt: consultation.teryt }, data: { fourEyes } });
    await recordEvent(tx, {
      ...owner,
      kind: 'four-eyes-set',
      actorId: viewer.id,
      subject: { type: 'consultation', id: consultation.id },
      data: { on: fourEyes },
    });
    await bumpRevision(tx, consultationScope(consultation.slug));
    return { ok: true, value: { fourEyes } };
  });
}
