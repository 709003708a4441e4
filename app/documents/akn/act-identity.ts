import type { Act } from '#app/text/index.ts';

const MONTHS = [
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

export type ActIdentity = {
  /** uchwala or ustawa. */
  name: string;
  isDraft: boolean;
  /** Day of adoption (yyyy-mm-dd), null where the text does not say. */
  date: string | null;
  number: string | null;
  author: string;
};

/** What the head of an act says of it: "UCHWAŁA NR X/1/2024 RADY GMINY … z dnia 1 marca 2024 r.". */
export function actIdentity(act: Act): ActIdentity {
  const head = act.before === '' ? act.title : act.before;
  const day = /z dnia\s+(\d{1,2})\s+(\p{L}+)\s+(\d{4})/u.exec(head);
  const month = MONTHS.indexOf((day?.[2] ?? '').toLowerCase()) + 1;
  const number = /(?:uchwała|zarządzenie)\s+nr\s+([^\s]+)/iu.exec(head)?.[1] ?? null;
  const author =
    head
      .split(/[\n\r\u2028\u2029]/)
      .map((line) => line.trim())
      .find((line) => /^(?:rady|sejmiku|wójta|burmistrza|prezydenta)\b/iu.test(line)) ?? '';
  return {
    name: act.kind === 'statute' ? 'ustawa' : 'uchwala',
    isDraft: /projekt/iu.test(head),
    date:
      day === null || month === 0 ? null : `${day[3]!}-${String(month).padStart(2, '0')}-${day[1]!.padStart(2, '0')}`,
    number: number === null || /[.…_]{3}/.test(number) ? null : number,
    author,
  };
}
