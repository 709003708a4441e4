import type { Db } from '#app/db/client.server.ts';
import { asLocale, type Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translator } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { queueMail } from '#app/mail/queue-mail.server.ts';
import { groundKeys, type Ground } from '#app/record/covered/grounds.ts';
import type { LoadedSubject } from './load-subject.server.ts';

type Told = {
  subject: LoadedSubject;
  redactionId: string;
  ground: Ground;
  note: string;
  step: 'covered' | 'uncovered';
};

/** Tells the author of a remark, filing or comment what was covered or shown again, why, and how to object. Texts of the office have nobody to tell. */
export async function tellAuthor(tx: Db, { subject, redactionId, ground, note, step }: Told): Promise<void> {
  const reader = await readerOf(tx, subject);
  if (!reader) return;
  const t = translator(reader.locale);
  const { name } = await tx.municipality.findUniqueOrThrow({ where: { teryt: subject.teryt }, select: { name: true } });
  const to = paths(reader.locale);
  const what =
    subject.editionId !== null
      ? t('redaction.mail.edition', { kind: t(`redaction.type.${subject.type}`), title: subject.title })
      : t(subject.type === 'comment' ? 'redaction.mail.comment' : 'redaction.mail.remark', {
          number: subject.number ?? reader.number,
          title: subject.title,
        });
  const isFrozen =
    subject.editionId !== null && (await tx.edition.count({ where: { id: subject.editionId, state: 'frozen' } })) > 0;
  const link = absoluteUrl(
    subject.editionId !== null
      ? isFrozen
        ? to.scorecard(subject.slug, subject.teryt)
        : to.teamEdition(subject.slug)
      : subject.type === 'comment'
        ? reader.remark === null
          ? to.talk(subject.slug, reader.code, {}, `k-${subject.id}`)
          : to.remarkTalk(subject.slug, reader.remark, {}, `k-${subject.id}`)
        : to.remark(subject.slug, subject.number ?? reader.number),
  );
  await queueMail(tx, {
    to: reader.email,
    locale: reader.locale,
    teryt: subject.teryt,
    dedupeKey: `redaction:${redactionId}:${step}`,
    subject: t(`redaction.mail.${step}.subject`, { title: subject.title }),
    body: [
      t(`redaction.mail.${step}.body`, { what, ground: t(groundKeys[ground]), note }),
      ...(step === 'covered' ? [t('redaction.mail.object', { municipality: name })] : []),
      link,
    ].join('\n\n'),
  });
}

type Reader = {
  email: string;
  locale: Locale;
  number: number;
  /** Of a comment: the unit, and the amendment where it is about one. */ code: number;
  remark: number | null;
};
const account = { email: true, locale: true, disabledAt: true } as const;

async function readerOf(tx: Db, { type, id }: LoadedSubject): Promise<Reader | null> {
  if (type === 'comment') {
    const { authorId, clause, remark } = await tx.comment.findUniqueOrThrow({
      where: { id },
      select: { authorId: true, clause: { select: { code: true } }, remark: { select: { number: true } } },
    });
    const author = await tx.user.findUnique({ where: { id: authorId }, select: account });
    return author && !author.disabledAt
      ? {
          email: author.email,
          locale: asLocale(author.locale),
          number: 0,
          code: clause.code,
          remark: remark?.number ?? null,
        }
      : null;
  }
  if (type === 'reply' || type === 'coding') {
    const who =
      type === 'reply'
        ? (await tx.reply.findUniqueOrThrow({ where: { id }, select: { authorId: true } })).authorId
        : (await tx.coding.findUniqueOrThrow({ where: { id }, select: { coderId: true } })).coderId;
    const author = await tx.user.findUnique({ where: { id: who }, select: account });
    return author && !author.disabledAt
      ? { email: author.email, locale: asLocale(author.locale), number: 0, code: 0, remark: null }
      : null;
  }
  if (type !== 'remark' && type !== 'filing') return null;
  const filing = await tx.filing.findFirstOrThrow({
    where: type === 'filing' ? { id } : { remarks: { some: { id } } },
    select: { number: true, authorId: true, contactEmail: true, locale: true },
  });
  if (filing.authorId === null)
    return filing.contactEmail
      ? { email: filing.contactEmail, locale: asLocale(filing.locale), number: filing.number, code: 0, remark: null }
      : null;
  const author = await tx.user.findUnique({ where: { id: filing.authorId }, select: account });
  return author && !author.disabledAt
    ? { email: author.email, locale: asLocale(author.locale), number: filing.number, code: 0, remark: null }
    : null;
}
