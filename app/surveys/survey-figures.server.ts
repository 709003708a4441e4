import type { Db } from '#app/db/client.server.ts';
import { readDefinition } from './definition.ts';
import { figuresOf, type SurveyFigure } from './figures.ts';
import { surveyCount } from './survey-count.server.ts';
import { surveyState } from './survey-state.ts';

/** The figures of a survey that can be cited; none before its results are public. */
export async function surveyFigures(db: Db, surveyId: string, now = new Date()): Promise<SurveyFigure[]> {
  const survey = await db.survey.findUnique({
    where: { id: surveyId },
    include: { versions: true },
  });
  if (!survey || surveyState(survey, now) !== 'ended') return [];
  const figures: SurveyFigure[] = [];
  for (const { number, definition, publishedAt } of survey.versions.sort((a, b) => b.number - a.number)) {
    if (!publishedAt) continue;
    const { results } = await surveyCount(db, survey, { number, definition: readDefinition(definition) });
    figures.push(...figuresOf({ slug: survey.slug, version: number }, results));
  }
  return figures;
}

export type CitableSurvey = { id: string; slug: string; title: string; titleEn: string };

/** Surveys of a municipality, or of one of its consultations, whose results are public: those that figures can be cited from. */
export async function citableSurveys(db: Db, teryt: string, now = new Date()): Promise<CitableSurvey[]> {
  return db.survey.findMany({
    where: { teryt, state: 'published', closesAt: { lte: now } },
    orderBy: [{ closesAt: 'desc' }, { id: 'asc' }],
    select: { id: true, slug: true, title: true, titleEn: true },
  });
}

/** Figures as they are now, by the names of their sources; those of other kinds, and of surveys that are not there, are left out. */
export async function figuresNow(
  db: Db,
  sources: readonly { kind: string; sourceId: string }[],
): Promise<Record<string, string>> {
  const named = new Set(sources.flatMap(({ kind, sourceId }) => (kind === 'survey-question' ? [sourceId] : [])));
  const slugs = [...new Set([...named].map((sourceId) => sourceId.split(':')[0] ?? ''))];
  const found: Record<string, string> = {};
  for (const { id } of await db.survey.findMany({ where: { slug: { in: slugs } }, select: { id: true } }))
    for (const { sourceId, figure } of await surveyFigures(db, id))
      if (named.has(sourceId)) found[sourceId] = figure.pl;
  return found;
}
