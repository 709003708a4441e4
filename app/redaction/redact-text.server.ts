import { tellWaiting } from '#app/drafting/office/tell-officials.server.ts';
import { requireLimit } from '#app/limits/take-limit.server.ts';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { coverPlaces, uncoverPlaces, type Cover } from '#app/record/covered/cover-places.server.ts';
import { repeatsAny } from '#app/record/covered/cover-words.ts';
import { redactionMark, type Ground } from '#app/record/covered/grounds.ts';
import { settledWords } from './confirm-covering.server.ts';
import { keepSupport } from './keep-support.server.ts';
import { loadSubject, type LoadedSubject } from './load-subject.server.ts';
import { linesOf, placesOf } from '#app/record/covered/places-of.server.ts';
import { rulesOf } from './redaction-rules.ts';
import { lockOwner, recordCovering } from './subject-owner.server.ts';
import type { SubjectType } from '#app/record/covered/subjects.ts';
import { tellAuthor } from './tell-author.server.ts';

export type RedactText = {
  viewer: Viewer;
  type: SubjectType;
  id: string;
  /** What the form was made against. */
  stamp: string;
  /** Public wording of each text, by name of its field. */
  typed: Readonly<Record<string, string>>;
  /** Covers all that the author wrote, whatever is typed. */
  isWhole: boolean;
  ground: Ground;
  /** Why, without repeating the words; public. */
  note: string;
  now?: Date;
};
export type RedactError =
  | { code: 'nothing-removed' | 'moved' | 'note-repeats' | 'shows-more' }
  | { code: 'not-derivable'; field: string };
export type RedactResult =
  | { ok: true; value: { id: string; /** Texts that changed, copies among them. */ covered: number } }
  | { ok: false; error: RedactError };

/**
 * Covers words in a text, or all of it: from now on the public reads the mark wherever the words stood, in copies that were
 * closed before, too; what was written stays with those who may cover it. The author is told what and why and how to object. Under the
 * rule of two it holds at once and waits for another official, see confirm-covering.server.ts; what is settled it may only widen.
 */
export async function redactText(db: Db, input: RedactText): Promise<RedactResult> {
  const owner = await loadSubject(db, input);
  await requireLimit(db, 'office-preview', { person: input.viewer.id });
  return transaction(db, async (tx): Promise<RedactResult> => {
    const consultation = await lockOwner(tx, owner);
    const subject = await loadSubject(tx, input);
    if (subject.stamp !== input.stamp) return { ok: false, error: { code: 'moved' } };
    const now = input.now ?? new Date();
    const isLaw =
      subject.type === 'remark' &&
      (await tx.ruling.count({ where: { remarkId: subject.id, resultVersion: { not: null } } })) > 0;
    const rules = rulesOf({ ...input, texts: subject.texts, mark: redactionMark(input.ground, now), isLaw });
    if (!rules.ok) return { ok: false, error: rules.error };
    if (repeatsAny(input.note, rules.removed)) return { ok: false, error: { code: 'note-repeats' } };
    if (consultation?.fourEyes && (await showsMore(tx, subject, rules.rules)))
      return { ok: false, error: { code: 'shows-more' } };
    return {
      ok: true,
      value: await keepSupport(tx, subject, () =>
        write(tx, {
          input,
          subject,
          rules: rules.rules,
          marks: rules.removed.length,
          needsSecond: consultation?.fourEyes ?? false,
          now,
        }),
      ),
    };
  });
}

type Writing = {
  input: RedactText;
  subject: LoadedSubject;
  rules: Cover['rules'];
  marks: number;
  needsSecond: boolean;
  now: Date;
};

async function write(
  tx: Db,
  { input, subject, rules, marks, needsSecond, now }: Writing,
): Promise<{ id: string; covered: number }> {
  const { viewer, ground, note, isWhole } = input;
  const { type, teryt, consultationId, editionId, number } = subject;
  // The form says all that is to be covered in this text, so the act replaces the one before.
  for (const last of await tx.redaction.findMany({
    where: { subjectType: type, subjectId: subject.id, undoneAt: null },
    select: { id: true },
  })) {
    await uncoverPlaces(tx, last.id);
    await tx.redaction.update({ where: { id: last.id }, data: { undoneAt: now, undoneByName: viewer.displayName } });
  }
  const id = uuidv7();
  await tx.redaction.create({
    data: {
      id,
      teryt,
      consultationId,
      editionId,
      subjectType: type,
      subjectId: subject.id,
      number,
      ground,
      note,
      isWhole,
      marks,
      needsSecond,
      madeById: viewer.id,
      madeByName: viewer.displayName,
      madeAt: now,
      rules: { create: rules.map((rule) => ({ ...rule, teryt })) },
    },
  });
  const covered = await coverPlaces(
    tx,
    { id, teryt, lines: await linesOf(tx, subject), rules },
    await placesOf(tx, subject),
  );
  if (type === 'remark') await tx.remark.update({ where: { id: subject.id }, data: { revision: { increment: 1 } } });
  await recordCovering(tx, subject, {
    kind: 'words-covered',
    actorId: viewer.id,
    data: { redaction: id, ground, marks, isWhole, number },
    at: now,
  });
  await tellAuthor(tx, { subject, redactionId: id, isWhole, ground, note, step: 'covered' });
  if (needsSecond && consultationId !== null)
    await tellWaiting(tx, {
      consultation: await tx.consultation.findUniqueOrThrow({
        where: { id: consultationId },
        select: { teryt: true, slug: true, title: true },
      }),
      drafts: { kind: 'office', what: 'office.mail.what.covering', place: 'covered' },
      by: viewer,
      event: id,
      now,
    });
  return { id, covered };
}

/** Whether the act would show words whose covering is settled: that is uncovering, which takes two. */
async function showsMore(tx: Db, subject: LoadedSubject, rules: Cover['rules']): Promise<boolean> {
  const covers = rules.filter(({ reach }) => reach !== 'field').map(({ words }) => words.toLowerCase());
  return (
    (await settledWords(tx, subject))?.some((words) => !covers.some((wider) => wider.includes(words.toLowerCase()))) ??
    false
  );
}
