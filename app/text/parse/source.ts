import type { Layout } from './lines.ts';
import type { Line } from './line.ts';
import type { Mark } from './marks.ts';
import type { ActKind } from '../tree/types.ts';

export type Source = {
  lines: readonly Line[];
  layout: Layout;
  kind: ActKind;
  /** What the act itself is divided into; annexes may differ. */
  basic: 'article' | 'paragraph';
  /** Inside quoted text every mark may come first. */
  quoted: boolean;
  /** Number of marks at line starts, by index: the mark a line would have. */
  marks: ReadonlyArray<Mark | null>;
};
