import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LocaleProvider } from '#app/i18n/context.tsx';
import { locales } from '#app/i18n/locale.ts';
import { placeLabels } from './point-labels.ts';
import { ComparisonView } from '../pages/comparison-view.tsx';
import { compareAxes } from './comparison.ts';
import type { EditionManifest } from '../cards/scorecard-document.ts';

type Given = { display: string | null; low?: number; high?: number };

function score({ display, low, high }: Given) {
  const value = display === null ? 12 : Number(display);
  const bounds = { low: low ?? value, high: high ?? value };
  return {
    exact: null,
    value,
    display,
    coverage: low === undefined ? 1 : 0.9,
    ...bounds,
    lowDisplay: bounds.low.toFixed(1),
    highDisplay: bounds.high.toFixed(1),
  };
}

const row = (teryt: string, name: string, scores: { T: Given; I: Given; total: Given }) => ({
  teryt,
  name,
  standing: scores.total.display === null ? null : { rank: 1, of: 2, median: 1, p05: 1, p95: 2, top10: 1, bottom10: 0 },
  total: score(scores.total),
  areas: { T: score(scores.T), I: score(scores.I) },
});

const manifest = {
  edition: { slug: 'e', title: { pl: 'Edycja', en: 'Edition' }, isDemo: false },
  areas: [
    { id: 'T', weight: 1, name: { pl: 'Jawność', en: 'Openness' } },
    { id: 'I', weight: 1, name: { pl: 'Udział', en: 'Taking part' } },
  ],
  municipalities: [
    row('0000011', 'Cisy', {
      T: { display: '40.0' },
      I: { display: '55.5', low: 50, high: 60 },
      total: { display: '47.8' },
    }),
    row('0000022', 'Łąki', { T: { display: null }, I: { display: '70.0' }, total: { display: null } }),
    row('0000033', 'Bory', { T: { display: '80.0' }, I: { display: '20.0' }, total: { display: '50.0' } }),
  ],
} as unknown as EditionManifest;

const compare = (query: string) => compareAxes(manifest, new URLSearchParams(query), new Intl.Collator('pl'));
const page = (query: string, locale: 'pl' | 'en') =>
  renderToStaticMarkup(
    createElement(
      LocaleProvider,
      { value: locale },
      createElement(ComparisonView, { edition: manifest.edition, comparison: compare(query) }),
    ),
  );

test('the axes are those the address names; without them, or with unknown ones, the first two areas', () => {
  const axes = (query: string) => {
    const { x, y, replaced } = compare(query);
    return [x.id, y.id, replaced];
  };
  expect([axes(''), axes('x=total&y=T'), axes('y=T'), axes('x=I')]).toEqual([
    ['T', 'I', false],
    ['total', 'T', false],
    ['I', 'T', false],
    ['I', 'T', false],
  ]);
  expect([axes("x='--&y=<b>"), axes('x=T&y=T'), axes('x=total&y=total')]).toEqual([
    ['T', 'I', false],
    ['T', 'I', true],
    ['total', 'T', true],
  ]);
});

test('points are the municipalities with both scores, numbered like the rows; who is higher goes by the printed scores', () => {
  const { rows, points, higher } = compare('');
  expect(rows.map((each) => each.name)).toEqual(['Bory', 'Cisy', 'Łąki']);
  expect(points.map(({ number, name, x, y }) => [number, name, x.value, y.low, y.high])).toEqual([
    [1, 'Bory', 80, 20, 20],
    [2, 'Cisy', 40, 50, 60],
  ]);
  expect(higher).toEqual({ x: 1, y: 1, same: 0 });
});

test.each(locales)(
  'the page in %s has the picture, named, and every figure in the table without any script',
  (locale) => {
    const html = page('', locale);
    expect(html.match(/<circle/g)).toHaveLength(2);
    expect(html).toMatch(
      /<svg[^>]+role="img" aria-labelledby="scatter-t scatter-d"><title id="scatter-t">[^<]+<\/title><desc id="scatter-d">[^<]+<\/desc>/,
    );
    expect(html).not.toContain('style=');
    const table = html.slice(html.indexOf('<table'));
    const figures =
      locale === 'pl'
        ? ['40,0', '55,5', '50,0–60,0', '70,0', '80,0', '20,0', '1–2', 'za mało danych']
        : ['40.0', '55.5', '50.0–60.0', '70.0', '80.0', '20.0', '1–2', 'not enough data'];
    for (const figure of figures) expect(table).toContain(figure);
  },
);

test('the same axis twice is said to have been replaced', () => {
  expect(page('x=T&y=T', 'pl')).toContain('Na osi pionowej pokazujemy: Udział.');
  expect(page('', 'pl')).not.toContain('Na obu osiach');
});

test('names cover neither points nor each other; where a name does not fit the number may, and a crowd has none', () => {
  const plot = { width: 300, height: 300 };
  expect(placeLabels([{ x: 10, y: 50, words: ['Bory'] }], plot)).toMatchObject([{ text: 'Bory', anchor: 'start' }]);
  expect(placeLabels([{ x: 98, y: 50, words: ['Bory'] }], plot)).toMatchObject([{ anchor: 'end' }]);
  const long = 'Nazwa, która nie mieści się w rysunku o tej szerokości';
  expect(
    placeLabels(
      [
        { x: 50, y: 50, words: [long, '7'] },
        { x: 20, y: 20, words: [long] },
      ],
      plot,
    ),
  ).toMatchObject([{ text: '7' }, null]);
  // Beside the point on both sides; above and below their corners would touch.
  const same = placeLabels(
    Array.from({ length: 6 }, () => ({ x: 50, y: 50, words: ['Bory'] })),
    plot,
  );
  expect(same.map((label) => label?.anchor)).toEqual(['start', 'end', undefined, undefined, undefined, undefined]);
  expect(
    placeLabels(
      Array.from({ length: 500 }, (_, at) => ({ x: at / 5, y: at / 5, words: ['x'] })),
      plot,
    ).every((label) => label === null),
  ).toBe(true);
});
