import type { SqlRunner } from './migrate.server.ts';

const withTriggers = `select distinct tgrelid::regclass::text as name from pg_trigger g join pg_class c on c.oid = g.tgrelid
  where not g.tgisinternal and c.relnamespace = 'public'::regnamespace order by 1`;

/**
 * Rows that are carried over whole, seals of the record among them, are no changes: the triggers that note changes rest, in the
 * caller's transaction, until the returned function is called. Checks of references are not among them.
 */
export async function quietTriggers(to: SqlRunner): Promise<() => Promise<void>> {
  const tables = await to.query<{ name: string }>(withTriggers);
  for (const { name } of tables) await to.exec(`alter table ${name} disable trigger user`);
  return async () => {
    for (const { name } of tables) await to.exec(`alter table ${name} enable trigger user`);
  };
}
