import type { Db } from '#app/db/client.server.ts';
import { asLocale, type Locale } from '#app/i18n/locale.ts';
import { barredTeryts } from '../../fieldwork/find-ties.server.ts';

export type SecondPerson = { id: string; email: string; locale: Locale };

type Change = { proposerId: string; /** Municipalities that it is about. */ teryts: readonly string[] };

/** Says of any change of an edition who of the team may decide on it: leads and reviewers, not its proposer, and nobody with a tie. */
export async function findSecondPeople(
  db: Db,
  { teamId, measuredFrom }: { teamId: string; measuredFrom: string },
): Promise<(change: Change) => SecondPerson[]> {
  const grants = await db.roleGrant.findMany({
    where: { teamId, role: { in: ['lead', 'reviewer'] }, revokedAt: null, user: { disabledAt: null } },
    distinct: ['userId'],
    orderBy: { userId: 'asc' },
    select: { user: { select: { id: true, email: true, locale: true } } },
  });
  const people: { person: SecondPerson; barred: ReadonlySet<string> }[] = [];
  for (const { user } of grants)
    people.push({
      person: { id: user.id, email: user.email, locale: asLocale(user.locale) },
      barred: await barredTeryts(db, { userId: user.id, measuredFrom }),
    });
  return ({ proposerId, teryts }) =>
    people.flatMap(({ person, barred }) =>
      person.id !== proposerId && teryts.every((teryt) => !barred.has(teryt)) ? [person] : [],
    );
}
