import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lint } from './lint/lint.ts';
import { number } from './number/number.ts';
import { outline } from './parse/outline.ts';
import { lineRoles, parse } from './parse/parse.ts';
import { findReferences } from './references/references.ts';
import { renderHtml } from './render/render-html.ts';
import { renderText } from './render/render-text.ts';
import { renumber } from './number/rewrite.ts';
import { messySource, propertyRuns, shape, sketchedAct } from './testing/arbitrary.ts';
import { composed } from './tree/compose.ts';
import { allWords, indexUnits } from './tree/tree.ts';
import type { LineRole } from './tree/types.ts';

function bare(text: string): string {
  return composed(text).replace(/\s+/g, '');
}

/** Inputs that once failed; they stay. */
const FAILED_ONCE: readonly string[] = [
  '\u0085',
  'DZIAŁ I\nStrona 2 z 3\n!',
  '§ 1. Zielen\u0301 i \u0340.',
  '§ 1. UZASADNIENIE Załącznik nr 1 do uchwały',
  'ROZDZIAŁ III\nSpis treści ........ 3\n!',
  '§ 1.\n\u0000\n– 2 –\n!',
  '§ 1.\nUZASADNIENIE\n– 2 –',
  '§3\n©Kancelaria Sejmu\n""\nPrzewodniczący Rady\n©Kancelaria Sejmu\nb) litera b\nPrzewodniczący Rady',
  '§ 1.\n– – podwójne\n""\n©Kancelaria Sejmu\nI. Ogólne\n1/ ukośnik',
  '§ 1.\nSpis treści ........ 3\n– 2 –\nSpis treści ........ 3',
  '§ 5 otrzymuje brzmienie:\n”””\nI. Ogólne',
  'Art. 2. 1. Treść.\n\n– – podwójne\n\n– tiret,\n\n– 2 –\n\nw 2 ust. 1',
];

test.each(FAILED_ONCE)('an input that once lost words keeps them: %j', (source) => {
  const act = parse(source);
  expect(bare(allWords(act))).toBe(bare(source));
  const text = renderText(act);
  expect(bare(text)).toBe(bare(source));
  expect(bare(allWords(parse(text)))).toBe(bare(source));
});

test('nothing is lost and nothing crashes, whatever the input', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(
      messySource,
      fc.constantFrom('auto' as const, 'resolution' as const, 'statute' as const),
      (source, kind) => {
        const act = parse(source, { kind });
        expect(bare(allWords(act))).toBe(bare(source));
      },
    ),
    { numRuns: propertyRuns(3000) },
  );
});

test('nothing is lost when an official corrects the roles of lines', { timeout: 600_000 }, () => {
  const roles = fc.constantFrom<LineRole>(
    'title',
    'basis',
    'before',
    'contents',
    'division',
    'chapter',
    'subchapter',
    'heading',
    'article',
    'paragraph',
    'subsection',
    'point',
    'letter',
    'indent',
    'subindent',
    'closing',
    'annex',
    'continuation',
    'text',
    'quoted',
    'signature',
    'noise',
    'reasons',
    'blank',
  );
  fc.assert(
    fc.property(
      messySource,
      fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), roles), { maxLength: 6 }),
      (source, chosen) => {
        const act = parse(source, { overrides: new Map(chosen) });
        expect(bare(allWords(act))).toBe(bare(source));
      },
    ),
    {
      numRuns: propertyRuns(1500),
      examples: [['1. Tekst ustępu.\n* !!\n!\n”””', [[3, 'blank']]]],
    },
  );
});

test('every source line has a role, and every later step takes any tree', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(messySource, (source) => {
      const act = parse(source);
      expect(lineRoles(source).length).toBe(source.split(/\r\n|[\n\r\u2028\u2029\v\f]/).length);
      outline(act);
      lint(act, source);
      renderHtml(act);
      findReferences(act);
      renumber(act, { mode: 'draft' });
    }),
    { numRuns: propertyRuns(600) },
  );
});

/** A mark at the start of a line, by rules of its own; what follows must be words. */
const MARK = /^(?:§\s?\d+\.|\d{1,2}[a-z]?[.)]|[a-z]\)|–)\s\p{L}{2}/u;

