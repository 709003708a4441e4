import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isOfficialOf, type Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { missingOfRule, type OfficeDetails } from './office-details.ts';

export type SaveOfficeDetails = {
  viewer: Viewer;
  teryt: string;
  details: OfficeDetails;
  /** As it was on the page; 0 where nothing was given yet. */
  revision: number;
  now: Date;
};

/** Says how the office is reached and who answers for data there. Refused when somebody else said it since the page was made. */
export async function saveOfficeDetails(
  db: Db,
  { viewer, teryt, details, revision, now }: SaveOfficeDetails,
): Promise<
  | { ok: true }
  | { ok: false; error: { code: 'moved' } | { code: 'rule'; missing: NonNullable<ReturnType<typeof missingOfRule>> } }
> {
  if (!isOfficialOf(viewer, teryt)) throw notFound('not an official here');
  const missing = missingOfRule(details);
  if (missing) return { ok: false, error: { code: 'rule', missing } };
  const row = { ...details, changedById: viewer.id, changedByName: viewer.displayName, changedAt: now };
  return transaction(db, async (tx) => {
    const { count } =
      revision === 0
        ? await tx.officeDetails.createMany({ data: { teryt, ...row }, skipDuplicates: true })
        : await tx.officeDetails.updateMany({
            where: { teryt, revision },
            data: { ...row, revision: { increment: 1 } },
          });
    if (count !== 1) return { ok: false as const, error: { code: 'moved' as const } };
    await recordEvent(tx, {
      teryt,
      kind: 'office-details-saved',
      actorId: viewer.id,
      subject: { type: 'municipality', id: teryt },
      data: { revision: revision + 1 },
      at: now,
    });
    const consultations = await tx.consultation.findMany({ where: { teryt }, select: { slug: true } });
    await bumpRevision(tx, ...consultations.map(({ slug }) => consultationScope(slug)));
    return { ok: true as const };
  });
}
