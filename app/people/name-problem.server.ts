import type { Db } from '#app/db/client.server.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import { passesForOffice } from './office-name.ts';
import { isAdmin, organisationOf, type Viewer } from './viewer.ts';

/**
 * What is wrong with a name that somebody typed to sign with; null when it may be used. A name is refused that others would take for an
 * office, the administrator or an organisation with a representative: those have a role, which no form gives. Whoever holds such a
 * role may name themselves so – an official as an office, a representative by the own organisation.
 */
export async function nameProblem(db: Db, name: string, viewer: Viewer | null = null): Promise<MessageKey | null> {
  if (isAdmin(viewer) || viewer?.grants.some(({ role }) => role === 'official')) return null;
  const own = viewer && organisationOf(viewer);
  const granted = await db.roleGrant.findMany({
    where: { role: 'representative', revokedAt: null, organisationName: { not: null } },
    distinct: ['organisationName'],
    select: { organisationName: true },
  });
  const register = await db.municipality.findMany({ select: { name: true, county: true, voivodeship: true } });
  const served = await db.municipality.findMany({
    where: { roleGrants: { some: { role: 'official', revokedAt: null } } },
    select: { name: true },
  });
  const distinct = (names: string[]) => [...new Set(names)];
  const organisations = granted.flatMap(({ organisationName }) =>
    organisationName && organisationName !== own ? [organisationName] : [],
  );
  const known = {
    municipalities: distinct(register.map((row) => row.name)),
    regions: distinct(register.flatMap(({ county, voivodeship }) => [county, voivodeship])),
    present: distinct(served.map((row) => row.name)),
    organisations,
  };
  return passesForOffice(name, known) ? 'error.name-of-office' : null;
}
