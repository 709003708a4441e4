import { checkServer } from './check-server.server.ts';
import { copyDatabase } from './copy-database.server.ts';
import { openEmbedded } from './embedded.server.ts';
import { migrate, readMigrations } from './migrate.server.ts';
import type { OpenOptions } from './open.server.ts';
import { withPostgres } from './postgres.server.ts';
import { keepFilesPrivate } from './private-files.server.ts';

/** Copies the embedded database of `places` into the empty database at `url`; returns rows per table. The folder stays as it was. */
export async function moveToServer(places: OpenOptions, url: string): Promise<Map<string, number>> {
  keepFilesPrivate();
  const migrations = readMigrations(places.migrations);
  const embedded = await openEmbedded(places);
  try {
    await migrate(embedded.runner, migrations);
    return await withPostgres(url, async (server) => {
      await checkServer(server);
      await migrate(server, migrations);
      return server.exclusively(() => copyDatabase(embedded.runner, server));
    });
  } finally {
    await embedded.close();
  }
}
