/** `npm run move-to-server -- postgres://…`: copies the embedded database into an empty database on a PostgreSQL server. */
import { dirname } from 'node:path';
import { moveToServer } from '#app/db/move-to-server.server.ts';
import { databasePlaces } from '#app/db/open.server.ts';

const url = process.argv[2] ?? '';
if (!/^postgres(ql)?:\/\//.test(url)) {
  console.error('usage: npm run move-to-server -- postgres://user:password@host/database');
  process.exit(2);
}
try {
  const copied = await moveToServer(databasePlaces(dirname(import.meta.dirname)), url);
  for (const [table, rows] of copied) if (rows > 0) console.log(`${String(rows).padStart(8)}  ${table}`);
  console.log(
    '\nDone. Start the program with this address in DATABASE_URL; the folder with the old data was left as it was.',
  );
  process.exit(0);
} catch (error) {
  console.error((error as Error).message);
  process.exit(2);
}
