import { fromRoman, numbersIn, ordinal } from '../tree/letters.ts';
import { RANK, type Act, type Unit } from '../tree/types.ts';
import type { RefLevel } from './reference-scan.ts';

/** What resolving needs to know about an act; made once per act. */
export type ActIndex = {
  act: Act;
  units: ReadonlyMap<string, Unit>;
  ancestors: ReadonlyMap<string, Unit[]>;
  /** § and art. by container ("" is the act itself, else the annex id) and number. */
  basics: ReadonlyMap<string, Unit[]>;
  chapters: ReadonlyMap<string, Unit[]>;
  /** Children by "type|number" of parents that were asked for, by the parent's id. */
  children: Map<string, Map<string, Unit[]>>;
  /** Units of one kind beside each other, and where each stands; made once asked for. */
  rows: Map<string, { units: Unit[]; places: Map<Unit, number> }>;
};

/** Indexes an act for resolving; linear in the number of units. */
export function indexAct(act: Act): ActIndex {
  const units = new Map<string, Unit>();
  const ancestors = new Map<string, Unit[]>();
  const basics = new Map<string, Unit[]>();
  const chapters = new Map<string, Unit[]>();
  const put = (map: Map<string, Unit[]>, key: string, unit: Unit): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [unit]);
    else list.push(unit);
  };
  const add = (unit: Unit, above: Unit[], container: string): void => {
    units.set(unit.id, unit);
    ancestors.set(unit.id, above);
    if (unit.type === 'paragraph' || unit.type === 'article') {
      const inArticle = unit.type === 'paragraph' && above.some((one) => one.type === 'article');
      if (!inArticle)
        for (const number of numbersIn(unit.number)) put(basics, `${container}|${unit.type}|${number}`, unit);
    } else if (RANK[unit.type] <= RANK.subchapter)
      put(chapters, `${container}|${unit.type}|${headingKey(unit.number)}`, unit);
    const path = [...above, unit];
    for (const child of unit.children) add(child, path, container);
  };
  for (const unit of act.units) add(unit, [], '');
  for (const annex of act.annexes) add(annex, [], annex.id);
  return { act, units, ancestors, basics, chapters, children: new Map(), rows: new Map() };
}

/** Units above and including the holder, innermost first. */
export function pathOf(index: ActIndex, holder: Unit): Unit[] {
  return [holder, ...[...(index.ancestors.get(holder.id) ?? [])].reverse()];
}

/** "" for the act itself, the annex's id inside an annex. */
export function containerOf(index: ActIndex, holder: Unit): string {
  return pathOf(index, holder).find((unit) => unit.type === 'annex')?.id ?? '';
}

/** A § or art. of the container; of the act itself when the annex has none at all. With twins the nearest one. */
export function findBasic(index: ActIndex, holder: Unit, type: 'paragraph' | 'article', number: string): Unit | null {
  const container = containerOf(index, holder);
  const own = nearest(index.basics.get(`${container}|${type}|${number}`), holder);
  if (own !== null || container === '') return own;
  const prefix = `${container}|${type}|`;
  for (const key of index.basics.keys()) if (key.startsWith(prefix)) return null;
  return nearest(index.basics.get(`|${type}|${number}`), holder);
}

/** A chapter, division or subchapter by number: in the same division first, then in the container. */
export function findHeading(index: ActIndex, holder: Unit, type: RefLevel, number: string): Unit | null {
  const container = containerOf(index, holder);
  const list =
    index.chapters.get(`${container}|${type}|${headingKey(number)}`) ??
    (container === '' ? undefined : index.chapters.get(`|${type}|${headingKey(number)}`));
  if (list === undefined) return null;
  const division = pathOf(index, holder).find((unit) => unit.type === 'division');
  return (
    list.find((unit) => division !== undefined && index.ancestors.get(unit.id)?.includes(division) === true) ??
    list[0] ??
    null
  );
}

