import type { Db } from '#app/db/client.server.ts';
import { disableAccount, type DisableError } from '#app/people/disable-account.server.ts';
import { enableAccount } from '#app/people/enable-account.server.ts';
import type { AdminOrder } from './arguments.ts';
import type { AdminAnswer } from './answers.ts';

/** The commands `disable` and `enable`. */
export async function switchAccount(
  db: Db,
  { command, email, reason }: Extract<AdminOrder, { command: 'disable' | 'enable' }>,
): Promise<AdminAnswer> {
  const result = await (command === 'disable' ? disableAccount : enableAccount)(db, { email, reason });
  if (!result.ok) return { code: 2, text: complaint(result.error.code, email) };
  if (command === 'enable') return { code: 0, text: `Enabled: ${email}. Its owner signs in anew and gets a letter.` };
  return {
    code: 0,
    text: `Disabled: ${email}. Sessions, tokens and links have ended; its owner gets a letter with the reason.`,
  };
}

function complaint(code: DisableError['code'] | 'not-disabled', email: string): string {
  switch (code) {
    case 'no-account':
      return `there is no account with ${email}`;
    case 'already':
      return `${email} is disabled already`;
    case 'not-disabled':
      return `${email} is not disabled`;
    case 'last-administrator':
      return `${email} is the last administrator; grant the role to somebody else first`;
  }
}
