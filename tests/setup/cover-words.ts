import { loadRedactionPage } from '#app/redaction/redaction-page.server.ts';
import { redactText, type RedactResult, type RedactText } from '#app/redaction/redact-text.server.ts';
import type { SubjectType } from '#app/record/covered/subjects.ts';
import type { PrismaClient } from '#app/generated/prisma/client.ts';
import type { Viewer } from '#app/people/viewer.ts';

type Covering = { viewer: Viewer; words: string } & Partial<Omit<RedactText, 'viewer' | 'type' | 'id'>>;

/** Covers the words wherever they stand in the texts of a subject, as the form would. */
export async function coverIn(
  db: PrismaClient,
  subject: { type: SubjectType; id: string },
  { viewer, words, ...rest }: Covering,
): Promise<RedactResult> {
  const page = await loadRedactionPage(db, { viewer, ...subject });
  const typed = Object.fromEntries(page.fields.map(({ name, original }) => [name, original.replaceAll(words, '█')]));
  return redactText(db, {
    viewer,
    ...subject,
    stamp: page.stamp,
    typed,
    isWhole: false,
    ground: 'personal-data',
    note: 'Dane osoby prywatnej.',
    ...rest,
  });
}

/** The same in a remark, by its number. */
export async function coverInRemark(
  db: PrismaClient,
  { slug, number, ...rest }: Covering & { slug: string; number: number },
): Promise<RedactResult> {
  const { id } = await db.remark.findFirstOrThrow({ where: { number, consultation: { slug } }, select: { id: true } });
  return coverIn(db, { type: 'remark', id }, rest);
}

/** Every text and document of the database in which the words stand, as table.column, tables of originals and accounts aside. */
export async function placesWith(db: PrismaClient, words: string): Promise<string[]> {
  return (await placesOf(db, [words])).get(words) ?? [];
}

/** The same for many words at once: each column is read through a single time. */
export async function placesOf(db: PrismaClient, words: readonly string[]): Promise<Map<string, string[]>> {
  const columns = await db.$queryRaw<{ table: string; column: string }[]>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = current_schema() and data_type in ('text', 'jsonb', 'character varying', 'ARRAY') and table_name not in ('CoveredText', 'RedactionRule', '_prisma_migrations') order by 1, 2`;
  const found = new Map<string, string[]>();
  for (const { table, column } of columns) {
    const rows = await db.$queryRawUnsafe<{ words: string }[]>(
      `with said as materialized (
         select regexp_replace(lower("${column}"::text), '(\\s|\\\\n)+', ' ', 'g') as text from "${table}" where "${column}" is not null
       )
       select words from unnest($1::text[]) as words where exists (select from said where strpos(text, lower(words)) > 0)`,
      words,
    );
    for (const row of rows) found.set(row.words, [...(found.get(row.words) ?? []), `${table}.${column}`]);
  }
  return found;
}
