import { renderText, type Act } from '#app/text/index.ts';
import { dayInWords } from '#app/text/tree/months.ts';
import { decomposed } from '#app/text/tree/compose.ts';
import { withoutEnds } from '#app/text/tree/ends.ts';

/** What names a work: kind, place, day and number; two texts with one of them all are one work. */
export type ActIdentity = {
  root: 'act' | 'bill';
  /** uchwala, zarzadzenie or ustawa. */
  name: string;
  /** Who makes it, in the address: "rada-gminy-przyklad", "gmina-9902012"; '' where nothing says. */
  maker: string;
  /** Day of the work (yyyy-mm-dd), null where nothing says. */
  date: string | null;
  dateName: 'adoption' | 'introduction';
  /** In the address, small letters without spaces. */
  number: string;
  /** As it is printed, null where there is none. */
  printed: string | null;
  /** Which of the wordings of a day, "v3"; '' where a day has one. */
  wording: string;
  /** Day of this wording, yyyy-mm-dd; null: of the work. */
  wordingDate: string | null;
  author: string;
};

/**
 * What the head of an act says of it: "UCHWAŁA NR X/1/2024 RADY GMINY … z dnia 1 marca 2024 r.". The legal basis below it names other
 * acts with their days and is not read. A text without a day or, where acts are numbered, without a number was adopted by nobody.
 */
export function actIdentity(act: Act): ActIdentity {
  const head = titleBlock(act);
  const date = dayIn(head);
  const written = /(?:uchwała|zarządzenie)\s+nr\s+([^\s]+)/iu.exec(head)?.[1] ?? '';
  const printed = written === '' || /[.…_]{3}/.test(written) || slug(written) === '' ? null : written;
  const author =
    head
      .split(/[\n\r\u2028\u2029]/)
      .map((line) => line.trim())
      .find((line) => /^(?:rady|sejmiku|wójta|burmistrza|prezydenta)\b/iu.test(line)) ?? '';
  const isStatute = act.kind === 'statute';
  const isDraft = /projekt/iu.test(head) || date === null || (!isStatute && printed === null);
  return {
    root: isDraft ? 'bill' : 'act',
    name: isStatute ? 'ustawa' : /zarządzenie/iu.test(head) ? 'zarzadzenie' : 'uchwala',
    maker: isStatute ? '' : nominative(slug(author)),
    date,
    dateName: isDraft ? 'introduction' : 'adoption',
    number: printed === null ? (isDraft ? `projekt-${marked(act)}` : titleOf(head, act)) : slug(printed),
    printed,
    wording: '',
    wordingDate: null,
    author,
  };
}

/** The head names who made the act in the genitive. */
function nominative(maker: string): string {
  return maker
    .replace(/^rady-miejskiej/, 'rada-miejska')
    .replace(/^rady/, 'rada')
    .replace(/^(sejmik|wojt|burmistrz|prezydent)[au]/, '$1');
}

/** Words of an address: small letters without marks above and below them, other signs as one hyphen. */
export function slug(words: string): string {
  const plain = decomposed(words.toLowerCase().replaceAll('ł', 'l')).replace(/\p{M}/gu, '');
  return withoutEnds(plain.replace(/[^a-z0-9]+/g, '-'), '-');
}

/** Everything above the legal basis. */
function titleBlock({ before, title }: Act): string {
  const head = before === '' ? title : before;
  const basis = head.search(/(?:na|w) podstawie/iu);
  return basis < 0 ? head : head.slice(0, basis);
}

function dayIn(head: string): string | null {
  const words = /z dnia\s+(\d{1,2}\s+\p{L}+\s+\d{4})/u.exec(head);
  const written = words && dayInWords(words[1]!);
  if (written) return written;
  const figures = /z dnia\s+(\d{1,2})\.(\d{1,2})\.(\d{4})/u.exec(head);
  return figures ? `${figures[3]!}-${two(Number(figures[2]))}-${two(Number(figures[1]))}` : null;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A statute has no number of its own: its name tells it from another one of the day. */
function titleOf(head: string, act: Act): string {
  const name = slug(
    head
      .replace(/^[\s\S]*?z dnia\s+\d{1,2}\s+\p{L}+\s+\d{4}\s*(?:r\.|roku)?/u, '')
      .split(/\n\s*\n/)
      .find((words) => words.trim() !== '') ?? '',
  );
  return withoutEnds(name.slice(0, 80), '-') || marked(act);
}

/** A short mark of the words themselves, for a text that nothing else tells from others. */
function marked(act: Act): string {
  // FNV-1a, 64 bits.
  let mark = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(renderText(act)))
    mark = BigInt.asUintN(64, (mark ^ BigInt(byte)) * 0x100000001b3n);
  return mark.toString(16).padStart(16, '0');
}
