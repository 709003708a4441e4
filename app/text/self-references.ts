import type { Reference } from './references.ts';
import { pathOf, type ActIndex } from './resolve.ts';
import { lineAt } from './text-lines.ts';
import type { Unit } from './types.ts';

const SELF = /niniejsz(?:ego|ym|emu|ej)\s+(paragraf|ustęp|punk|artyku|rozdzia|oddzia|dzia)\p{L}*/gu;
const SELF_TYPES: Readonly<Record<string, Unit['type']>> = {
  paragraf: 'paragraph', ustęp: 'subsection', punk: 'point', artyku: 'article', rozdzia: 'chapter', oddzia: 'subchapter', dzia: 'division',
};

/** "niniejszego paragrafu", "niniejszego ustępu": the unit of that kind around the words. */
export function selfReferences(index: ActIndex, unit: Unit, field: 'text' | 'heading'): Reference[] {
  const text = unit[field];
  const found: Reference[] = [];
  for (const hit of text.matchAll(SELF)) {
    const type = SELF_TYPES[hit[1] ?? ''];
    const target = pathOf(index, unit).find((one) => one.type === type) ?? null;
    const to = hit.index + hit[0].length;
    found.push({
      unit: unit.id, field, from: hit.index, to, words: hit[0], line: field === 'text' ? lineAt(unit, hit.index) : unit.line, citation: unit.citation,
      targets: target === null ? [] : [{ unit: target.id, citation: target.citation, end: null }],
      status: target === null ? 'dangling' : 'resolved', act: null, parts: [], lostSign: false,
    });
  }
  return found;
}

const ONLY_ANNEX = /[Zz]ałącznik(?:u|iem|a)?\s+do\s+(?:niniejsze(?:j|go)\s+)?(?:[Uu]chwały|[Zz]arządzenia)(?!\s+(?:[Nn]r|z\s+dnia|Rad))/gu;

/** "załącznik do uchwały", "załączniku do niniejszego zarządzenia" where the act has a single annex. */
export function onlyAnnexReferences(index: ActIndex, unit: Unit, field: 'text' | 'heading'): Reference[] {
  const [annex, second] = index.act.annexes;
  if (annex === undefined || second !== undefined || unit.type === 'annex') return [];
  return [...unit[field].matchAll(ONLY_ANNEX)].map((hit) => ({
    unit: unit.id, field, from: hit.index, to: hit.index + hit[0].length, words: hit[0],
    line: field === 'text' ? lineAt(unit, hit.index) : unit.line, citation: unit.citation,
    targets: [{ unit: annex.id, citation: annex.citation, end: null }], status: 'resolved', act: null, parts: [], lostSign: false,
  }));
}
