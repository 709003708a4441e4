/** The months as a day is written with them: "12 marca 2025 r.". */
export const MONTHS = [
  'stycznia',
  'lutego',
  'marca',
  'kwietnia',
  'maja',
  'czerwca',
  'lipca',
  'sierpnia',
  'września',
  'października',
  'listopada',
  'grudnia',
];

/** "12 marca 2025" as 2025-03-12; null when no day is written out. */
export function dayInWords(words: string): string | null {
  const match = /(\d{1,2})\s+(\p{L}{4,12})\s+(\d{4})/u.exec(words);
  const month = MONTHS.indexOf(match?.[2]?.toLowerCase() ?? '') + 1;
  if (match === null || month === 0) return null;
  return `${match[3]}-${String(month).padStart(2, '0')}-${match[1]!.padStart(2, '0')}`;
}
