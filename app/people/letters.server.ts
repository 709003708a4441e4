import type { Db } from '#app/db/client.server.ts';
import { dayOf } from '#app/i18n/dates.ts';
import { asLocale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translate, type MessageKey } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { queueMail } from '#app/mail/queue-mail.server.ts';
import { issueToken, tokenHours } from './email-token.server.ts';

export type Addressee = { id: string; email: string; displayName: string; locale: string };

type AccountLetter = {
  subject: MessageKey;
  body: MessageKey;
  params: Record<string, string | number>;
  dedupeKey?: string;
  /** Another address than the account's. */ to?: string;
};

async function queueAccountLetter(tx: Db, user: Addressee, letter: AccountLetter): Promise<void> {
  const locale = asLocale(user.locale);
  await queueMail(tx, {
    to: letter.to ?? user.email,
    locale,
    subject: translate(locale, letter.subject),
    body: translate(locale, letter.body, letter.params),
    ...(letter.dedupeKey ? { dedupeKey: letter.dedupeKey } : {}),
  });
}

export async function sendConfirmation(tx: Db, user: Addressee): Promise<void> {
  const hours = tokenHours['confirm-email'];
  const secret = await issueToken(tx, { userId: user.id, purpose: 'confirm-email', hours });
  const link = absoluteUrl(paths(asLocale(user.locale)).confirmEmail(secret));
  await queueAccountLetter(tx, user, {
    subject: 'mail.confirm.subject',
    body: 'mail.confirm.body',
    params: { link, hours },
  });
}

/** To somebody whose address was used to register again. Once a day: a form must not be a way to flood a mailbox. */
export async function sendAccountExists(tx: Db, user: Addressee): Promise<void> {
  const to = paths(asLocale(user.locale));
  await queueAccountLetter(tx, user, {
    subject: 'mail.exists.subject',
    body: 'mail.exists.body',
    params: { signIn: absoluteUrl(to.signIn()), forgot: absoluteUrl(to.forgotPassword()) },
    dedupeKey: `account-exists:${user.id}:${dayOf(new Date())}`,
  });
}

/** To a guest who registers: the letters sent so far become those of the account once its owner sets a password by this link. */
export async function sendTakeOver(tx: Db, user: Addressee): Promise<void> {
  const hours = tokenHours['confirm-email'];
  const secret = await issueToken(tx, { userId: user.id, purpose: 'reset-password', hours });
  const link = absoluteUrl(paths(asLocale(user.locale)).resetPassword(secret));
  await queueAccountLetter(tx, user, {
    subject: 'register.mail.takeover.subject',
    body: 'register.mail.takeover.body',
    params: { link, hours },
  });
}

export async function sendPasswordReset(tx: Db, user: Addressee): Promise<void> {
  const secret = await issueToken(tx, {
    userId: user.id,
    purpose: 'reset-password',
    hours: tokenHours['reset-password'],
  });
  const link = absoluteUrl(paths(asLocale(user.locale)).resetPassword(secret));
  await queueAccountLetter(tx, user, { subject: 'mail.reset.subject', body: 'mail.reset.body', params: { link } });
}

/** Tells the owner that the password is another one now, in case it was not their doing. */
export async function sendPasswordChanged(tx: Db, user: Addressee): Promise<void> {
  const forgot = absoluteUrl(paths(asLocale(user.locale)).forgotPassword());
  await queueAccountLetter(tx, user, {
    subject: 'mail.changed.subject',
    body: 'mail.changed.body',
    params: { forgot },
  });
}

/** Asks one of two addresses whether the account is to have the new one. Neither letter repeats what was typed. */
export async function sendAddressQuestion(
  tx: Db,
  user: Addressee,
  { side, to, secret, hours }: { side: 'old' | 'new'; to: string; secret: string; hours: number },
): Promise<void> {
  const link = absoluteUrl(paths(asLocale(user.locale)).emailChange(secret));
  await queueAccountLetter(tx, user, {
    to,
    subject: `mail.address.${side}.subject`,
    body: `mail.address.${side}.body`,
    params: { link, hours },
  });
}

export async function sendAddressChanged(tx: Db, user: Addressee, { to }: { to: string }): Promise<void> {
  const signIn = absoluteUrl(paths(asLocale(user.locale)).signIn());
  await queueAccountLetter(tx, user, {
    to,
    subject: 'mail.address.changed.subject',
    body: 'mail.address.changed.body',
    params: { signIn },
  });
}

/** To somebody whose account an administrator closed to them, or opened again, with the reason that was written for it. */
export async function sendAccountSwitched(
  tx: Db,
  user: Addressee,
  state: 'disabled' | 'enabled',
  reason: string,
): Promise<void> {
  await queueAccountLetter(tx, user, {
    subject: `mail.account.${state}.subject`,
    body: `mail.account.${state}.body`,
    params: { reason },
  });
}

/** To somebody whose name went from what they signed, with how many signatures. */
export async function sendNamesWithdrawn(
  tx: Db,
  user: Addressee,
  { count, isAll }: { count: number; isAll: boolean },
): Promise<void> {
  await queueAccountLetter(tx, user, {
    subject: 'mail.names.subject',
    body: isAll ? 'mail.names.all' : 'mail.names.one',
    params: { count },
  });
}

export async function sendAccountClosed(tx: Db, user: Addressee): Promise<void> {
  await queueAccountLetter(tx, user, {
    subject: 'mail.account.closed.subject',
    body: 'mail.account.closed.body',
    params: {},
  });
}
