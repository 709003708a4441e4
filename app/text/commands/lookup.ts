import { numbersIn } from '../tree/letters.ts';
import { isHeading } from '../tree/labels.ts';
import type { Act, Bilingual, Unit, UnitType } from '../tree/types.ts';
import { citePlace, plainSuperscript, type Place, type Step } from './places.ts';

/** A unit and the list it stands in; `holder` is the unit above, null at the top of the act. */
export type Found = { unit: Unit; list: Unit[]; holder: Unit | null };

export const isRefusal = (result: Found | Bilingual): result is Bilingual => 'pl' in result;

/** The levels that are no units of the tree: they end a place. */
const SPECIAL: ReadonlySet<string> = new Set([
  'intro',
  'sentence',
  'heading',
  'title',
  'basis',
  'table',
  'row',
  'column',
  'act',
]);

/** A place parted into the unit and what is meant in it. */
export function partPlace(place: Place): { base: Place; special: Step | null } {
  const at = place.findIndex(({ type }) => SPECIAL.has(type));
  return at < 0 ? { base: place, special: null } : { base: place.slice(0, at), special: place.at(-1)! };
}

/** The unit that a place names. */
export function lookup(act: Act, place: Place): Found | Bilingual {
  let list = act.units;
  let holder: Unit | null = null;
  let found: Found | null = null;
  for (const step of place) {
    const next: Found | null =
      step.type === 'annex'
        ? findAnnex(act, step.number)
        : isBasic(step.type)
          ? (findBasic(list, holder, step) ??
            (found !== null && isHeading(found.unit.type) ? findBasic(containerOf(act, place), null, step) : null))
          : findBelow(list, holder, step);
    if (next === null) return missing(place, step);
    found = next;
    list = next.unit.children;
    holder = next.unit;
  }
  return found ?? missing(place, place.at(-1) ?? { type: 'act', number: '' });
}

/** The list in which § or art. of a place are counted: the act's own, or those of its annex. */
export function containerOf(act: Act, place: Place): Unit[] {
  const annex = place[0]?.type === 'annex' ? findAnnex(act, place[0].number) : null;
  return annex === null ? act.units : annex.unit.children;
}

function findAnnex(act: Act, number: string): Found | null {
  // "załącznik" and "załącznik nr 1" mean the same where there is one.
  const isOnly = act.annexes.length === 1 && (number === '' || (number === '1' && act.annexes[0]!.number === ''));
  const unit = act.annexes.find((annex) => sameNumber(annex, number)) ?? (isOnly ? act.annexes[0] : undefined);
  return unit === undefined ? null : { unit, list: act.annexes, holder: null };
}

const isBasic = (type: string): boolean => type === 'paragraph' || type === 'article';

/** A § through the chapters; below an art. a § is a unit like others. */
function findBasic(list: Unit[], holder: Unit | null, step: Step): Found | null {
  for (const unit of list) {
    if (unit.type === step.type && sameNumber(unit, step.number)) return { unit, list, holder };
    if (!isHeading(unit.type)) continue;
    const below = findBasic(unit.children, unit, step);
    if (below !== null) return below;
  }
  return null;
}

/** A unit that has a mark of its own. */
type OwnType = Exclude<UnitType, 'text'>;

/** Marks that print alike and are cited alike by people: "1." and "1)". */
const ALIKE: Partial<Record<Step['type'], readonly OwnType[]>> = {
  point: ['subsection'],
  subsection: ['point'],
  indent: ['subindent'],
  subindent: ['indent'],
};

function findBelow(list: Unit[], holder: Unit | null, step: Step): Found | null {
  const direct = nth(list, holder, step, step.type as OwnType);
  if (direct !== null) return direct;
  if (isHeading(step.type as OwnType)) {
    for (const unit of list) {
      const below = isHeading(unit.type) ? findBelow(unit.children, unit, step) : null;
      if (below !== null) return below;
    }
    return null;
  }
  // A level that the command leaves out, where one unit alone can be meant.
  const deeper = list.flatMap((unit) => {
    const below =
      unit.type === 'annex' || isBasic(unit.type) ? null : nth(unit.children, unit, step, step.type as OwnType);
    return below === null ? [] : [below];
  });
  if (deeper.length === 1 && step.type !== 'indent' && step.type !== 'closing') return deeper[0]!;
  for (const type of ALIKE[step.type] ?? []) {
    const alike = nth(list, holder, step, type);
    if (alike !== null) return alike;
  }
  return null;
}

function nth(list: Unit[], holder: Unit | null, step: Step, type: OwnType): Found | null {
  let unit: Unit | undefined;
  if (type === 'indent' || type === 'subindent')
    unit = list.filter((one) => one.type === type)[Number(step.number) - 1];
  else if (type === 'closing') unit = list.find((one) => one.type === 'closing');
  else unit = list.find((one) => one.type === type && sameNumber(one, step.number));
  return unit === undefined ? null : { unit, list, holder };
}

/** True for the number a unit bears, and for each of a range that it stands for. */
export function sameNumber(unit: Unit, number: string): boolean {
  if (plainSuperscript(unit.number).toLowerCase() === number.toLowerCase()) return true;
  return unit.number.includes('–') && numbersIn(unit.number).includes(number);
}

function missing(place: Place, step: Step): Bilingual {
  const at = place.indexOf(step);
  const named = citePlace(place.slice(0, at + 1));
  return {
    pl: `W zmienianym akcie nie ma jednostki: ${named}.`,
    en: `The amended act has no unit ${named}.`,
  };
}
