import type { Build } from './build.ts';
import type { Source } from './source.ts';
import type { Line } from './line.ts';
import type { LineRole, Unit } from '../tree/types.ts';

/** What the walk over the lines carries besides the tree. */
export type Walk = {
  build: Build;
  source: Source;
  index: number;
  /** Unit whose heading the next unmarked lines belong to. */
  heading: Unit | null;
  /** Page furniture waiting to see whether the sentence goes on. */
  noise: Line[];
  reasons: string[] | null;
  reasonsLine: number | null;
  /** After the signatures: what follows is kept as text. */
  tail: boolean;
  contents: ReadonlySet<number>;
  overrides: ReadonlyMap<number, LineRole>;
  /** Lines searched in vain for the end of a quotation; bounds the time for hostile input. */
  wasted: number;
  romanHeadings: boolean;
  /** Lines, by index, whose mark began a unit or a footnote. */
  taken: Set<number>;
  /** Footnotes that are being read, null outside them. */
  footnotes: Footnotes | null;
  /** Numbers of footnotes that words of the text bear; made once asked for. */
  anchors: ReadonlySet<number> | null;
  /** Reads lines from one on into the tree: quoted wording within the words of a unit is read in the same way. */
  walkLines: (walk: Walk, from: number) => void;
};

/** Notes below a rule across the page: the number of the last one and the text kept of it. */
export type Footnotes = { last: number | null; unit: Unit | null };
