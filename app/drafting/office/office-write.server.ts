import { lockConsultation, type LockedConsultation } from '#app/drafting/office/lock-consultation.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isOfficialOf, officialTeryts, type Viewer } from '#app/people/viewer.ts';
import type { eventKinds } from '#app/record/event-kinds.ts';
import { recordEvent } from '#app/record/record-event.server.ts';

export type OfficeConsultation = LockedConsultation & {
  id: string;
  teryt: string;
  slug: string;
  title: string;
  fourEyes: boolean;
};

/**
 * Runs one write of the office in a consultation: for an official of its municipality, in one transaction, on what stands in the
 * database under the lock.
 * For everybody else the consultation's office pages do not exist.
 */
export async function officeWrite<T>(
  db: Db,
  who: { viewer: Viewer; slug: string },
  work: (tx: Db, consultation: OfficeConsultation) => Promise<T>,
): Promise<T> {
  const { id } = await findForOffice(db, who);
  return transaction(db, async (tx) => {
    await lockConsultation(tx, id);
    return work(tx, await findForOffice(tx, who));
  });
}

/** The consultation as an official of its municipality may see it; throws not-found for everybody else. */
export async function findForOffice(
  db: Db,
  { viewer, slug }: { viewer: Viewer; slug: string },
): Promise<OfficeConsultation> {
  const found = await db.consultation.findFirst({
    where: { slug, teryt: { in: officialTeryts(viewer) } },
    select: {
      id: true,
      teryt: true,
      slug: true,
      title: true,
      fourEyes: true,
      opensAt: true,
      closesAt: true,
      answersDueAt: true,
      sentAt: true,
      adoptedOn: true,
      version: true,
    },
  });
  if (!found || !isOfficialOf(viewer, found.teryt)) throw notFound('not an official here');
  return found;
}

type OfficeEventKind = (typeof eventKinds.office)[number];

type OfficeEvent = {
  kind: OfficeEventKind;
  viewer: Viewer;
  subject: { type: string; id: string };
  /** Ids, numbers and states, never words. */
  data?: Record<string, string | number | boolean | null>;
};

/** The one line of the record for a write of the office, and a new revision of the public pages. */
export async function recordOffice(
  tx: Db,
  consultation: { id: string; teryt: string; slug: string },
  { kind, viewer, subject, data }: OfficeEvent,
): Promise<void> {
  await recordEvent(tx, {
    teryt: consultation.teryt,
    consultationId: consultation.id,
    actorId: viewer.id,
    kind,
    subject: { type: subject.type, id: subject.id },
    data: data ?? {},
  });
  await bumpRevision(tx, consultationScope(consultation.slug));
}
