import { officeWrite, recordOffice } from '#app/consultations/office-write.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { leakOf, redact } from './public-wording.ts';

export type RedactRemark = {
  viewer: Viewer;
  slug: string;
  number: number;
  /** Revision of the remark on the form. */
  revision: number;
  typed: string;
  /** Why, without repeating the words. */
  note: string;
};
export type RedactError = { code: 'nothing-removed' | 'not-derivable' | 'moved' | 'note-repeats' | 'in-wording' | 'in-ruling' };
export type RedactResult = { ok: true } | { ok: false; error: RedactError };

/**
 * Blacks out personal data in a remark: everybody sees the public wording from now on, the words as filed stay with the
 * officials. Refused when the removed words would go on standing in the proposed wording, its history or a ruling.
 */
export async function redactRemark(db: Db, input: RedactRemark): Promise<RedactResult> {
  const { viewer, number, note } = input;
  return officeWrite(db, input, async (tx, consultation): Promise<RedactResult> => {
    const remark = await load(tx, consultation.id, number);
    if (remark.revision !== input.revision) return { ok: false, error: { code: 'moved' } };
    const filed = remark.original?.reason ?? remark.reason;
    const redacted = redact(filed, input.typed);
    if (!redacted.ok) return { ok: false, error: { code: redacted.code } };
    const { removed, wording } = redacted;
    if (leakOf(removed, wordsOf(remark))) return { ok: false, error: { code: 'in-wording' } };
    if (leakOf(removed, [...remark.rulings, ...remark.drafts].map(({ reason }) => reason))) return { ok: false, error: { code: 'in-ruling' } };
    if (leakOf(removed, [note])) return { ok: false, error: { code: 'note-repeats' } };
    const { count } = await tx.remark.updateMany({
      where: { id: remark.id, teryt: consultation.teryt, revision: input.revision }, data: { reason: wording, revision: { increment: 1 } },
    });
    if (count !== 1) return { ok: false, error: { code: 'moved' } };
    await tx.remarkOriginal.upsert({
      where: { remarkId: remark.id }, update: { note, redactedById: viewer.id, redactedAt: new Date() },
      create: { teryt: consultation.teryt, remarkId: remark.id, reason: filed, note, redactedById: viewer.id },
    });
    await recordOffice(tx, consultation, { kind: 'remark-redacted', viewer, subject: { type: 'remark', id: remark.id }, data: { number, marks: removed.length } });
    return { ok: true };
  });
}

async function load(tx: Db, consultationId: string, number: number) {
  const remark = await tx.remark.findFirst({
    where: { consultationId, number },
    select: {
      id: true, reason: true, place: true, revision: true, original: { select: { reason: true } }, rulings: { select: { reason: true } },
      drafts: { where: { state: { in: ['draft', 'waiting', 'returned'] } }, select: { reason: true } },
      operations: { select: { quote: true, after: true, rest: true, carriedAfter: true, carriedRest: true, wordings: { select: { after: true, rest: true } } } },
    },
  });
  if (!remark) throw notFound('no such remark');
  return remark;
}

/** Everything else that the author of the remark wrote and that is public. */
function wordsOf({ place, operations }: Awaited<ReturnType<typeof load>>): (string | null)[] {
  return [place, ...operations.flatMap(({ quote, after, rest, carriedAfter, carriedRest, wordings }) => [
    quote, after, rest, carriedAfter, carriedRest, ...wordings.flatMap((wording) => [wording.after, wording.rest]),
  ])];
}
