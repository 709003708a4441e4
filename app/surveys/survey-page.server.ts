import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { readDefinition, type Answerer, type Definition } from './definition.ts';
import { isMarked, personMark } from './keep-answer.server.ts';
import { surveyState, type SurveyState } from './survey-state.ts';

type SurveyChangeLine = { kind: string; reason: string; madeAt: Date; data: unknown };

export type SurveyPageData = {
  id: string;
  slug: string;
  teryt: string;
  place: string;
  title: string;
  titleEn: string;
  lead: string;
  leadEn: string;
  state: SurveyState;
  answeredBy: Answerer;
  onWeb: boolean;
  kiosk: boolean;
  paper: boolean;
  opensAt: Date | null;
  closesAt: Date | null;
  version: number;
  revision: number;
  definition: Definition;
  changes: SurveyChangeLine[];
  consultation: { slug: string; title: string } | null;
  office: { name: string; phone: string; email: string } | null;
  /** Whether the reader, signed in, has answered already. */
  hasAnswered: boolean;
  isDemo: boolean;
  facts: unknown;
};

/** A survey that everybody may read, with what is asked now. A draft does not exist. */
export async function getSurvey(db: Db, slug: string, viewer: Viewer | null, now: Date): Promise<SurveyPageData> {
  const found = await db.survey.findFirst({
    where: { slug, state: { not: 'draft' } },
    include: { versions: true, changes: { orderBy: { madeAt: 'asc' } } },
  });
  if (!found) throw notFound(`no survey ${slug}`);
  const { versions, changes, ...survey } = found;
  const place = await db.municipality.findUniqueOrThrow({ where: { teryt: survey.teryt }, select: { name: true } });
  const consultation = survey.consultationId
    ? await db.consultation.findUnique({ where: { id: survey.consultationId }, select: { slug: true, title: true } })
    : null;
  const office = await db.officeDetails.findUnique({
    where: { teryt: survey.teryt },
    select: { name: true, phone: true, email: true },
  });
  const version = versions.find(({ number }) => number === survey.version);
  return {
    id: survey.id,
    slug: survey.slug,
    teryt: survey.teryt,
    place: place.name,
    title: survey.title,
    titleEn: survey.titleEn,
    lead: survey.lead,
    leadEn: survey.leadEn,
    state: surveyState(survey, now),
    answeredBy: survey.answeredBy as Answerer,
    onWeb: survey.onWeb,
    kiosk: survey.kiosk,
    paper: survey.paper,
    opensAt: survey.opensAt,
    closesAt: survey.closesAt,
    version: survey.version,
    revision: survey.revision,
    definition: readDefinition(version?.definition ?? { pages: [] }),
    changes: changes.map(({ kind, reason, madeAt, data }) => ({ kind, reason, madeAt, data })),
    consultation,
    office,
    hasAnswered: viewer ? await isMarked(db, survey.id, personMark(survey.id, viewer.id)) : false,
    isDemo: survey.isDemo,
    facts: survey.facts,
  };
}

/** What a survey that everybody may read asks now, and nothing else of it: what each page that is sent is read by. */
export async function askedNow(db: Db, slug: string): Promise<{ definition: Definition; version: number }> {
  const survey = await db.survey.findFirst({
    where: { slug, state: { not: 'draft' } },
    select: { id: true, version: true },
  });
  if (!survey) throw notFound(`no survey ${slug}`);
  const row = await db.surveyVersion.findUnique({
    where: { surveyId_number: { surveyId: survey.id, number: survey.version } },
    select: { definition: true },
  });
  return { definition: readDefinition(row?.definition ?? { pages: [] }), version: survey.version };
}

export type SurveyRow = {
  slug: string;
  title: string;
  titleEn: string;
  state: string;
  opensAt: Date | null;
  closesAt: Date | null;
};

/** Surveys of a municipality or of one consultation that everybody may see, the newest first. */
export function listSurveys(db: Db, about: { teryt: string } | { consultationId: string }): Promise<SurveyRow[]> {
  return db.survey.findMany({
    where: { ...about, state: { not: 'draft' } },
    orderBy: [{ closesAt: 'desc' }, { id: 'desc' }],
    select: { slug: true, title: true, titleEn: true, state: true, opensAt: true, closesAt: true },
  });
}
