import type { Db } from '#app/db/client.server.ts';
import { startSender } from './sender.server.ts';
import { smtpSender } from './smtp.server.ts';

/** Sends letters by SMTP_URL until the returned function is called; without SMTP_URL they stay in the outbox. */
export function startMail(db: Db): () => Promise<void> {
  const url = process.env.SMTP_URL;
  if (!url) return async () => {};
  const smtp = smtpSender(url, process.env.MAIL_FROM);
  const stop = startSender(db, smtp.send);
  return async () => {
    await stop();
    smtp.close();
  };
}
