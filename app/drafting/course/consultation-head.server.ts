import type { Draft } from '#app/drafting/acts/load-draft.server.ts';
import { type Stage, stageAt } from '#app/drafting/state/stage.ts';
import type { Db } from '#app/db/client.server.ts';

export type ConsultationHead = {
  slug: string;
  title: string;
  version: number;
  stage: Stage;
  opensAt: Date;
  closesAt: Date;
  answersDueAt: Date;
};

/** Name and terms of a consultation, for the heads of its pages. */
export async function loadHead(db: Db, draft: Draft, now: Date): Promise<ConsultationHead> {
  const { sentAt, adoptedOn, opensAt, closesAt, answersDueAt } = await db.consultation.findUniqueOrThrow({
    where: { id: draft.consultationId },
    select: { opensAt: true, closesAt: true, answersDueAt: true, sentAt: true, adoptedOn: true },
  });
  const waiting = await db.remark.count({ where: { consultationId: draft.consultationId, state: 'open' } });
  const stage = stageAt({ opensAt, closesAt, answersDueAt, sentAt, adoptedOn }, now, waiting);
  return { slug: draft.slug, title: draft.title, version: draft.version, stage, opensAt, closesAt, answersDueAt };
}
