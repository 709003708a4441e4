/** Applies the migrations to a server's database and prints the names applied. */
import { migrate, readMigrations } from '#app/db/migrate.server.ts';
import { withPostgres } from '#app/db/postgres.server.ts';

const [url = '', folder = ''] = process.argv.slice(2);
const applied = await withPostgres(url, (runner) => migrate(runner, readMigrations(folder)));
console.log(`applied ${JSON.stringify(applied)}`);
