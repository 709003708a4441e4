import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lint } from './lint/lint.ts';
import { number } from './number.ts';
import { outline } from './outline.ts';
import { lineRoles, parse } from './parse.ts';
import { findReferences } from './references.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import { renumber } from './rewrite.ts';
import { messySource, propertyRuns, shape, sketchedAct } from './testing/arbitrary.ts';
import { allWords } from './tree.ts';
import type { LineRole } from './types.ts';

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Inputs that once failed; they stay. */
const FAILED_ONCE: readonly string[] = [
  '\u0085',
  'DZIAŁ I\nStrona 2 z 3\n!',
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
    fc.property(messySource, fc.constantFrom('auto' as const, 'resolution' as const, 'statute' as const), (source, kind) => {
      const act = parse(source, { kind });
      expect(bare(allWords(act))).toBe(bare(source));
    }),
    { numRuns: propertyRuns(3000) },
  );
});

test('nothing is lost when an official corrects the roles of lines', { timeout: 600_000 }, () => {
  const roles = fc.constantFrom<LineRole>(
    'title', 'basis', 'before', 'contents', 'division', 'chapter', 'subchapter', 'heading', 'article', 'paragraph', 'subsection', 'point',
    'letter', 'indent', 'subindent', 'closing', 'annex', 'continuation', 'text', 'quoted', 'signature', 'noise', 'reasons', 'blank',
  );
  fc.assert(
    fc.property(messySource, fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), roles), { maxLength: 6 }), (source, chosen) => {
      const act = parse(source, { overrides: new Map(chosen) });
      expect(bare(allWords(act))).toBe(bare(source));
    }),
    { numRuns: propertyRuns(1500) },
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
    fc.property(fc.oneof(sketchedAct, messySource.map((source) => parse(source))), mode, (act, chosen) => {
      const once = number(act, { mode: chosen });
      const twice = number(once.act, { mode: chosen });
      expect(twice.changes).toEqual([]);
      expect(twice.act).toEqual(once.act);
    }),
    { numRuns: propertyRuns(800) },
  );
});
