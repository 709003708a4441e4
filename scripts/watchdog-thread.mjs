import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const { turns, seconds } = workerData;
let last = -1;
let still = 0;
// Own ticks are counted and no clock is read: a process or a machine that was suspended as a whole was not hanging.
setInterval(() => {
  const now = Atomics.load(turns, 0);
  still = now === last ? still + 1 : 0;
  last = now;
  if (still < seconds) return;
  writeSync(
    2,
    `The program has not come round for ${seconds} s and hears no signal. It is ended, to be started again; the database repeats its log then.\n`,
  );
  process.kill(process.pid, 'SIGKILL');
}, 1_000);
