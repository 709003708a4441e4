import type { Db } from '#app/db/client.server.ts';
import { asLocale, type Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { queueMails } from '#app/mail/queue-mail.server.ts';
import { officeAddresses } from '../fieldwork/office-addresses.server.ts';
import { embargoKey, officeKey } from './letter-keys.ts';

/** Who hears of a release, of a correction and of a withdrawal. */
export const AUDIENCES = ['press', 'embargo', 'office'] as const;
export type Audience = (typeof AUDIENCES)[number];

export type Addressee = {
  audience: Audience;
  /** Last part of the key of the letter. */
  key: string;
  email: string;
  locale: Locale;
  /** Of an office. */
  teryt: string | null;
  municipality: string | null;
  /** Of the press list: where the subscription ends. */
  leaveUrl: string | null;
};

type Asked = { editionId: string; slug: string; /** Offices that it concerns. */ teryts: readonly string[] };

/** The press list, the holders of links under embargo, and the offices of the given municipalities. */
export async function listAudience(tx: Db, { editionId, slug, teryts }: Asked): Promise<Addressee[]> {
  return [
    ...(await listPress(tx, { editionId, slug })),
    ...(await listEmbargo(tx, { editionId })),
    ...(await officeAddresses(tx, teryts)).map(({ teryt, key, email, locale, municipality }): Addressee => ({
      audience: 'office',
      key: `${officeKey}${teryt}:${key}`,
      email,
      locale,
      teryt,
      municipality,
      leaveUrl: null,
    })),
  ];
}

export async function listPress(
  tx: Db,
  { editionId, slug, subscriptionId }: { editionId: string; slug: string; subscriptionId?: string | undefined },
): Promise<Addressee[]> {
  const rows = await tx.pressSubscription.findMany({
    where: { editionId, confirmedAt: { not: null }, endedAt: null, ...(subscriptionId ? { id: subscriptionId } : {}) },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => {
    const locale = asLocale(row.locale);
    return {
      audience: 'press',
      key: row.id,
      email: row.email,
      locale,
      teryt: null,
      municipality: null,
      leaveUrl: absoluteUrl(paths(locale).pressLeave(slug, row.leaveSecret)),
    };
  });
}

export async function listEmbargo(
  tx: Db,
  { editionId, linkId }: { editionId: string; linkId?: string },
): Promise<Addressee[]> {
  const links = await tx.embargoLink.findMany({
    where: { editionId, revokedAt: null, ...(linkId ? { id: linkId } : {}) },
    distinct: ['email'],
    orderBy: { id: 'asc' },
    select: { id: true, email: true },
  });
  return links.map(({ id, email }) => ({
    audience: 'embargo',
    key: `${embargoKey}${id}`,
    email,
    locale: 'pl',
    teryt: null,
    municipality: null,
    leaveUrl: null,
  }));
}

type Told = {
  /** Beginning of the keys; one address gets one letter of it. */
  key: string;
  teryt?: string | null;
  sendAt?: Date | undefined;
  words(to: Addressee): { subject: string; body: string };
};

/** Writes one letter to each of them. */
export async function tell(tx: Db, people: readonly Addressee[], { key, teryt, sendAt, words }: Told): Promise<void> {
  await queueMails(
    tx,
    people.map((person) => {
      const about = person.teryt ?? teryt;
      return {
        to: person.email,
        locale: person.locale,
        dedupeKey: `${key}${person.key}`,
        ...words(person),
        ...(about ? { teryt: about } : {}),
        ...(person.leaveUrl ? { leaveUrl: person.leaveUrl } : {}),
        ...(sendAt ? { sendAt } : {}),
      };
    }),
  );
}
