import type { Decision } from '#app/drafting/state/remark-state.ts';

/** Remarks that one ruling may answer at once; what accepting does to the text is brought together first, so there are fewer of these. */
export const bulkLimits = { plain: 200, accepted: 100 } as const;

/** Rulings that may be collected in one consultation to be released together: all of them are planned, written and told of in one act. */
export const basketLimit = 500;

/** Amendments that may get other words at once: each has fields of its own. */
export const wordedLimit = 20;

/** Decisions that may be given to several remarks at once; accepted in part, each amendment gets words of its own. */
export const bulkDecisions = [
  'accepted',
  'accepted-in-part',
  'already-in-text',
  'not-accepted',
  'out-of-scope',
  'answered',
] as const satisfies readonly Decision[];
export type BulkDecision = (typeof bulkDecisions)[number];

/** Open amendments offered to see what if, and how many may be switched on at once. */
export const whatIfLimits = { offered: 40, on: 40 } as const;
