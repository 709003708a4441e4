import type { Mark } from './marks.ts';

/**
 * What a file holds beside plain words, and what became of it. Read, its words stand in the text: `equation`, `text-box`, `chunk`,
 * `diagram`, `ruby`. Left out, its words stand here alone: `hidden`, `picture` (its description), `object`, `chart`, `shape`,
 * `header`, `footer`, `page-number` (a header or footer that says no more), `field` (its code), `symbol` (its font and number), `note` (one that nothing refers to), `unknown`.
 */
export type FindingKind = ReadKind | LeftOutKind;
type ReadKind = 'equation' | 'text-box' | 'chunk' | 'diagram' | 'ruby';
type LeftOutKind =
  | 'hidden'
  | 'picture'
  | 'object'
  | 'chart'
  | 'shape'
  | 'header'
  | 'footer'
  | 'page-number'
  | 'field'
  | 'symbol'
  | 'note'
  | 'unknown';

/** `block` is the number of the paragraph or row it stands in, null outside the body; `mark` who inserted or removed it. */
export type Finding = { kind: FindingKind; words: string; block: number | null; mark: Mark | null };
