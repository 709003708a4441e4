import type { Db } from '#app/db/client.server.ts';
import type { LocalRule } from '../state/legal-term.ts';

/** How long remarks have to be taken by a municipality's own rules, as its office says; null while it gave no details. */
export function findLocalRule(db: Db, teryt: string): Promise<LocalRule | null> {
  return db.officeDetails.findUnique({
    where: { teryt },
    select: { termDays: true, termSource: true, termCheckedOn: true },
  });
}
