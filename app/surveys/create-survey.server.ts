import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { freeSlug, slugify } from '#app/i18n/typography.ts';
import { isOfficialOf, officialTeryts, type Viewer } from '#app/people/viewer.ts';
import { emptyDefinition } from './definition.ts';
import { recordSurvey } from './office-survey.server.ts';

type CreateSurvey = {
  viewer: Viewer;
  teryt: string;
  title: string;
  /** Slug of the consultation it is for, and of a survey to begin with; '' for none. */
  consultation: string;
  copyOf: string;
};

/** Begins a survey, empty or as a copy of an earlier one of the same office. Nobody else sees it until it is published. */
export async function createSurvey(
  db: Db,
  { viewer, teryt, title, consultation, copyOf }: CreateSurvey,
): Promise<{ slug: string }> {
  if (!isOfficialOf(viewer, teryt)) throw notFound('not an official here');
  return transaction(db, async (tx) => {
    await tx.$queryRaw`select teryt from "Municipality" where teryt = ${teryt} for no key update`;
    const about = consultation
      ? await tx.consultation.findFirst({ where: { slug: consultation, teryt }, select: { id: true } })
      : null;
    if (consultation && !about) throw notFound('no such consultation');
    const earlier = copyOf
      ? await tx.survey.findFirst({
          where: { slug: copyOf, teryt: { in: officialTeryts(viewer) }, state: { not: 'historical' } },
          select: { lead: true, leadEn: true, versions: { orderBy: { number: 'desc' }, take: 1 } },
        })
      : null;
    if (copyOf && !earlier) throw notFound('no such survey');
    const survey = await tx.survey.create({
      data: {
        teryt,
        consultationId: about?.id ?? null,
        slug: await slugFor(tx, title),
        title,
        lead: earlier?.lead ?? '',
        leadEn: earlier?.leadEn ?? '',
        createdById: viewer.id,
        versions: { create: { teryt, number: 1, definition: earlier?.versions[0]?.definition ?? emptyDefinition } },
      },
      select: { id: true, slug: true, teryt: true, consultationId: true, state: true },
    });
    await recordSurvey(tx, survey, { viewer, kind: 'survey-created' });
    return { slug: survey.slug };
  });
}

async function slugFor(tx: Db, title: string): Promise<string> {
  const base = slugify(title);
  const rows = await tx.survey.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } });
  return freeSlug(base, new Set(rows.map(({ slug }) => slug)));
}
