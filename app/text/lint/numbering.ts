import { letterPosition } from '../tree/letters.ts';
import { walkUnits } from '../tree/tree.ts';
import type { Unit, UnitType } from '../tree/types.ts';
import { ABBREVIATED, add, lineFix, type LintContext } from './context.ts';

/** Marks and numbers: lone ust., lone items, letters outside the alphabet, marks written otherwise than ZTP says. */
export function lintNumbering(context: LintContext): void {
  for (const unit of walkUnits(context.act)) {
    lintLone(context, unit);
    lintMark(context, unit);
    if (unit.type === 'chapter' || unit.type === 'subchapter' || unit.type === 'division') lintHeading(context, unit);
  }
}

function lintLone(context: LintContext, unit: Unit): void {
  const lone = (type: UnitType): Unit | null => {
    const list = unit.children.filter((child) => child.type === type);
    return list.length === 1 ? (list[0] ?? null) : null;
  };
  const subsection = unit.type === 'paragraph' || unit.type === 'article' ? lone('subsection') : null;
  if (subsection !== null && subsection.number === '1') {
    add(context, {
      code: 'lone-subsection',
      severity: 'warning',
      unit: subsection,
      rule: 'ZTP § 55',
      message: {
        pl: `${unit.citation} ma tylko jeden ustęp. Usuń oznaczenie „1.” albo dodaj dalsze ustępy.`,
        en: `${unit.citation} has a single subsection. Remove the mark "1." or add further subsections.`,
      },
    });
  }
  for (const type of ['point', 'letter'] as const) {
    const item = lone(type);
    if (item === null || unit.quoted !== undefined) continue;
    add(context, {
      code: 'lone-item',
      severity: 'info',
      unit: item,
      rule: 'ZTP § 56',
      message: {
        pl: `Wyliczenie ma tylko jeden element (${item.citation}). Jednej rzeczy się nie wylicza.`,
        en: `The list has a single item (${item.citation}). One thing is not a list.`,
      },
    });
  }
}

function lintMark(context: LintContext, unit: Unit): void {
  if (unit.type === 'letter' && letterPosition(unit.number) === null && /[ąćęłńóśźż]/.test(unit.number)) {
    add(context, {
      code: 'letter-outside-alphabet',
      severity: 'warning',
      unit,
      rule: 'ZTP § 57 ust. 4',
      message: {
        pl: `Litera „${unit.number})” nie należy do alfabetu łacińskiego; liter ze znakami diakrytycznymi nie używa się.`,
        en: `The letter "${unit.number})" is not in the Latin alphabet; letters with diacritics are not used.`,
      },
    });
  }
  const proper = properLabel(unit);
  if (proper === null || proper === unit.label) return;
  add(context, {
    code: 'odd-mark',
    severity: 'info',
    unit,
    rule: 'ZTP § 57',
    message: {
      pl: `Oznaczenie „${unit.label}” zapisuje się „${proper}”.`,
      en: `The mark "${unit.label}" is written "${proper}".`,
    },
    fix: lineFix(context, unit.line, unit.label, proper),
  });
}

/** The mark as ZTP wants it, null where the printed one is not to be judged. */
function properLabel(unit: Unit): string | null {
  // "1.1." and "§ 1 bis." have no counterpart in ZTP.
  if (unit.number === '' || unit.label === '' || unit.number.includes('.') || /[a-z]{3}$/.test(unit.number))
    return null;
  switch (unit.type) {
    case 'paragraph':
      return /^§\s?\S+\.$/.test(unit.label) ? unit.label : `§ ${unit.number}.`;
    case 'subsection':
      return `${unit.number}.`;
    case 'point':
      return `${unit.number})`;
    case 'letter':
      return `${unit.number})`;
    default:
      return null;
  }
}

function lintHeading(context: LintContext, unit: Unit): void {
  if (unit.heading === '') {
    add(context, {
      code: 'missing-heading',
      severity: 'warning',
      unit,
      rule: 'ZTP § 62',
      message: { pl: `${unit.label} nie ma tytułu.`, en: `${unit.label} has no title.` },
    });
    return;
  }
  if (!/[^.]\.$/.test(unit.heading) || ABBREVIATED.test(unit.heading.slice(-24))) return;
  const bare = unit.heading.slice(0, -1).trimEnd();
  const tail = unit.heading.slice(-30);
  const line =
    context.lines.findIndex((text, i) => i >= unit.line - 1 && i < unit.line + 12 && text.trimEnd().endsWith(tail)) + 1;
  add(context, {
    code: 'heading-stop',
    severity: 'info',
    unit,
    rule: 'ZTP § 62',
    message: {
      pl: `Po tytule jednostki „${unit.label}” nie stawia się kropki.`,
      en: `There is no full stop after the title of "${unit.label}".`,
    },
    fix:
      line > 0 ? lineFix(context, line, tail, tail.slice(0, tail.length - (unit.heading.length - bare.length))) : null,
  });
}
