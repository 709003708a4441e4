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
  const granted = await db.roleGrant.findMany({ where: { role: 'representative', revokedAt: null, organisationName: { not: null } }, distinct: ['organisationName'], select: { organisationName: true } });
  const municipalities = await db.municipality.findMany({ distinct: ['name'], select: { name: true } });
  const organisations = granted.flatMap(({ organisationName }) => (organisationName && organisationName !== own ? [organisationName] : []));
  return passesForOffice(name, { municipalities: municipalities.map((row) => row.name), organisations }) ? 'error.name-of-office' : null;
}
