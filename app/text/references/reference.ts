import type { RefPart, RefTarget } from './reference-targets.ts';

export type Reference = {
  /** Unit that holds the words. */
  unit: string;
  field: 'text' | 'heading';
  /** Place of the words in the field, without the preposition before them. */
  from: number;
  to: number;
  /** The words with a preposition before them: "w ust. 1". */
  words: string;
  line: number;
  citation: string;
  targets: RefTarget[];
  status: 'resolved' | 'dangling' | 'external';
  /** Words that name the other act, null for a reference within the act. */
  act: string | null;
  parts: RefPart[];
  /** The § sign is missing ("w 2 ust. 1"). */
  lostSign: boolean;
  /** Names its unit by its place alone ("ustępu poprzedzającego"): cited in full when that place changes. */
  isRelative: boolean;
  /** Two numbers that ran into one ("art. 5254"): which units are meant, nobody can tell. */
  glued?: readonly [string, string];
};
