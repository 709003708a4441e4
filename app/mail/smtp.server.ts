import { createTransport } from 'nodemailer';
import { publicUrl } from './absolute-url.server.ts';
import type { SendMail } from './sender.server.ts';

/** Delivery by the server of SMTP_URL (smtp://user:password@host:port, smtps:// for TLS from the start). */
export function smtpSender(url: string, from: string | undefined): { send: SendMail; close(): void } {
  if (!/^smtps?:\/\//.test(url)) throw new Error('SMTP_URL must begin with smtp:// or smtps://');
  const host = new URL(publicUrl()).hostname;
  const transport = createTransport({ url, pool: true, connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 });
  const send: SendMail = async (letter) => {
    await transport.sendMail({
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
  };
  return { send, close: () => transport.close() };
}
