/** `npm run move-to-server -- postgres://…`: copies the embedded database into an empty database on a PostgreSQL server. */
import { dirname } from 'node:path';
import { copyDatabase } from '#app/db/copy-database.server.ts';
import { lockFolder } from '#app/db/folder-lock.server.ts';
import { migrate, readMigrations } from '#app/db/migrate.server.ts';
import { databasePlaces } from '#app/db/open.server.ts';
import { openPglite, pgliteRunner } from '#app/db/pglite.server.ts';
import { withPostgres } from '#app/db/postgres.server.ts';

const url = process.argv[2] ?? '';
if (!/^postgres(ql)?:\/\//.test(url)) {
  console.error('usage: npm run move-to-server -- postgres://user:password@host/database');
  process.exit(2);
}
const places = databasePlaces(dirname(import.meta.dirname));
try {
  const unlock = lockFolder(places.folder);
  const pg = await openPglite(places.folder, places.template);
  const migrations = readMigrations(places.migrations);
  await migrate(pgliteRunner(pg), migrations);
  const copied = await withPostgres(url, async (server) => {
    await migrate(server, migrations);
    return server.exclusively(() => copyDatabase(pgliteRunner(pg), server));
  });
  for (const [table, rows] of copied) if (rows > 0) console.log(`${String(rows).padStart(8)}  ${table}`);
  await pg.close();
  unlock();
  console.log('\nDone. Start the program with this address in DATABASE_URL; the folder with the old data was left as it was.');
  process.exit(0);
} catch (error) {
  console.error((error as Error).message);
  process.exit(2);
}
