import type { Db } from '#app/db/client.server.ts';
import { dropLetter, listOutbox, retryLetters, type OutboxLetter } from '#app/mail/outbox.server.ts';
import type { AdminOrder } from './arguments.ts';
import type { AdminAnswer } from './answers.ts';

/** The command `outbox`: what was not sent and why, trying it again, removing it. */
export async function answerOutbox(db: Db, order: Extract<AdminOrder, { command: 'outbox' }>): Promise<AdminAnswer> {
  if (order.act === 'list') {
    const { letters, failed, waiting, kept } = await listOutbox(db, order);
    const head = `given up: ${failed}${order.failedOnly ? '' : `, waiting: ${waiting}${kept > 0 ? `, never sent: ${kept} (of the demonstration, or from before a mail server was set)` : ''}`}${process.env.SMTP_URL ? '' : ' (SMTP_URL is not set: nothing is sent)'}`;
    const total = order.failedOnly ? failed : failed + waiting + kept;
    return {
      code: 0,
      text: [
        head,
        ...letters.map(lineOf),
        ...(total > letters.length ? [`… and ${total - letters.length} more`] : []),
      ].join('\n'),
    };
  }
  const count = await (order.act === 'retry' ? retryLetters : dropLetter)(db, order.id);
  if (count === 0 && order.id !== 'all')
    return {
      code: 2,
      text: `there is no letter ${order.id} that ${order.act === 'retry' ? 'can still be sent' : 'was not sent'}`,
    };
  return {
    code: 0,
    text: order.act === 'drop' ? 'Removed.' : `${count} ${count === 1 ? 'letter is' : 'letters are'} due again.`,
  };
}

function lineOf({ id, state, kind, domain, createdAt, runAt, attempts, lastError }: OutboxLetter): string {
  const moment = (date: Date) => date.toISOString().slice(0, 16).replace('T', ' ');
  const when = { failed: `given up ${moment(runAt)}`, waiting: `next ${moment(runAt)}`, kept: 'never sent' }[state];
  return `${id}  ${kind} to …@${domain}, written ${moment(createdAt)}, ${when}, attempts ${attempts}${lastError ? `: ${lastError}` : ''}`;
}
