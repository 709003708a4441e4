import { citeTogether } from '#app/i18n/inflect-citation.ts';
import type { Db } from '#app/db/client.server.ts';
import { formatDateTime, formatReceived } from '#app/i18n/dates.ts';
import { asLocale, type Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import type { Translate } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { firstWords } from '../state/first-words.ts';
import type { Fit } from '../state/remark.ts';
import { stateKeys, type Decision } from '#app/drafting/state/remark-state.ts';
import { sendLetters, type LetterWords } from './send-letters.server.ts';
import { fitLetterKeys } from '../remarks/words.ts';

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
  /** Files that came with it. */
  attached: number;
  /** Its author has an account and stands under it by name: they may take that back where the letter leads. */
  isNamed: boolean;
};

/** Says that a letter is in the register: number, time, its points, address of the receipt. */
export async function sendFilingReceipt(tx: Db, filing: FilingLetter): Promise<void> {
  await sendLetters(tx, [
    { ...filing, dedupeKey: `receipt:${filing.filingId}`, words: (t, locale) => receiptOf(filing, t, locale) },
  ]);
}

function receiptOf(filing: FilingLetter, t: Translate, locale: Locale): LetterWords {
  const points = filing.points.map(({ citations, place, reason }, at) =>
    t('register.mail.receipt.point', {
      number: filing.number + at,
      about: citeTogether(citations) || place || t('drafting.to-whole'),
      words: firstWords(reason, 160),
    }),
  );
  return {
    subject: t('drafting.mail.receipt.subject', { number: filing.number, title: filing.title }),
    path: paths(locale).filing(filing.slug, filing.number),
    body: t('register.mail.receipt.body', {
      number: filing.number,
      title: filing.title,
      at: formatReceived(locale, filing.receivedAt),
      due: formatDateTime(locale, filing.dueAt),
      points: points.join('\n'),
      count: points.length,
      files: filing.attached,
      named: filing.isNamed ? 'yes' : 'no',
    }),
  };
}

/** One unit that a ruling changed, as two wordings; null where there is no unit before or after. */
export type ChangedWords = { op: string; citation: string; was: string | null; is: string | null };

type DecisionLetter = RemarkLetter & {
  decision: Decision;
  reason: string;
  resultVersion: number | null;
  words: readonly ChangedWords[];
  isGroup?: boolean;
};

/**
 * Tells each author what was decided and why, with the exact words the text had and has. Of rulings released together each person gets one
 * letter, named by the first of theirs: told/told-authors.server.ts looks for it by that name.
 */
export async function sendDecisions(
  tx: Db,
  remarks: readonly DecisionLetter[],
  { isTogether = false } = {},
): Promise<void> {
  await sendLetters(
    tx,
    (await byPerson(tx, remarks, isTogether)).map((theirs) => {
      const [first] = theirs as [Addressed<DecisionLetter>];
      const all = theirs.map(({ remark }) => remark);
      return {
        ...contactOf(first),
        dedupeKey: all.length === 1 ? `ruling:${first.remark.remarkId}` : `rulings:${first.remark.remarkId}`,
        words: (t: Translate, locale: Locale) => ({
          path: paths(locale).remark(first.remark.slug, first.remark.number),
          ...(all.length === 1 ? decisionOf(first.remark, t, locale) : decisionsOf(all, t, locale)),
        }),
      };
    }),
  );
}

/** Rulings that a letter tells of in full, and the characters they may take; each of the others has a line with the address of its reasons. */
const toldInFull = { rulings: 40, characters: 60_000 } as const;

/** How many of the parts a letter holds in full; the first one always. */
function inFull(parts: readonly string[]): number {
  let characters = 0;
  const at = parts.findIndex((part) => (characters += part.length) > toldInFull.characters);
  return Math.min(toldInFull.rulings, at === -1 ? parts.length : Math.max(1, at));
}

