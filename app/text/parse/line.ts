/** One line of the source. `text` is trimmed and its runs of blanks are single. */
export type Line = {
  n: number;
  raw: string;
  text: string;
  /** Width of the leading blanks. */
  indent: number;
  blankBefore: boolean;
  blankAfter: boolean;
  /** Page header, footer or page number of a printed source. */
  noise: boolean;
  /** Row of a table whose cells are parted by tabs; its text keeps them. */
  row: boolean;
};
