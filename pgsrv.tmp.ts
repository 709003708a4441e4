import { startPostgres } from '#tests/setup/postgres-server.ts';
import { writeFileSync } from 'node:fs';
const s = await startPostgres();
writeFileSync('/tmp/machine-pg.url', s.url);
console.log(s.url);
process.on('SIGTERM', () => void s.stop().then(() => process.exit(0)));
setInterval(() => {}, 1000);