/** Several rulings on remarks of one person, released together. */
function decisionsOf(remarks: readonly DecisionLetter[], t: Translate, locale: Locale): LetterWords {
  const [{ title, slug }] = remarks as [DecisionLetter];
  const version = remarks.find(({ resultVersion }) => resultVersion !== null)?.resultVersion ?? null;
  const lineOf = ({ number, decision }: DecisionLetter) =>
    t('basket.mail.line', { number, state: t(stateKeys[decision]) });
  const named = (remark: DecisionLetter) =>
    `${lineOf(remark)}\n${absoluteUrl(paths(locale).remark(slug, remark.number))}`;
  const all = remarks.map((remark) =>
    [
      named(remark),
      `${t('drafting.reason')}:\n${remark.reason}`,
      ...(remark.resultVersion === null ? [t('basket.mail.no-change')] : remark.words.map((each) => wasIs(t, each))),
    ].join('\n\n'),
  );
  const parts = all.slice(0, inFull(all));
  const rest = remarks.slice(parts.length).map(named);
  const intro = t('basket.mail.body', { title, count: remarks.length });
  return {
    subject: t('basket.mail.subject', { title, count: remarks.length }),
    body: [
      version === null ? intro : `${intro} ${t('drafting.mail.ruling.version', { version })}`,
      ...parts,
      ...(rest.length > 0 ? [t('basket.mail.rest', { count: rest.length }), ...rest] : []),
      version === null ? t('basket.mail.register') : t('deciding.mail.redline'),
    ].join('\n\n'),
    path: version === null ? paths(locale).remarks(slug) : paths(locale).redline(slug, version - 1, version),
  };
}

function decisionOf(remark: DecisionLetter, t: Translate, locale: Locale): { subject: string; body: string } {
  return {
    subject: t('drafting.mail.ruling.subject', { number: remark.number, state: t(stateKeys[remark.decision]) }),
    body: [
      t('drafting.mail.ruling.body', {
        number: remark.number,
        title: remark.title,
        state: t(stateKeys[remark.decision]),
      }),
      ...(remark.isGroup ? [t('deciding.mail.group')] : []),
      `${t('drafting.reason')}:\n${remark.reason}`,
      ...textPart(remark, t, locale),
      t('deciding.mail.remark'),
    ].join('\n\n'),
  };
}

/** What it did to the text, in the words before and after. */
function textPart(
  { resultVersion: version, slug, words }: Pick<DecisionLetter, 'resultVersion' | 'slug' | 'words'>,
  t: Translate,
  locale: Locale,
): string[] {
  if (version === null) return [t('drafting.mail.ruling.no-change')];
  return [
    t('drafting.mail.ruling.version', { version }),
    ...words.map((each) => wasIs(t, each)),
    `${t('deciding.mail.redline')}\n${absoluteUrl(paths(locale).redline(slug, version - 1, version))}`,
  ];
}

type CorrectionLetter = Omit<DecisionLetter, 'isGroup'> & {
  rulingId: string;
  before: { decision: Decision; reason: string };
  why: string;
};

/** Tells each author that the office corrected its ruling: both versions, why, and what it did to the text. */
export async function sendCorrections(tx: Db, remarks: readonly CorrectionLetter[]): Promise<void> {
  await write(
    tx,
    remarks,
    ({ rulingId }) => `correction:${rulingId}`,
    (remark, t, locale) => ({
      subject: t('correct.mail.subject', { number: remark.number, state: t(stateKeys[remark.decision]) }),
      body: [
        t('correct.mail.body', { number: remark.number, title: remark.title }),
        `${t('correct.why')}:\n${remark.why}`,
        `${t('correct.was')}: ${t(stateKeys[remark.before.decision])}\n${remark.before.reason}`,
        `${t('correct.is')}: ${t(stateKeys[remark.decision])}\n${remark.reason}`,
        ...textPart(remark, t, locale),
        t('deciding.mail.remark'),
      ].join('\n\n'),
    }),
  );
}

function wasIs(t: Translate, { op, citation, was, is }: ChangedWords): string {
  const name = op === 'insert-after' ? t('deciding.mail.inserted', { citation }) : citation;
  return `${name}\n${t('drafting.was')}: ${was ?? t('drafting.nothing')}\n${t('deciding.mail.is')}: ${is ?? t('drafting.nothing')}`;
}

