/** Why a sheet counts for nothing, as the results tell it. */
export const invalidReasons = ['required', 'unreadable', 'foreign', 'repeated', 'other'] as const;
export type InvalidReason = (typeof invalidReasons)[number];
