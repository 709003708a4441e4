/** Takes the lock of a folder and holds it until it is killed, or says that it is taken. */
import { FolderLockedError, lockFolder } from '#app/db/folder-lock.server.ts';

try {
  lockFolder(process.argv[2] ?? '');
  console.log('taken');
  setInterval(() => {}, 1_000);
} catch (error) {
  if (!(error instanceof FolderLockedError)) throw error;
  console.log('refused');
}