test('each line that begins with a mark starts a unit or is named', { timeout: 600_000 }, () => {
  const line = fc.constantFrom(
    '§ 1. Keja.',
    '§ 2. Brama:',
    '§ 3',
    '§ 4. Raz, o czym mowa w ust. 2 i',
    '1. Raz.',
    '2. Dwa, z ust. 1 albo',
    '3. Trzy:',
    '7. Siedem.',
    '1) raz,',
    '2) dwa:',
    '3) trzy z pkt',
    '9) dziewięć;',
    'a) aaa,',
    'b) bbb:',
    'd) ddd.',
    '– tiret,',
    '– wspólne słowa',
    'Zdanie bez oznaczenia.',
    'ciąg dalszy',
    'Rozdział 1',
    'Tytuł',
    '„§ 9. Nowe.',
    'otrzymuje brzmienie:',
    '____________',
    'Lp.\tco',
    '1.\tto\ttamto',
  );
  fc.assert(
    // The same heading twice would be a table of contents.
    fc.property(
      fc
        .array(line, { maxLength: 25 })
        .map((lines) => lines.filter((text, i) => text !== 'Rozdział 1' || lines.indexOf(text) === i)),
      fc.constantFrom('\n', '\n\n'),
      (lines, separator) => {
        const source = `UCHWAŁA NR 1\n\n§ 1. Wstęp.${separator}${lines.join(separator)}`;
        const act = parse(source);
        const seen = new Set([...indexUnits(act).values()].map((unit) => unit.line));
        for (const problem of act.problems) seen.add(problem.line);
        const lost = source
          .split('\n')
          .flatMap((text, i) => (MARK.test(text.trim()) && !text.includes('\t') && !seen.has(i + 1) ? [text] : []));
        expect(lost).toEqual([]);
      },
    ),
    { numRuns: propertyRuns(1500) },
  );
});

test('a text reads back as the same tree, also with each § alone on its line', { timeout: 600_000 }, () => {
  const words = fc.constantFrom(
    'Keja jest jawna.',
    'traci moc uchwała nr 2.',
    'Regulaminu nie zmienia się',
    '12 osób',
    'ust. 2 stosuje się',
    '1. Raz.',
    '1) raz;',
    '– tak,',
    'stosuje się',
    'Uchwały nie ogłasza się.',
    '„cytat”',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), words), { minLength: 1, maxLength: 8 }), (list) => {
      const source = `UCHWAŁA NR 1\nw sprawie kei\n\n${list.map(([stopped, text], i) => `§ ${i + 1}${stopped ? '.' : ''}\n\n${text}`).join('\n\n')}\n`;
      const act = parse(source);
      expect(act.units.filter(({ type }) => type === 'paragraph').length).toBe(list.length);
      expect(shape(parse(renderText(act)).units)).toEqual(shape(act.units));
    }),
    { numRuns: propertyRuns(600) },
  );
});

test('rendered text of any source keeps all its words', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(messySource, (source) => {
      const text = renderText(parse(source));
      expect(bare(text)).toBe(bare(source));
      expect(bare(allWords(parse(text)))).toBe(bare(source));
    }),
    { numRuns: propertyRuns(1500) },
  );
});

test('a numbered draft reads back as the same tree', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(sketchedAct, (sketch) => {
      const { act } = number(sketch, { mode: 'draft' });
      const again = parse(renderText(act));
      expect(shape(again.units)).toEqual(shape(act.units));
      expect(again.before).toBe(act.before);
      expect(again.problems).toEqual([]);
    }),
    { numRuns: propertyRuns(400) },
  );
});

test('numbering a second time changes nothing, in both modes', { timeout: 600_000 }, () => {
  const mode = fc.constantFrom('draft' as const, 'adopted' as const);
  fc.assert(
    fc.property(
      fc.oneof(
        sketchedAct,
        messySource.map((source) => parse(source)),
      ),
      mode,
      (act, chosen) => {
        const once = number(act, { mode: chosen });
        const twice = number(once.act, { mode: chosen });
        expect(twice.changes).toEqual([]);
        expect(twice.act).toEqual(once.act);
      },
    ),
    { numRuns: propertyRuns(800) },
  );
});
