import type { Db } from '#app/db/client.server.ts';
import { countedAnswers, readAnswers } from './counted-answers.server.ts';
import { isText, questionsOf, type Definition } from './definition.ts';
import { channels, type AnswerRow, type QuestionResult } from './results.ts';
import { sheetSummary, type SheetSummary } from './sheet-summary.server.ts';
import { fewest } from './suppression.ts';
import { themeSummary, type ThemesOfQuestion } from './themes.server.ts';

/** A file of answers collected elsewhere, by the name that the office gave it. */
type ImportCount = { name: string; valid: number; invalid: number; takenAt: string };
type ChannelCount = { channel: string; valid: number; invalid: number };

/** What the answers to one version came to: everything that everybody may see of them but two questions crossed. */
export type SurveyCount = {
  total: number;
  repeats: number;
  channels: ChannelCount[];
  imports: ImportCount[];
  sheets: SheetSummary;
  results: QuestionResult[];
  themes: ThemesOfQuestion[];
};

export type Counted = {
  id: string;
  revision: number;
  onWeb: boolean;
  kiosk: boolean;
  paper: boolean;
  closesAt: Date | null;
};
type Version = { number: number; definition: Definition };

/** The count that was kept since the last change, or what is counted now. Of a survey that an archive brought there is nothing but what was kept. */
export async function surveyCount(db: Db, survey: Counted, version: Version): Promise<SurveyCount> {
  const kept = await db.surveyResult.findUnique({
    where: { surveyId_version: { surveyId: survey.id, version: version.number } },
    select: { revision: true, json: true, answers: true },
  });
  if (kept && (kept.revision === survey.revision || (await isFromElsewhere(db, survey, version, kept))))
    return kept.json as unknown as SurveyCount;
  return countNow(db, survey, version);
}

/** Whether the answers that a count is of are not here: an archive takes the count along and leaves them. */
export async function isFromElsewhere(
  db: Db,
  { id }: Pick<Counted, 'id'>,
  { number }: Pick<Version, 'number'>,
  kept: { answers: number },
): Promise<boolean> {
  return kept.answers > 0 && (await db.surveyAnswer.count({ where: { surveyId: id, version: number }, take: 1 })) === 0;
}

/** Counts what there is now; `fresh` reads every answer again, whatever is in memory. */
export async function countNow(
  db: Db,
  survey: Counted,
  { number, definition }: Version,
  { fresh = false }: { fresh?: boolean } = {},
): Promise<SurveyCount> {
  const of = { id: survey.id, revision: survey.revision, version: number };
  const { answers, results } = await (fresh ? readAnswers : countedAnswers)(db, of, definition);
  const sheets = await sheetSummary(db, survey, { version: number, definition });
  const files = await db.surveyImport.findMany({
    where: { surveyId: survey.id, version: number, takenAt: { not: null } },
    orderBy: { id: 'asc' },
    select: { name: true, valid: true, invalid: true, takenAt: true },
  });
  return {
    total: answers.length,
    repeats: await db.surveyAnswer.count({ where: { surveyId: survey.id, version: number, isRepeat: true } }),
    channels: channelCounts(survey, answers, {
      paper: sheets.invalid,
      import: files.reduce((sum, { invalid }) => sum + invalid, 0),
    }),
    imports: files.map(({ takenAt, ...file }) => ({ ...file, takenAt: takenAt?.toISOString() ?? '' })),
    sheets,
    results: results.map(shownResult),
    themes: await themesShown(db, { id: survey.id, version: number }, definition),
  };
}

/** Without what fewer than five people said. */
function shownResult(result: QuestionResult): QuestionResult {
  return {
    ...result,
    others: result.others < fewest ? 0 : result.others,
    rows: result.rows.map((row) => (row.answered < fewest ? { ...row, counts: [] } : row)),
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

function channelCounts(
  survey: Counted,
  answers: readonly AnswerRow[],
  invalid: { paper: number; import: number },
): ChannelCount[] {
  const isUsed = { web: survey.onWeb, kiosk: survey.kiosk, paper: survey.paper, import: false };
  return channels
    .map((channel) => ({
      channel,
      valid: answers.filter((each) => each.channel === channel).length,
      invalid: channel === 'paper' || channel === 'import' ? invalid[channel] : 0,
    }))
    .filter(({ channel, valid, invalid: none }) => isUsed[channel] || valid + none > 0);
}
