import pg from 'pg';
import type { SqlRunner } from './migrate.server.ts';

/** Any number will do as long as every process of this program uses it. */
const migrationLock = 7_264_010;

/** Runs `work` with one connection of its own to a PostgreSQL server. */
export async function withPostgres<T>(url: string, work: (runner: SqlRunner) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work({
      exec: async (sql) => void (await client.query(sql)),
      query: async (sql, params) => (await client.query(sql, params)).rows,
      exclusively: async (inner) => {
        await client.query('select pg_advisory_lock($1)', [migrationLock]);
        try {
          return await inner();
        } finally {
          await client.query('select pg_advisory_unlock($1)', [migrationLock]);
        }
      },
    });
  } finally {
    await client.end();
  }
}
