/** Fewest signs of the reason of a withdrawal or a correction: everybody reads it. */
export const MIN_REASON = 10;

/** Changes of one edition that may wait for a second person at once. */
export const MOST_WAITING = 50;

/** Why somebody of the team does not decide on a change; null where nothing speaks against it. */
export function secondPersonProblem({
  isProposer,
  role,
  isTied,
}: {
  isProposer: boolean;
  role: 'lead' | 'member' | 'reviewer';
  isTied: boolean;
}): 'own' | 'role' | 'tie' | null {
  if (isProposer) return 'own';
  if (role === 'member') return 'role';
  return isTied ? 'tie' : null;
}
