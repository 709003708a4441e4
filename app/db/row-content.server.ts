import { sha256 } from '#app/hash/sha256.server.ts';
import type { Db } from './client.server.ts';
import type { RecordTable } from './record-tables.ts';

export type Column = { name: string; type: string };
/** How a table is read for its seals: its columns now, and the name of this set of them. */
export type Shape = { id: string; columns: Column[] };

/** Columns of tables by name, as the database has them. */
export async function readColumns(db: Db, tables: readonly string[]): Promise<Map<string, Column[]>> {
  const rows = await db.$queryRaw<{ table: string; name: string; type: string }[]>`
    select table_name::text as table, column_name::text as name, data_type::text as type from information_schema.columns
    where table_schema = 'public' and table_name = any(${[...tables]}::text[]) order by table_name, column_name`;
  const found = new Map<string, Column[]>();
  for (const { table, name, type } of rows) found.set(table, [...(found.get(table) ?? []), { name, type }]);
  return found;
}

export function shapeOf(columns: readonly Column[]): Shape {
  const sorted = [...columns].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    id: sha256(sorted.map(({ name }) => name).join(',')).slice(0, 32),
    columns: sorted,
  };
}

/**
 * SQL for the content of the row `t`, the same bytes in every session: moments as seconds, since their words depend on the zone of the
 * session, bytes by their hash; nothing for what is null.
 */
export function contentSql(columns: readonly Column[]): string {
  const parts = columns.map(({ name, type }) => `'${name}', ${valueSql(`t."${name}"`, type)}`);
  const objects: string[] = [];
  // A function takes a hundred arguments.
  for (let from = 0; from < parts.length; from += 40)
    objects.push(`jsonb_build_object(${parts.slice(from, from + 40).join(', ')})`);
  return `jsonb_strip_nulls(${objects.join(' || ')})::text`;
}

function valueSql(column: string, type: string): string {
  if (type.startsWith('timestamp')) return `extract(epoch from ${column})::text`;
  return type === 'bytea' ? `encode(sha256(${column}), 'hex')` : column;
}

/** SQL for whose chain a row belongs to: its consultation's, its edition's, its municipality's, or that of the installation. */
export function scopeSql({ name }: RecordTable, columns: readonly Column[]): string {
  if (name === 'Consultation') return `'consultation:' || t.id::text`;
  if (name === 'Edition') return `'edition:' || t.id::text`;
  const has = (column: string) => columns.some((each) => each.name === column);
  const known = [
    ...(has('consultationId') ? [`'consultation:' || t."consultationId"::text`] : []),
    ...(has('editionId') ? [`'edition:' || t."editionId"::text`] : []),
    ...(has('teryt') ? [`'municipality:' || t.teryt::text`] : []),
  ];
  return `coalesce(${[...known, `'site'`].join(', ')})`;
}

export const hashSql = (salt: string, content: string) =>
  `encode(sha256(convert_to(${salt} || ${content}, 'UTF8')), 'hex')`;
