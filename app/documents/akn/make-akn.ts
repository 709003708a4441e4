import type { Act } from '#app/text/tree/types.ts';
import type { Amendment } from '../model/amendments.ts';
import type { ActIdentity } from './act-identity.ts';
import { toAkn } from './to-akn.ts';

/** The Akoma Ntoso of an act with the amendments to it. */
export function makeAkn({
  act,
  date,
  amendments,
  identity,
}: {
  act: Act;
  date: string;
  amendments: readonly Amendment[];
  identity: ActIdentity;
}): string {
  return toAkn(act, { date, amendments, identity });
}
