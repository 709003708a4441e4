import type { StageDates } from '#app/drafting/state/stage.ts';

export type TermsProblem =
  | 'nothing-changed'
  | 'already-open'
  | 'opens-in-past'
  | 'already-closed'
  | 'closes-before-opens'
  | 'closes-in-past'
  | 'answers-over'
  | 'answers-before-close'
  | 'answers-in-past';

/** Whether people who count on the announced end would have less time than they were told: remarks are being taken, and end sooner. */
export function cutsRunningTerm(before: StageDates, after: StageDates, now: Date): boolean {
  return now >= before.opensAt && now < before.closesAt && after.closesAt < before.closesAt;
}

/**
 * Why announced terms may not be changed so; null when they may. A term that has passed stands for ever: an end that has
 * come is not reopened and lateness is not erased. A term may be moved both ways before it comes, but never to a moment
 * that is past, and the answers always come after the end of remarks.
 */
export function termsProblem(before: StageDates, after: StageDates, now: Date): TermsProblem | null {
  const moved = (name: keyof StageDates) => before[name].getTime() !== after[name].getTime();
  if (!moved('opensAt') && !moved('closesAt') && !moved('answersDueAt')) return 'nothing-changed';
  if (moved('opensAt')) {
    if (now >= before.opensAt) return 'already-open';
    if (after.opensAt < now) return 'opens-in-past';
  }
  if (moved('closesAt')) {
    if (now >= before.closesAt) return 'already-closed';
    if (after.closesAt <= now) return 'closes-in-past';
  }
  if (after.closesAt <= after.opensAt) return 'closes-before-opens';
  if (moved('answersDueAt')) {
    if (now >= before.answersDueAt) return 'answers-over';
    if (after.answersDueAt <= now) return 'answers-in-past';
  }
  return after.answersDueAt <= after.closesAt ? 'answers-before-close' : null;
}
