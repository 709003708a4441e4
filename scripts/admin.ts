/** `npm run admin -- COMMAND`: accounts, roles, teams and the register of municipalities. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commandLine } from '#app/admin/command-line.server.ts';
import { databasePlaces } from '#app/db/open.server.ts';

const root = dirname(import.meta.dirname);

try {
  const answer = await commandLine({
    words: process.argv.slice(2),
    // npm runs scripts in the project's folder and keeps the caller's one here.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    places: databasePlaces(root),
    program: (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version,
  });
  (answer.code === 2 ? console.error : console.log)(answer.text);
  process.exit(answer.code);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