/** The annex with a number, null when the text has none; "nr 2" finds "Załącznik II" where no other is numbered 2. */
export function findAnnex(index: ActIndex, number: string): Unit | null {
  const { annexes } = index.act;
  return (
    annexes.find((annex) => annex.number === number) ??
    annexes.find((annex) => annex.number !== '' && headingKey(annex.number) === headingKey(number)) ??
    null
  );
}

/** One key for "2a" and "2A", "II" and "2": how dział, rozdział and annexes are numbered differs within one act. */
function headingKey(number: string): string {
  const [, roman, letter] = /^([IVXLC]{1,7})([a-zA-Z]?)$/.exec(number) ?? [];
  const value = roman === undefined ? null : fromRoman(roman);
  return (value === null ? number : `${value}${letter ?? ''}`).toUpperCase();
}

/**
 * The lower unit of a kind and number directly under `parent`. Real texts print "9." and cite "pkt 9", or put points
 * under the only ust.; such a unit is found when it is the only one that fits.
 */
export function findChild(index: ActIndex, parent: Unit, level: RefLevel, number: string, near: Unit): Unit | null {
  if (level === 'indent' || level === 'subindent')
    return childrenOf(index, parent).get(level)?.[Number(number) - 1] ?? null;
  const children = childrenOf(index, parent);
  const direct = nearest(children.get(`${level}|${number}`), near);
  if (direct !== null) return direct;
  // The unit of the kind that was named comes before one of another kind with the same number.
  const below = onlyBelow(parent, level, number);
  if (below !== null) return below;
  const twin = level === 'point' ? 'subsection' : level === 'subsection' ? 'point' : null;
  return twin === null || children.has(level) ? null : nearest(children.get(`${twin}|${number}`), near);
}

/** Children of a parent by "type|number", and by "type" alone; made once per parent. */
function childrenOf(index: ActIndex, parent: Unit): Map<string, Unit[]> {
  const known = index.children.get(parent.id);
  if (known !== undefined) return known;
  const map = new Map<string, Unit[]>();
  for (const child of parent.children) {
    const keys = numbersIn(child.number).map((number) => `${child.type}|${number}`);
    for (const key of [child.type, ...keys]) {
      const list = map.get(key);
      if (list === undefined) map.set(key, [child]);
      else list.push(child);
    }
  }
  index.children.set(parent.id, map);
  return map;
}

/** The only unit of its kind and number one level further down, when a level was left out in the reference. */
function onlyBelow(parent: Unit, level: RefLevel, number: string): Unit | null {
  if (parent.children.length > 300) return null;
  const found = parent.children
    .filter((child) => child.type !== 'text' && child.type !== level)
    .flatMap((child) => child.children.filter((below) => below.type === level && below.number === number));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function nearest(list: readonly Unit[] | undefined, holder: Unit): Unit | null {
  if (list === undefined || list.length < 2) return list?.[0] ?? null;
  let low = 0;
  let high = list.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (list[middle]!.line <= holder.line) low = middle;
    else high = middle;
  }
  return list[low] ?? null;
}

/** How a unit that was not found would be cited. */
export function missingCitation(base: string, level: RefLevel, number: string): string {
  const own: Readonly<Record<RefLevel, string>> = {
    annex: `załącznik nr ${number}`,
    division: `dział ${number}`,
    chapter: `rozdział ${number}`,
    subchapter: `oddział ${number}`,
    article: `art. ${number}`,
    paragraph: `§ ${number}`,
    subsection: `ust. ${number}`,
    point: `pkt ${number}`,
    letter: `lit. ${number}`,
    indent: `tiret ${ordinal(Number(number))}`,
    subindent: `podwójne tiret ${ordinal(Number(number))}`,
    sentence: `zdanie ${ordinal(Number(number))}`,
  };
  return base === '' ? own[level] : `${base} ${own[level]}`;
}
