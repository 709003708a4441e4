import type { Db } from '#app/db/client.server.ts';
import { startLoop } from '#app/mail/start-loop.server.ts';
import { scanEvents } from './scan-events.server.ts';
import { batch, sendMessages } from './send-messages.server.ts';

/** Tells registered addresses what happened, until the returned function is called. */
export function startWebhooks(db: Db, everyMs = 5_000): () => Promise<void> {
  return startLoop('webhooks', everyMs, async () => {
    await scanEvents(db);
    return (await sendMessages(db)) === batch;
  });
}
