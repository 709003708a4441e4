import type { CellCoding, DoubleCause } from '../cards/cells.ts';

export type CodingRefusal =
  /** The person reviews and does not code. */
  | 'reviewer'
  /** Somebody else was assigned this area. */
  | 'not-assigned'
  /** The cell has its coder, or both of them. */
  | 'taken'
  /** The own answer was handed in. */
  | 'handed-in'
  /** The office has been shown the proposed answers. */
  | 'reply-round';

export type CodingRight = { ok: true; slot: 1 | 2 } | { ok: false; refusal: CodingRefusal };

export type CellSituation = {
  viewerId: string;
  canCode: boolean;
  /** Double coding is on: an answer belongs to its coder alone. */
  isBlind: boolean;
  cause: DoubleCause | null;
  codings: readonly Pick<CellCoding, 'slot' | 'coderId' | 'submittedAt'>[];
  /** People assigned to the area: the first codes everything, the second what is coded twice. */
  assigned: { first: string | null; second: string | null };
  roundOpened: boolean;
};

/**
 * Whether a person may write an answer to a cell, and as which of the two codings. Without an assignment whoever is first takes
 * the first slot; nobody ever has both. Ties with the municipality are checked before this.
 */
export function codingRight(situation: CellSituation): CodingRight {
  const { viewerId, canCode, isBlind, cause, codings, assigned, roundOpened } = situation;
  if (!canCode) return refuse('reviewer');
  if (roundOpened && cause !== 'objection') return refuse('reply-round');
  const own = codings.find((coding) => coding.coderId === viewerId);
  if (own?.submittedAt) return refuse('handed-in');
  const slot = own && (isBlind || cause !== null) ? (own.slot === 2 ? 2 : 1) : freeSlot(situation);
  if (slot === null) {
    const others = cause === null ? [assigned.first] : [assigned.first, assigned.second];
    return refuse(others.every((id) => id !== null && id !== viewerId) ? 'not-assigned' : 'taken');
  }
  // The office has seen the first coding: it stays as it is.
  if (roundOpened && slot === 1) return refuse('reply-round');
  return { ok: true, slot };
}

function freeSlot({ viewerId, isBlind, cause, codings, assigned }: CellSituation): 1 | 2 | null {
  const holder = (slot: number) => codings.find((coding) => coding.slot === slot);
  const isOpen = (slot: 1 | 2, assignee: string | null) => {
    const coding = holder(slot);
    if (coding?.submittedAt) return false;
    if (assignee !== null) return assignee === viewerId;
    return !coding || (slot === 1 && !isBlind && cause === null);
  };
  if (assigned.second !== viewerId && isOpen(1, assigned.first)) return 1;
  return cause !== null && assigned.first !== viewerId && isOpen(2, assigned.second) ? 2 : null;
}

function refuse(refusal: CodingRefusal): CodingRight {
  return { ok: false, refusal };
}
