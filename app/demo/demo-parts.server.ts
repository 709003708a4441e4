import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';

/** The official of a municipality, who is there when the whole demonstration is. */
export async function findOfficial(tx: Db, teryt: string): Promise<Viewer | null> {
  const grant = await tx.roleGrant.findFirst({
    where: { role: 'official', teryt, revokedAt: null },
    select: { user: { select: { id: true, email: true, displayName: true } } },
  });
  return (
    grant && {
      ...grant.user,
      verified: true,
      grants: [{ role: 'official', teryt, teamId: null, organisationName: null }],
    }
  );
}

/** What the demonstration does has to succeed. */
export function must(result: { ok: boolean; error?: { code: string } }, what: string): void {
  if (!result.ok) throw new Error(`demonstration, ${what}: ${result.error?.code ?? ''}`);
}
