import { canonicalJson } from '#app/publishing/canonical-json.ts';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import { graceSeconds } from './answer-survey.server.ts';
import { readDefinition } from './definition.ts';
import { countNow, isFromElsewhere } from './survey-count.server.ts';

const everyMs = 60_000;

/**
 * Keeps the results of surveys that have ended, and again after each change: pages read them without counting, archives take them along, and
 * whoever changes an answer afterwards is found out by them.
 */
export async function keepResults(db: Db, now = new Date()): Promise<number> {
  const ended = new Date(now.getTime() - graceSeconds * 1000);
  const waiting = await db.$queryRaw<{ id: string; version: number }[]>`
    select s.id::text as id, v.number as version from "Survey" s join "SurveyVersion" v on v."surveyId" = s.id and v."publishedAt" is not null
    where s.state = 'published' and s."closesAt" <= ${ended}
      and not exists (select 1 from "SurveyResult" r where r."surveyId" = s.id and r.version = v.number and r.revision = s.revision)
    order by 1, 2 limit 100`;
  let kept = 0;
  for (const { id, version } of waiting) kept += Number(await keepOne(db, { id, version, now }));
  return kept;
}

function keepOne(db: Db, { id, version, now }: { id: string; version: number; now: Date }): Promise<boolean> {
  return transaction(db, async (tx) => {
    // Another process may be at it, or an official be writing: then the next turn counts.
    const [locked] = await tx.$queryRaw<{ id: string }[]>`
      select id::text as id from "Survey" where id = ${id}::uuid for no key update skip locked`;
    if (!locked) return false;
    const survey = await tx.survey.findUniqueOrThrow({ where: { id } });
    const where = { surveyId_version: { surveyId: id, version } };
    const { definition } = await tx.surveyVersion.findUniqueOrThrow({
      where: { surveyId_number: { surveyId: id, number: version } },
      select: { definition: true },
    });
    const kept = await tx.surveyResult.findUnique({ where, select: { answers: true } });
    if (kept && (await isFromElsewhere(tx, survey, { number: version }, kept))) return false;
    const counted = await countNow(tx, survey, { number: version, definition: readDefinition(definition) });
    const data = {
      revision: survey.revision,
      answers: counted.total,
      json: counted as unknown as Prisma.InputJsonObject,
      takenAt: now,
    };
    const own = { teryt: survey.teryt, surveyId: id, version };
    await tx.surveyResult.upsert({ where, create: { ...own, ...data }, update: data });
    await bumpRevision(tx, ...(await citing(tx, survey.slug)).map(consultationScope));
    return true;
  });
}

/** Consultations whose drafts rest on figures of the survey: their pages show what those are now. */
async function citing(tx: Db, slug: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    select distinct c.slug from "Ground" g join "Consultation" c on c.id = g."consultationId"
    where g.kind = 'survey-question' and g."removedAt" is null and g."sourceId" like ${`${slug}:%`}`;
  return rows.map(({ slug: each }) => each);
}

/** Looks each minute whether a survey has ended or its answers have changed since. The returned function stops it. */
export function startKeepingResults(db: Db, outage: { works: () => void; failed: (error: unknown) => void }) {
  let counting: Promise<unknown> = Promise.resolve();
  const count = () => {
    counting = counting.then(() => keepResults(db)).then(outage.works, outage.failed);
  };
  count();
  const timer = setInterval(count, everyMs);
  return async () => {
    clearInterval(timer);
    await counting;
  };
}

/** Counts every kept result again from the answers, and names those that come to something else. */
export async function verifyResults(db: Db): Promise<{ results: number; elsewhere: number; differences: string[] }> {
  const kept = await db.surveyResult.findMany({ orderBy: { id: 'asc' }, include: { survey: true } });
  const differences: string[] = [];
  let elsewhere = 0;
  for (const { survey, version, revision, json, answers } of kept) {
    const { definition } = await db.surveyVersion.findUniqueOrThrow({
      where: { surveyId_number: { surveyId: survey.id, number: version } },
      select: { definition: true },
    });
    // Changed since by the program: the next count is due.
    if (revision !== survey.revision) continue;
    if (await isFromElsewhere(db, survey, { number: version }, { answers })) {
      elsewhere += 1;
      continue;
    }
    const now = await countNow(
      db,
      survey,
      { number: version, definition: readDefinition(definition) },
      { fresh: true },
    );
    if (canonicalJson(now) !== canonicalJson(json as object))
      differences.push(
        `Survey ${survey.slug}, version ${version}: its answers do not come to the results that were kept`,
      );
  }
  return { results: kept.length, elsewhere, differences };
}
