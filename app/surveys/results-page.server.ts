import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { countedAnswers } from './counted-answers.server.ts';
import { readDefinition, type Definition, type Words } from './definition.ts';
import { crossTable, variablesOf, type CrossTable } from './results.ts';
import { noSheets } from './sheet-summary.server.ts';
import { surveyCount, type SurveyCount } from './survey-count.server.ts';
import { getSurvey, type SurveyPageData } from './survey-page.server.ts';

export type ResultsPage = SurveyCount & {
  survey: SurveyPageData;
  /** Nothing is told before the end, to nobody. */
  isPublic: boolean;
  version: number;
  versions: number[];
  /** What can be crossed: nothing where the answers themselves are not here. */
  variables: { id: string; no: number; words: Words }[];
  cross: { left: string; top: string; table: CrossTable } | null;
};

type Asked = { slug: string; version: number | null; left: string; top: string; now: Date };

const nothing: SurveyCount = {
  total: 0,
  repeats: 0,
  channels: [],
  imports: [],
  sheets: noSheets,
  results: [],
  themes: [],
};

/** Everything that came out of a survey, for everybody at the same moment: when it has ended. */
export async function surveyResults(db: Db, { slug, version, left, top, now }: Asked): Promise<ResultsPage> {
  const survey = await getSurvey(db, slug, null, now);
  const rows = await db.surveyVersion.findMany({
    where: { surveyId: survey.id, publishedAt: { not: null } },
    orderBy: { number: 'asc' },
    select: { number: true, definition: true },
  });
  const shown = rows.find(({ number }) => number === (version ?? survey.version));
  if (!shown && survey.state !== 'historical') throw notFound('no such version');
  const definition: Definition = shown ? readDefinition(shown.definition) : { pages: [] };
  const isPublic = survey.state === 'ended';
  const of = { number: shown?.number ?? 0, definition };
  const counted = isPublic && shown ? await surveyCount(db, survey, of) : nothing;
  const isHere = (await db.surveyAnswer.count({ where: { surveyId: survey.id, version: of.number }, take: 1 })) > 0;
  const variables = isPublic && !isHere ? [] : variablesOf(definition);
  return {
    ...counted,
    survey,
    isPublic,
    version: of.number,
    versions: rows.map(({ number }) => number),
    variables: variables.map(({ id, no, words }) => ({ id, no, words })),
    cross: isPublic ? await crossed(db, survey, { ...of, variables, left, top }) : null,
  };
}

type Crossing = {
  number: number;
  definition: Definition;
  variables: ReturnType<typeof variablesOf>;
  left: string;
  top: string;
};

async function crossed(
  db: Db,
  { id, revision }: SurveyPageData,
  { number, definition, variables, ...asked }: Crossing,
): Promise<ResultsPage['cross']> {
  const find = (of: string) => variables.find((each) => each.id === of);
  const [left, top] = [find(asked.left), find(asked.top)];
  if (!left || !top || left.id === top.id) return null;
  const { answers } = await countedAnswers(db, { id, revision, version: number }, definition);
  return { left: left.id, top: top.id, table: crossTable(left, top, answers) };
}
