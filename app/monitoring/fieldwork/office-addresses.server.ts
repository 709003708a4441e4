import type { Db } from '#app/db/client.server.ts';
import { asLocale, type Locale } from '#app/i18n/locale.ts';

export type OfficeAddress = {
  teryt: string;
  /** Names the address in keys of letters. */
  key: string;
  email: string;
  locale: Locale;
  municipality: string;
};

/** Every official with an account: where letters go that only officials may read. */
export async function officialAddresses(tx: Db, teryts: readonly string[]): Promise<OfficeAddress[]> {
  const grants = await tx.roleGrant.findMany({
    where: { role: 'official', teryt: { in: [...teryts] }, revokedAt: null, user: { disabledAt: null } },
    orderBy: { id: 'asc' },
    select: {
      teryt: true,
      user: { select: { id: true, email: true, locale: true } },
      municipality: { select: { name: true } },
    },
  });
  return grants.flatMap(({ teryt, user, municipality }): OfficeAddress[] =>
    teryt
      ? [
          {
            teryt,
            key: user.id,
            email: user.email,
            locale: asLocale(user.locale),
            municipality: municipality?.name ?? teryt,
          },
        ]
      : [],
  );
}

/** Where other letters to offices go: to the officials, and where a municipality has none, to the address in the details of its office. */
export async function officeAddresses(tx: Db, teryts: readonly string[]): Promise<OfficeAddress[]> {
  const officials = await officialAddresses(tx, teryts);
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
    })),
  ];
}
