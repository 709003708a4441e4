import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { OfficeLetters } from '#app/people/office-letters.ts';

export type OfficialAccount = { id: string; name: string; email: string; locale: Locale; letters: OfficeLetters };

/** People who can act as officials of a municipality today, by name. */
export async function officialAccounts(db: Db, teryt: string): Promise<OfficialAccount[]> {
  const grants = await db.roleGrant.findMany({
    where: { role: 'official', teryt, revokedAt: null, user: { disabledAt: null, closedAt: null } },
    select: { user: { select: { id: true, displayName: true, email: true, locale: true, officeLetters: true } } },
  });
  const accounts = new Map(
    grants.map(({ user: { id, displayName, email, locale, officeLetters } }) => [
      id,
      {
        id,
        name: displayName,
        email,
        locale: locale === 'en' ? ('en' as const) : ('pl' as const),
        letters: officeLetters as OfficeLetters,
      },
    ]),
  );
  return [...accounts.values()].sort((a, b) => a.name.localeCompare(b.name, 'pl'));
}
