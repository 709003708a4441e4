/**
 * Takes the lock of a folder and holds it until it is killed, or says that it is taken or lost. Every line typed to it is
 * a transaction: it says whether it may still write.
 */
import { createInterface } from 'node:readline';
import { FolderLockedError, lockFolder } from '#app/db/folder-lock.server.ts';

const [folder = '', times = '{}'] = process.argv.slice(2);
try {
  const lock = await lockFolder(folder, {
    times: JSON.parse(times) as object,
    note: (text) => console.log(`note ${text}`),
    onLost: () => console.log('lost'),
  });
  console.log('taken');
  createInterface(process.stdin).on('line', () => {
    try {
      lock.check();
      console.log('may write');
    } catch (error) {
      console.log(`may not: ${(error as Error).message}`);
    }
  });
  setInterval(() => {}, 1_000);
} catch (error) {
  if (!(error instanceof FolderLockedError)) throw error;
  console.log('refused');
}
