import type { Db } from '#app/db/client.server.ts';
import { asLocale, type Locale } from '#app/i18n/locale.ts';
import { barredTeryts } from '../../fieldwork/find-ties.server.ts';

export type SecondPerson = { id: string; email: string; locale: Locale };

type Asked = {
  teamId: string;
  proposerId: string;
  measuredFrom: string;
  /** Municipalities that the change is about. */ teryts: readonly string[];
};

/** People of the team who may decide on a change: leads and reviewers, not its proposer, and nobody with a tie. */
export async function listSecondPeople(
  db: Db,
  { teamId, proposerId, measuredFrom, teryts }: Asked,
): Promise<SecondPerson[]> {
  const grants = await db.roleGrant.findMany({
    where: {
      teamId,
      role: { in: ['lead', 'reviewer'] },
      revokedAt: null,
      userId: { not: proposerId },
      user: { disabledAt: null },
    },
    distinct: ['userId'],
    orderBy: { userId: 'asc' },
    select: { user: { select: { id: true, email: true, locale: true } } },
  });
  const people: SecondPerson[] = [];
  for (const { user } of grants) {
    const barred = await barredTeryts(db, { userId: user.id, measuredFrom });
    if (teryts.every((teryt) => !barred.has(teryt)))
      people.push({ id: user.id, email: user.email, locale: asLocale(user.locale) });
  }
  return people;
}
