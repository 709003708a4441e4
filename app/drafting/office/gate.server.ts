import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { officeWrites, type OfficeWrite } from './office-writes.ts';

/** Marks a run that is rolled back whatever it does: it tells whether a draft could be approved as things stand. No form can send it. */
export const rehearsal = Symbol('rehearsal');

/** The draft that a write brings into force; nothing for a write of one official. */
export type Approves = string | typeof rehearsal | undefined;

type Asked = { write: OfficeWrite; viewer: Viewer; approves?: Approves };

/**
 * The one gate of four eyes: whether a write must not be made by this official alone. It opens for a draft that another official handed
 * in, that this one approved in this very transaction, and that has made nothing yet. Ask under the lock of the consultation.
 */
export async function needsSecond(
  tx: Db,
  consultation: { id: string; fourEyes: boolean },
  { write, viewer, approves }: Asked,
): Promise<boolean> {
  if (!consultation.fourEyes || officeWrites[write] === 'one' || approves === rehearsal) return false;
  if (approves === undefined) return true;
  const approved = await tx.officeDraft.count({
    where: {
      id: approves,
      consultationId: consultation.id,
      kind: write,
      state: 'approved',
      result: null,
      reviewedById: viewer.id,
      draftedById: { not: viewer.id },
    },
  });
  return approved !== 1;
}
