/** Opens the embedded database in a folder and writes rows until it is killed; prints each number once it is acknowledged. */
import { openDatabase } from '#app/db/open.server.ts';
import { transaction } from '#app/db/transaction.server.ts';

const [folder = '', migrations = '', template = ''] = process.argv.slice(2);
const { db } = await openDatabase({ folder, migrations, template });
console.log('open');
for (let n = 1; ; n += 1) {
  // Two rows that belong together: half of them would be a torn transaction.
  await transaction(db, async (tx) => {
    await tx.revision.create({ data: { scope: `left:${n}`, n } });
    await tx.revision.create({ data: { scope: `right:${n}`, n } });
  });
  console.log(n);
}
