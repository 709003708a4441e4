import { createTransport } from 'nodemailer';
import { publicUrl } from './absolute-url.server.ts';
import { htmlLetter } from './html-letter.ts';
import type { SendMail } from './sender.server.ts';

/** A server that keeps talking without an end is left alone after so long; shorter than a letter belongs to one process. */
const letterMs = 90_000;

/** Delivery by the server of SMTP_URL (smtp://user:password@host:port, smtps:// for TLS from the start). */
export function smtpSender(
  url: string,
  from: string | undefined,
  bounds: { letterMs: number } = { letterMs },
): { send: SendMail; close(): void } {
  if (!/^smtps?:\/\//.test(url)) throw new Error('SMTP_URL must begin with smtp:// or smtps://');
  const host = new URL(publicUrl()).hostname;
  const transport = createTransport({
    url,
    pool: true,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
  });
  const send: SendMail = async (letter) => {
    const signal = AbortSignal.timeout(bounds.letterMs);
    const mail = {
      from: from ?? `Paragraf <paragraf@${host}>`,
      to: { name: '', address: letter.to },
      subject: letter.subject,
      text: letter.text,
      html: htmlLetter({ ...letter, own: publicUrl() }),
      ...(letter.replyTo ? { replyTo: { name: '', address: letter.replyTo } } : {}),
      // The same letter has the same id: sent twice after a crash, it is shown once.
      messageId: `<${letter.id}@${host}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'Content-Language': letter.locale,
        ...(letter.leaveUrl
          ? { 'List-Unsubscribe': `<${letter.leaveUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
          : {}),
      },
      disableFileAccess: true,
      disableUrlAccess: true,
      // Closes the connection, too.
      signal,
    };
    try {
      await transport.sendMail(mail);
    } catch (error) {
      if (!signal.aborted) throw error;
      throw Object.assign(new Error('the server took no letter in time', { cause: error }), {
        code: 'ETIMEDOUT',
        command: 'CONN',
      });
    }
  };
  return { send, close: () => transport.close() };
}