/** Tells the author that the office wrote the amendment on the new text, because they could not answer here. */
export async function sendRewritten(tx: Db, remark: RemarkLetter & { revision: number }): Promise<void> {
  await write(
    tx,
    [remark],
    () => `rewritten:${remark.remarkId}:${remark.revision}`,
    (_, t) => ({
      subject: t('deciding.mail.rewritten.subject', { number: remark.number, title: remark.title }),
      body: t('deciding.mail.rewritten.body', { number: remark.number }),
    }),
  );
}

/** Tells each author that the remark will be answered with others like it, that it counts apart, and how to leave. */
export async function sendGrouped(
  tx: Db,
  remarks: readonly (RemarkLetter & { group: { id: string; number: number; title: string } })[],
): Promise<void> {
  await write(
    tx,
    remarks,
    ({ remarkId, group }) => `grouped:${remarkId}:${group.id}`,
    ({ number, title, slug, group }, t, locale) => ({
      subject: t('deciding.mail.grouped.subject', { number, title }),
      body: t('deciding.mail.grouped.body', { number, group: group.title, title }),
      path: paths(locale).group(slug, group.number),
    }),
  );
}

/** Words of an amendment before and after the text under it changed; of one in conflict, what the text says now. Null: none. */
export type FitWords = { fit: 'adapted' | 'conflict'; was: string | null; is: string | null };

type FitLetter = RemarkLetter & {
  fit: Exclude<Fit, 'unchanged'>;
  version: number;
  words: readonly FitWords[];
  /** The office's own term for its response. */
  dueAt: Date;
  now: Date;
};

/** Tells each author, in one letter, that the text under open amendments has changed: was and is, what happens without an answer, by when to give it. */
export async function sendFits(tx: Db, remarks: readonly FitLetter[]): Promise<void> {
  await sendLetters(
    tx,
    (await byPerson(tx, remarks)).map((theirs) => {
      const [first] = theirs as [Addressed<FitLetter>];
      const all = theirs.map(({ remark }) => remark);
      const { remarkId, version, number, slug } = first.remark;
      return {
        ...contactOf(first),
        dedupeKey: `${all.length === 1 ? 'fit' : 'fits'}:${remarkId}:${version}`,
        words: (t: Translate, locale: Locale) => ({
          path: paths(locale).remark(slug, number),
          ...(all.length === 1 ? fitOf(first.remark, t, locale) : fitsOf(all, t, locale)),
        }),
      };
    }),
  );
}

function fitOf(remark: FitLetter, t: Translate, locale: Locale): { subject: string; body: string } {
  const { number, title, fit } = remark;
  return {
    subject: t(fit === 'contained' ? 'drafting.mail.fit.subject' : 'drafting.mail.fit.subject-asked', {
      number,
      title,
    }),
    body: fitPart(remark, t, locale),
  };
}

function fitPart({ number, fit, version, words, dueAt, now }: FitLetter, t: Translate, locale: Locale): string {
  return [
    t(fitLetterKeys[fit], { number, version }),
    ...words.map((each) => fitWords(t, each)),
    ...(fit === 'contained'
      ? []
      : [
          t(now < dueAt ? 'drafting.mail.fit.due' : 'drafting.mail.fit.overdue', {
            due: formatDateTime(locale, dueAt),
          }),
        ]),
  ].join('\n\n');
}

