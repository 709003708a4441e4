import type { Db } from '#app/db/client.server.ts';
import { asLocale, type Locale } from '#app/i18n/locale.ts';

export type OfficeAddress = {
  teryt: string;
  /** Names the address in keys of letters. */
  key: string;
  email: string;
  locale: Locale;
  municipality: string;
  /** The address reads what only officials may: their accounts do, the public address of an office does not. */
  isOfficial: boolean;
};

/** Where letters to offices go: to every official with an account, and where a municipality has none, to the address in the details of its office. */
export async function officeAddresses(tx: Db, teryts: readonly string[]): Promise<OfficeAddress[]> {
  const grants = await tx.roleGrant.findMany({
    where: { role: 'official', teryt: { in: [...teryts] }, revokedAt: null, user: { disabledAt: null } },
    orderBy: { id: 'asc' },
    select: {
      teryt: true,
      user: { select: { id: true, email: true, locale: true } },
      municipality: { select: { name: true } },
    },
  });
  const officials = grants.flatMap(({ teryt, user, municipality }): OfficeAddress[] =>
    teryt
      ? [
          {
            teryt,
            key: user.id,
            email: user.email,
            locale: asLocale(user.locale),
            municipality: municipality?.name ?? teryt,
            isOfficial: true,
          },
        ]
      : [],
  );
  const known = new Set(officials.map(({ teryt }) => teryt));
  const rest = teryts.filter((teryt) => !known.has(teryt));
  const details = await tx.officeDetails.findMany({
    where: { teryt: { in: rest }, email: { not: '' } },
    select: { teryt: true, email: true },
  });
  const names = new Map(
    (
      await tx.municipality.findMany({
        where: { teryt: { in: details.map(({ teryt }) => teryt) } },
        select: { teryt: true, name: true },
      })
    ).map(({ teryt, name }) => [teryt, name]),
  );
  return [
    ...officials,
    ...details.map(({ teryt, email }): OfficeAddress => ({
      teryt,
      key: 'office',
      email,
      locale: 'pl',
      municipality: names.get(teryt) ?? teryt,
      isOfficial: false,
    })),
  ];
}
