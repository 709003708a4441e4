import fc from 'fast-check';

/** Signs that begin formulas, end cells and rows, or hide before either. */
const signs = [
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  '\t',
  '\r',
  '\n',
  ';',
  ',',
  '"',
  "'",
  ' ',
  '\u00a0',
  '\v',
  '\f',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u200b',
  '\ufeff',
  '\u061c',
  '\u202e',
  '\u3164',
  '\u{e0020}',
  '﹦',
  '😀',
  '|',
  'ą',
  '7',
  'cmd',
];

/** Words that try to become a formula, a cell or a row of their own. */
export const nastyWords = [
  'raz\ndwa',
  'raz\rdwa',
  "Popieram\n=cmd|' /C calc'!A0",
  'ala;=7+7;kot',
  'ala,=7+7,kot',
  'a;"=1',
  'a;  @SUM(A1)',
  ';\t=1',
  '\n=1',
  ' =1+1',
  'tel. +48 600 100 200',
  "'=1",
  'x;\u00a0＝1',
  'x\u2028=1',
  'koniec;',
  '"',
  '""=1',
  '\u061c=1',
  '\u202e=1',
  '\u{e0020}@x',
  'a;\u3164=1',
  'a;\u2800﹦1',
  '\u034f-1+1',
];

/** Cells of random text made of the signs that matter, ours among them. */
export const nastyCell = fc.oneof(
  fc.constantFrom(...nastyWords),
  fc.array(fc.constantFrom(...signs), { maxLength: 9 }).map((parts) => parts.join('')),
);

const numeric = /^-?\d+(?:\.\d+)?$/;

/** Whether a spreadsheet would take the cell for a formula; blanks and invisible signs before the sign do not help it. A line end alone is none. */
export function isFormula(cell: string): boolean {
  if (numeric.test(cell)) return false;
  return (
    /^[=+\-@＝＋－＠﹦﹢﹣﹫]/.test(
      cell.replace(
        /^[\u034f\s\u0000-\u001f\u007f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\u{e0000}-\u{e0fff}]+/u,
        '',
      ),
    ) || /^(?:\t|\r(?!\n))/.test(cell)
  );
}
