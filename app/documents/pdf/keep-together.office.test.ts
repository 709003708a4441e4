import { expect, test } from 'vitest';
import { facts, heading, paragraph, plainList, table, type ModelBlock, type ModelItem } from '../model/model.ts';
import { readPages, testModel } from '#tests/setup/pdf-reading.ts';

const words = (count: number) => Array.from({ length: count }, (_, i) => `wyraz${i % 9}`).join(' ');
const item = (label: string, text: string, items: ModelItem[] = []): ModelItem => ({ label, text, items });
const nested: ModelBlock = {
  kind: 'list',
  items: [
    item('6)', words(4)),
    item('7)', words(26), [item('a)', words(14), [item('–', words(9))])]),
    item('8)', '', [item('b)', words(30))]),
    item('9)', 'w art. 3:', [item('c)', words(30))]),
  ],
};
const longRow = table('PODPIS TABELI', ['GŁOWA'], [[words(120)], [words(20)]]);

/** What begins below a heading, and words by which the beginning is known on its page. */
const parts: Record<string, ModelBlock[]> = {
  list: [nested],
  paragraph: [paragraph(words(60))],
  three: [paragraph(words(24))],
  facts: [facts([['Nazwa pola, która zajmuje aż trzy wiersze w wąskiej kolumnie po lewej stronie', words(70)]])],
  table: [longRow],
  headings: [heading(3, 'NAGŁÓWEK NIŻSZY'), heading(4, 'NAGŁÓWEK NAJNIŻSZY'), paragraph(words(40))],
  mark: [paragraph('', { label: '§ 7.' }), plainList([words(30)], '1)')],
  leading: [paragraph('Rada uchwala, co następuje:'), nested],
};

/** Lines that may not be the last of a page: heads, marks without words, and words that lead to an enumeration. */
const LEADS = /^(?:NAGŁÓWEK.*|PODPIS TABELI|GŁOWA|§ 7\.|[0-9a-z]\)|–|.*:)$/;

test.each(Object.keys(parts))('wherever a page ends, no head and no mark is left alone before: %s', async (name) => {
  for (let lines = 24; lines <= 41; lines += 1) {
    const filler = Array.from({ length: lines }, (_, i) => paragraph(`wiersz ${i}`));
    const pages = await readPages(testModel([...filler, heading(2, 'NAGŁÓWEK'), ...parts[name]!, paragraph('koniec')]));
    expect(pages.length, `${name} ${lines}`).toBeGreaterThan(0);
    pages.slice(0, -1).forEach((page) => expect(page.at(-2), `${name} after ${lines} lines`).not.toMatch(LEADS));
    const all = pages.flat().join(' ');
    expect(all.split('wyraz').length, name).toBe(JSON.stringify(parts[name]).split('wyraz').length);
  }
});

test('the contents name every heading of the second level with the page it is on', async () => {
  const names = [
    'Pierwszy dział',
    'Drugi dział o bardzo długiej nazwie, która nie mieści się w jednym wierszu spisu treści',
    'Trzeci',
  ];
  const pages = await readPages(
    testModel([
      heading(1, 'Raport'),
      { kind: 'contents', title: 'Spis treści' },
      ...names.flatMap((name) => [
        heading(2, name),
        heading(3, 'Niższy'),
        ...Array.from({ length: 60 }, (_, i) => paragraph(`wiersz ${i}`)),
      ]),
    ]),
  );
  const pageOf = (name: string) => pages.findIndex((page, at) => at > 0 && page.includes(name)) + 1;
  const contents = pages[0]!.join('\n');
  expect(contents).toMatch(/Pierwszy dział\s+1\n/);
  expect(pageOf('Trzeci')).toBeGreaterThan(2);
  expect(contents).toMatch(new RegExp(`Trzeci\\s+${pageOf('Trzeci')}`));
  expect(contents).toMatch(/w jednym wierszu spisu\s*\n?.*treści\s+\d/s);
  expect(contents.split('Niższy')).toHaveLength(2);
});
