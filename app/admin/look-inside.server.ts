import { noPassword } from '#app/people/password.server.ts';
import { finding, type Finding } from './checks.server.ts';

/** What only the database knows of the state an installation is in. */
export type Inside = {
  /** Open accounts with the role of an administrator; and those of them whose owner has set a password that lets somebody in here. */
  administrators: number;
  usable: number;
  /** Letters that were given up, and those that have waited for more than a day. */
  givenUp: number;
  late: number;
};

/** Asks one question of any database of ours; numbers come back as such. */
type Ask = (sql: string) => Promise<readonly unknown[]>;

/** Reads it and writes nothing. `admitsDemo`: accounts of a demonstration open with the password that everybody knows. */
export async function lookInside(ask: Ask, { admitsDemo }: { admitsDemo: boolean }): Promise<Inside> {
  const [row] = await ask(`
    with people as (
      select distinct u.id, u."passwordHash" <> '${noPassword}' and (${admitsDemo} or not u."isDemo") as opens
      from "RoleGrant" r join "User" u on u.id = r."userId" where r.role = 'admin' and r."revokedAt" is null and u."disabledAt" is null)
    select (select count(*)::int from people) as administrators, (select count(*)::int from people where opens) as usable,
      (select count(*)::int from "MailMessage" where "sentAt" is null and "failedAt" is not null) as "givenUp",
      (select count(*)::int from "MailMessage" where "sentAt" is null and "failedAt" is null and attempts > 0 and attempts < 9 and "createdAt" < now() - interval '1 day') as late`);
  return row as Inside;
}

/** The same in plain words. */
export function insideFindings({ administrators, usable, givenUp, late }: Inside): Finding[] {
  const people =
    administrators === 0
      ? finding(
          'bad',
          'administrator',
          'there is none, and nobody can give roles: npm run admin -- create-user EMAIL "NAME", open the link that it prints, then npm run admin -- grant EMAIL admin',
        )
      : usable === 0
        ? finding(
            'bad',
            'administrator',
            'none can come in: no password was set, or it is that of the demonstration. Open the link from create-user, or have a new password sent',
          )
        : finding('ok', 'administrator', `${usable} can come in`);
  const letters =
    givenUp > 0
      ? finding('warn', 'letters', `${givenUp} given up: npm run admin -- outbox --failed`)
      : finding('ok', 'letters', 'none was given up');
  return [
    people,
    letters,
    ...(late > 0 ? [finding('warn', 'letters that wait', `${late} for more than a day: npm run admin -- outbox`)] : []),
  ];
}
