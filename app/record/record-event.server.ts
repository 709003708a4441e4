import { v7 as uuidv7 } from 'uuid';
import type { Db } from '#app/db/client.server.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import type { EventKind } from './event-kinds.ts';

/** What happened, to what, by whom. Ids, numbers and states, never words. */
export type RecordedEvent = {
  kind: EventKind;
  subject: { type: string; id: string };
  teryt?: string | null;
  consultationId?: string | null;
  editionId?: string | null;
  /** Null for what the program does itself, or somebody without an account. */
  actorId?: string | null;
  data?: Prisma.InputJsonObject;
  /** Left out: now. */
  at?: Date;
};

/** One line of the record. Nothing else writes any. */
export async function recordEvent(tx: Db, event: RecordedEvent): Promise<void> {
  await recordEvents(tx, [event]);
}

/** Lines of the record of one act, in their order and in one statement. */
export async function recordEvents(tx: Db, events: readonly RecordedEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.event.createMany({
    data: events.map(({ subject, data = {}, at, ...event }) => ({
      id: uuidv7(),
      ...event,
      subjectType: subject.type,
      subjectId: subject.id,
      data,
      ...(at ? { at } : {}),
    })),
  });
}
