import type { Db } from '#app/db/client.server.ts';
import { recordEvents } from '#app/record/record-event.server.ts';
import { liveDraftStates } from '../state/draft-state.ts';

/** Closes the drafts that rulings or a withdrawal have overtaken, each with its line of the record. Call it under the lock. */
export async function dropOtherDrafts(
  tx: Db,
  input: {
    teryt: string;
    consultationId: string;
    remarkIds: readonly string[];
    actorId: string;
    except: readonly string[];
    now?: Date;
  },
): Promise<void> {
  const { teryt, consultationId, remarkIds, actorId } = input;
  const drafts = await tx.rulingDraft.findMany({
    where: {
      teryt,
      consultationId,
      remarkId: { in: [...remarkIds] },
      state: { in: [...liveDraftStates] },
      id: { notIn: [...input.except] },
    },
    select: { id: true, state: true, remarkId: true },
  });
  if (drafts.length === 0) return;
  await tx.rulingDraft.updateMany({
    where: { id: { in: drafts.map(({ id }) => id) }, teryt },
    data: { state: 'dropped', place: null, revision: { increment: 1 } },
  });
  await recordEvents(
    tx,
    drafts.map(({ id, state, remarkId }) => ({
      teryt,
      consultationId,
      kind: 'draft-dropped',
      actorId,
      subject: { type: 'draft', id },
      data: { remark: remarkId, previous: state },
      ...(input.now ? { at: input.now } : {}),
    })),
  );
}
