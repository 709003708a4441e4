import { letterPosition, fromRoman } from '../tree/letters.ts';
import { joinsActName } from './accept.ts';
import { noteRole, report } from './build.ts';
import { isCapitalsLine, readAnnex, readHeading } from './headings.ts';
import type { Line } from './line.ts';
import { keptItems } from './one-line-items.ts';
import { plainText } from '../tree/unseen.ts';
import type { LineRole } from '../tree/types.ts';
import type { Walk } from './walk.ts';

/** Lines that are not looked at as provisions at all. */
const APART: ReadonlySet<LineRole> = new Set(['blank', 'title', 'basis', 'contents', 'noise', 'reasons']);

/**
 * Names every line that begins with a mark and starts no unit: it may end a reference, or a unit was not seen. So no printed mark
 * lies inside another unit without a word about it.
 */
export function nameKeptMarks(walk: Walk): void {
  const { build, source } = walk;
  const odd = oddMarks(source.lines);
  const isUnread = build.units.length === 0 && build.annexes.length === 0;
  for (let i = 0; i < source.lines.length; i += 1) {
    const line = source.lines[i]!;
    if (line.text === '' || walk.overrides.has(line.n)) continue;
    nameKeptItems(walk, line);
    if (walk.taken.has(i)) continue;
    const mark = source.marks[i] ?? odd.get(i) ?? unreadHeading(walk, line) ?? numberless(line);
    if (mark === null) continue;
    const above = source.lines[i - 1]?.text ?? '';
    if (mark === source.marks[i] && joinsActName(above, line.text.slice(mark.label.length))) continue;
    const role = build.roles.get(line.n)?.role;
    // Quoted wording is walked over by itself.
    // Before the first unit numbers belong to the title and the legal basis.
    const isHeading = isCapitalsLine(line.text.slice(mark.label.length).trim());
    if (role === 'before' && !isUnread && !odd.has(i) && !isHeading && !/^(?:§|Art)/u.test(mark.label)) continue;
    if (role === undefined || APART.has(role) || role === 'quoted' || (role === 'signature' && mark.number === ''))
      continue;
    noteRole(build, line.n, role, null, true);
    report(build, {
      code: 'mark-in-text',
      severity: 'info',
      line: line.n,
      unit: null,
      pl: `Wiersz zaczyna się od „${mark.label}”, ale odczytano go jako część tekstu, a nie osobną jednostkę.`,
      en: `The line begins with "${mark.label}", but was read as part of the text and not as a unit of its own.`,
    });
  }
}

/** Names marks inside a line that look like items of a list and were read as words of a sentence. */
function nameKeptItems({ build }: Walk, line: Line): void {
  const role = build.roles.get(line.n)?.role;
  if (line.noise || line.row || role === undefined || role === 'before' || role === 'signature') return;
  if (APART.has(role) || role === 'quoted') return;
  const kept = keptItems(line.text);
  if (kept.length === 0) return;
  const shown = kept
    .slice(0, 5)
    .map((mark) => `„${mark}”`)
    .join(', ');
  noteRole(build, line.n, role, null, true);
  report(build, {
    code: 'mark-in-text',
    severity: 'info',
    line: line.n,
    unit: null,
    pl: `W tym wierszu ${shown} wygląda na oznaczenie, ale odczytano je jako słowa zdania, a nie osobną jednostkę.`,
    en: `In this line ${shown} looks like a mark, but was read as words of the sentence and not as a unit of its own.`,
  });
}

