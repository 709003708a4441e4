import type { SqlRunner } from './migrate.server.ts';

const oldestMajor = 15;

type Server = { version: number; encoding: string; standby: boolean; readOnly: boolean };

const facts = `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
  pg_is_in_recovery() as standby, current_setting('transaction_read_only') = 'on' as "readOnly"`;

/** Throws one sentence when the program could not work on this server, before anything is written there. */
export async function checkServer(runner: SqlRunner): Promise<void> {
  const [server] = await runner.query<Server>(facts);
  const complaint = server && complaintAbout(server);
  if (complaint) throw new Error(complaint);
}

export function complaintAbout({ version, encoding, standby, readOnly }: Server): string | null {
  if (version < oldestMajor * 10_000)
    return `the database server is PostgreSQL ${Math.floor(version / 10_000)}; this program needs ${oldestMajor} or newer`;
  if (encoding !== 'UTF8') return `the database has the encoding ${encoding}; create it with ENCODING 'UTF8'`;
  if (standby) return 'the database server is a standby, which takes no writes; DATABASE_URL must name the primary one';
  if (readOnly)
    return 'the database is set to read-only (default_transaction_read_only); this program has to write to it';
  return null;
}
