import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { hashSecret } from '#app/people/secrets.server.ts';
import { officeOfConsultation } from '../office/find-office-details.server.ts';
import type { OfficeDetails } from '../office/office-details.ts';
import { codeOfSecret } from './filing-code.server.ts';
import { guestDays, type GuestPayload } from './guest-payload.ts';

export type KeptByCode = {
  slug: string;
  title: string;
  office: OfficeDetails | null;
  state:
    | { kind: 'waiting'; code: string; sentAt: Date; until: Date; closesAt: Date; reasons: string[]; files: string[] }
    | { kind: 'entered'; number: number }
    | { kind: 'gone'; days: number };
};

/** What has become of a letter that waits for its code, for whoever has the address of its page. It names nobody. Throws not-found. */
export async function loadKeptByCode(
  db: Db,
  { slug, secret, now = new Date() }: { slug: string; secret: string; now?: Date },
): Promise<KeptByCode> {
  const consultation = await db.consultation.findUnique({
    where: { slug },
    select: { id: true, title: true, closesAt: true },
  });
  if (!consultation) throw notFound('no such consultation');
  const { id: consultationId, title, closesAt } = consultation;
  const row = await db.guestFiling.findFirst({
    where: { secretHash: hashSecret(secret), codeHash: { not: null }, consultationId },
  });
  const about = { slug, title, office: await officeOfConsultation(db, slug) };
  if (row && row.number !== null) return { ...about, state: { kind: 'entered', number: row.number } };
  if (!row || row.expiresAt <= now) return { ...about, state: { kind: 'gone', days: guestDays.code } };
  return {
    ...about,
    state: {
      kind: 'waiting',
      code: codeOfSecret(secret),
      sentAt: row.sentAt,
      until: row.expiresAt,
      closesAt,
      reasons: (row.payload as GuestPayload).points.map(({ reason }) => reason),
      files: ((row.payload as GuestPayload).files ?? []).map(({ name }) => name),
    },
  };
}
