import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '../record-event.server.ts';
import { officialsOf } from './assign.server.ts';
import { officeWrite } from '#app/consultations/office-write.server.ts';

export type FourEyesResult = { ok: true; value: { fourEyes: boolean } } | { ok: false; error: { code: 'needs-two' } };

/** Says whether a ruling of this consultation needs two officials. Not switched on where the municipality has only one. */
export async function setFourEyes(db: Db, input: { viewer: Viewer; slug: string; fourEyes: boolean }): Promise<FourEyesResult> {
  const { fourEyes } = input;
  return officeWrite(db, input, async (tx, consultation): Promise<FourEyesResult> => {
    if (consultation.fourEyes === fourEyes) return { ok: true, value: { fourEyes } };
    if (fourEyes && (await officialsOf(tx, consultation.teryt)).length < 2) return { ok: false, error: { code: 'needs-two' } };
    await tx.consultation.updateMany({ where: { id: consultation.id, teryt: consultation.teryt }, data: { fourEyes } });
    await recordEvent(tx, {
      teryt: consultation.teryt, consultationId: consultation.id, kind: 'four-eyes-set', actorId: input.viewer.id,
      subject: { type: 'consultation', id: consultation.id }, data: { on: fourEyes },
    });
    return { ok: true, value: { fourEyes } };
  });
}
