/** A draft of a ruling: kept by its author, handed in, sent back with a note, collected to be released with others; then in force or given up. */
export const draftStates = ['draft', 'waiting', 'returned', 'collected', 'approved', 'dropped'] as const;
export type DraftState = (typeof draftStates)[number];

/** States in which a draft can still become a ruling. */
export const liveDraftStates = ['draft', 'waiting', 'returned', 'collected'] as const satisfies readonly DraftState[];

/** Whether the viewer is asked to approve a draft. */
export function isForViewer({ state, isOwn }: { state: DraftState; isOwn: boolean }): boolean {
  return mayDo('approve', { state, isOwn });
}

export const draftActions = ['save', 'hand-in', 'collect', 'approve', 'return', 'drop', 'take-out'] as const;
export type DraftAction = (typeof draftActions)[number];

/**
 * What may be done with a draft, and by whom: never approved or returned by the one who wrote it, changed by nobody else. Anybody of the
 * office takes one out of those collected: it is its author's draft again.
 */
export function mayDo(action: DraftAction, draft: { state: DraftState; isOwn: boolean }): boolean {
  const isLive = liveDraftStates.some((state) => state === draft.state);
  switch (action) {
    case 'save':
    case 'hand-in':
    case 'collect':
    case 'drop':
      return draft.isOwn && isLive;
    case 'approve':
    case 'return':
      return !draft.isOwn && draft.state === 'waiting';
    case 'take-out':
      return draft.state === 'collected';
  }
}
