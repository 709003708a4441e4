import type { RefNumber } from './reference-items.ts';
import { LEVEL_ORDER, type RefLevel, type RefStep } from './reference-scan.ts';
import {
  containerOf,
  findAnnex,
  findBasic,
  findChild,
  findHeading,
  missingCitation,
  pathOf,
  type ActIndex,
} from './resolve.ts';
import type { Unit } from '../tree/types.ts';

/** A unit meant by a reference; `unit` is null when there is none. `end` closes a range. */
export type RefTarget = {
  unit: string | null;
  citation: string;
  end: { unit: string | null; citation: string } | null;
};

/** A number in the words and the unit it stands for; rewriting replaces the number. */
export type RefPart = { level: RefLevel; from: number; to: number; number: string; unit: string | null };

/** Puts reversed steps in order: "pkt 1 ust. 3" means ust. 3 pkt 1, "rozdział 2 działu IV" means dział IV rozdział 2. */
export function inOrder(steps: readonly RefStep[]): RefStep[] {
  const ordered: RefStep[] = [];
  let segment = 0;
  for (const step of steps) {
    if (step.joined === 'list' || step.joined === 'range') segment = ordered.length;
    const previous = ordered[ordered.length - 1];
    if (step.level === 'annex' && step.joined === 'below' && previous !== undefined) {
      ordered[0] = { ...ordered[0]!, joined: 'below' };
      ordered.unshift({ ...step, joined: 'start' });
    } else if (
      step.joined === 'below' &&
      previous !== undefined &&
      LEVEL_ORDER[step.level] < LEVEL_ORDER[previous.level]
    ) {
      // "§ 1 lit. b pkt 2": the point goes between the two.
      const above = ordered.findIndex((one, i) => i >= segment && LEVEL_ORDER[one.level] > LEVEL_ORDER[step.level]);
      const head = ordered[above]!;
      ordered[above] = { ...head, joined: 'below' };
      ordered.splice(above, 0, { ...step, joined: above === segment ? head.joined : 'below' });
    } else ordered.push(step);
  }
  return ordered;
}

type Found = { unit: Unit | null; citation: string };

type Resolved = { targets: RefTarget[]; parts: RefPart[] };

/**
 * The units that the steps of one reference mean, seen from the unit that holds it; `unit` is null where there is none. `printed` are
 * the steps as they stand: "§ 1 lit. b pkt 2" is pkt 2 below lit. b where § 1 has letters that hold points.
 */
export function resolveSteps(
  index: ActIndex,
  holder: Unit,
  steps: readonly RefStep[],
  printed: readonly RefStep[] = steps,
): Resolved {
  const nested = isReversed(printed) ? resolveRow(index, holder, printed, { asPrinted: true }) : null;
  const isThere = nested?.targets.every(({ unit, end }) => unit !== null && end?.unit !== null) === true;
  return nested !== null && isThere ? nested : resolveRow(index, holder, steps, { asPrinted: false });
}

function isReversed(steps: readonly RefStep[]): boolean {
  return steps.some(
    ({ level, joined }, i) =>
      i > 0 &&
      joined === 'below' &&
      LEVEL_ORDER[level] < LEVEL_ORDER[steps[i - 1]!.level] &&
      LEVEL_ORDER[level] > LEVEL_ORDER.paragraph,
  );
}

function resolveRow(
  index: ActIndex,
  holder: Unit,
  steps: readonly RefStep[],
  { asPrinted }: { asPrinted: boolean },
): Resolved {
  const targets: RefTarget[] = [];
  const parts: RefPart[] = [];
  const context = new Map<RefLevel, Found>();
  let last: Found | null = null;
  steps.forEach((step, i) => {
    const base = asPrinted && step.joined === 'below' && last !== null ? last : baseOf(context, step);
    const followed = steps[i + 1]?.joined === 'below';
    step.items.forEach((item, k) => {
      const glued = item.rangeTo === null ? resolveGlued(index, holder, base, step, item) : null;
      const found = glued?.found ?? resolveItem(index, holder, base, step, item.number);
      for (const level of context.keys()) if (LEVEL_ORDER[level] >= LEVEL_ORDER[step.level]) context.delete(level);
      context.set(glued === null ? step.level : 'letter', found);
      last = found;
      parts.push(...(glued?.parts ?? partOf(step, item, found)));
      const end = item.rangeTo === null ? null : resolveItem(index, holder, base, step, item.rangeTo.number);
      if (end !== null && item.rangeTo !== null) parts.push(...partOf(step, item.rangeTo, end));
      if (followed && k === step.items.length - 1 && end === null) return;
      addTarget(targets, step, k, found, end);
    });
  });
  return { targets, parts };
}

