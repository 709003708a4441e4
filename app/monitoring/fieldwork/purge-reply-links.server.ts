import type { Db } from '#app/db/client.server.ts';

/** Days after the end of a term that drafts and addresses are kept; the privacy page names both numbers. */
export const replyDraftKeptDays = 30;
export const replyLinkKeptDays = 365;

/** Removes what an office wrote and never sent, and the addresses of links long over. */
export async function purgeReplyLinks(db: Db, now = new Date()): Promise<void> {
  const before = (days: number) => ({ lt: new Date(now.getTime() - days * 86_400_000) });
  await db.replyDraft.deleteMany({ where: { round: { endsAt: before(replyDraftKeptDays) } } });
  await db.replyLink.deleteMany({ where: { round: { endsAt: before(replyLinkKeptDays) } } });
}
