import type { Db } from '#app/db/client.server.ts';
import type { Answers } from './answer.ts';
import type { AnswerRow } from './results.ts';

/** All valid answers to one version of a survey. They have no order. */
export async function loadAnswers(db: Db, survey: { id: string; version: number }): Promise<AnswerRow[]> {
  const rows = await db.$queryRaw<{ given: string; unreadable: string[]; channel: string }[]>`
    select "values"::text as given, unreadable, channel from "SurveyAnswer"
    where "surveyId" = ${survey.id}::uuid and version = ${survey.version}`;
  return rows.map(({ given, unreadable, channel }) => ({
    values: JSON.parse(given) as Answers,
    unreadable,
    channel,
  }));
}
