import type { Db } from '#app/db/client.server.ts';
import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import { Prisma } from '#app/generated/prisma/client.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import { loadUnits } from '../acts/load-draft.server.ts';
import { isWithin, readSought } from '../acts/sought.ts';

type Asked = {
  consultationId: string;
  units: readonly DraftUnit[];
  /** What somebody typed; not empty. */
  words: string;
  /** Names of people who did not ask to be named are searched too; the caller has checked that an official asks. */
  forOffice: boolean;
};

/** Words people see of a remark: as they are now, so what is covered is not found. */
const seen = Prisma.sql`concat_ws(E'\n', r."authorName", r."organisation", r."reason", r."place", r."category", o."words")`;

/**
 * Numbers of the remarks that have what is sought: the number or the sign itself, all words, or the cited unit (or one below it)
 * with the remaining words.
 */
export async function findRemarks(db: Db, { consultationId, units, words, forOffice }: Asked): Promise<number[]> {
  const { number, citation, patterns } = readSought(words);
  const text = forOffice ? Prisma.sql`concat_ws(E'\n', ${seen}, f."privateName")` : seen;
  const all = (of: readonly string[]) =>
    of.length === 0
      ? Prisma.sql`true`
      : Prisma.join(
          of.map((pattern) => Prisma.sql`${text} ~ ${pattern}`),
          ' and ',
        );
  const ways = [
    Prisma.sql`lower(r."sign") = lower(${words})`,
    ...(number === null ? [] : [Prisma.sql`r."number" = ${number}`]),
    ...(patterns.length === 0 ? [] : [Prisma.sql`(${all(patterns)})`]),
    ...(citation === null
      ? []
      : [Prisma.sql`(${await isAbout(db, { consultationId, units, citation })} and ${all(patterns.slice(1))})`]),
  ];
  const rows = await db.$queryRaw<{ number: number }[]>`
    select r."number" from "Remark" r
    join "Filing" f on f."id" = r."filingId"
    left join lateral (
      select array_agg("clauseId") as "clauses", string_agg(concat_ws(E'\n', "after", "rest", "quote"), E'\n') as "words"
      from "RemarkOperation" where "remarkId" = r."id"
    ) o on true
    where r."consultationId" = ${consultationId}::uuid and (${Prisma.join(ways, ' or ')})`;
  return rows.map((row) => row.number);
}

/** What is cited is sought as the newest text calls it, and as the text did that a remark was filed against. */
async function isAbout(
  db: Db,
  { consultationId, units, citation }: { consultationId: string; units: readonly DraftUnit[]; citation: string[] },
): Promise<Prisma.Sql> {
  const filed = await db.remark.findMany({
    where: { consultationId },
    distinct: ['againstVersion'],
    select: { againstVersion: true },
  });
  const ways = [Prisma.sql`o."clauses" && ${clausesAt(units, citation)}::uuid[]`];
  for (const { againstVersion } of filed) {
    const then = clausesAt(await loadUnits(db, consultationId, againstVersion), citation);
    ways.push(Prisma.sql`(r."againstVersion" = ${againstVersion} and o."clauses" && ${then}::uuid[])`);
  }
  return Prisma.sql`(${Prisma.join(ways, ' or ')})`;
}

function clausesAt(units: readonly DraftUnit[], cited: readonly string[]): string[] {
  return [...citationsByClause(units)].flatMap(([clauseId, citation]) => (isWithin(citation, cited) ? [clauseId] : []));
}
