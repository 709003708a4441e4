import type { Db } from '#app/db/client.server.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translator, type Translate } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { queueMail } from '#app/mail/queue-mail.server.ts';
import type { Fit } from './remark.ts';
import type { Decision } from '#app/consultations/remark-state.ts';
import { fitLetterKeys } from './words.ts';
import { stateKeys } from '#app/consultations/remark-state.ts';

export type RemarkLetter = {
  teryt: string;
  slug: string;
  title: string;
  remarkId: string;
  number: number;
  authorId: string | null;
};

/** Says that a remark is in the register: number, time, address. */
export async function sendReceipt(tx: Db, remark: RemarkLetter & { citation: string; filedAt: Date; dueAt: Date }): Promise<void> {
  await write(tx, remark, `receipt:${remark.remarkId}`, (t, locale) => ({
    subject: t('drafting.mail.receipt.subject', { number: remark.number, title: remark.title }),
    body: t('drafting.mail.receipt.body', {
      number: remark.number, title: remark.title, citation: remark.citation, at: formatDateTime(locale, remark.filedAt), due: formatDateTime(locale, remark.dueAt),
    }),
  }));
}

/** One unit that a ruling changed, as two wordings; null where there is no unit before or after. */
export type ChangedWords = { op: string; citation: string; was: string | null; is: string | null };

type DecisionLetter = RemarkLetter & { decision: Decision; reason: string; resultVersion: number | null; words: readonly ChangedWords[]; isGroup?: boolean };

/** Tells the author what was decided and why, with the exact words the text had and has. */
export async function sendDecision(tx: Db, remark: DecisionLetter): Promise<void> {
  const { resultVersion: version } = remark;
  await write(tx, remark, `ruling:${remark.remarkId}`, (t, locale) => ({
    subject: t('drafting.mail.ruling.subject', { number: remark.number, state: t(stateKeys[remark.decision]) }),
    body: [
      t('drafting.mail.ruling.body', { number: remark.number, title: remark.title, state: t(stateKeys[remark.decision]) }),
      ...(remark.isGroup ? [t('deciding.mail.group')] : []),
      `${t('drafting.reason')}:\n${remark.reason}`,
      ...(version === null ? [t('drafting.mail.ruling.no-change')] : [
        t('drafting.mail.ruling.version', { version }), ...remark.words.map((words) => wasIs(t, words)),
        `${t('deciding.mail.redline')}\n${absoluteUrl(paths(locale).redline(remark.slug, version - 1, version))}`,
      ]),
      t('deciding.mail.remark'),
    ].join('\n\n'),
  }));
}

function wasIs(t: Translate, { op, citation, was, is }: ChangedWords): string {
  const name = op === 'insert-after' ? t('deciding.mail.inserted', { citation }) : citation;
  return `${name}\n${t('drafting.was')}: ${was ?? t('drafting.nothing')}\n${t('deciding.mail.is')}: ${is ?? t('drafting.nothing')}`;
}

/** Tells the author that the text under an open amendment has changed. */
export async function sendFit(tx: Db, remark: RemarkLetter & { fit: Exclude<Fit, 'unchanged'>; version: number }): Promise<void> {
  await write(tx, remark, `fit:${remark.remarkId}:${remark.version}`, (t) => ({
    subject: t('drafting.mail.fit.subject', { number: remark.number, title: remark.title }),
    body: t(fitLetterKeys[remark.fit], { number: remark.number, version: remark.version }),
  }));
}

/** One letter in the addressee's language, with the address of the remark; remarks that came on paper have nobody to write to. */
async function write(
  tx: Db,
  remark: RemarkLetter,
  dedupeKey: string,
  words: (t: Translate, locale: Locale) => { subject: string; body: string },
): Promise<void> {
  const author = remark.authorId && (await tx.user.findUnique({ where: { id: remark.authorId }, select: { email: true, locale: true } }));
  if (!author) return;
  const locale: Locale = author.locale === 'en' ? 'en' : 'pl';
  const { subject, body } = words(translator(locale), locale);
  const link = absoluteUrl(paths(locale).remark(remark.slug, remark.number));
  await queueMail(tx, { to: author.email, locale, subject, body: `${body}\n\n${link}`, dedupeKey, teryt: remark.teryt });
}
