import { lastKept } from '../tree/ends.ts';
import { readHeadingNumber, fromRoman } from '../tree/letters.ts';
import type { Line } from './line.ts';
import { plainText, readThrough } from '../tree/unseen.ts';
import type { UnitType } from '../tree/types.ts';

/** A line that may open a dział, rozdział or oddział. */
export type HeadingMark = { type: UnitType; label: string; number: string; heading: string };

const NUMBER = String.raw`(\d{1,3}[a-z]{0,2}|[IVXLC]{1,7}[a-z]?|pierwsz[ya]|drug[ia]|trzeci[a]?|czwart[ya]|piąt[ya]|szóst[ya]|siódm[ya]|ósm[ya]|dziewiąt[ya]|dziesiąt[ya])`;
const WORDS: ReadonlyArray<readonly [UnitType, string]> = [
  ['division', String.raw`(?:D ?Z ?I ?A ?Ł|Dział|TYTUŁ|Tytuł|KSIĘGA|Księga|CZĘŚĆ|Część)`],
  ['chapter', String.raw`(?:R ?O ?Z ?D ?Z ?I ?A ?Ł|Rozdział|rozdział|R ?O ?Z ?D ?Z ?\.|Rozdz\.)`],
  ['subchapter', String.raw`(?:O ?D ?D ?Z ?I ?A ?Ł|Oddział|PODROZDZIAŁ|Podrozdział|SEKCJA|Sekcja)`],
];
const PATTERNS = WORDS.map(([type, word]) => ({
  type,
  pattern: new RegExp(`^(${word}\\s*${NUMBER}(?![\\p{L}\\d])[\\s/.:)]*)(.*)$`, 'iu'),
}));

/** Reads a systematising heading ("Rozdział 1.", "DZIAŁ II – Zasady"); null for running text that starts like one. */
export function readHeading(text: string): HeadingMark | null {
  if (text.length > 600) return null;
  return readThrough(text, readVisibleHeading, (found, kept) => {
    const label = kept(found.label.length);
    return { ...found, label: label.trim(), heading: text.slice(label.length).trim() };
  });
}

function readVisibleHeading(text: string): HeadingMark | null {
  if (!/^[DRTKCOPSdrtkcops]/.test(text)) return null;
  for (const { type, pattern } of PATTERNS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const number = readHeadingNumber(
      (match[2] ?? '').replace(/^[ivxlc]+$/, (m) => m.toUpperCase()).replace(/[ya]$/u, (m) => m),
    );
    const rest = (match[3] ?? '').trim();
    if (number === null) return null;
    // "Rozdział 2 A", "Rozdział IV-A": an inserted one, its letter parted from the number.
    if (/^[-–]?\s?(?:[A-Z]|[a-h])$/.test(rest) && /^(?:\d+|[IVXLC]+)$/.test(number))
      return { type, label: text.trim(), number: `${number}${rest.at(-1)!}`, heading: '' };
    if (isRunningText(match[1] ?? '', rest)) return null;
    if (/^\d+$/.test(number) && (Number(number) > 200 || isBudgetClass(type, number))) return null;
    return { type, label: (match[1] ?? '').trim(), number, heading: rest };
  }
  return null;
}

/** "Dział 010", "Dział 150": classes of the budget have three digits. */
function isBudgetClass(type: UnitType, number: string): boolean {
  return number.startsWith('0') || (type === 'division' && number.length > 2);
}

/** "Rozdział 2 ustawy stosuje się" goes on in small letters without a stop after the number. */
function isRunningText(label: string, rest: string): boolean {
  if (rest === '') return false;
  if (/^[–—-]/.test(rest)) return false;
  return /^\p{Ll}/u.test(rest) && !/[.:/)]\s*$/.test(label) ? true : /^(?:i|oraz|ust|pkt|,)\b/u.test(rest);
}

/** "I. POSTANOWIENIA OGÓLNE": Roman headings of older statutes and annexes; null when it is not one. */
export function readRomanHeading(text: string): HeadingMark | null {
  const match = /^([IVX]{1,6})\s?[.)]?\s+(\p{Lu}.{1,160})$|^([IVX]{1,6})\.(\p{Lu}.{1,160})$/u.exec(text);
  if (match === null) return null;
  const number = match[1] ?? match[3] ?? '';
  const heading = (match[2] ?? match[4] ?? '').trim();
  if (fromRoman(number) === null || /[;,:]$/.test(heading)) return null;
  const label = text.slice(0, text.length - heading.length).trim();
  if (!/[.)]$/.test(label) && heading !== heading.toUpperCase()) return null;
  return { type: 'chapter', label, number, heading };
}

export type AnnexMark = { label: string; number: string; rest: string };

const ANNEX =
  /^(?:«»\s?)?(?:Z ?A ?Ł ?Ą ?C ?Z ?N ?I ?K|Załącznik|Zał\.)(?:\s+(?:graficzny|tekstowy))?\s*(?:(?:[Nn][Rr]\.?|NUMER|numer)\s?[-–]?\s?)?(\d{1,3}(?:\s?-\s?[a-zA-Z](?!\p{L})|\s[a-hA-H](?=\s+(?:do|DO)\s)|[a-zA-Z])?|[IVXLC]{1,6}[a-zA-Z]?|[A-Z])?(?=$|[\s.:,–-])/u;

