export const TIE_KINDS = ['employee', 'councillor', 'candidate', 'party', 'contractor', 'family'] as const;

export type TieKind = (typeof TIE_KINDS)[number];

export type Tie = {
  kind: TieKind | 'none';
  words: string;
  /** First and last day, yyyy-mm-dd; null for an open end. */
  since: string | null;
  until: string | null;
  /** ISO instant. */
  declaredAt: string;
};

/**
 * Whether a declared tie closes the municipality for its declarer: every tie does that lasts, or lasted on or after the first day
 * measured. One that ended before it does not: nothing of that time is judged.
 */
export function bars(tie: Pick<Tie, 'kind' | 'until'>, measuredFrom: string): boolean {
  return tie.kind !== 'none' && (tie.until === null || tie.until >= measuredFrom);
}

export type TieProblem = 'words' | 'dates';

/** What is missing in a declaration; null when nothing is. A tie needs words, and its days an order. */
export function tieProblem({ kind, words, since, until }: Omit<Tie, 'declaredAt'>): TieProblem | null {
  if (kind !== 'none' && words.trim() === '') return 'words';
  return since !== null && until !== null && since > until ? 'dates' : null;
}