/** Ways to number that no act has, and people use: "pkt 1", "ust. 1.", "nr 1", "I.", "A.", "1 - ", "1:", "1 raz", and signs before "§ 1.". */
const ODD =
  /^(?:((?:[Pp]kt|[Uu]st\.|[Ll]it\.|[Nn]r|Paragraf|paragraf)\s?|(?:<[^<>]{1,12}>|[^\p{L}\p{N}\s§„"”«(,;]){1,3}\s?(?:§|Art\.|Rozdział)\s?)(\d{1,3}|[a-z])[.):]?|([IVX]{1,6})[.)]|(\d{1,3})(?:\s?[–:-]|(?=\s\p{L}))|\(?([A-Z])[.)])(?=[\s<])/u;
/** Digits in rings number items in some fonts: "① planuje". */
const RINGED = /^[\u2460-\u249b\u2776-\u2793](?=\s?\p{L})/u;
/** A § or an article without a number that can be read: there is no such word in a sentence. */
const NUMBERLESS =
  /^(?:§{1,2}(?=\s?(?:$|[^\s\d§])|\s?\d{1,4}[^\s\d.,;:)–—÷\p{L}-])|(?:Art|ART)\.(?=\s?(?:$|[^\s\d\p{L}])))/u;

/** Signs before a § ("[§ 2.]"), and those that scans read for it ("S 2.", "$ 2."). */
const SIGNED = /^(?:[^\p{L}\p{N}\s§„"”«»(,;.:–-]{1,3}\s?§\s?\d{1,4}[a-z]?\s?\.|[S$&]\s?\d{1,3}\.(?=\s\p{Lu}))/u;
/** "Rozdział" alone, "Rozdział końcowy": a heading whose number is missing. */
const UNNUMBERED = /^(?:Rozdział|ROZDZIAŁ|DZIAŁ|Oddział|ODDZIAŁ)(?=$|\s(?![^\n]*[.,;:]$))/u;

type OddMark = { label: string; number: string; kind: string; value: number };

/** Lines that begin so, where the next of their kind goes on with the next number: one alone is more likely the end of a reference. */
function oddMarks(lines: readonly Line[]): Map<number, OddMark> {
  const found = new Map<number, OddMark>();
  const last = new Map<string, { at: number; value: number; mark: OddMark; isList: boolean }>();
  for (const [i, line] of lines.entries()) {
    const hit = line.noise || line.row ? null : ODD.exec(line.text.slice(0, 40));
    if (hit === null) continue;
    const mark = oddMark(hit);
    const { kind, value } = mark;
    const before = last.get(kind);
    // "14 dni" begins many a line: bare numbers are a list from 1 on.
    const isList = kind !== '1' || value === 1 || before?.isList === true;
    if (before !== undefined && value === before.value + 1 && isList) {
      found.set(before.at, before.mark);
      found.set(i, mark);
    }
    last.set(kind, { at: i, value, mark, isList });
  }
  return found;
}

function numberless({ text, noise, row }: Line): Pick<OddMark, 'label' | 'number'> | null {
  const words = plainText(text.slice(0, 80));
  const label =
    noise || row
      ? null
      : (NUMBERLESS.exec(words) ??
        RINGED.exec(words) ??
        SIGNED.exec(words) ??
        (text.length < 80 ? UNNUMBERED.exec(words) : null));
  return label === null ? null : { label: label[0], number: '' };
}

/** A chapter or an annex that a sentence in the line before seems to name. */
function unreadHeading({ build, source }: Walk, line: Line): Pick<OddMark, 'label' | 'number'> | null {
  if (line.noise || line.row || source.quoted) return null;
  const role = build.roles.get(line.n)?.role;
  if (role !== 'continuation' && role !== 'text' && role !== 'signature') return null;
  return readHeading(line.text) ?? readAnnex(line.text);
}

function oddMark(hit: RegExpExecArray): OddMark {
  const [label = '', word, named, roman, plain, capital] = hit;
  if (roman !== undefined) return { label, number: roman, kind: 'I', value: fromRoman(roman) ?? 0 };
  if (capital !== undefined)
    return { label, number: capital, kind: 'A', value: letterPosition(capital.toLowerCase()) ?? 0 };
  const number = named ?? plain ?? '';
  const kind = word?.trim().toLowerCase() ?? (/^\d+$/.test(label) ? '1' : '1 –');
  return { label, number, kind, value: /^\d/.test(number) ? Number(number) : (letterPosition(number) ?? 0) };
}
