/** Is watched, and then sleeps for three seconds or never comes round again. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startWatchdog } from '../../scripts/watchdog.mjs';

startWatchdog({ seconds: 1, thread: join(import.meta.dirname, '../../scripts/watchdog-thread.mjs') });
// Room for the thread to begin.
await pause(1_500);
console.log('begins');
if (process.argv[2] === 'hang') for (;;);
await pause(1_500);
console.log('came round');
