import type { Db } from '#app/db/client.server.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translator, type Translate } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { queueMail } from '#app/mail/queue-mail.server.ts';
import { tokenHours } from '#app/people/email-token.server.ts';
import { guestLink } from '#app/people/guest-link.server.ts';
import { firstWords } from './first-words.ts';
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

export type FilingLetter = {
  teryt: string;
  slug: string;
  title: string;
  filingId: string;
  number: number;
  authorId: string | null;
  /** Where to write when there is no account. */
  contactEmail: string | null;
  locale: Locale;
  receivedAt: Date;
  dueAt: Date;
  points: { citations: string[]; place: string; reason: string }[];
};

/** Says that a letter is in the register: number, time, its points, address of the receipt. */
export async function sendFilingReceipt(tx: Db, filing: FilingLetter): Promise<void> {
  const reader = await addresseeOf(tx, filing);
  if (!reader) return;
  const t = translator(reader.locale);
  const points = filing.points.map(({ citations, place, reason }, at) => t('register.mail.receipt.point', {
    number: filing.number + at, about: citations.join(', ') || place || t('drafting.to-whole'), words: firstWords(reason, 160),
  }));
  const body = t('register.mail.receipt.body', {
    number: filing.number, title: filing.title, at: formatDateTime(reader.locale, filing.receivedAt), due: formatDateTime(reader.locale, filing.dueAt), points: points.join('\n'), count: points.length,
  });
  await send(tx, reader, {
    subject: t('drafting.mail.receipt.subject', { number: filing.number, title: filing.title }), body, path: paths(reader.locale).filing(filing.slug, filing.number),
    dedupeKey: `receipt:${filing.filingId}`, teryt: filing.teryt,
  });
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

/** Tells the author that the office wrote the amendment on the new text, because they could not answer here. */
export async function sendRewritten(tx: Db, remark: RemarkLetter & { revision: number }): Promise<void> {
  await write(tx, remark, `rewritten:${remark.remarkId}:${remark.revision}`, (t) => ({
    subject: t('deciding.mail.rewritten.subject', { number: remark.number, title: remark.title }),
    body: t('deciding.mail.rewritten.body', { number: remark.number }),
  }));
}

/** Tells the author that the remark will be answered with others like it, that it counts apart, and how to leave. */
export async function sendGrouped(tx: Db, remark: RemarkLetter & { group: { id: string; number: number; title: string } }): Promise<void> {
  const { number, title, group } = remark;
  await write(tx, remark, `grouped:${remark.remarkId}:${group.id}`, (t, locale) => ({
    subject: t('deciding.mail.grouped.subject', { number, title }),
    body: t('deciding.mail.grouped.body', { number, group: group.title, title }), path: paths(locale).group(remark.slug, group.number),
  }));
}

/** Tells the author that the text under an open amendment has changed. */
export async function sendFit(tx: Db, remark: RemarkLetter & { fit: Exclude<Fit, 'unchanged'>; version: number }): Promise<void> {
  await write(tx, remark, `fit:${remark.remarkId}:${remark.version}`, (t) => ({
    subject: t('drafting.mail.fit.subject', { number: remark.number, title: remark.title }),
    body: t(fitLetterKeys[remark.fit], { number: remark.number, version: remark.version }),
  }));
}

/** One letter in the addressee's language, with the address of the remark. */
async function write(
  tx: Db,
  remark: RemarkLetter,
  dedupeKey: string,
  words: (t: Translate, locale: Locale) => { subject: string; body: string; path?: string },
): Promise<void> {
  const filing = remark.authorId === null ? await tx.remark.findUnique({ where: { id: remark.remarkId }, select: { filing: { select: { contactEmail: true, locale: true } } } }) : null;
  const reader = await addresseeOf(tx, {
    authorId: remark.authorId, contactEmail: filing?.filing.contactEmail ?? null, locale: filing?.filing.locale === 'en' ? 'en' : 'pl',
  });
  if (!reader) return;
  await send(tx, reader, { path: paths(reader.locale).remark(remark.slug, remark.number), ...words(translator(reader.locale), reader.locale), dedupeKey, teryt: remark.teryt });
}

type Addressee = { email: string; locale: Locale; guestId: string | null };

/** The author's account, else the address the office entered; null when there is nobody to write to. */
async function addresseeOf(tx: Db, filing: { authorId: string | null; contactEmail: string | null; locale: Locale }): Promise<Addressee | null> {
  if (filing.authorId === null) return filing.contactEmail ? { email: filing.contactEmail, locale: filing.locale, guestId: null } : null;
  const author = await tx.user.findUnique({ where: { id: filing.authorId }, select: { id: true, email: true, locale: true, isGuest: true, disabledAt: true } });
  if (!author || author.disabledAt) return null;
  return { email: author.email, locale: author.locale === 'en' ? 'en' : 'pl', guestId: author.isGuest ? author.id : null };
}

/** A guest has no password, so the letter also holds a link that lets in once, to answer or withdraw. */
async function send(tx: Db, reader: Addressee, letter: { subject: string; body: string; path: string; dedupeKey: string; teryt: string }): Promise<void> {
  const { path, body, ...rest } = letter;
  const parts = [body, absoluteUrl(path)];
  if (reader.guestId) parts.push(translator(reader.locale)('register.mail.guest-link', { link: await guestLink(tx, { userId: reader.guestId, locale: reader.locale, next: path }), days: tokenHours['guest-sign-in'] / 24 }));
  await queueMail(tx, { ...rest, to: reader.email, locale: reader.locale, body: parts.join('\n\n') });
}
