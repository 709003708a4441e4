import type { Act } from '#app/text/tree/types.ts';
import type { Amendment } from '../model/amendments.ts';
import { toAkn } from './to-akn.ts';

/** The Akoma Ntoso of an act with the amendments to it. */
export function makeAkn({
  act,
  date,
  amendments,
}: {
  act: Act;
  date: string;
  amendments: readonly Amendment[];
}): string {
  return toAkn(act, { date, amendments });
}
