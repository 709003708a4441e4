import type { Db } from '#app/db/client.server.ts';
import { withSameContent } from '#app/drafting/attachments/same-content.server.ts';
import { asLocale, type Locale } from '#app/i18n/locale.ts';
import { paths, type Paths } from '#app/i18n/paths.ts';
import { translator, type Translate } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { queueMail } from '#app/mail/queue-mail.server.ts';
import { groundKeys, type Ground } from '#app/record/covered/grounds.ts';
import type { SubjectType } from '#app/record/covered/subjects.ts';
import type { LoadedSubject } from './load-subject.server.ts';

type Step = 'covered' | 'uncovered';
type Told = {
  subject: LoadedSubject;
  redactionId: string;
  isWhole: boolean;
  ground: Ground;
  note: string;
  step: Step;
};

/** What one person is told. */
type Letter = {
  email: string;
  locale: Locale;
  title: string;
  /** What was covered or shown again; the rest of the sentence is said by `words`. */
  what: (t: Translate) => string;
  words?: (t: Translate) => string;
  path: (to: Paths) => string;
  /** Of several letters of one act. */ key?: string;
};

/** Tells whoever wrote or sent it what was covered or shown again, why, and how to object. */
export async function tellAuthor(tx: Db, told: Told): Promise<void> {
  const { subject, redactionId, ground, note, step } = told;
  const { name } = await tx.municipality.findUniqueOrThrow({ where: { teryt: subject.teryt }, select: { name: true } });
  for (const { email, locale, title, what, words, path, key } of await writers[subject.type](tx, told)) {
    const t = translator(locale);
    await queueMail(tx, {
      to: email,
      locale,
      teryt: subject.teryt,
      // Covered by an office, it is the office that an objection goes to; a team has no address of one.
      toOffice: subject.editionId === null,
      dedupeKey: ['redaction', redactionId, step, ...(key ? [key] : [])].join(':'),
      subject: t(`redaction.mail.${step}.subject`, { title }),
      body: [
        words
          ? `${words(t)}\n\n${t('redaction.mail.why', { ground: t(groundKeys[ground]), note, step })}`
          : t(`redaction.mail.${step}.body`, { what: what(t), ground: t(groundKeys[ground]), note }),
        ...(step === 'covered' ? [t('redaction.mail.object', { municipality: name })] : []),
        absoluteUrl(path(paths(locale))),
      ].join('\n\n'),
    });
  }
}

type Writer = (tx: Db, told: Told) => Promise<Letter[]>;

/** Texts of the office or of the team, which has nobody else to tell. */
const nobody: Writer = async () => [];

/** Who wrote or sent what can be covered: every kind has its answer. */
const writers: Record<SubjectType, Writer> = {
  consultation: nobody,
  unit: nobody,
  remark: (tx, told) => aboutLetter(tx, told, { remarks: { some: { id: told.subject.id } } }),
  filing: (tx, told) => aboutLetter(tx, told, { id: told.subject.id }),
  attachment: aboutFile,
  comment: aboutComment,
  meeting: nobody,
  group: nobody,
  'term-change': nobody,
  'facts-change': nobody,
  'office-draft': nobody,
  version: nobody,
  report: nobody,
  'report-details': nobody,
  unified: nobody,
  adopted: nobody,
  'board-card': aboutCard,
  'board-group': nobody,
  // Nobody knows whose answer it is.
  'survey-answer': nobody,
  coding: async (tx, told) =>
    inEdition(tx, told, (await tx.coding.findUniqueOrThrow({ where: { id: told.subject.id } })).coderId),
  evidence: async (tx, told) =>
    inEdition(
      tx,
      told,
      (await tx.evidence.findUniqueOrThrow({ where: { id: told.subject.id }, select: { coding: true } })).coding
        .coderId,
    ),
  reply: async (tx, told) =>
    inEdition(tx, told, (await tx.reply.findUniqueOrThrow({ where: { id: told.subject.id } })).authorId),
  'reply-file': async (tx, told) =>
    inEdition(
      tx,
      told,
      (await tx.replyFile.findUniqueOrThrow({ where: { id: told.subject.id }, select: { reply: true } })).reply
        .authorId,
    ),
  'reply-decision': nobody,
  adjudication: nobody,
  correction: nobody,
};

