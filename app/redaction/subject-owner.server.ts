import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope, editionScope } from '#app/db/revision.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { withSameContent } from '#app/drafting/attachments/same-content.server.ts';
import { findBarringTie } from '#app/monitoring/fieldwork/find-ties.server.ts';
import { isAdmin, isLeadOf, isOfficialOf, type Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { lockConsultation } from '#app/drafting/office/lock-consultation.server.ts';
import type { Subject } from '#app/record/covered/places.ts';
import { mayReadYet, type EditionText } from './edition-sealed.server.ts';

/** What a text belongs to: a consultation, an edition, a board or a survey, with its address and name. */
export type Owner = Pick<Subject, 'consultationId' | 'editionId'> & { slug: string; title: string };
type Asked = { viewer: Viewer; teryt: string; id: string };

/** For an official of the municipality or an administrator; throws not-found for everybody else. */
export async function consultationOwner(db: Db, { viewer, teryt, id }: Asked): Promise<Owner> {
  if (!(isOfficialOf(viewer, teryt) || isAdmin(viewer))) throw notFound('no such text for this person');
  const { slug, title } = await db.consultation.findUniqueOrThrow({
    where: { id },
    select: { slug: true, title: true },
  });
  return { consultationId: id, editionId: null, slug, title };
}

/** For an official of the municipality or an administrator: what was said on a board or in a survey. Throws not-found for everybody else. */
export async function beforeOwner(
  db: Db,
  { viewer, teryt, id, of }: Asked & { of: 'board' | 'survey' },
): Promise<Owner> {
  if (!(isOfficialOf(viewer, teryt) || isAdmin(viewer))) throw notFound('no such text for this person');
  const where = { where: { id }, select: { slug: true, title: true } } as const;
  const owner = of === 'board' ? await db.board.findUniqueOrThrow(where) : await db.survey.findUniqueOrThrow(where);
  return { consultationId: null, editionId: null, ...owner };
}

type InEdition = Asked & { /** The text itself; without it the edition as a whole. */ text?: EditionText };

/**
 * For an administrator or the lead of the team who has no tie with the municipality. While an edition is being coded nobody reads by this way
 * what the team may not read yet: another's coding before both are handed in, and what the office asks for. Throws not-found for
 * everybody else.
 */
export async function editionOwner(db: Db, { viewer, teryt, id, text }: InEdition): Promise<Owner> {
  const edition = await db.edition.findUniqueOrThrow({
    where: { id },
    select: { slug: true, titlePl: true, teamId: true, state: true, measuredFrom: true, doubleShare: true },
  });
  const isLead =
    isLeadOf(viewer, edition.teamId) &&
    (await findBarringTie(db, { userId: viewer.id, teryt, measuredFrom: edition.measuredFrom })) === null;
  if (!isLead && !isAdmin(viewer)) throw notFound('no such text for this person');
  if (text && !(await mayReadYet(db, { viewer, edition: { id, ...edition }, teryt, text })))
    throw notFound('sealed for this person');
  return { consultationId: null, editionId: id, slug: edition.slug, title: edition.titlePl };
}

/** Holds what the text belongs to until the transaction ends; gives a consultation with its rule of two. */
export async function lockOwner(
  tx: Db,
  { consultationId, editionId }: Pick<Owner, 'consultationId' | 'editionId'>,
): Promise<{ id: string; fourEyes: boolean } | null> {
  if (consultationId !== null) {
    const locked = await lockConsultation(tx, consultationId);
    return locked && { id: consultationId, fourEyes: locked.fourEyes };
  }
  if (editionId !== null) await tx.$queryRaw`select id from "Edition" where id = ${editionId}::uuid for update`;
  return null;
}

type Step = {
  kind: 'words-covered' | 'words-uncovered' | 'covering-confirmed';
  actorId: string;
  data: Record<string, string | number | boolean | null>;
  at: Date;
};

/** The line of the record, ids and numbers alone, and a new revision of what the public reads. */
export async function recordCovering(
  tx: Db,
  subject: Subject & Owner,
  { kind, actorId, data, at }: Step,
): Promise<void> {
  const { teryt, consultationId, editionId, type, id, slug } = subject;
  await recordEvent(tx, { kind, teryt, consultationId, editionId, actorId, subject: { type: type, id: id }, data, at });
  // The same content in a letter of another consultation is covered with it.
  const slugs =
    type === 'attachment' ? (await withSameContent(tx, id)).map(({ filing }) => filing.consultation.slug) : [];
  await bumpRevision(
    tx,
    ...(editionId === null ? [] : [editionScope(slug)]),
    ...(consultationId === null ? [] : [...new Set([slug, ...slugs])].map(consultationScope)),
    ...(consultationId === null && editionId === null ? await restingIn(tx, teryt) : []).map(consultationScope),
  );
}

/** Consultations of a municipality whose drafts rest on something: what was said before a draft is covered there, too. */
async function restingIn(tx: Db, teryt: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    select distinct c.slug from "Ground" g join "Consultation" c on c.id = g."consultationId" where g.teryt = ${teryt}`;
  return rows.map(({ slug }) => slug);
}
