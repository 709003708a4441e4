import { createTransport } from 'nodemailer';
import { publicUrl } from './absolute-url.server.ts';
import type { SendMail } from './sender.server.ts';

/** A server that keeps talking without an end is left alone after so long; shorter than a letter belongs to one process. */
const letterMs = 90_000;

/** Delivery by the server of SMTP_URL (smtp://user:password@host:port, smtps:// for TLS from the start). */
export function smtpSender(url: string, from: string | undefined, bounds: { letterMs: number } = { letterMs }): { send: SendMail; close(): void } {
  if (!/^smtps?:\/\//.test(url)) throw new Error('SMTP_URL must begin with smtp:// or smtps://');
  const host = new URL(publicUrl()).hostname;
  const open = () => createTransport({ url, pool: true, connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 });
  let transport = open();
  const send: SendMail = async (letter) => {
    const sent = transport.sendMail({
      from: from ?? `Paragraf <paragraf@${host}>`,
      to: { name: '', address: letter.to },
      subject: letter.subject,
      text: letter.text,
      // The same letter has the same id: sent twice after a crash, it is shown once.
      messageId: `<${letter.id}@${host}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    if ((await within(bounds.letterMs, sent)) === 'late') {
      // The connection cannot be told from one that works: the next letter gets another.
      transport.close();
      transport = open();
      throw Object.assign(new Error('the server went on talking and took no letter'), { code: 'ETIMEDOUT', command: 'CONN' });
    }
  };
  return { send, close: () => transport.close() };
}

/** Waits for `work`, but not longer than `ms`. */
async function within(ms: number, work: Promise<unknown>): Promise<'done' | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), ms)));
  // What is given up may still fail, and nobody waits for it any more.
  work.catch(() => 'given up');
  try {
    return await Promise.race([work.then(() => 'done' as const), late]);
  } finally {
    clearTimeout(timer);
  }
}
