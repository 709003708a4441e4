/** Writes build/database-template.tar: an initialised and migrated embedded database, so that a first start takes seconds. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { migrate, readMigrations } from '#app/db/migrate.server.ts';
import { pgliteRunner } from '#app/db/pglite.server.ts';

const root = dirname(import.meta.dirname);
const pg = await PGlite.create();
await migrate(pgliteRunner(pg), readMigrations(join(root, 'prisma/migrations')));
const tar = await pg.dumpDataDir('none');
mkdirSync(join(root, 'build'), { recursive: true });
writeFileSync(join(root, 'build/database-template.tar'), Buffer.from(await tar.arrayBuffer()));
await pg.close();
process.exit(0);
