import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { parseRegisterFile } from './register-file.ts';
import { writeRegister } from './write-register.server.ts';

/** Fills a database without real municipalities from the file that comes with the program; returns how many were added. */
export async function loadRegister(db: Db, root: string): Promise<number> {
  if ((await db.municipality.count({ where: { isDemo: false } })) > 0) return 0;
  const folder = join(root, 'app/municipalities/data');
  const { stateOn } = JSON.parse(readFileSync(join(folder, 'teryt-gminy.json'), 'utf8')) as { stateOn: string };
  const rows = parseRegisterFile(readFileSync(join(folder, 'teryt-gminy.csv'), 'utf8'));
  await transaction(db, async (tx) => {
    await writeRegister(tx, { rows, stateOn });
    await bumpRevision(tx);
  });
  return rows.length;
}
