import { peopleSql, samePeopleShape } from '#app/drafting/report/report-numbers.server.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Row } from './tables.ts';

type Filed = { id: string; channel: string; who: string; no: number; isLive: boolean };

/**
 * Says in the filings of an archive which of them are of one private person, without saying who: a report made from the archive counts and
 * numbers people as it did here. Who filed with a name and without it is two people there, so that nobody learns that they are one; how many
 * there are of those stands with the consultation, for the counts.
 */
export async function numberPeople(
  db: Db,
  { consultations, filings }: { consultations: readonly Row[]; filings: readonly Row[] },
): Promise<void> {
  const numbers = new Map<unknown, number>();
  for (const row of consultations) {
    const filed = await readFiled(db, String(row.id));
    for (const { id, no } of filed) numbers.set(id, no);
    row.samePeople = countTwice(
      filed.filter(({ isLive }) => isLive),
      samePeopleShape.parse(row.samePeople),
    );
  }
  for (const row of filings) row.personNo = numbers.get(row.id) ?? null;
}

async function readFiled(db: Db, consultationId: string): Promise<Filed[]> {
  return db.$queryRaw<Filed[]>`
    with ${peopleSql(consultationId)}, named as (
      select who, "authorName", -(row_number() over (order by min(number)))::int as no from keyed where "authorName" <> '' group by who, "authorName")
    select k.id::text as id, f.channel, k.who, case when k."authorName" = '' then p.no else n.no end as no,
      exists (select 1 from "Remark" r where r."filingId" = k.id and r.state <> 'withdrawn') as "isLive"
    from keyed k join "Filing" f on f.id = k.id join people p on p.who = k.who left join named n on n.who = k.who and n."authorName" = k."authorName"`;
}

/** By channel, and in all under the empty name; what was known of an archive before is added. */
function countTwice(filed: readonly Filed[], known: Record<string, number>): Record<string, number> {
  const count = (rows: readonly Filed[], before: number) =>
    before + new Set(rows.map(({ no }) => no)).size - new Set(rows.map(({ who }) => who)).size;
  const channels = [...new Set(filed.map(({ channel }) => channel))].sort();
  const counts = [
    ['', count(filed, known[''] ?? 0)] as const,
    ...channels.map(
      (name) =>
        [
          name,
          count(
            filed.filter(({ channel }) => channel === name),
            known[name] ?? 0,
          ),
        ] as const,
    ),
  ];
  return Object.fromEntries(counts.filter(([, more]) => more !== 0));
}
