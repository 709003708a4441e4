import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { expect, onTestFinished, test } from 'vitest';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { draftText } from '#app/drafting/acts/unit-tree.ts';
import { copyDatabase, NotEmptyError } from '#app/db/copy-database.server.ts';
import { pgliteRunner } from '#app/db/pglite.server.ts';
import { withPostgres } from '#app/db/postgres.server.ts';
import { seedDraftingDemo } from '#app/demo/drafting-demo.server.ts';
import { seedDemoPeople } from '#app/demo/people-demo.server.ts';
import { PrismaClient } from '#app/generated/prisma/client.ts';
import { createServerDatabase } from '#tests/setup/server-database.ts';
import { migratedSnapshot } from '#tests/setup/snapshot.ts';

const slug = 'zasady-konsultacji-z-mieszkancami';

test('an embedded database moves to a server whole, and only to an empty one', async () => {
  const pg = await PGlite.create({ loadDataDir: await migratedSnapshot() });
  const embedded = new PrismaClient({ adapter: new PrismaPGlite(pg) });
  const { url, drop } = await createServerDatabase(process.env.TEST_DATABASE_URL ?? '');
  const server = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
  onTestFinished(async () => {
    await Promise.all([embedded.$disconnect(), server.$disconnect()]);
    await pg.close();
    await drop();
  });
  await seedDraftingDemo(embedded, await seedDemoPeople(embedded), join(import.meta.dirname, '../../app/demo/texts'));

  const copied = await withPostgres(url, (runner) => copyDatabase(pgliteRunner(pg), runner));
  expect(copied.get('Remark')).toBe(await embedded.remark.count());
  const [before, after] = [await loadDraft(embedded, { slug }), await loadDraft(server, { slug })];
  expect(after).toEqual(before);
  expect(draftText(after.head, after.units)).toBe(draftText(before.head, before.units));
  const order = { orderBy: { id: 'asc' } } as const;
  expect(await server.event.findMany(order)).toEqual(await embedded.event.findMany(order));
  expect(await server.user.findMany(order)).toEqual(await embedded.user.findMany(order));

  await expect(withPostgres(url, (runner) => copyDatabase(pgliteRunner(pg), runner))).rejects.toThrow(NotEmptyError);
  expect(await server.remark.count()).toBe(copied.get('Remark'));
});
