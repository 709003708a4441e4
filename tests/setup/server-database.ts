/** Databases of tests on a PostgreSQL server: each is a copy of one migrated template. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { migrate, readMigrations } from '#app/db/migrate.server.ts';
import { withPostgres } from '#app/db/postgres.server.ts';
import { migrationsFolder, snapshotKey } from './snapshot.ts';

/** Any number: test processes take turns with the template, which may have no other connection while it is copied. */
const templateLock = 7_264_011;

/** A new, migrated, empty database on `server`; `drop` removes it. */
export async function createServerDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdministrator(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock]);
    const template = await migratedTemplate(client, server);
    await client.query(`create database ${name} template ${template}`);
  });
  const drop = () =>
    asAdministrator(server, async (client) => void (await client.query(`drop database ${name} with (force)`)));
  return { url: databaseUrl(server, name), drop };
}

/** A new database without any table, for tests of the migrations themselves. */
export async function createEmptyServerDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdministrator(
    server,
    async (client) => void (await client.query(`create database ${name} template template0`)),
  );
  const drop = () =>
    asAdministrator(server, async (client) => void (await client.query(`drop database ${name} with (force)`)));
  return { url: databaseUrl(server, name), drop };
}

async function migratedTemplate(client: pg.Client, server: string): Promise<string> {
  const migrations = readMigrations(migrationsFolder);
  const name = `template_${snapshotKey(migrations)}`;
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (rowCount) return name;
  // Renamed when complete: a template that was cut off is never copied.
  const part = `${name}_${randomUUID().slice(0, 8)}`;
  await client.query(`create database ${part} template template0`);
  await withPostgres(databaseUrl(server, part), (runner) => migrate(runner, migrations));
  await client.query(`alter database ${part} rename to ${name}`);
  return name;
}

async function asAdministrator<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
