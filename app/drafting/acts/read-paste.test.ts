import { expect, test } from 'vitest';
import { readPaste } from './read-paste.ts';

test('a list that the plain text lacks is taken from the page, and said', () => {
  expect(
    readPaste(
      '<p>§ 1. Zakazuje się:</p><ol><li>palenia;</li><li>hałasu.</li></ol>',
      '§ 1. Zakazuje się:\npalenia;\nhałasu.',
    ),
  ).toEqual({
    text: '§ 1. Zakazuje się:\n\n1) palenia;\n\n2) hałasu.\n',
    done: [{ kind: 'list-mark', count: 2, words: ['1) palenia;', '2) hałasu.'] }],
  });
});

test('where both say the same the plain text is pasted as always', () => {
  expect(readPaste('<div>§ 1. Tekst</div>', '§ 1.\tTekst')).toEqual({ text: '§ 1.\tTekst', done: null });
});

test('a page with fewer words than the plain text is not believed', () => {
  expect(readPaste('<p>krótko</p>', 'krótko i więcej')).toEqual({ text: 'krótko i więcej', done: null });
});

test('what is left out is named, and is no reason to take the plain text', () => {
  expect(readPaste('<p>nowe<del>stare</del><img alt="Herb"></p>', 'nowe')).toEqual({
    text: 'nowe\n',
    done: [
      { kind: 'deleted', count: 1, words: ['stare'] },
      { kind: 'picture', count: 1, words: ['Herb'] },
    ],
  });
});
