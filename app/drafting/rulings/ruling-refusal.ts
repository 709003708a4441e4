import type { Decision } from '#app/drafting/state/remark-state.ts';
import type { Decidable } from './load-decidable.server.ts';
import { decisionsFor } from './ruling-plan.ts';

export type RulingRefusal =
  | { code: 'reason-required' }
  | { code: 'not-possible' }
  | { code: 'decided' }
  | { code: 'withdrawn' }
  | { code: 'moved' };

/** What the official decides, and what was on the page when they did. */
export type SeenRuling = { decision: Decision; reason: string; againstVersion: number; remarkRevision: number };

/**
 * Why a ruling cannot be made on what stands in the database now, first things first; null when it can. A conflict is told
 * by the plan, which knows the operations.
 */
export function refusalOf(
  seen: SeenRuling,
  { remark, draft }: Pick<Decidable, 'remark' | 'draft'>,
): RulingRefusal | null {
  if (remark.state === 'withdrawn') return { code: 'withdrawn' };
  if (remark.state !== 'open') return { code: 'decided' };
  if (draft.version !== seen.againstVersion || remark.revision !== seen.remarkRevision) return { code: 'moved' };
  if (!decisionsFor({ ...remark, fit: 'unchanged' }).includes(seen.decision)) return { code: 'not-possible' };
  return seen.reason === '' ? { code: 'reason-required' } : null;
}
