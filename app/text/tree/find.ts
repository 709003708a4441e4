import { walkUnits } from './tree.ts';
import type { Act, Unit } from './types.ts';

/**
 * Finds the unit a citation names: "§ 3 ust. 2 pkt 1 lit. a", spaces and full stops as people type them
 * ("§3 ust 2 pkt.1"). Null when there is none; the first one when a number occurs twice.
 */
export function findByCitation(act: Act, text: string): Unit | null {
  const wanted = normaliseCitation(text);
  if (wanted === '') return null;
  for (const unit of walkUnits(act)) {
    if (unit.type !== 'text' && normaliseCitation(unit.citation) === wanted) return unit;
  }
  return null;
}

/** One spelling for citations: small letters, no blanks, no full stops, no brackets behind letters and numbers. */
export function normaliseCitation(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s.)\u00a0]+/g, '')
    .replace(/^paragraf(?:u|ie)?(?=\d)/, '§')
    .replace(/załączniknr/g, 'załącznik');
}