/** Several amendments of one person that the same version touched: those it asks about first, each with its own address. */
function fitsOf(remarks: readonly FitLetter[], t: Translate, locale: Locale): LetterWords {
  const [{ title, slug, version }] = remarks as [FitLetter];
  const isAsked = ({ fit }: FitLetter) => fit !== 'contained';
  const inOrder = [...remarks.filter(isAsked), ...remarks.filter((remark) => !isAsked(remark))];
  const address = ({ number }: FitLetter) => absoluteUrl(paths(locale).remark(slug, number));
  const all = inOrder.map((remark) => `${fitPart(remark, t, locale)}\n${address(remark)}`);
  const parts = all.slice(0, inFull(all));
  const rest = inOrder
    .slice(parts.length)
    .map(
      (remark) =>
        `${t('drafting.mail.fits.line', { number: remark.number, asked: isAsked(remark) ? 'yes' : 'no' })}\n${address(remark)}`,
    );
  const asked = remarks.filter(isAsked).length;
  return {
    subject: t('drafting.mail.fits.subject', { title, asked: asked > 0 ? 'yes' : 'no' }),
    body: [
      t('drafting.mail.fits.body', { title, version, count: remarks.length, asked }),
      ...parts,
      ...(rest.length > 0 ? [t('drafting.mail.fits.rest', { count: rest.length }), ...rest] : []),
      t('drafting.mail.fits.change'),
    ].join('\n\n'),
    path: paths(locale).redline(slug, version - 1, version),
  };
}

function fitWords(t: Translate, { fit, was, is }: FitWords): string {
  return [
    `${t('drafting.mail.fit.yours')}: ${was ?? t('drafting.mail.fit.no-words')}`,
    `${t(fit === 'adapted' ? 'drafting.mail.fit.now-yours' : 'drafting.mail.fit.now-text')}: ${is ?? t(fit === 'adapted' ? 'drafting.mail.fit.no-words' : 'drafting.nothing')}`,
  ].join('\n');
}

/** A letter for each remark in its addressee's language, with the address of the remark. */
async function write<Remark extends RemarkLetter>(
  tx: Db,
  remarks: readonly Remark[],
  keyOf: (remark: Remark) => string,
  words: (remark: Remark, t: Translate, locale: Locale) => { subject: string; body: string; path?: string },
): Promise<void> {
  await sendLetters(
    tx,
    (await withContacts(tx, remarks)).map((each) => {
      const { remark } = each;
      return {
        ...contactOf(each),
        dedupeKey: keyOf(remark),
        words: (t: Translate, locale: Locale) => ({
          path: paths(locale).remark(remark.slug, remark.number),
          ...words(remark, t, locale),
        }),
      };
    }),
  );
}

type Addressed<Remark> = { remark: Remark; contactEmail: string | null; locale: Locale };

const contactOf = ({ remark: { authorId, teryt }, contactEmail, locale }: Addressed<RemarkLetter>) => ({
  authorId,
  teryt,
  contactEmail,
  locale,
});

/** Remarks by whom they are told to, each by itself where they do not go together. */
async function byPerson<Remark extends RemarkLetter>(
  tx: Db,
  remarks: readonly Remark[],
  isTogether = true,
): Promise<Addressed<Remark>[][]> {
  const people = new Map<string, Addressed<Remark>[]>();
  for (const each of await withContacts(tx, remarks)) {
    const { remark, contactEmail, locale } = each;
    // Who cannot be written to is kept apart, so that nobody is counted as told.
    const person = remark.authorId ?? (contactEmail ? `${contactEmail.toLowerCase()} ${locale}` : null);
    const who = (isTogether && person) || remark.remarkId;
    people.set(who, [...(people.get(who) ?? []), each]);
  }
  return [...people.values()];
}

/** Remarks with the address that the office entered for those without an account. */
async function withContacts<Remark extends RemarkLetter>(
  tx: Db,
  remarks: readonly Remark[],
): Promise<Addressed<Remark>[]> {
  const onPaper = remarks.filter(({ authorId }) => authorId === null).map(({ remarkId }) => remarkId);
  const rows =
    onPaper.length === 0
      ? []
      : await tx.remark.findMany({
          where: { id: { in: onPaper } },
          select: { id: true, filing: { select: { contactEmail: true, locale: true } } },
        });
  const filingOf = new Map(rows.map(({ id, filing }) => [id, filing]));
  return remarks.map((remark) => {
    const filing = filingOf.get(remark.remarkId);
    return { remark, contactEmail: filing?.contactEmail ?? null, locale: asLocale(filing?.locale) };
  });
}
