import { ordinal } from './letters.ts';
import type { Act, Unit } from './types.ts';

/**
 * Writes `citation` into every unit of the act, quoted ones included: "§ 3 ust. 2 pkt 1 lit. a tiret drugie"
 * (§ 59 ZTP). Units of annexes begin with "załącznik nr 1"; text without a mark of its own is cited as its holder.
 */
export function assignCitations(act: Act): void {
  for (const unit of act.units) cite(unit, '', act.units);
  for (const annex of act.annexes) {
    annex.citation = annex.number === '' ? 'załącznik' : `załącznik nr ${annex.number}`;
    for (const unit of annex.children) cite(unit, annex.citation, annex.children);
  }
}

/** Citation of a unit; assigned when the tree was parsed or numbered. */
export function citation(unit: Unit): string {
  return unit.citation;
}

type Counters = { indents: number; subindents: number };

function cite(unit: Unit, holder: string, siblings: readonly Unit[]): void {
  const own = ownCitation(unit, siblings);
  unit.citation = joinCitation(isRoot(unit) ? annexPart(holder) : holder, own);
  const below = unit.type === 'division' || unit.type === 'chapter' || unit.type === 'subchapter' ? unit.citation : unit.citation;
  for (const child of unit.children) cite(child, below, unit.children);
  for (const quoted of unit.quoted ?? []) cite(quoted, '', unit.quoted ?? []);
}

/** § and art. are numbered through the whole act, so chapters are no part of their citation. */
function isRoot(unit: Unit): boolean {
  return unit.type === 'article' || (unit.type === 'paragraph');
}

function annexPart(holder: string): string {
  const article = /(?:^|\s)art\. \S+$/.exec(holder);
  if (article !== null) return holder;
  return /^załącznik(?: nr \S+)?/.exec(holder)?.[0] ?? '';
}

function joinCitation(holder: string, own: string): string {
  if (own === '') return holder;
  return holder === '' ? own : `${holder} ${own}`;
}

function ownCitation(unit: Unit, siblings: readonly Unit[]): string {
  switch (unit.type) {
    case 'division':
      return `dział ${unit.number}`;
    case 'chapter':
      return `rozdział ${unit.number}`;
    case 'subchapter':
      return `oddział ${unit.number}`;
    case 'article':
      return `art. ${unit.number}`;
    case 'paragraph':
      return `§ ${unit.number}`;
    case 'subsection':
      return `ust. ${unit.number}`;
    case 'point':
      return `pkt ${unit.number}`;
    case 'letter':
      return `lit. ${unit.number}`;
    case 'indent':
      return `tiret ${ordinal(positionOf(unit, siblings))}`;
    case 'subindent':
      return `podwójne tiret ${ordinal(positionOf(unit, siblings))}`;
    case 'closing':
      return 'część wspólna';
    case 'annex':
      return unit.number === '' ? 'załącznik' : `załącznik nr ${unit.number}`;
    case 'text':
      return '';
  }
}

function positionOf(unit: Unit, siblings: readonly Unit[]): number {
  let position = 0;
  for (const sibling of siblings) {
    if (sibling.type === unit.type) position += 1;
    if (sibling === unit) break;
  }
  return position;
}
