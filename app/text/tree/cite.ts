import { ordinal } from './letters.ts';
import type { Act, Unit } from './types.ts';

/**
 * Writes `citation` into every unit of the act, quoted ones included: "§ 3 ust. 2 pkt 1 lit. a tiret drugie"
 * (§ 59 ZTP). Units of annexes begin with "załącznik nr 1"; text without a mark of its own is cited as its holder.
 */
export function assignCitations(act: Act): void {
  citeAll(act.units, '');
  for (const annex of act.annexes) {
    annex.citation = annex.number === '' ? 'załącznik' : `załącznik nr ${annex.number}`;
    citeAll(annex.children, annex.citation);
  }
}

/** Citation of a unit; assigned when the tree was parsed or numbered. */
export function citation(unit: Unit): string {
  return unit.citation;
}

/** Cites the units of one list; tirets have no number and are counted. */
function citeAll(units: readonly Unit[], holder: string): void {
  let indents = 0;
  let subindents = 0;
  for (const unit of units) {
    if (unit.type === 'indent') indents += 1;
    if (unit.type === 'subindent') subindents += 1;
    const position = unit.type === 'indent' ? indents : subindents;
    unit.citation = joinCitation(isRoot(unit) ? annexPart(holder) : holder, ownCitation(unit, position));
    citeAll(unit.children, unit.citation);
    if (unit.quoted !== undefined) citeAll(unit.quoted, '');
  }
}

/** § and art. are numbered through the whole act, so chapters are no part of their citation. */
function isRoot(unit: Unit): boolean {
  return unit.type === 'article' || unit.type === 'paragraph';
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

function ownCitation(unit: Unit, position: number): string {
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
      return `tiret ${ordinal(position)}`;
    case 'subindent':
      return `podwójne tiret ${ordinal(position)}`;
    case 'closing':
      return 'część wspólna';
    case 'annex':
      return unit.number === '' ? 'załącznik' : `załącznik nr ${unit.number}`;
    case 'text':
      return '';
  }
}