type Reader = { email: string; locale: Locale };

/** An account that is open. */
async function account(tx: Db, id: string | null): Promise<Reader | null> {
  const user =
    id === null
      ? null
      : await tx.user.findFirst({ where: { id, disabledAt: null }, select: { email: true, locale: true } });
  return user && { email: user.email, locale: asLocale(user.locale) };
}

type Sender = { authorId: string | null; contactEmail: string | null; locale: string };

/** Who sent a letter: the account, or the address that the office entered. */
async function sender(tx: Db, { authorId, contactEmail, locale }: Sender): Promise<Reader | null> {
  if (authorId !== null) return account(tx, authorId);
  return contactEmail ? { email: contactEmail, locale: asLocale(locale) } : null;
}

async function aboutLetter(
  tx: Db,
  { subject: { slug, title, ...subject } }: Told,
  where: { id: string } | { remarks: { some: { id: string } } },
): Promise<Letter[]> {
  const filing = await tx.filing.findFirstOrThrow({
    where,
    select: { number: true, authorId: true, contactEmail: true, locale: true },
  });
  const reader = await sender(tx, filing);
  const number = subject.number ?? filing.number;
  return reader
    ? [
        {
          ...reader,
          title,
          what: (t) => t('redaction.mail.remark', { number, title }),
          path: (to) => to.remark(slug, number),
        },
      ]
    : [];
}

/** The same content in other letters is covered with it: whoever sent those is told, too. */
async function aboutFile(tx: Db, { subject, isWhole, step }: Told): Promise<Letter[]> {
  const files = (await withSameContent(tx, subject.id)).filter(({ id }) => isWhole || id === subject.id);
  const letters: Letter[] = [];
  for (const { id, number, filing } of files) {
    const reader = await sender(tx, filing);
    const { slug, title } = filing.consultation;
    const place = { number, filing: filing.number, title };
    if (reader)
      letters.push({
        ...reader,
        title,
        key: id,
        what: () => '',
        words: (t) => t(`redaction.mail.${step}.${isWhole ? 'file' : 'file-name'}`, place),
        path: (to) => `${to.filing(slug, filing.number)}#zalaczniki`,
      });
  }
  return letters;
}

async function aboutComment(tx: Db, { subject: { id, slug, title } }: Told): Promise<Letter[]> {
  const { authorId, clause, remark } = await tx.comment.findUniqueOrThrow({
    where: { id },
    select: { authorId: true, clause: { select: { code: true } }, remark: { select: { number: true } } },
  });
  const reader = await account(tx, authorId);
  return reader
    ? [
        {
          ...reader,
          title,
          what: (t) => t('redaction.mail.comment', { title }),
          path: (to) =>
            remark === null
              ? to.talk(slug, clause.code, {}, `k-${id}`)
              : to.remarkTalk(slug, remark.number, {}, `k-${id}`),
        },
      ]
    : [];
}

/** Who wrote a card with an account; a browser has no address. */
async function aboutCard(tx: Db, { subject: { id, slug, title } }: Told): Promise<Letter[]> {
  const { number, writer } = await tx.boardCard.findUniqueOrThrow({
    where: { id },
    select: { number: true, writer: { select: { userId: true } } },
  });
  const reader = await account(tx, writer?.userId ?? null);
  return reader
    ? [{ ...reader, title, what: (t) => t('redaction.mail.card', { number, title }), path: (to) => to.board(slug) }]
    : [];
}

/** `userId` is null for what came by a link: its author has no account to write to. */
async function inEdition(tx: Db, { subject }: Told, userId: string | null): Promise<Letter[]> {
  const { type, editionId, slug, teryt, title } = subject;
  const isFrozen = editionId !== null && (await tx.edition.count({ where: { id: editionId, state: 'frozen' } })) > 0;
  const reader = await account(tx, userId);
  return reader
    ? [
        {
          ...reader,
          title,
          what: (t) => t('redaction.mail.edition', { kind: t(`redaction.type.${type}`), title }),
          path: (to) => (isFrozen ? to.scorecard(slug, teryt) : to.teamEdition(slug)),
        },
      ]
    : [];
}
