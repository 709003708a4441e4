import { isMeetingHeld } from '#app/drafting/course/meeting-held.server.ts';
import { withinLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import { loadDraft, type Draft } from '#app/drafting/acts/load-draft.server.ts';
import { takesRemarks } from '#app/drafting/state/stage.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { nameProblem } from '#app/people/name-problem.server.ts';
import { lockConsultation } from '../office/lock-consultation.server.ts';
import type { FilingError } from './file-filing.server.ts';
import { filingProblems } from './filing-draft.ts';
import type { PointDraft } from './operation-draft.ts';
import { cleanPoints } from './typed-marks.ts';

/** A name that a guest must not type: that of an office, or of an organisation with a representative. */
async function namedWrong(
  db: Db,
  names: { name: string; organisation: string | null },
): Promise<Extract<FilingError, { code: 'name' }> | null> {
  for (const field of ['name', 'organisation'] as const) {
    const key = await nameProblem(db, names[field] ?? '');
    if (key) return { code: 'name', field, key };
  }
  return null;
}

/** A letter of a guest before it is looked at: the consultation is there, the names are the guest's own, and `target`, the contact, has not sent too many. */
export async function admitGuest<Result extends { ok: boolean }>(
  db: Db,
  input: { slug: string; name: string; organisation: string | null; target: string; now: Date },
  keep: (consultationId: string) => Promise<Result>,
): Promise<Result | { ok: false; error: Extract<FilingError, { code: 'name' }> | TooMany }> {
  const { slug, target, now } = input;
  const consultation = await db.consultation.findUnique({ where: { slug }, select: { id: true } });
  if (!consultation) throw notFound('no such consultation');
  const error = await namedWrong(db, input);
  if (error) return { ok: false, error };
  const isMeeting = await isMeetingHeld(db, { consultationId: consultation.id, now });
  return withinLimit(db, 'guest-letter', { target, consultation: consultation.id, isMeeting }, () =>
    keep(consultation.id),
  );
}

type Checked =
  | { ok: true; value: { draft: Draft; points: PointDraft[] } }
  | { ok: false; error: Extract<FilingError, { code: 'closed' | 'moved' | 'problems' }> };

/** What a guest sends, held against the text and the term of this moment, under the lock of the consultation. */
export async function checkGuestPoints(
  tx: Db,
  input: { consultationId: string; points: readonly PointDraft[]; now: Date },
): Promise<Checked> {
  const locked = await lockConsultation(tx, input.consultationId);
  if (!locked) throw notFound('no such consultation');
  if (!takesRemarks(locked, input.now)) return { ok: false, error: { code: 'closed' } };
  const draft = await loadDraft(tx, { id: input.consultationId });
  const points = cleanPoints(input.points, draft.units);
  const revisions = new Map(draft.units.map(({ code, revisionId }) => [code, revisionId]));
  const at = points.flatMap(({ operations }, point) =>
    operations.flatMap(({ code, base }, operation) => (revisions.get(code) === base ? [] : [{ point, operation }])),
  );
  if (at.length > 0) return { ok: false, error: { code: 'moved', at } };
  const problems = filingProblems(points, draft.units, 'file');
  return problems.length > 0
    ? { ok: false, error: { code: 'problems', problems } }
    : { ok: true, value: { draft, points } };
}
