import type { Unit } from '../tree/types.ts';

/** Notes below a rule across the page: the number of the last one and the text kept of it. */
export type Footnotes = { last: number | null; unit: Unit | null };
