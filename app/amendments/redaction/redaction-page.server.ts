import { findForOffice } from '#app/consultations/office-write.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { findPersonalData, type PersonalDataKind } from './personal-data.ts';
import { suggestWording } from './public-wording.ts';

export type RedactionPage = {
  slug: string;
  title: string;
  number: number;
  revision: number;
  /** The words as filed, cut where something looks like personal data. */
  parts: { text: string; kind: PersonalDataKind | null }[];
  original: string;
  /** The public wording now; null while it is the words as filed. */
  wording: string | null;
  suggested: string | null;
  redaction: { note: string; at: Date; by: string } | null;
};

/** Words of a remark as filed, with what may be personal data in them. For officials of the municipality alone. */
export async function loadRedactionPage(db: Db, where: { viewer: Viewer; slug: string; number: number }): Promise<RedactionPage> {
  const consultation = await findForOffice(db, where);
  const remark = await db.remark.findFirst({
    where: { consultationId: consultation.id, teryt: consultation.teryt, number: where.number },
    select: { reason: true, revision: true, original: { select: { reason: true, note: true, redactedAt: true, redactedById: true } } },
  });
  if (!remark) throw notFound('no such remark');
  const original = remark.original?.reason ?? remark.reason;
  const suspects = findPersonalData(original);
  const parts: RedactionPage['parts'] = [];
  let at = 0;
  for (const { from, to, kind } of suspects) {
    parts.push({ text: original.slice(at, from), kind: null }, { text: original.slice(from, to), kind });
    at = to;
  }
  parts.push({ text: original.slice(at), kind: null });
  const by = remark.original && (await db.user.findUnique({ where: { id: remark.original.redactedById }, select: { displayName: true } }));
  return {
    slug: consultation.slug, title: consultation.title, number: where.number, revision: remark.revision, original, parts: parts.filter(({ text }) => text !== ''),
    wording: remark.original ? remark.reason : null, suggested: suspects.length > 0 ? suggestWording(original, suspects) : null,
    redaction: remark.original ? { note: remark.original.note, at: remark.original.redactedAt, by: by?.displayName ?? '' } : null,
  };
}
