import { withoutEnds } from '#app/text/tree/ends.ts';
import type { Act, Unit } from '#app/text/index.ts';
import { QUOTED_ANNEX, TERMS } from './vocabulary.ts';

/** eIds of one document: each given once. */
export type Identifiers = { taken: Set<string>; ofUnit: Map<Unit, string> };

/**
 * eIds after the Akoma Ntoso naming convention: the holder's eId, two underscores, prefix and number
 * ("chp_1__para_3__subsec_2"). Units without a number are counted among their likes.
 */
export function identify(act: Act): Identifiers {
  const ids: Identifiers = { taken: new Set(), ofUnit: new Map() };
  identifyAll(ids, act.units, '');
  act.annexes.forEach((annex, i) => {
    const own = take(ids, `att_${safe(annex.number) || i + 1}`);
    ids.ofUnit.set(annex, own);
    identifyAll(ids, annex.quoted ?? [], own);
    identifyAll(ids, annex.children, own);
  });
  return ids;
}

function identifyAll(ids: Identifiers, units: readonly Unit[], holder: string): void {
  const counts = new Map<string, number>();
  for (const unit of units) {
    const term = unit.type === 'annex' ? QUOTED_ANNEX : TERMS[unit.type];
    const position = (counts.get(term.prefix) ?? 0) + 1;
    counts.set(term.prefix, position);
    const own = take(ids, `${holder === '' ? '' : `${holder}__`}${term.prefix}_${safe(unit.number) || position}`);
    ids.ofUnit.set(unit, own);
    identifyAll(ids, unit.quoted ?? [], `${own}__qstr`);
    identifyAll(ids, unit.children, own);
  }
}

function safe(number: string): string {
  return withoutEnds(number.replace(/[^\p{L}\p{N}.-]+/gu, '-'), '-');
}

/** A number printed twice gets an addition, so that every eId stands once. */
function take(ids: Identifiers, wanted: string): string {
  let own = wanted;
  for (let n = 2; ids.taken.has(own); n += 1) own = `${wanted}-${n}`;
  ids.taken.add(own);
  return own;
}
