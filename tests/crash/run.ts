/** `npm run test:crash`: what a machine can do to the program, on both databases; some minutes. Words after it choose trials by name. */
import { startPostgres } from '#tests/setup/postgres-server.ts';
import { runTrials } from './report.ts';
import { trials } from './trials.ts';

const wanted = process.argv.slice(2);
const server = await startPostgres();
const all = trials(server).filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
const code = await runTrials(all);
await server.stop();
process.exit(code);
