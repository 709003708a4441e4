import type { Db } from '#app/db/client.server.ts';
import type { Definition } from './definition.ts';
import { loadAnswers } from './load-answers.server.ts';
import { resultsOf, type AnswerRow, type QuestionResult } from './results.ts';

export type CountedAnswers = { answers: AnswerRow[]; results: QuestionResult[] };

/** Surveys whose answers stay counted in memory: some megabytes each. */
const most = 3;
const kept = new Map<string, Promise<CountedAnswers>>();

/**
 * Answers to one version with their results, counted once for each change: every write of the office raises the revision of the survey, every
 * answer their number.
 */
export async function countedAnswers(
  db: Db,
  survey: { id: string; revision: number; version: number },
  definition: Definition,
): Promise<CountedAnswers> {
  const { id, revision, version } = survey;
  const count = await db.surveyAnswer.count({ where: { surveyId: id, version } });
  const key = `${id} ${version} ${revision} ${count}`;
  const known = kept.get(key);
  if (known) return known;
  const made = readAnswers(db, survey, definition);
  kept.set(key, made);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  try {
    return await made;
  } catch (cause) {
    kept.delete(key);
    throw cause;
  }
}

/** The same, read and counted now. */
export async function readAnswers(
  db: Db,
  { id, version }: { id: string; version: number },
  definition: Definition,
): Promise<CountedAnswers> {
  const answers = await loadAnswers(db, { id, version });
  return { answers, results: resultsOf(definition, answers) };
}
