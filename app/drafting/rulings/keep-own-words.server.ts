import type { Db } from '#app/db/client.server.ts';
import type { OfficeConsultation } from '#app/drafting/office/office-write.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { readStoredFinals } from './draft-input.ts';
import type { Decidable } from './load-decidable.server.ts';
import { ownDrafts } from './own-drafts.server.ts';
import { rulingPrint } from './own-words.server.ts';
import type { FinalText } from './ruling-plan.ts';
import { isOneAnswer } from './shared-answer.server.ts';

export type MemberWords = { decidable: Decidable; finals: ReadonlyMap<number, FinalText> };

type Given = {
  viewer: Viewer;
  consultation: OfficeConsultation;
  decision: string;
  reason: string;
  members: readonly MemberWords[];
  /** The form shows again the one answer that all of them were given, that of this one, so that it may be given in other words. */
  lead?: Decidable;
};

/** Remarks on which the official keeps a ruling in words of their own, which a form for several does not show: nothing typed is written over. */
export async function ownWords(tx: Db, given: Given): Promise<number[]> {
  const { viewer, consultation, decision, reason, members } = given;
  const drafts = await ownDrafts(tx, {
    teryt: consultation.teryt,
    consultationId: consultation.id,
    viewerId: viewer.id,
    remarkIds: members.map(({ decidable }) => decidable.remark.id),
  });
  const { lead } = given;
  if (lead && isOneAnswer({ lead, members: members.map(({ decidable }) => decidable) }, drafts)) return [];
  return members.flatMap(({ finals, decidable: { remark } }) => {
    const own = drafts.get(remark.id);
    const isOther =
      own &&
      rulingPrint({ ...own, finals: readStoredFinals(own.finals) }) !== rulingPrint({ decision, reason, finals });
    return isOther ? [remark.number] : [];
  });
}
