import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import { isOfficialOf, officialTeryts, type Viewer } from '#app/people/viewer.ts';
import type { EventKind } from '#app/record/event-kinds.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { readDefinition, type Definition } from './definition.ts';

export type OfficeSurvey = Awaited<ReturnType<typeof findForOffice>>;
type Who = { viewer: Viewer; slug: string };

const select = {
  id: true,
  teryt: true,
  consultationId: true,
  slug: true,
  title: true,
  titleEn: true,
  lead: true,
  leadEn: true,
  state: true,
  answeredBy: true,
  onWeb: true,
  kiosk: true,
  paper: true,
  opensAt: true,
  closesAt: true,
  version: true,
  revision: true,
} as const;

/** A survey as officials of its municipality see it; for everybody else it has no such pages. */
export async function findForOffice(db: Db, { viewer, slug }: Who) {
  const found = await db.survey.findFirst({
    where: { slug, teryt: { in: officialTeryts(viewer) }, state: { not: 'historical' } },
    select,
  });
  if (!found || !isOfficialOf(viewer, found.teryt)) throw notFound('not an official here');
  return found;
}

export type Moved = { ok: false; error: { code: 'moved' } };

/**
 * Runs one write of the office on a survey, in one transaction and under its lock. `revision` is that of the page the form stood on: when it
 * is no longer the newest nothing is written.
 */
export async function surveyWrite<T extends { ok: boolean }>(
  db: Db,
  { revision, ...who }: Who & { revision: number | null },
  work: (tx: Db, survey: OfficeSurvey) => Promise<T>,
): Promise<T | Moved> {
  const { id } = await findForOffice(db, who);
  return transaction(db, async (tx): Promise<T | Moved> => {
    await tx.$queryRaw`select id from "Survey" where id = ${id}::uuid for no key update`;
    const survey = await findForOffice(tx, who);
    if (revision !== null && survey.revision !== revision) return { ok: false, error: { code: 'moved' } };
    const done = await work(tx, survey);
    if (done.ok) await tx.survey.update({ where: { id }, data: { revision: { increment: 1 } } });
    return done;
  });
}

/** The line of the record of a write, and new public pages where it shows. */
export async function recordSurvey(
  tx: Db,
  survey: Pick<OfficeSurvey, 'id' | 'teryt' | 'consultationId' | 'state'>,
  { viewer, kind, data = {} }: { viewer: Viewer | null; kind: EventKind; data?: Record<string, string | number> },
): Promise<void> {
  await recordEvent(tx, {
    teryt: survey.teryt,
    consultationId: survey.consultationId,
    actorId: viewer?.id ?? null,
    kind,
    subject: { type: 'survey', id: survey.id },
    data,
  });
  if ((kind === 'survey-changed' || kind === 'survey-created') && survey.state === 'draft') return;
  const consultation = survey.consultationId
    ? await tx.consultation.findUnique({ where: { id: survey.consultationId }, select: { slug: true } })
    : null;
  await bumpRevision(tx, ...(consultation ? [consultationScope(consultation.slug)] : []));
}

type PublicChange = {
  kind: 'extension' | 'wording' | 'version';
  reason: string;
  data: Prisma.InputJsonObject;
  viewer: Viewer;
  now: Date;
};

/** What the office changed after the publication, with the reason that everybody reads. */
export async function noteChange(
  tx: Db,
  { id: surveyId, teryt }: Pick<OfficeSurvey, 'id' | 'teryt'>,
  { viewer, now, ...change }: PublicChange,
): Promise<void> {
  await tx.surveyChange.create({
    data: { teryt, surveyId, ...change, madeById: viewer.id, madeByName: viewer.displayName, madeAt: now },
  });
}

export type Edited = { number: number; definition: Definition; isPublished: boolean };

/** What the editor works on: the version that is not published yet, else the one that is asked. */
export async function editedVersion(db: Db, surveyId: string): Promise<Edited> {
  const row = await db.surveyVersion.findFirstOrThrow({
    where: { surveyId },
    orderBy: { number: 'desc' },
    select: { number: true, definition: true, publishedAt: true },
  });
  return { number: row.number, definition: readDefinition(row.definition), isPublished: row.publishedAt !== null };
}
