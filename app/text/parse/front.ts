import { isContentsEntry } from './headings.ts';
import { joinWords } from './build.ts';
import type { Line } from './line.ts';
import { plainText } from '../tree/unseen.ts';
import type { LineRole } from '../tree/types.ts';

export type Front = { before: string; title: string; legalBasis: string; roles: Map<number, LineRole> };

const KIND =
  /^(?:PROJEKT\s+)?(?:U ?C ?H ?W ?A ?Ł ?A|Z ?A ?R ?Z ?Ą ?D ?Z ?E ?N ?I ?E|U ?S ?T ?A ?W ?A|ROZPORZĄDZENIE|OBWIESZCZENIE|KONSTYTUCJA|DEKRET|STATUT|REGULAMIN)(?:\s|$)/iu;
const BASIS =
  /^(?:\S{1,3}\s)?(?:Na podstawie|Działając na podstawie|NA PODSTAWIE|W wykonaniu|Stosownie do|W związku z art)/u;
const ENACTING =
  /(?:uchwala(?:\s+się)?|u c h w a l a|zarządza się|postanawia|ustala|ogłasza się|stanowi)(?:,?\s+co\s+następuje)?$/iu;
const SUBJECT =
  /^(?:w sprawie|W sprawie|o |O |zmieniając|uchylając|Prawo|PRAWO|Kodeks|KODEKS|Przepisy|Ordynacja|w przedmiocie)/u;
const DATE = /^z\s+dnia.*\d{4}|\b(?:19|20)\d\d\s?r\.?$|^\p{L}+\s+(?:19|20)\d\d\s?r?\.?$/u;

/** Reads title and legal basis out of the lines before the first unit. All of them stay in `before`. */
export function readFront(lines: readonly Line[], overrides: ReadonlyMap<number, LineRole>): Front {
  const filled = lines.filter((line) => line.text !== '');
  const roles = new Map<Line, LineRole>();
  for (const line of filled) roles.set(line, line.noise ? 'noise' : 'before');
  const start = filled.findIndex((line) => line.text.length < 400 && KIND.test(plainText(line.text)));
  const basis = filled.findIndex((line, i) => i >= Math.max(0, start) && BASIS.test(plainText(line.text)));
  if (start >= 0) markTitle(filled, start, basis, roles);
  if (basis >= 0) markBasis(filled, basis, roles);
  for (const line of filled) {
    const role = overrides.get(line.n);
    if (role !== undefined) roles.set(line, role);
  }
  const pick = (role: LineRole): string => {
    let text = '';
    for (const line of filled) if (roles.get(line) === role) text = joinWords(text, line.text, false);
    return text;
  };
  return {
    before: filled.map((line, i) => (i === 0 ? '' : line.blankBefore ? '\n\n' : '\n') + line.text).join(''),
    title: pick('title'),
    legalBasis: pick('basis'),
    roles: new Map([...roles].map(([line, role]) => [line.n, role])),
  };
}

function markTitle(filled: readonly Line[], start: number, basis: number, roles: Map<Line, LineRole>): void {
  const end = basis < 0 ? filled.length : basis;
  let subject = false;
  let dated = false;
  for (let i = start; i < end; i += 1) {
    const line = filled[i]!;
    const words = plainText(line.text);
    if (subject && line.blankBefore && !/^(?:w sprawie|W sprawie|zmieniając)\s*:?$/u.test(filled[i - 1]!.text)) return;
    if (dated && !subject && !SUBJECT.test(words) && !/\bdnia\s*\d*$/u.test(filled[i - 1]!.text)) return;
    if (isContentsEntry(line.text) || (subject && /^(?:Rada|RADA|TREŚĆ)\s/u.test(line.text))) return;
    if (SUBJECT.test(words)) subject = true;
    if (DATE.test(words)) dated = true;
    roles.set(line, 'title');
  }
}

function markBasis(filled: readonly Line[], basis: number, roles: Map<Line, LineRole>): void {
  for (let i = basis; i < filled.length && i < basis + 40; i += 1) {
    const line = filled[i]!;
    if (i > basis && /^(?:TREŚĆ|Treść|SPIS)\s/u.test(line.text)) return;
    roles.set(line, 'basis');
    if (isEnacting(line.text)) return;
    const next = filled[i + 1];
    const goesOn =
      next !== undefined &&
      (!next.blankBefore ||
        /^(?:-?\s?rad[ay]\s|uchwala|u c h w a l a|stwierdza|i\s+u\s?c?hwala|i u c h w a l a|zarządza|po\s)/iu.test(
          next.text,
        ));
    if (!goesOn) return;
  }
}

/** The words that enact stand at the end of the line, with or without a colon. */
function isEnacting(text: string): boolean {
  const words = plainText(text);
  return ENACTING.test((words.endsWith(':') ? words.slice(0, -1).trimEnd() : words).slice(-100));
}
