/** Opens the embedded database on a small disk and does what is typed: `fill`, `read`, `write`, `close`; prints what came of it. */
import { createInterface } from 'node:readline';
import { openDatabase } from '#app/db/open.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { knownRefusal } from '#app/errors/known-refusal.ts';

const [folder = '', migrations = '', template = ''] = process.argv.slice(2);
const { db, close } = await openDatabase({ folder, migrations, template });
let count = 0;
/** Made by the database itself, which is quick; no kind of compression makes it smaller. */
const write = () =>
  transaction(
    db,
    (tx) => tx.$executeRaw`insert into "StoredFile" (hash, bytes, type, size)
  select ${`${process.pid}-${(count += 1)}`}, decode(string_agg(md5(random()::text || g), ''), 'hex'), 't', 1 from generate_series(1, 65536) g`,
  );
const orders: Record<string, () => Promise<string>> = {
  write: async () => (await write(), 'written'),
  fill: async () => {
    for (;;) await write();
  },
  read: async () =>
    `read ${(await db.storedFile.findMany({ select: { hash: true }, orderBy: { bytes: 'asc' } })).length}`,
  close: async () => (await close(), 'closed'),
};
console.log('open');
for await (const line of createInterface(process.stdin)) {
  console.log(
    await (orders[line]?.() ?? Promise.resolve('unknown')).catch(
      (error: unknown) => `refused ${knownRefusal(error)?.status ?? String(error)}`,
    ),
  );
  if (line === 'close') break;
}
process.exit(0);
