import { expect, test } from 'vitest';
import { describedHead } from './described-head.ts';

const place = { url: 'https://x.example/gminy?q=a&strona=2', locale: 'pl' as const };
const page = (head: string, body: string) =>
  `<html><head>${head}</head><body><nav><p>Nie to.</p></nav><main>${body}</main></body></html>`;
const said = (html: string, name: string) =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1];

test('a page is described by its lead, in words that may stand in an attribute', () => {
  const html = describedHead(
    page(
      '<title>Gminy – Paragraf</title>',
      '<h1>Gminy</h1><p>Inne.</p><p class="lead">Rada &amp; „urząd” <em>mówią</em>, że "tak".</p>',
    ),
    place,
  );
  expect(said(html, 'description')).toBe('Rada &amp; „urząd” mówią, że &quot;tak&quot;.');
  expect([said(html, 'og:title'), said(html, 'og:description'), said(html, 'og:url'), said(html, 'og:locale')]).toEqual(
    ['Gminy', 'Rada &amp; „urząd” mówią, że &quot;tak&quot;.', 'https://x.example/gminy?q=a&amp;strona=2', 'pl_PL'],
  );
});

test('without a lead the first words stand there, long ones are cut at a word, and a page is never without a description', () => {
  const described = (body: string) =>
    said(describedHead(page('<title>Tytuł – Paragraf</title>', body), place), 'description');
  expect(described('<h1>x</h1><p>Pierwsze słowa tej strony.</p>')).toBe('Pierwsze słowa tej strony.');
  expect(described('<h1>x</h1><p>Krótko.</p>')).toBe('Tytuł. Krótko.');
  expect(described('<h1>x</h1>')).toBe('Tytuł');
  expect(described(`<p>${'słowo '.repeat(200)}</p>`)).toMatch(/^(?:słowo ){49}słowo…$/);
});

test('what a page says of itself stays', () => {
  const own = page('<title>A</title><meta property="og:title" content="B"/>', '<p>Cokolwiek innego.</p>');
  expect(describedHead(own, place)).toBe(own);
  const described = describedHead(
    page('<title>A</title><meta name="description" content="Moje"/>', '<p>Nie to, tylko tamto.</p>'),
    place,
  );
  expect(described.match(/name="description"/g)).toHaveLength(1);
  expect(said(described, 'og:description')).toBe('Moje');
  const live = page('<title>A</title>', '<script>window.__remixContext = {}</script>');
  expect(describedHead(live, place)).toBe(live);
  expect(describedHead('nic', place)).toBe('nic');
});
