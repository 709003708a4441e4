import { readReferences } from '../references/references.ts';
import type { Reference } from '../references/reference.ts';
import { indexUnits } from '../tree/tree.ts';
import type { Unit } from '../tree/types.ts';
import { add, lineFix, type LintContext } from './context.ts';

/** References that lead nowhere, that lost their § sign or are written otherwise than § 59 ZTP says. */
export function lintReferences(context: LintContext, { isOlder }: { isOlder: boolean }): void {
  const units = indexUnits(context.act);
  const kept = new Set(context.act.problems.filter(({ code }) => code === 'mark-in-text').map(({ line }) => line));
  for (const reference of readReferences(context.act)) {
    const unit = units.get(reference.unit) ?? null;
    if (reference.glued !== undefined) {
      lintGlued(context, reference, reference.glued, unit);
      continue;
    }
    if (reference.lostSign) lintLostSign(context, reference, unit);
    else if (reference.status === 'dangling' && !(kept.has(reference.line) && opensLine(reference, unit)))
      lintDangling(context, reference, unit);
    if (!reference.lostSign && !isOlder) lintStyle(context, reference, unit);
  }
}

/** "Ust. 3." at the start of a line was named as a mark that is no unit; it refers to nothing. */
function opensLine(reference: Reference, unit: Unit | null): boolean {
  const text = unit?.[reference.field] ?? '';
  return (
    reference.words === wordsOf(reference, unit) &&
    /(?:^|[\n.;:,])[^\p{L}\p{N}]{0,4}$/u.test(text.slice(0, reference.from))
  );
}

/** "art. 5254": no reference, so that nobody renumbers it, but named. */
function lintGlued(
  context: LintContext,
  { words, line }: Reference,
  [first, second]: readonly [string, string],
  unit: Unit | null,
): void {
  add(context, {
    code: 'glued-reference',
    severity: 'warning',
    unit,
    line,
    rule: 'ZTP § 59',
    message: {
      pl: `W odesłaniu „${words}” zlały się dwie liczby (${first} i ${second}): zapewne zgubiono między nimi kreskę.`,
      en: `Two numbers ran together in the reference "${words}" (${first} and ${second}): a dash between them was probably lost.`,
    },
  });
}

function lintDangling(context: LintContext, reference: Reference, unit: Unit | null): void {
  const missing = reference.targets
    .flatMap((target) => [target, ...(target.end === null ? [] : [target.end])])
    .filter((target) => target.unit === null);
  const names = missing.map((target) => target.citation).join(', ');
  const annex = missing.every(({ citation }) => /^załącznik(?: nr \S+)?$/u.test(citation));
  add(context, {
    code: annex ? 'missing-annex' : 'dangling-reference',
    severity: annex ? 'info' : 'error',
    unit,
    line: reference.line,
    rule: annex ? null : 'ZTP § 156',
    message: annex
      ? { pl: `W tekście nie ma: ${names}.`, en: `The text does not hold ${names}.` }
      : {
          pl: `Odesłanie „${reference.words}” prowadzi donikąd: nie ma jednostki ${names}.`,
          en: `The reference "${reference.words}" leads nowhere: there is no ${names}.`,
        },
  });
}

function lintLostSign(context: LintContext, reference: Reference, unit: Unit | null): void {
  const words = wordsOf(reference, unit);
  add(context, {
    code: 'lost-paragraph-sign',
    severity: 'warning',
    unit,
    line: reference.line,
    rule: 'ZTP § 59',
    message: {
      pl: `W odesłaniu „${reference.words}” brakuje znaku „§”.`,
      en: `The reference "${reference.words}" lacks the sign "§".`,
    },
    fix: reference.status === 'resolved' ? lineFix(context, reference.line, words, `§ ${words}`) : null,
  });
}

function wordsOf(reference: Reference, unit: Unit | null): string {
  return (unit?.[reference.field] ?? '').slice(reference.from, reference.to);
}

function lintStyle(context: LintContext, reference: Reference, unit: Unit | null): void {
  const words = wordsOf(reference, unit);
  const proper = properReference(words);
  // A thin or no-break space is no fault.
  if (proper.replace(/\s/g, ' ') === words.replace(/\s/g, ' ') || words === '') return;
  add(context, {
    code: 'reference-style',
    severity: 'info',
    unit,
    line: reference.line,
    rule: 'ZTP § 59',
    message: {
      pl: `Odesłanie „${words}” zapisuje się „${proper}”.`,
      en: `The reference "${words}" is written "${proper}".`,
    },
    fix: lineFix(context, reference.line, words, proper),
  });
}

/** A reference as § 59 ZTP writes it: blanks after the marks, no stop after pkt, no brackets, no commas between levels. */
export function properReference(words: string): string {
  return words
    .replace(/(?<!\p{L})[Pp]ar(?:agr)?\.?\s{0,4}(?=\d)/gu, '§ ')
    .replace(/§(?=\d)/g, '§ ')
    .replace(/(\d[a-z]?)(?=(?:ust|pkt|lit)(?!\p{L}))/gu, '$1 ')
    .replace(/\bust\s?\.?\s*(?=\d)/g, 'ust. ')
    .replace(/\bpkt\s?\.?\s*(?=\d)/g, 'pkt ')
    .replace(/\bpkt\s?\.?\s*(?=[a-z]\)?$)/g, 'lit. ')
    .replace(/\bart\s?\.?\s*(?=\d)/g, 'art. ')
    .replace(/\blit\s?\.?\s*(?=[a-z])/g, 'lit. ')
    .replace(/(?<=\b\d{1,3}[a-z]{0,2}|(?<!\p{L})[a-z]{1,2})\s?\)/gu, '')
    .replace(/\s?÷\s?/g, '–')
    .replace(/(?<=\d[a-z]{0,2}|(?<!\p{L})[a-z])\s?[-−—–]\s?(?=\d|[a-z](?!\p{L}))/gu, '–');
}
