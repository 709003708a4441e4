import { walkUnits } from '../tree/tree.ts';
import type { Unit } from '../tree/types.ts';
import { add, endFix, type LintContext } from './context.ts';

/** Ends of clauses: ust. and § a full stop, pkt a semicolon, lit. and tiret a comma, an introduction a colon. */
export function lintEndMarks(context: LintContext): void {
  const listed = new Set<Unit>();
  for (const unit of walkUnits(context.act)) {
    if (unit.quoted !== undefined) continue;
    if (isProvision(unit) && !listed.has(unit)) lintSentence(context, unit);
    if (unit.text.endsWith(':') && unit.children[0]?.type === 'subsection') lintPrintedList(context, unit, listed);
    lintIntroduction(context, unit);
    lintList(context, unit);
  }
}

/** "Ilekroć mowa o:" followed by "1." instead of "1)": one finding for the list, none for each end mark. */
function lintPrintedList(context: LintContext, unit: Unit, listed: Set<Unit>): void {
  for (const child of unit.children) listed.add(child);
  add(context, {
    code: 'list-printed-as-subsections',
    severity: 'warning',
    unit,
    rule: 'ZTP § 56',
    message: {
      pl: `Wyliczenie w ${unit.citation} oznaczono „1.” jak ustępy; punkty oznacza się „1)”.`,
      en: `The list in ${unit.citation} is marked "1." like subsections; points are marked "1)".`,
    },
  });
}

function isProvision(unit: Unit): boolean {
  return unit.type === 'paragraph' || unit.type === 'article' || unit.type === 'subsection';
}

function hasItems(unit: Unit): boolean {
  return unit.children.some((child) => child.type === 'point' || child.type === 'letter' || child.type === 'indent');
}

function lintSentence(context: LintContext, unit: Unit): void {
  if (unit.children.length > 0 || unit.text === '' || /[.!?][”"»)]?$|[”"»]$/.test(unit.text) || /[)]$/.test(unit.text))
    return;
  if (unit.text.endsWith(':') || hasLineWithEnd(unit) || isGone(unit)) return;
  add(context, {
    code: 'missing-full-stop',
    severity: 'warning',
    unit,
    rule: 'ZTP § 57',
    message: {
      pl: `${unit.citation} powinien kończyć się kropką.`,
      en: `${unit.citation} should end with a full stop.`,
    },
    // Several lines may end with a table, and a sentence that breaks off needs words, not a stop.
    fix: unit.text.includes('\n') || BROKEN_OFF.test(unit.text.slice(-20)) ? null : endFix(context, unit, '.'),
  });
}

const BROKEN_OFF =
  /(?:(?<!\p{L})(?:we?|ze?|do|od|po|na|przez|przy|dla|o|i|a|oraz|lub|albo|bądź|nr|ust|pkt|lit|art|poz)|[,–-]|§)$/iu;

/** Lines without a mark follow its sentence: a caption, a symbol, a stamp. Whose end is meant, the text does not say. */
function hasLineWithEnd({ text }: Unit): boolean {
  return /[.!?]\n/.test(text);
}

function lintIntroduction(context: LintContext, unit: Unit): void {
  if (!hasItems(unit) || unit.text === '' || /[:;–-]$/.test(unit.text) || unit.type === 'annex' || unit.type === 'text')
    return;
  // "2." above "2.1.", a caption above its items: no introduction.
  if (/\n/.test(unit.text) || unit.children[0]?.type === 'text' || unit.children.some(isDecimal)) return;
  add(context, {
    code: 'missing-colon',
    severity: 'info',
    unit,
    rule: 'ZTP § 56',
    message: {
      pl: `Wprowadzenie do wyliczenia (${unit.citation}) powinno kończyć się dwukropkiem.`,
      en: `The introduction of a list (${unit.citation}) should end with a colon.`,
    },
    fix: endFix(context, unit, ':'),
  });
}

/** Points end with a semicolon, letters and dashes with a comma; with a common part every item but the last with a comma. */
function lintList(context: LintContext, holder: Unit): void {
  const closing = holder.children.some((child) => child.type === 'closing');
  for (const type of ['point', 'letter', 'indent'] as const) {
    const items = holder.children.filter((child) => child.type === type);
    const lastOne = items.findLastIndex((item) => !isGone(item));
    items.forEach((item, i) => {
      if (
        isGone(item) ||
        isDecimal(item) ||
        item.children.length > 0 ||
        item.quoted !== undefined ||
        item.text === '' ||
        item.text.includes('\n') ||
        /[:”"]$/.test(item.text)
      )
        return;
      const last = i === items.length - 1;
      // Behind it all are repealed: the end mark of before the repeal may stand.
      if (!last && i === lastOne && /[.,;]$/.test(item.text)) return;
      if (last && closing) return;
      const wanted = last ? null : closing || type !== 'point' ? ',' : ';';
      if (wanted !== null && !item.text.endsWith(wanted) && !/(?:\s(?:oraz|lub|albo|i))$/.test(item.text))
        reportEnd(context, item, wanted);
      if (last && !/[.,;]$/.test(item.text)) reportEnd(context, item, type === 'point' ? '.' : null);
    });
  }
}

/** "1.1." may be a list item or a sentence. */
function isDecimal({ number }: Unit): boolean {
  return number.includes('.');
}

/** "(uchylony)", "[skreślona]", "utracił moc": such a unit has no end mark. */
function isGone(unit: Unit): boolean {
  return (
    unit.children.length === 0 &&
    /^(?:[([<][–-]?\s?(?:uchyl|skreśl|pomini|utraci|uznan|bez\s+zmian|wygas)[^()[\]<>]{0,120}[)\]>](?:\d{1,2}\)|\[\d{1,2}\]|\*{1,3}|[⁰¹²³⁴-⁹])?|[–-]?\s?(?:uchylon[yae]|skreślon[yae]|pominięt[yae]|utraci(?:ł|ła|ło|ły) moc))[.;,]?$/iu.test(
      unit.text,
    )
  );
}

function reportEnd(context: LintContext, item: Unit, wanted: string | null): void {
  const names: Readonly<Record<string, readonly [string, string]>> = {
    ';': ['średnikiem', 'a semicolon'],
    ',': ['przecinkiem', 'a comma'],
    '.': ['kropką', 'a full stop'],
  };
  const [pl, en] =
    wanted === null ? (['znakiem interpunkcyjnym', 'a punctuation mark'] as const) : (names[wanted] ?? ['', '']);
  const safe = wanted !== null && !/[.]\s\p{Lu}/u.test(item.text);
  add(context, {
    code: 'wrong-end-mark',
    severity: 'info',
    unit: item,
    rule: 'ZTP § 57',
    message: { pl: `${item.citation} powinien kończyć się ${pl}.`, en: `${item.citation} should end with ${en}.` },
    fix: safe ? endFix(context, item, wanted) : null,
  });
}
