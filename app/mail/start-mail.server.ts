import type { Db } from '#app/db/client.server.ts';
import { setAsideEarlierLetters } from './never-sent.server.ts';
import { maxAttempts, startSender } from './sender.server.ts';
import { smtpSender } from './smtp.server.ts';

/** Sends letters by SMTP_URL until the returned function is called; without SMTP_URL they stay in the outbox. */
export async function startMail(db: Db): Promise<() => Promise<void>> {
  const url = process.env.SMTP_URL;
  if (!url) return async () => {};
  const smtp = smtpSender(url, process.env.MAIL_FROM);
  const aside = await setAsideEarlierLetters(db, maxAttempts);
  if (aside > 0)
    console.log(`${aside} letters written before there was a mail server are not sent; they stay on the mailbox page.`);
  const stop = startSender(db, smtp.send);
  return async () => {
    await stop();
    smtp.close();
  };
}
