import type { Db } from '#app/db/client.server.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import { asLocale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translator } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { queueMail, queueMails } from '#app/mail/queue-mail.server.ts';
import { editionTitle } from '../cards/edition-title.ts';
import type { TeamEdition } from '../access/edition-access.server.ts';
import { officeAddresses, officialAddresses } from './office-addresses.server.ts';

type Titled = Pick<TeamEdition, 'id' | 'slug' | 'titlePl' | 'titleEn' | 'teamName'>;

/** Tells the officials of each municipality that the proposed answers are open for their reply; returns how many letters were written. */
export async function sendProposals(
  tx: Db,
  { edition, teryts, endsAt }: { edition: Titled; teryts: readonly string[]; endsAt: Date },
): Promise<number> {
  const officials = await officialAddresses(tx, teryts);
  await queueMails(
    tx,
    officials.map(({ teryt, key, email, locale, municipality }) => {
      const t = translator(locale);
      const title = editionTitle(locale, edition);
      return {
        to: email,
        locale,
        teryt,
        dedupeKey: `proposals:${edition.id}:${teryt}:${key}`,
        subject: t('fieldwork.mail.proposals.subject', { title, municipality }),
        body: [
          t('fieldwork.mail.proposals.body', {
            team: edition.teamName,
            title,
            municipality,
            until: formatDateTime(locale, endsAt),
          }),
          absoluteUrl(paths(locale).officeReply(edition.slug, teryt)),
          t('fieldwork.mail.proposals.silence'),
        ].join('\n\n'),
      };
    }),
  );
  return officials.length;
}

/** Days before the end of a term on which officials are reminded of it; a term hardly longer than that needs no reminder. */
const REMINDED_DAYS = 3;

/** Writes the reminders that go out before the end of a term. */
export async function queueReminders(
  tx: Db,
  { edition, teryts, endsAt, now }: { edition: Titled; teryts: readonly string[]; endsAt: Date; now: Date },
): Promise<void> {
  const sendAt = new Date(endsAt.getTime() - REMINDED_DAYS * 86_400_000);
  if (sendAt.getTime() - now.getTime() < REMINDED_DAYS * 86_400_000) return;
  const officials = await officialAddresses(tx, teryts);
  await queueMails(
    tx,
    officials.map(({ teryt, key, email, locale, municipality }) => {
      const t = translator(locale);
      const title = editionTitle(locale, edition);
      return {
        to: email,
        locale,
        teryt,
        sendAt,
        dedupeKey: `proposals-reminder:${edition.id}:${teryt}:${key}`,
        subject: t('fieldwork.mail.reminder.subject', { title, municipality }),
        body: [
          t('fieldwork.mail.reminder.body', { title, municipality, until: formatDateTime(locale, endsAt) }),
          absoluteUrl(paths(locale).officeReply(edition.slug, teryt)),
        ].join('\n\n'),
      };
    }),
  );
}

/** Offices without an official here that have told their address: those a link can be sent to. */
export async function officesWithAddress(
  tx: Db,
  teryts: readonly string[],
): Promise<{ teryt: string; email: string }[]> {
  const all = await officeAddresses(tx, teryts);
  return all.filter(({ key }) => key === 'office').map(({ teryt, email }) => ({ teryt, email }));
}

/** The letter that holds the link. Its address is wiped from the outbox once it is sent. */
export async function mailReplyLink(
  tx: Db,
  {
    edition,
    teryt,
    email,
    secret,
    endsAt,
  }: { edition: Titled; teryt: string; email: string; secret: string; endsAt: Date },
): Promise<void> {
  const locale = 'pl';
  const t = translator(locale);
  const { name: municipality } = await tx.municipality.findUniqueOrThrow({
    where: { teryt },
    select: { name: true },
  });
  const until = formatDateTime(locale, endsAt);
  const title = editionTitle(locale, edition);
  await queueMail(tx, {
    to: email,
    locale,
    teryt,
    subject: t('fieldwork.mail.proposals.subject', { title, municipality }),
    body: [
      t('fieldwork.mail.link.body', { team: edition.teamName, title, municipality, until }),
      absoluteUrl(paths(locale).replyLink(secret)),
      t('fieldwork.mail.proposals.silence'),
    ].join('\n\n'),
  });
}

type Decided = {
  edition: Titled;
  teryt: string;
  indicator: string;
  replyId: string;
  /** Null where the reply came by a link: the letter goes where the link went. */
  authorId: string | null;
  linkId: string | null;
  outcome: 'kept' | 'changed';
  answer: string;
  reason: string;
};

/** Tells the author of a reply what the team decided and why. */
export async function sendReplyDecision(
  tx: Db,
  { edition, teryt, indicator, replyId, authorId, linkId, outcome, answer, reason }: Decided,
): Promise<void> {
  const author = authorId
    ? await tx.user.findUnique({ where: { id: authorId }, select: { email: true, locale: true } })
    : await addressOfLink(tx, linkId);
  if (!author) return;
  const locale = asLocale(author.locale);
  const t = translator(locale);
  await queueMail(tx, {
    to: author.email,
    locale,
    teryt,
    dedupeKey: `reply-decision:${replyId}`,
    subject: t('fieldwork.mail.decision.subject', { indicator, outcome: t(`fieldwork.outcome.${outcome}`) }),
    body: [
      t('fieldwork.mail.decision.body', {
        indicator,
        title: editionTitle(locale, edition),
        outcome: t(`fieldwork.outcome.${outcome}`),
        answer,
      }),
      reason,
      // Behind a link there is no account; its letter is told once, and the card will say the rest.
      ...(authorId ? [`${absoluteUrl(paths(locale).officeReply(edition.slug, teryt))}#${indicator}`] : []),
    ].join('\n\n'),
  });
}

async function addressOfLink(tx: Db, linkId: string | null): Promise<{ email: string; locale: string } | null> {
  const link = linkId && (await tx.replyLink.findUnique({ where: { id: linkId }, select: { toEmail: true } }));
  return link && link.toEmail !== '' ? { email: link.toEmail, locale: 'pl' } : null;
}