/** What rewriting replaces: a printed number; a sentence or an ordinal in words has none. */
function partOf(step: RefStep, item: RefNumber, found: Found): RefPart[] {
  if (
    step.level === 'sentence' ||
    (step.level !== 'indent' && step.level !== 'subindent' && !/^[\da-zA-Z]/.test(item.printed))
  )
    return [];
  return [
    {
      level: step.level,
      from: item.from,
      to: item.from + item.printed.length,
      number: item.printed,
      unit: found.unit?.id ?? null,
    },
  ];
}

/** "pkt 1b" where there is no pkt 1b, but pkt 1 has a letter b: the letter was written onto the number. */
function resolveGlued(
  index: ActIndex,
  holder: Unit,
  base: Found | null,
  step: RefStep,
  item: RefNumber,
): { found: Found; parts: RefPart[] } | null {
  const [, digits, letter] = /^(\d{1,4})([a-z])$/.exec(item.number) ?? [];
  if (digits === undefined || letter === undefined || (step.level !== 'point' && step.level !== 'subsection'))
    return null;
  if (resolveItem(index, holder, base, step, item.number).unit !== null) return null;
  const outer = resolveItem(index, holder, base, step, digits).unit;
  const inner = outer?.children.find((child) => child.type === 'letter' && child.number === letter);
  if (outer === null || inner === undefined) return null;
  const parting = item.from + item.printed.length - 1;
  return {
    found: { unit: inner, citation: inner.citation },
    parts: [
      { level: step.level, from: item.from, to: item.from + digits.length, number: digits, unit: outer.id },
      { level: 'letter', from: parting, to: parting + 1, number: letter, unit: inner.id },
    ],
  };
}

function addTarget(targets: RefTarget[], step: RefStep, k: number, found: Found, end: Found | null): void {
  const last = targets[targets.length - 1];
  if (step.joined === 'range' && k === 0 && last !== undefined && last.end === null) {
    last.end = { unit: found.unit?.id ?? null, citation: found.citation };
    return;
  }
  targets.push({
    unit: found.unit?.id ?? null,
    citation: found.citation,
    end: end === null ? null : { unit: end.unit?.id ?? null, citation: end.citation },
  });
}

/** The unit a step hangs under: the deepest earlier step of a higher level in this chain; null for the holder's own place. */
function baseOf(context: ReadonlyMap<RefLevel, Found>, step: RefStep): Found | null {
  let best: { level: RefLevel; found: Found } | null = null;
  for (const [level, found] of context) {
    if (LEVEL_ORDER[level] < LEVEL_ORDER[step.level] && (best === null || LEVEL_ORDER[level] > LEVEL_ORDER[best.level]))
      best = { level, found };
  }
  if (step.level === 'paragraph' && best !== null && best.level !== 'article' && best.level !== 'annex') return null;
  return best?.found ?? null;
}

/** In "w pkt 1 i lit. b" the letter may lie under pkt 1 or beside the reference: the first place that exists counts. */
function resolveItem(index: ActIndex, holder: Unit, base: Found | null, step: RefStep, number: string): Found {
  const { level } = step;
  const under = base === null ? null : resolveUnder(index, base, level, number, holder);
  const unit =
    under ??
    (base === null || step.joined === 'list'
      ? (resolveRelative(index, holder, level, number) ?? resolveRaised(index, holder, level, number))
      : null);
  // "§ 3" where the act has "§ 2–4. (uchylone)" keeps its own number.
  if (unit !== null && (!unit.number.includes('–') || number.includes('–'))) return { unit, citation: unit.citation };
  return { unit, citation: missingCitation(base?.citation ?? relativeBase(index, holder, level), level, number) };
}