/** Reads the first line of an annex ("Załącznik nr 1 do uchwały …"); a sentence about an annex is none. */
export function readAnnex(printed: string): AnnexMark | null {
  if (printed.length > 400) return null;
  const text = plainText(printed);
  const match = /^(?:«»\s?)?Z/iu.test(text) ? ANNEX.exec(text) : null;
  if (match === null) return null;
  const rest = text.slice(match[0].length).trim();
  if (rest !== '' && !/^(?:do\s|Do\s|DO\s|[–:.-]|\p{Lu})/u.test(rest)) return null;
  if (/\b(?:stanowi|określa|zawiera|otrzymuje|jest|są|nie|zastępuje|dodaje|wchodzi|tracą|traci)\b/u.test(rest))
    return null;
  if (/[;,]$/.test(text) || (/[^rR]\.$/.test(text) && !text.endsWith('...') && rest !== '.')) return null;
  return { label: printed, number: (match[1] ?? '').replace(/[\s-]/g, ''), rest };
}

/** Lines that belong to the attribution of an annex: "do uchwały Nr …", "Rady Miasta …", "z dnia …". */
export function isAttribution(text: string): boolean {
  return (
    /^(?:do\s+(?:uchwały|Uchwały|UCHWAŁY|zarządzenia|Zarządzenia|statutu|Statutu|regulaminu|Regulaminu)|(?:Uchwały|uchwały|UCHWAŁY)\s|[Nn][Rr]\s|z\s?dnia|Rad[ya]\s|RAD[YA]\s|SEJMIKU|BURMISTRZA|PREZYDENTA|WÓJTA|ZARZĄDU|DO\s+(?:UCHWAŁY|ZARZĄDZENIA|STATUTU|REGULAMINU)|Z\s?DNIA|Sejmiku|Burmistrza|Prezydenta|Wójta|Zarządu|w\s+Knurowie$)/u.test(
      text,
    ) &&
    text.length < 160 &&
    !/\p{Ll}\.$/u.test(text.replace(/\br\.$/, ''))
  );
}

/** Heading of the reasons: "Uzasadnienie", also with spaced capitals and "do uchwały …". */
export function isReasonsHeading(printed: string): boolean {
  if (printed.length > 400) return false;
  const text = plainText(printed);
  const word = /^U ?Z ?A ?S ?A ?D ?N ?I ?E ?N ?I ?E/iu.exec(text);
  if (word === null) return false;
  const rest = text.slice(word[0].length);
  return /^[:.]?$/.test(rest.trimStart()) || /^\s+(?:do|projektu)\b/iu.test(rest);
}

const EXECUTIVE =
  /^(?:\(?-\)?\s*)?(?:(?:z up\.\s+|Zastępca\s+)?(?:Burmistrz|Wójt|Starosta|Prezydent)(?:a|y)?)(?:\s+(?:Gminy|Miasta|Powiatu))?(?:\s+i\s+(?:Gminy|Miasta))?(?:\s+\p{Lu}[\p{L}.-]*){0,4}:?$/u;

/** The block of signatures after the last provision. */
export function isSignature(text: string): boolean {
  if (text.length > 120) return false;
  if (EXECUTIVE.test(text)) return true;
  return (
    /^(?:\(?-\)?\s*)?(?:(?:WICE)?PRZEWODNICZĄC[AY]|(?:Wice)?[Pp]rzewodnicząc[ay]|MARSZAŁEK|Marszałek|PREZYDENT|Prezydent Rzeczypospolitej|BURMISTRZ|WÓJT|STAROSTA)(?:\s|$)/u.test(
      text,
    ) &&
    !/[a-ząćęłńóśźż]\.$|[;,:]$/u.test(text) &&
    !/\b(?:jest|może|powołuje|zwołuje|prowadzi|kieruje|rady określa)\b/u.test(text)
  );
}

/** True where a table of contents is announced or an entry ends with dot leaders and a page number. */
export function isContentsEntry(text: string): boolean {
  const page = lastKept(text, (sign) => sign >= '0' && sign <= '9');
  if (page === text.length || text.length - page > 4) return false;
  const leader = text.slice(0, page).trimEnd();
  return (
    leader.endsWith('....') || leader.endsWith('……') || (leader.endsWith('. . . .') && text[leader.length] === ' ')
  );
}

/** Short line all in capitals without a full stop: an untitled division of the text. */
export function isCapitalsLine(text: string): boolean {
  return (
    text.length >= 4 &&
    text.length <= 200 &&
    text === text.toUpperCase() &&
    /\p{Lu}{3}/u.test(text) &&
    !/[.;,:]$/.test(text)
  );
}

/** Lines of a table of contents: headings that come again before any § or art. stands between them. */
export function findContents(lines: readonly Line[], isBasic: (line: Line) => boolean): Set<number> {
  const contents = new Set<number>();
  let run: Array<{ n: number; key: string }> = [];
  const close = (): void => {
    const again = run.findIndex((item, i) => i > 0 && item.key === run[0]!.key);
    if (again > 1 || (again === 1 && run.length > 1)) {
      const from = run[0]!.n;
      const to = run[again]!.n;
      for (let n = from; n < to; n += 1) contents.add(n);
    }
    run = [];
  };
  for (const line of lines) {
    if (line.text === '') continue;
    if (isContentsEntry(line.text)) {
      contents.add(line.n);
      continue;
    }
    if (isBasic(line)) {
      close();
      continue;
    }
    const heading = readHeading(line.text);
    // "CZĘŚĆ I" and "Tytuł I" are two.
    const word = heading?.label.split(/\s/, 1)[0]!.toLowerCase();
    if (heading !== null) run.push({ n: line.n, key: `${word} ${heading.number}` });
  }
  close();
  return contents;
}
