import { exactScores } from '../scoring/exact-score.ts';
import { compare, formatFraction, subtract } from '../scoring/fraction.ts';
import type { Fraction } from '../scoring/fraction.ts';
import { answerTo } from '../scoring/model.ts';
import type { Answer, ScoredUnit, ScoringItem, ScoringModel } from '../scoring/model.ts';
import { displayFraction } from '../scoring/rounding.ts';

/** One step up on one item, everything else unchanged. */
export interface Improvement {
  itemId: string;
  areaId: string;
  /** Level now; null for a withheld answer, which an answer at the lowest level would not raise. */
  from: number | null;
  to: number;
  /** Points that the total would gain, exact and rounded. */
  gain: { exact: string; display: string };
  newTotal: string;
  /** Like units answered at `to` or above, by id, and how many like units have a level at all. */
  reachedBy: string[];
  comparable: number;
}

/**
 * What would raise a unit's total: for every item below its highest level the next one,
 * the largest gain first, among equal gains the one that more like units have reached.
 * `peers` are units of the same kind and size class (the unit itself may be among them).
 * Without `levels` in the model the next level is the next whole number. Empty when the
 * unit has no total.
 */
export function whatWouldRaise(
  model: ScoringModel,
  unit: ScoredUnit,
  { peers = [], decimals = 1 }: { peers?: readonly ScoredUnit[]; decimals?: number } = {},
): Improvement[] {
  const total = totalOf(model, unit);
  if (total === null) return [];
  const found = model.areas.flatMap((area) =>
    area.items.flatMap((item): { improvement: Improvement; gain: Fraction }[] => {
      const to = nextLevel(item, answerTo(unit, item.id));
      const raised = to === null ? null : totalOf(model, withLevel(unit, item.id, to));
      if (to === null || raised === null || compare(raised, total) <= 0) return [];
      const gain = subtract(raised, total);
      const improvement = {
        itemId: item.id,
        areaId: area.id,
        from: levelOf(unit, item.id),
        to,
        gain: { exact: formatFraction(gain), display: displayFraction(gain, decimals) },
        newTotal: displayFraction(raised, decimals),
        ...countPeers(unit, peers, item.id, to),
      };
      return [{ improvement, gain }];
    }),
  );
  found.sort((a, b) => compare(b.gain, a.gain) || compareReach(a.improvement, b.improvement));
  return found.map(({ improvement }) => improvement);
}

/** More reached first, by share of comparable units without dividing; then by item id. */
function compareReach(a: Improvement, b: Improvement): number {
  const share = b.reachedBy.length * Math.max(1, a.comparable) - a.reachedBy.length * Math.max(1, b.comparable);
  return share || (a.itemId < b.itemId ? -1 : 1);
}

function totalOf(model: ScoringModel, unit: ScoredUnit): Fraction | null {
  return exactScores(model, [unit])[0]?.total.score ?? null;
}

/** The level above the present one; for a withheld answer the lowest that scores. Null at the top or where no level is due. */
function nextLevel(item: ScoringItem, answer: Answer): number | null {
  if (answer.state === 'not_applicable' || answer.state === 'not_assessed') return null;
  const now = answer.state === 'scored' ? answer.level : item.min;
  if (item.levels === undefined) {
    const next = Math.min(item.max, Math.floor(now) + 1);
    return next > now ? next : null;
  }
  return item.levels.find((level) => level > now) ?? null;
}

function withLevel(unit: ScoredUnit, itemId: string, level: number): ScoredUnit {
  return { id: unit.id, answers: { ...unit.answers, [itemId]: { state: 'scored', level } } };
}

function levelOf(unit: ScoredUnit, itemId: string): number | null {
  const answer = answerTo(unit, itemId);
  return answer.state === 'scored' ? answer.level : null;
}

function countPeers(unit: ScoredUnit, peers: readonly ScoredUnit[], itemId: string, to: number) {
  const levels = peers.flatMap((peer) => {
    const level = levelOf(peer, itemId);
    return level === null || peer.id === unit.id ? [] : [{ id: peer.id, level }];
  });
  const reachedBy = levels.filter(({ level }) => level >= to).map(({ id }) => id);
  return { reachedBy: reachedBy.sort(), comparable: levels.length };
}
