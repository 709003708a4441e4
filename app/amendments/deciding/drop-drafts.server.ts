import type { Db } from '#app/db/client.server.ts';
import { recordEvent } from '../record-event.server.ts';
import { liveDraftStates } from './draft-state.ts';

/** Closes the drafts that a ruling or a withdrawal has overtaken, each with its line of the record. Call it under the lock. */
export async function dropOtherDrafts(
  tx: Db,
  input: { teryt: string; consultationId: string; remarkId: string; actorId: string; except: readonly string[]; now?: Date },
): Promise<void> {
  const { teryt, consultationId, remarkId, actorId } = input;
  const drafts = await tx.rulingDraft.findMany({
    where: { teryt, consultationId, remarkId, state: { in: [...liveDraftStates] }, id: { notIn: [...input.except] } }, select: { id: true, state: true },
  });
  for (const { id, state } of drafts) {
    await tx.rulingDraft.updateMany({ where: { id, teryt }, data: { state: 'dropped', revision: { increment: 1 } } });
    await recordEvent(tx, { teryt, consultationId, kind: 'draft-dropped', actorId, subject: { type: 'draft', id }, data: { remark: remarkId, previous: state }, ...(input.now ? { at: input.now } : {}) });
  }
}
