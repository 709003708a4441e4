import type { ScoreTable } from './draw-totals.ts';
import { settingsOf } from './draw-totals.ts';
import { compare, formatFraction, fractionOf, parseFraction, subtract } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import type { ScoredUnit, ScoringItem, ScoringModel, ScoringOptions } from './model.ts';
import { displayFraction } from './rounding.ts';
import { scoreIntervals } from './score-interval.ts';
import type { ScoreInterval } from './score-interval.ts';
import { computeScores } from './score.ts';
import type { Score, UnitScore } from './score.ts';
import type { DrawingOptions } from './weight-draws.ts';

/** Points below which a change between editions is never called a change. */
const CLEAR_CHANGE = 2;

/** Items that ask the same in both versions of a methodology, by their id in each. */
export type Bridge = readonly { before: string; after: string }[];

export interface EditionComparison {
  before: { model: ScoringModel; units: readonly ScoredUnit[] };
  after: { model: ScoringModel; units: readonly ScoredUnit[] };
  bridge: Bridge;
  options?: Partial<ScoringOptions>;
  drawing?: Partial<DrawingOptions>;
}

/** Both scores of a unit on the common items, and what may be said about the difference. */
export interface UnitChange {
  id: string;
  before: ComparedScore | null;
  after: ComparedScore | null;
  /** after − before, exact and rounded with its sign ("+3.4"); null when either is not published. */
  change: { exact: string; display: string } | null;
  /** "none" is "no clear change"; null when there is nothing to compare. */
  direction: 'up' | 'down' | 'none' | null;
  /** Why the change is not clear. */
  reason: 'small' | 'intervals-overlap' | null;
}

export interface ComparedScore {
  score: Score;
  areas: Record<string, Score>;
  /** 5th–95th percentile under drawn weights, widened by the bounds where the coverage is below 1. */
  interval: ScoreInterval;
}

/** Items with the same id and the same scale in both versions. */
export function commonItems(before: ScoringModel, after: ScoringModel): Bridge {
  const earlier = itemsOf(before);
  return [...itemsOf(after).values()].flatMap((item) => {
    const old = earlier.get(item.id);
    const isSame = old !== undefined && old.min === item.min && old.max === item.max;
    return isSame ? [{ before: item.id, after: item.id }] : [];
  });
}

/**
 * Changes between two editions on common items only (monitoring method 2.3): both are
 * scored with the weights and areas of the later version, so that nothing but the answers
 * can differ. A change is clear from 2 points on and where the intervals do not overlap.
 * The units are those of the later edition, in its order. Throws RangeError for a bridge
 * that names unknown items or the same item twice.
 */
export function compareEditions(editions: EditionComparison): UnitChange[] {
  const { before, after, bridge, options, drawing } = editions;
  const model = bridgeModel(before.model, after.model, bridge);
  const toTable = (units: readonly ScoredUnit[]): ScoreTable => ({ model, units, options, drawing });
  const earlier = scoreEdition(toTable(before.units.map((unit) => renameAnswers(unit, bridge))));
  const later = scoreEdition(toTable(after.units));
  const { decimals } = settingsOf(toTable([])).options;
  return after.units.map(({ id }) => describeChange(id, earlier.get(id) ?? null, later.get(id) ?? null, decimals));
}

/** The later model with common items only; areas left without any are dropped. */
function bridgeModel(before: ScoringModel, after: ScoringModel, bridge: Bridge): ScoringModel {
  const [earlier, later] = [itemsOf(before), itemsOf(after)];
  const sides = { before: new Set<string>(), after: new Set<string>() };
  for (const pair of bridge) {
    if (!earlier.has(pair.before)) throw new RangeError(`The earlier version has no item "${pair.before}"`);
    if (!later.has(pair.after)) throw new RangeError(`The later version has no item "${pair.after}"`);
    if (sides.before.has(pair.before) || sides.after.has(pair.after)) {
      throw new RangeError(`"${pair.before}" – "${pair.after}": an item can be bridged once`);
    }
    sides.before.add(pair.before);
    sides.after.add(pair.after);
    const [old, own] = [earlier.get(pair.before), later.get(pair.after)];
    if (old?.min !== own?.min || old?.max !== own?.max) {
      throw new RangeError(`"${pair.before}" – "${pair.after}": the scales differ`);
    }
  }
  const areas = after.areas.map((area) => ({ ...area, items: area.items.filter((item) => sides.after.has(item.id)) }));
  return { areas: areas.filter((area) => area.items.length > 0) };
}

function itemsOf(model: ScoringModel): Map<string, ScoringItem> {
  return new Map(model.areas.flatMap((area) => area.items.map((item) => [item.id, item])));
}

function renameAnswers(unit: ScoredUnit, bridge: Bridge): ScoredUnit {
  const answers = bridge.flatMap(({ before, after }) => {
    const answer = Object.hasOwn(unit.answers, before) ? unit.answers[before] : undefined;
    return answer === undefined ? [] : [[after, answer] as const];
  });
  return { id: unit.id, answers: Object.fromEntries(answers) };
}

function scoreEdition(table: ScoreTable): Map<string, ComparedScore> {
  const intervals = scoreIntervals(table);
  return new Map(
    computeScores(table.model, table.units, table.options).flatMap((unit): [string, ComparedScore][] => {
      const interval = intervals.get(unit.id);
      return interval === undefined ? [] : [[unit.id, toCompared(unit, interval)]];
    }),
  );
}

function toCompared({ total, areas }: UnitScore, interval: ScoreInterval): ComparedScore {
  if (total.coverage === 1 || total.low === null || total.high === null) return { score: total, areas, interval };
  return {
    score: total,
    areas,
    interval: { from: Math.min(interval.from, total.low), to: Math.max(interval.to, total.high) },
  };
}

function describeChange(
  id: string,
  before: ComparedScore | null,
  after: ComparedScore | null,
  decimals: number,
): UnitChange {
  const unchanged = { id, before, after, change: null, direction: null, reason: null };
  if (before === null || after === null || before.score.exact === null || after.score.exact === null) return unchanged;
  const difference = subtract(parseFraction(after.score.exact), parseFraction(before.score.exact));
  const change = { exact: formatFraction(difference), display: displaySigned(difference, decimals) };
  const isSmall = compare(magnitude(difference), fractionOf(CLEAR_CHANGE)) < 0;
  const overlap = before.interval.from <= after.interval.to && after.interval.from <= before.interval.to;
  if (isSmall || overlap)
    return { ...unchanged, change, direction: 'none', reason: isSmall ? 'small' : 'intervals-overlap' };
  return { ...unchanged, change, direction: difference.n > 0n ? 'up' : 'down' };
}

function magnitude(value: Fraction): Fraction {
  return value.n < 0n ? { n: -value.n, d: value.d } : value;
}

/** A rise and a fall of the same size print the same digits; what rounds to 0 has no sign. */
function displaySigned(value: Fraction, decimals: number): string {
  const digits = displayFraction(magnitude(value), decimals);
  if (Number(digits) === 0) return digits;
  return `${value.n < 0n ? '−' : '+'}${digits}`;
}
