import { expect, test } from 'vitest';
import { readDocx } from '#app/text/index.ts';
import { actModel } from './act-model.ts';
import { modelToHtml } from './model-to-html.ts';
import { heading, paragraph, plainList, table, type DocumentModel } from './model.ts';
import { sampleAct, sampleProperties } from '../testing/sample-act.ts';
import { modelToWord } from '../word/model-to-word.ts';

const model: DocumentModel = {
  language: 'pl',
  properties: sampleProperties(),
  blocks: [
    heading(1, 'Raport <1>'),
    paragraph('Wstęp.', { label: 'A.' }),
    plainList(['jeden', 'dwa']),
    table('Uwagi', ['Nr', 'Treść'], [['1', 'Za & przeciw']], { rowHeadings: true }),
  ],
};

test('a model becomes HTML with everything escaped and headings of rows and columns marked', () => {
  const html = modelToHtml(model);
  expect(html).toContain('<h1>Raport &lt;1&gt;</h1>');
  expect(html).toContain('<caption>Uwagi</caption><thead><tr><th scope="col">Nr</th>');
  expect(html).toContain('<th scope="row">1</th><td>Za &amp; przeciw</td>');
});

test('a model becomes Word with all its words', async () => {
  const { paragraphs } = readDocx(await modelToWord(model));
  expect(paragraphs.map(({ text, heading, table }) => [text, heading, table])).toEqual([
    ['Raport <1>', 0, false],
    ['A. Wstęp.', null, false],
    ['–\tjeden', null, false],
    ['–\tdwa', null, false],
    ['Uwagi', null, false],
    ['Nr\tTreść', null, true],
    ['1\tZa & przeciw', null, true],
  ]);
});

test('a row that does not fit its table is refused', () => {
  expect(() => table('T', ['a', 'b'], [['1']])).toThrow(RangeError);
});

test('an act becomes headings without gaps, paragraphs and nested lists', () => {
  const { blocks } = actModel(sampleAct(), sampleProperties());
  expect(
    blocks.filter((block) => block.kind === 'heading').map(({ level, text }) => [level, text.slice(0, 10)]),
  ).toEqual([
    [1, 'UCHWAŁA NR'],
    [2, 'Rozdział 1'],
    [2, 'Rozdział 2'],
  ]);
  expect(blocks.find((block) => block.kind === 'list')).toMatchObject({
    items: [{ label: '1)' }, { label: '2)', items: [{ label: 'a)' }, { label: 'b)' }] }],
  });
});
