import { expect, test } from 'vitest';
import { arrowsOf, circles, folderOf, outsideLayout, readLayout, unlisted } from './layout.ts';
import { sourceFiles } from './source-files.ts';

const files = sourceFiles('app');
const arrows = arrowsOf(files);
const layout = readLayout();

test('the table of the README lists every folder, and no import lies outside it', () => {
  expect(arrows.length).toBeGreaterThan(3_000);
  expect(unlisted(files, layout)).toEqual([]);
  expect([...layout.values()].flatMap((may) => [...may]).filter((folder) => !layout.has(folder))).toEqual([]);
  expect(outsideLayout(arrows, layout)).toEqual([]);
});

test('the table allows nothing that no file needs', () => {
  const used = new Set(arrows.map(({ from, to }) => `${from.split('/')[1]} ${to.split('/')[1]}`));
  expect(
    [...layout]
      .flatMap(([folder, may]) => [...may].map((other) => `${folder} ${other}`))
      .filter((pair) => !used.has(pair)),
  ).toEqual([]);
});

test('no folders import each other in a circle, neither those at the top nor those within', () => {
  const table = [...layout].flatMap(([from, may]) => [...may].map((to) => ({ from, to })));
  expect(circles(table, (name) => name)).toEqual([]);
  expect(
    circles(
      arrows.filter(({ from, to }) => from.split('/').length > 2 && to.split('/').length > 2),
      folderOf,
    ),
  ).toEqual([]);
});

test('no files import each other in a circle', () => {
  expect(circles(arrows, (path) => path)).toEqual([]);
});

test('the checker finds what it is for', () => {
  const some = readLayout('| `app/a` | x | b |\n| `app/b` | y | npm packages only |\n');
  expect([...some].map(([folder, may]) => [folder, [...may]])).toEqual([
    ['a', ['b']],
    ['b', []],
  ]);
  const wrong = arrowsOf([
    { path: 'app/a/one.ts', text: `import { two } from '#app/b/two.ts';` },
    { path: 'app/b/two.ts', text: `import type { One } from '../a/one.ts';` },
    { path: 'app/c/three.ts', text: `const load = () => import('#app/b/two.ts');` },
  ]);
  expect(outsideLayout(wrong, some)).toEqual(['app/b/two.ts → app/a/one.ts', 'app/c/three.ts → app/b/two.ts']);
  expect(circles(wrong, folderOf)).toEqual([['app/a', 'app/b']]);
  expect(unlisted([{ path: 'app/c/three.ts', text: '' }], some)).toEqual(['c']);
});
