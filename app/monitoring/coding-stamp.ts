/**
 * Names a state of an edition's answers: how many municipalities and codings there are and how often they were saved. Every save
 * raises a revision, so two different states cannot share a stamp while coding goes on.
 */
export function stampOf(codings: readonly { revision: number }[], units: number): string {
  return `${units}.${codings.length}.${codings.reduce((sum, coding) => sum + coding.revision, 0)}`;
}
