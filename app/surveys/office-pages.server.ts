import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { officialTeryts, type Viewer } from '#app/people/viewer.ts';
import { conditionProblems, type ConditionProblem } from './conditions.ts';
import { numberOf, type Definition } from './definition.ts';
import { editedVersion, findForOffice, type OfficeSurvey } from './office-survey.server.ts';
import { surveyState, type SurveyState } from './survey-state.ts';

export type OfficeSurveysPage = {
  places: { teryt: string; name: string }[];
  consultations: { slug: string; title: string; teryt: string }[];
  surveys: { slug: string; title: string; state: SurveyState; closesAt: Date | null; answers: number }[];
};

/** All surveys of the offices somebody works for, and what a new one can be about. */
export async function officeSurveys(db: Db, viewer: Viewer, now: Date): Promise<OfficeSurveysPage> {
  const teryts = officialTeryts(viewer);
  if (teryts.length === 0) throw notFound('not an official');
  const surveys = await db.survey.findMany({
    where: { teryt: { in: teryts }, state: { not: 'historical' } },
    orderBy: { createdAt: 'desc' },
    select: {
      slug: true,
      title: true,
      state: true,
      opensAt: true,
      closesAt: true,
      _count: { select: { answers: true } },
    },
  });
  return {
    places: await db.municipality.findMany({
      where: { teryt: { in: teryts } },
      orderBy: { name: 'asc' },
      select: { teryt: true, name: true },
    }),
    consultations: await db.consultation.findMany({
      where: { teryt: { in: teryts } },
      orderBy: { opensAt: 'desc' },
      select: { slug: true, title: true, teryt: true },
    }),
    surveys: surveys.map(({ _count, ...survey }) => ({
      slug: survey.slug,
      title: survey.title,
      state: surveyState(survey, now),
      closesAt: survey.closesAt,
      answers: _count.answers,
    })),
  };
}

export type SurveyEditorPage = {
  survey: OfficeSurvey;
  stage: SurveyState;
  number: number;
  isPublished: boolean;
  definition: Definition;
  problems: (ConditionProblem & { no: number })[];
};

/** What the editor of a survey shows. */
export async function surveyEditor(
  db: Db,
  { viewer, slug, now }: { viewer: Viewer; slug: string; now: Date },
): Promise<SurveyEditorPage> {
  const survey = await findForOffice(db, { viewer, slug });
  const edited = await editedVersion(db, survey.id);
  return {
    survey,
    stage: surveyState(survey, now),
    ...edited,
    problems: conditionProblems(edited.definition).map((problem) => ({
      ...problem,
      no: numberOf(edited.definition, problem.question),
    })),
  };
}