/** "art. 3851" where there is an art. 385[1]: a raised number ran into the digits. Null where more than one could be meant. */
function resolveRaised(index: ActIndex, holder: Unit, level: RefLevel, number: string): Unit | null {
  if (level !== 'article' || !/^\d{2,5}$/.test(number)) return null;
  const found = Array.from(number.slice(1), (_, i) =>
    findBasic(index, holder, 'article', `${number.slice(0, i + 1)}[${number.slice(i + 1)}]`),
  ).filter((unit) => unit !== null);
  return found.length === 1 ? found[0]! : null;
}

function resolveUnder(index: ActIndex, base: Found, level: RefLevel, number: string, holder: Unit): Unit | null {
  if (base.unit === null) return null;
  if (level === 'sentence') return base.unit;
  const { unit } = base;
  if (unit.type === 'annex' && (level === 'paragraph' || level === 'article')) {
    return index.basics.get(`${unit.id}|${level}|${number}`)?.[0] ?? null;
  }
  if (level === 'chapter' && unit.type === 'division')
    return unit.children.find((child) => child.type === 'chapter' && child.number === number) ?? null;
  return findChild(index, unit, level, number, holder);
}

function resolveRelative(index: ActIndex, holder: Unit, level: RefLevel, number: string): Unit | null {
  const path = pathOf(index, holder);
  switch (level) {
    case 'annex':
      return findAnnex(index, number);
    case 'division':
    case 'chapter':
    case 'subchapter':
      return findHeading(index, holder, level, number);
    case 'article':
      return findBasic(index, holder, 'article', number);
    case 'paragraph': {
      const article = path.find((unit) => unit.type === 'article');
      const inner = article === undefined ? null : findChild(index, article, 'paragraph', number, holder);
      return article === undefined ? findBasic(index, holder, 'paragraph', number) : inner;
    }
    case 'sentence':
      return (
        path.find((unit) => unit.type === 'subsection' || unit.type === 'paragraph' || unit.type === 'article') ?? null
      );
    default:
      return resolveWithin(index, path, level, number);
  }
}

/** ust., pkt, lit., tiret alone: looked for from the holder outwards, up to its § or art. */
function resolveWithin(index: ActIndex, path: readonly Unit[], level: RefLevel, number: string): Unit | null {
  const holder = path[0]!;
  for (const unit of path) {
    const under =
      level === 'subsection' && unit.type !== 'paragraph' && unit.type !== 'article' && unit.type !== 'annex';
    if (!under && (unit !== holder || unit.children.length > 0)) {
      const found = findChild(index, unit, level, number, holder);
      if (found !== null) return found;
    }
    if (unit.type === 'paragraph' || unit.type === 'article') return null;
  }
  if (containerOf(index, holder) !== '') return null;
  return index.act.units.find((unit) => unit.type === level && unit.number === number) ?? null;
}

function relativeBase(index: ActIndex, holder: Unit, level: RefLevel): string {
  const path = pathOf(index, holder);
  if (LEVEL_ORDER[level] <= LEVEL_ORDER.article) return '';
  if (level === 'paragraph')
    return path.find((unit) => unit.type === 'article' || unit.type === 'annex')?.citation ?? '';
  const stop = path.find(
    (unit) => unit.type !== 'text' && unit.type !== 'closing' && LEVEL_ORDER[unit.type] < LEVEL_ORDER[level],
  );
  return stop?.citation ?? '';
}

/** Targets in another act: citations only. */
export function externalTargets(steps: readonly RefStep[]): RefTarget[] {
  const targets: RefTarget[] = [];
  const context = new Map<RefLevel, Found>();
  steps.forEach((step, i) => {
    const base = baseOf(context, step);
    step.items.forEach((item, k) => {
      const citation = missingCitation(base?.citation ?? '', step.level, item.number);
      for (const level of context.keys()) if (LEVEL_ORDER[level] >= LEVEL_ORDER[step.level]) context.delete(level);
      context.set(step.level, { unit: null, citation });
      if (steps[i + 1]?.joined === 'below' && k === step.items.length - 1 && item.rangeTo === null) return;
      const end =
        item.rangeTo === null
          ? null
          : { unit: null, citation: missingCitation(base?.citation ?? '', step.level, item.rangeTo.number) };
      addTarget(targets, step, k, { unit: null, citation }, end);
    });
  });
  return targets;
}
