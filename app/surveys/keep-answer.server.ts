import { randomUUID } from 'node:crypto';
import type { Prisma } from '#app/generated/prisma/client.ts';
import type { Db } from '#app/db/client.server.ts';
import { sha256 } from '#app/hash/sha256.server.ts';

/** Answers that are written again beside a new one. */
const mixedWith = 12;

type NewAnswer = Prisma.SurveyAnswerCreateManyInput;

/**
 * Keeps an answer in one statement with some earlier ones of the survey, drawn by lot and written again in the order of their random ids:
 * which row is the new one cannot be told from their place in the table, nor from the transaction that the database notes with each.
 */
export async function keepAnswer(tx: Db, answer: NewAnswer): Promise<void> {
  const drawn = await tx.$queryRaw<{ id: string }[]>`
    select a.id::text as id from "SurveyAnswer" a
    where a."surveyId" = ${answer.surveyId}::uuid and a.channel <> 'paper' and not exists (select 1 from "SurveyThemeMark" m where m."answerId" = a.id)
    order by random() limit ${mixedWith} for update of a skip locked`;
  const ids = drawn.map(({ id }) => id);
  const earlier = await tx.surveyAnswer.findMany({ where: { id: { in: ids } } });
  await tx.surveyAnswer.deleteMany({ where: { id: { in: ids } } });
  const all = [...earlier.map((row) => ({ ...row, values: row.values as object })), { ...answer, id: randomUUID() }];
  await tx.surveyAnswer.createMany({ data: all.sort((a, b) => (a.id < b.id ? -1 : 1)) });
}

/** By what a person is known again as one who has answered. */
export const personMark = (surveyId: string, userId: string): string => sha256(`${surveyId} ${userId}`);

/** Notes that somebody has answered, or that a code was used; false when it had been before. */
export async function takeMark(tx: Db, surveyId: string, mark: string): Promise<boolean> {
  await tx.$executeRaw`insert into "SurveyAnswered" ("surveyId", marks) values (${surveyId}::uuid, '{}') on conflict do nothing`;
  const count = await tx.$executeRaw`
    update "SurveyAnswered" set marks = (select array_agg(mark order by mark collate "C") from unnest(marks || ${mark}::text) mark)
    where "surveyId" = ${surveyId}::uuid and not ${mark}::text = any(marks)`;
  return count === 1;
}

/** Whether a person has answered, or a code was used. */
export async function isMarked(db: Db, surveyId: string, mark: string): Promise<boolean> {
  return (await db.surveyAnswered.count({ where: { surveyId, marks: { has: mark } } })) > 0;
}

/** Surveys of one answer a person that somebody has answered; what they answered is not known to anybody. */
export async function surveysAnswered(db: Db, userId: string): Promise<{ slug: string; title: string }[]> {
  return db.$queryRaw<{ slug: string; title: string }[]>`
    select s.slug, s.title from "Survey" s join "SurveyAnswered" a on a."surveyId" = s.id
    where s."answeredBy" = 'account' and encode(sha256(convert_to(s.id::text || ' ' || ${userId}, 'UTF8')), 'hex') = any(a.marks)
    order by s.id`;
}
