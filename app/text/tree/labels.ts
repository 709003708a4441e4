import type { Unit, UnitType } from './types.ts';

/** True for dział, rozdział, oddział. */
export function isHeading(type: UnitType): boolean {
  return type === 'division' || type === 'chapter' || type === 'subchapter';
}

/** Prints a number the way the unit's mark was printed; a unit without a mark gets the standard one. */
export function setNumber(unit: Unit, next: string): void {
  unit.label = printLabel(unit, next);
  unit.number = next;
}

function printLabel(unit: Unit, next: string): string {
  const standard = standardLabel(unit.type, next);
  // Most marks are printed so already, and thousands are asked for at every change.
  if (unit.label === '' || unit.number === '' || (unit.number === next && unit.label === standard)) return standard;
  if (unit.type === 'annex' || isHeading(unit.type)) return relabelHeading(unit, next);
  if (unit.number === next && !/\s\S*$/.test(unit.label.replace(/^§\s|^Art\.\s/u, ''))) return unit.label;
  // "Paragraf 2.", "Artykuł 1.", a sign that nobody sees before "§": the mark is written as it is prescribed.
  if ((unit.type === 'paragraph' || unit.type === 'article') && !/^(?:§\s?|(?:Art|ART)\.?\s?)\d/u.test(unit.label))
    return standard;
  // "Ust. 1.", "l)": the mark is written as it is prescribed.
  if (!/\d/.test(unit.label) === /\d/.test(next) || /^\p{L}{2,3}\.?\s/u.test(unit.label)) {
    if (unit.type === 'subsection' || unit.type === 'point' || unit.type === 'letter') return standard;
  }
  const style = /^(§\s?|(?:Art|ART)\.?\s?|\()?.*?([.)/]?)$/u.exec(unit.label.replace(/\)\.$/, ')'));
  const opening = style?.[1] ?? '';
  return `${opening}${next}${style?.[2] ?? ''}`;
}

/** Replaces the number behind the word, not letters within it: "ROZDZIAŁ I" holds three I. */
function relabelHeading(unit: Unit, next: string): string {
  const pattern = new RegExp(
    `(?<![\\p{L}\\d])${unit.number.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?![\\p{L}\\d])`,
    'u',
  );
  if (pattern.test(unit.label)) return unit.label.replace(pattern, next);
  return unit.type === 'annex' ? unit.label : standardLabel(unit.type, next);
}

/** The mark as ZTP prescribes it (§ 54–58, § 124). */
export function standardLabel(type: UnitType, next: string): string {
  switch (type) {
    case 'division':
      return `Dział ${next}`;
    case 'chapter':
      return `Rozdział ${next}`;
    case 'subchapter':
      return `Oddział ${next}`;
    case 'article':
      return `Art. ${next}.`;
    case 'paragraph':
      return `§ ${next}.`;
    case 'subsection':
      return `${next}.`;
    case 'point':
    case 'letter':
      return `${next})`;
    case 'indent':
    case 'closing':
      return '–';
    case 'subindent':
      return '– –';
    case 'annex':
      return `Załącznik nr ${next}`;
    case 'text':
      return '';
  }
}
