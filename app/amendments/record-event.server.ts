import type { Db } from '#app/db/client.server.ts';
import type { SubjectType } from './redaction/subjects.ts';

export const remarkEventKinds = [
  'comment-added', 'remark-filed', 'remark-withdrawn', 'remark-decided', 'remark-carried', 'remark-confirmed', 'remark-rewritten', 'draft-saved',
  'draft-handed-in', 'draft-returned', 'draft-approved', 'draft-dropped', 'remark-assigned', 'remark-due-set', 'group-created', 'group-renamed',
  'group-decided', 'remark-grouped', 'remark-left-group', 'remark-ungrouped', 'four-eyes-set', 'support-given', 'support-withdrawn', 'text-edited',
  'unified-reopened', 'office-draft-handed-in', 'office-draft-approved', 'office-draft-returned', 'office-draft-dropped', 'words-covered', 'words-uncovered', 'covering-confirmed', 'name-withdrawn',
] as const;
export type RemarkEventKind = (typeof remarkEventKinds)[number];

/** One line of the record: ids and states, never words. */
export async function recordEvent(
  tx: Db,
  event: {
    kind: RemarkEventKind;
    teryt: string;
    consultationId: string;
    actorId: string | null;
    subject: { type: 'remark' | 'comment' | 'draft' | 'group' | 'consultation' | 'unified-text' | 'office-draft' | SubjectType; id: string };
    data?: Record<string, string | number | boolean | null>;
    at?: Date;
  },
): Promise<void> {
  await tx.event.create({
    data: {
      kind: event.kind, teryt: event.teryt, consultationId: event.consultationId, actorId: event.actorId,
      subjectType: event.subject.type, subjectId: event.subject.id, data: event.data ?? {}, ...(event.at ? { at: event.at } : {}),
    },
  });
}
