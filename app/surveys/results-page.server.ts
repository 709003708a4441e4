import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isText, questionsOf, readDefinition, type Definition, type Words } from './definition.ts';
import { countedAnswers } from './counted-answers.server.ts';
import { channels, crossTable, variablesOf, type AnswerRow, type CrossTable, type QuestionResult } from './results.ts';
import { getSurvey, type SurveyPageData } from './survey-page.server.ts';
import { fewest } from './suppression.ts';
import { themeSummary, type ThemesOfQuestion } from './themes.server.ts';
import { sheetSummary, type SheetSummary } from './sheet-summary.server.ts';

type ChannelCount = { channel: string; valid: number; invalid: number };

export type ResultsPage = {
  survey: SurveyPageData;
  /** Nothing is told before the end, to nobody. */
  isPublic: boolean;
  version: number;
  versions: number[];
  total: number;
  repeats: number;
  channels: ChannelCount[];
  sheets: SheetSummary;
  results: QuestionResult[];
  themes: ThemesOfQuestion[];
  variables: { id: string; no: number; words: Words }[];
  cross: { left: string; top: string; table: CrossTable } | null;
};

type Asked = { slug: string; version: number | null; left: string; top: string; now: Date };

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
  const { answers, results } =
    isPublic && shown
      ? await countedAnswers(db, { id: survey.id, revision: survey.revision, version: shown.number }, definition)
      : { answers: [], results: [] };
  const sheets = await sheetSummary(db, survey.id, { version: shown?.number ?? 0, definition, isPublic });
  const variables = variablesOf(definition);
  return {
    survey,
    isPublic,
    version: shown?.number ?? 0,
    versions: rows.map(({ number }) => number),
    total: answers.length,
    repeats: isPublic
      ? await db.surveyAnswer.count({ where: { surveyId: survey.id, version: shown?.number ?? 0, isRepeat: true } })
      : 0,
    channels: isPublic ? channelCounts(survey, answers, sheets) : [],
    sheets,
    results,
    themes: isPublic && shown ? await themesShown(db, { id: survey.id, version: shown.number }, definition) : [],
    variables: variables.map(({ id, no, words }) => ({ id, no, words })),
    cross: isPublic ? crossed(variables, { left, top }, answers) : null,
  };
}

async function themesShown(
  db: Db,
  survey: { id: string; version: number },
  definition: Definition,
): Promise<ThemesOfQuestion[]> {
  if ((await db.surveyTheme.count({ where: { surveyId: survey.id, version: survey.version } })) === 0) return [];
  const found: ThemesOfQuestion[] = [];
  for (const { id, kind } of questionsOf(definition)) {
    const summary = isText(kind) ? await themeSummary(db, survey, id) : null;
    if (summary && summary.sorted >= fewest) found.push(summary);
  }
  return found;
}

function channelCounts(survey: SurveyPageData, answers: readonly AnswerRow[], sheets: SheetSummary): ChannelCount[] {
  const isUsed = { web: survey.onWeb, kiosk: survey.kiosk, paper: survey.paper, import: false };
  return channels
    .map((channel) => ({
      channel,
      valid: answers.filter((each) => each.channel === channel).length,
      invalid: channel === 'paper' ? sheets.invalid : 0,
    }))
    .filter(({ channel, valid, invalid }) => isUsed[channel] || valid + invalid > 0);
}

function crossed(
  variables: ReturnType<typeof variablesOf>,
  asked: { left: string; top: string },
  answers: readonly AnswerRow[],
): ResultsPage['cross'] {
  const find = (id: string) => variables.find((each) => each.id === id);
  const [left, top] = [find(asked.left), find(asked.top)];
  if (!left || !top || left.id === top.id) return null;
  return { left: left.id, top: top.id, table: crossTable(left, top, answers) };
}
