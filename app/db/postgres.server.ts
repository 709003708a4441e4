import pg from 'pg';
import type { SqlRunner } from './migrate.server.ts';

/** Any number will do as long as every process of this program uses it. */
const migrationLock = 7_264_010;

/** Runs `work` with one connection of its own to a PostgreSQL server. */
export async function withPostgres<T>(url: string, work: (runner: SqlRunner) => Promise<T>): Promise<T> {
  const client = await connect(url);
  // A connection that breaks while nothing is asked is told to the next question; unheard, it would end the program.
  let broken: Error | null = null;
  client.on('error', (error) => (broken = error));
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
    if (!broken) await client.end();
  }
}

const connectMs = 15_000;

async function connect(url: string): Promise<pg.Client> {
  if (!/^postgres(ql)?:\/\//.test(url)) throw new Error('DATABASE_URL must begin with postgres://');
  let client: pg.Client | null = null;
  try {
    client = new pg.Client({
      connectionString: url,
      application_name: 'paragraf',
      connectionTimeoutMillis: connectMs,
      keepAlive: true,
    });
    await client.connect();
    return client;
  } catch (cause) {
    await client?.end().catch(() => undefined);
    throw new Error(connectComplaint(cause, client), { cause });
  }
}

/** What is wrong with an address of a database, in a sentence that holds no password. */
function connectComplaint(error: unknown, client: pg.Client | null): string {
  // Of a name with two addresses Node reports a bundle of failures, without words of its own.
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const code = first instanceof Error && 'code' in first ? String(first.code) : '';
  if (!client || code === 'ERR_INVALID_URL')
    return 'DATABASE_URL cannot be read: special characters of the password must be written as %XX';
  const place = `${client.host}:${client.port}`;
  switch (code) {
    case 'ECONNREFUSED':
      return `no database server answers at ${place}`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the host of the database server, ${client.host}, is not known`;
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return `the database server at ${place} cannot be reached`;
    case '28P01':
    case '28000':
      return `the database server at ${place} refuses the user ${client.user ?? ''} or the password`;
    case '3D000':
      return `there is no database ${client.database ?? ''} at ${place}; create it, empty`;
    case '53300':
      return `the database server at ${place} has no connection left`;
    case '57P03':
      return `the database server at ${place} is still starting`;
    default:
      return `the database at ${place} cannot be opened: ${first instanceof Error ? first.message.split('\n')[0] : String(first)}`;
  }
}
