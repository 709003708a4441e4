import { answerForwarded } from './answer-forwarded.server.ts';
import type { OpenDatabase } from '#app/db/open.server.ts';
import { startMail } from '#app/mail/start-mail.server.ts';

/** What runs beside the pages: sending letters and, with the embedded database, answering administrator's commands. */
export async function startServices(opened: OpenDatabase, folder: string): Promise<() => Promise<void>> {
  const stopMail = startMail(opened.db);
  const closeDoor = opened.kind === 'pglite' ? await answerForwarded(opened.db, folder) : async () => {};
  return async () => {
    await closeDoor();
    await stopMail();
  };
}
