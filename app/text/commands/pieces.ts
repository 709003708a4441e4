import { parse } from '../parse/parse.ts';
import { onOneLine } from '../tree/ends.ts';
import { standardLabel } from '../tree/labels.ts';
import type { ActKind, Bilingual, LineRole, Unit, UnitType } from '../tree/types.ts';

/** Quoted wording as units of one type; a refusal where it does not read as such. */
export function readPiece(wording: string, type: UnitType, number: string, kind: ActKind): Unit[] | Bilingual {
  const text = withMark(wording.trim(), type, number);
  const isOuter = type === 'division' || type === 'chapter' || type === 'subchapter';
  let act = parse(text, {
    kind,
    ...(isOuter || isBasic(type) ? {} : { overrides: new Map<number, LineRole>([[1, type as LineRole]]) }),
  });
  if (isBasic(type) && (act.before !== '' || act.units[0]?.type !== type))
    act = parse(text, { kind, overrides: new Map([[1, type as LineRole]]) });
  const foreign = act.units.find((unit) => unit.type !== type);
  if (
    act.before !== '' ||
    act.annexes.length > 0 ||
    act.reasons !== null ||
    act.units.length === 0 ||
    foreign !== undefined
  ) {
    const words = onOneLine(wording).slice(0, 60);
    return {
      pl: `Nowego brzmienia nie da się odczytać jako jednostki tego rodzaju: „${words}…”.`,
      en: `The new wording does not read as a unit of this kind: "${words}…".`,
    };
  }
  return act.units;
}

const isBasic = (type: UnitType): boolean => type === 'paragraph' || type === 'article';

const MARKED: Partial<Record<UnitType, RegExp>> = {
  paragraph: /^(?:§|paragraf)/iu,
  article: /^art/iu,
  subsection: /^\d{1,6}[a-z]{0,4}(?:\[\d+\]|[⁰¹²³⁴⁵⁶⁷⁸⁹])?[.)]/u,
  point: /^\d{1,6}[a-z]{0,4}(?:\[\d+\]|[⁰¹²³⁴⁵⁶⁷⁸⁹])?[)./]/u,
  letter: /^[a-z]{1,6}[).]/u,
  indent: /^[-–—]/u,
  subindent: /^[-–—]\s?[-–—]/u,
  division: /^dzia/iu,
  chapter: /^rozdz/iu,
  subchapter: /^oddz/iu,
};

/** Wording quoted without the mark of its unit gets the one that the command names. */
function withMark(wording: string, type: UnitType, number: string): string {
  const marked = MARKED[type];
  if (marked === undefined || marked.test(wording) || number === '') return wording;
  return `${standardLabel(type, type === 'indent' || type === 'subindent' ? '' : number)} ${wording}`;
}

/** Heads of an annex: "do uchwały nr … Rady … z dnia …" belong to the mark, what follows is the title. */
export function readAnnex(wording: string, kind: ActKind): Unit | null {
  const act = parse(`§ 1. x\n\n${wording.trim()}`, { kind });
  return act.annexes.length === 1 && act.reasons === null ? act.annexes[0]! : null;
}
