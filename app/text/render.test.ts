import { expect, test } from 'vitest';
import { findByCitation } from './tree/find.ts';
import { number } from './number/number.ts';
import { outline } from './parse/outline.ts';
import { parse } from './parse/parse.ts';
import { escapeHtml, renderHtml } from './render/render-html.ts';
import { renderText } from './render/render-text.ts';
import { indexUnits, walkUnits } from './tree/tree.ts';

const SOURCE =
  'UCHWAŁA NR 1\nw sprawie wzoru\n\nRozdział 1\nOgólne\n\n§ 1. 1. Raz & <b>dwa</b>:\n\n1) "x";\n\n2) y.\n\n2. Dwa.\n\n§ 2. W uchwale nr 2 § 3 otrzymuje brzmienie:\n\n„§ 3. Nowe.”.\n\nZałącznik nr 1 do uchwały\n\nWYKAZ\n\n1. Pozycja.\n\nUZASADNIENIE\n\nPowody.\n';

test('rendered text reads back as the same tree', () => {
  const act = parse(SOURCE);
  const again = parse(renderText(act));
  expect({ ...again, problems: [] }).toMatchObject({ title: act.title, before: act.before, reasons: act.reasons });
  expect([...walkUnits(again)].map((unit) => [unit.citation, unit.label, unit.heading, unit.text])).toEqual(
    [...walkUnits(act)].map((unit) => [unit.citation, unit.label, unit.heading, unit.text]),
  );
  expect(renderText(parse(''))).toBe('');
});

test('HTML has one element per unit with its id, and everything is escaped', () => {
  const act = parse(SOURCE);
  const html = renderHtml(act, { idPrefix: 'p-' });
  for (const id of indexUnits(act).keys()) expect(html.split(`id="p-${id}"`).length).toBe(2);
  expect(html).toContain('Raz &amp; &lt;b&gt;dwa&lt;/b&gt;:');
  expect(html).not.toMatch(/<b>|javascript:|<script/);
  expect(html).toContain('data-citation="§ 1 ust. 1 pkt 2"');
  expect(html).toContain('<blockquote class="quoted">');
  expect(escapeHtml('<"&\'>')).toBe('&lt;&quot;&amp;&#39;&gt;');
});

test('the outline counts units, lists chapters and gives one line per unit', () => {
  const result = outline(parse(SOURCE));
  expect(result.counts).toEqual({ chapter: 1, paragraph: 2, subsection: 3, point: 2, annex: 1 });
  expect(result.chapters).toEqual([{ label: 'Rozdział 1', title: 'Ogólne' }]);
  expect(result.lines[3]).toEqual({ citation: '§ 1 ust. 1 pkt 1', type: 'point', line: 9, text: '"x";' });
});

test('a citation is found however it is typed', () => {
  const act = parse(SOURCE);
  for (const typed of ['§ 1 ust. 1 pkt 2', '§1 ust 1 pkt. 2)', '§\u00a01 UST. 1 pkt 2'])
    expect(findByCitation(act, typed)?.text).toBe('y.');
  expect(findByCitation(act, 'załącznik nr 1 ust. 1')?.text).toBe('Pozycja.');
  expect(findByCitation(act, '§ 7')).toBeNull();
  expect(findByCitation(act, '')).toBeNull();
});

test('citations follow a new numbering', () => {
  const act = parse(SOURCE);
  act.units[0]!.children.shift();
  expect(number(act, { mode: 'draft' }).act.units[0]?.children[0]?.citation).toBe('§ 1');
});

test('chapters with a bare Roman number come back as chapters', () => {
  const source = 'STATUT\n\nI. Postanowienia ogólne\n\n§ 1. Raz.\n\nII. ORGANY\n\n§ 2. Dwa.\n';
  const again = parse(renderText(parse(source)));
  expect(again.units.map(({ type, heading, children }) => [type, heading, children.length])).toEqual([
    ['chapter', 'Postanowienia ogólne', 1],
    ['chapter', 'ORGANY', 1],
  ]);
});
