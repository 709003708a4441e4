import type { Reference } from './reference.ts';
import { seenWords } from './reference-mask.ts';
import { containerOf, pathOf, type ActIndex } from './resolve.ts';
import { lineAt } from '../tree/text-lines.ts';
import type { Unit } from '../tree/types.ts';

const SELF = /niniejsz(?:ego|ym|emu|ej)\s+(paragraf|ustęp|punk|artyku|rozdzia|oddzia|dzia)\p{L}*/gu;
const SELF_TYPES: Readonly<Record<string, Unit['type']>> = {
  paragraf: 'paragraph',
  ustęp: 'subsection',
  punk: 'point',
  artyku: 'article',
  rozdzia: 'chapter',
  oddzia: 'subchapter',
  dzia: 'division',
};

/** "niniejszego paragrafu", "niniejszego ustępu": the unit of that kind around the words. */
export function selfReferences(index: ActIndex, unit: Unit, field: 'text' | 'heading', text: string): Reference[] {
  const found: Reference[] = precedingReferences(index, unit, field, text);
  for (const hit of text.matchAll(SELF)) {
    const type = SELF_TYPES[hit[1] ?? ''];
    const target = pathOf(index, unit).find((one) => one.type === type) ?? null;
    const to = hit.index + hit[0].length;
    found.push({
      unit: unit.id,
      field,
      from: hit.index,
      to,
      words: hit[0],
      line: field === 'text' ? lineAt(unit, hit.index) : unit.line,
      citation: unit.citation,
      targets: target === null ? [] : [{ unit: target.id, citation: target.citation, end: null }],
      status: target === null ? 'dangling' : 'resolved',
      act: null,
      parts: [],
      lostSign: false,
      isRelative: false,
    });
  }
  return found;
}

const BESIDE =
  /(?:(?<!\p{L})(§|paragraf(?:u|ie|em|owi)?|art\.|artykuł(?:u|owi|em)?|artykule|ust\.|ustęp(?:u|ie|em|owi)?|pkt|punk(?:tu|cie|tem|towi)|lit\.|liter(?:y|ze|ę|ą))\s+(poprzed(?:ni|zając)|następn)\p{L}{1,4}|(?<!\p{L})(poprzed(?:ni|zając)|następn)\p{L}{1,4}\s+(paragraf|artykuł|artykul|ustęp|punk|liter)\p{L}{0,4})(?!\p{L})/gu;
/** In every hit of BESIDE, and found in a fraction of its time. */
const BESIDE_WORDS = /poprzed|następn/u;
const BESIDE_TYPES: ReadonlyArray<readonly [string, Unit['type']]> = [
  ['§', 'paragraph'],
  ['par', 'paragraph'],
  ['art', 'article'],
  ['ust', 'subsection'],
  ['pkt', 'point'],
  ['punk', 'point'],
  ['lit', 'letter'],
];

/** "ustępu poprzedzającego", "w poprzednim paragrafie": the unit of that kind beside the one around the words. */
function precedingReferences(index: ActIndex, unit: Unit, field: 'text' | 'heading', text: string): Reference[] {
  if (!BESIDE_WORDS.test(text)) return [];
  return [...text.matchAll(BESIDE)].flatMap((hit) => {
    const word = hit[1] ?? hit[4] ?? '';
    const type = BESIDE_TYPES.find(([stem]) => word.startsWith(stem))?.[1];
    const own = pathOf(index, unit).find((one) => one.type === type);
    const target = own === undefined ? null : besideOf(index, own, (hit[2] ?? hit[3] ?? '').startsWith('n') ? 1 : -1);
    if (target === null) return [];
    return [
      {
        unit: unit.id,
        field,
        from: hit.index,
        to: hit.index + hit[0].length,
        words: seenWords(text, hit.index, hit.index + hit[0].length),
        line: field === 'text' ? lineAt(unit, hit.index) : unit.line,
        citation: unit.citation,
        targets: [{ unit: target.id, citation: target.citation, end: null }],
        status: 'resolved',
        act: null,
        parts: [],
        lostSign: false,
        isRelative: true,
      } satisfies Reference,
    ];
  });
}

/** The unit of the same kind before or after one; § and art. run through the chapters. */
function besideOf(index: ActIndex, own: Unit, step: 1 | -1): Unit | null {
  const [, parent] = pathOf(index, own);
  const isBasic = (own.type === 'paragraph' || own.type === 'article') && parent?.type !== 'article';
  const key = isBasic ? `${containerOf(index, own)}|${own.type}|` : `${parent?.id ?? ''} ${own.type}`;
  const row =
    index.rows.get(key) ??
    rowOf(isBasic ? basicsOf(index, key) : (parent?.children ?? []).filter(({ type }) => type === own.type));
  index.rows.set(key, row);
  const at = row.places.get(own);
  return at === undefined ? null : (row.units[at + step] ?? null);
}

function rowOf(units: Unit[]): { units: Unit[]; places: Map<Unit, number> } {
  return { units, places: new Map(units.map((unit, at) => [unit, at])) };
}

function basicsOf(index: ActIndex, prefix: string): Unit[] {
  return [...index.basics]
    .flatMap(([key, units]) => (key.startsWith(prefix) ? units : []))
    .sort((a, b) => a.line - b.line);
}

const ONLY_ANNEX =
  /[Zz]ałącznik(?:u|iem|a)?\s+do\s+(?:niniejsze(?:j|go)\s+)?(?:[Uu]chwały|[Zz]arządzenia)(?!\s+(?:[Nn]r|z\s+dnia|Rad))/gu;

/** "załącznik do uchwały", "załączniku do niniejszego zarządzenia" where the act has a single annex. */
export function onlyAnnexReferences(index: ActIndex, unit: Unit, field: 'text' | 'heading'): Reference[] {
  const [annex, second] = index.act.annexes;
  if (annex === undefined || second !== undefined || unit.type === 'annex') return [];
  return [...unit[field].matchAll(ONLY_ANNEX)].map((hit) => ({
    unit: unit.id,
    field,
    from: hit.index,
    to: hit.index + hit[0].length,
    words: hit[0],
    line: field === 'text' ? lineAt(unit, hit.index) : unit.line,
    citation: unit.citation,
    targets: [{ unit: annex.id, citation: annex.citation, end: null }],
    status: 'resolved',
    act: null,
    parts: [],
    lostSign: false,
    isRelative: false,
  }));
}
