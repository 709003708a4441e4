import { v7 as uuidv7 } from 'uuid';
import type { Db } from '#app/db/client.server.ts';
import type { SubjectType } from './redaction/subjects.ts';

export const remarkEventKinds = [
  'comment-added', 'remark-filed', 'remark-withdrawn', 'remark-decided', 'remark-carried', 'remark-confirmed', 'remark-rewritten', 'draft-saved',
  'draft-handed-in', 'draft-returned', 'draft-approved', 'draft-dropped', 'remark-assigned', 'remark-due-set', 'group-created', 'group-renamed',
  'group-decided', 'remark-grouped', 'remark-left-group', 'remark-ungrouped', 'four-eyes-set', 'support-given', 'support-withdrawn', 'text-edited',
  'unified-reopened', 'office-draft-handed-in', 'office-draft-approved', 'office-draft-returned', 'office-draft-dropped', 'words-covered', 'words-uncovered', 'covering-confirmed', 'name-withdrawn',
] as const;
export type RemarkEventKind = (typeof remarkEventKinds)[number];

/** Ids and states, never words. */
export type RecordedEvent = {
  kind: RemarkEventKind;
  teryt: string;
  consultationId: string;
  actorId: string | null;
  subject: { type: 'remark' | 'comment' | 'draft' | 'group' | 'consultation' | 'unified-text' | 'office-draft' | SubjectType; id: string };
  data?: Record<string, string | number | boolean | null>;
  at?: Date;
};

/** One line of the record. */
export async function recordEvent(tx: Db, event: RecordedEvent): Promise<void> {
  await recordEvents(tx, [event]);
}

/** Lines of the record of one act, in their order and in one statement. */
export async function recordEvents(tx: Db, events: readonly RecordedEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.event.createMany({
    data: events.map(({ kind, teryt, consultationId, actorId, subject, data = {}, at }) => (
      { id: uuidv7(), kind, teryt, consultationId, actorId, subjectType: subject.type, subjectId: subject.id, data, ...(at ? { at } : {}) })),
  });
}
