import { expect, test } from 'vitest';
import type { EditionManifest, ScorecardDocument, ScorecardIndicator } from '../cards/scorecard-document.ts';
import { apaCitation, bibtexCitation } from './citation.ts';
import { embedCode } from './embed-code.ts';
import { indicatorSentence, scoreSentence } from './sentences.ts';

const edition = {
  slug: 'ocena-gmin-2025',
  title: { pl: 'Ocena gmin 2025', en: 'Municipal review 2025' },
  publishedAt: '2026-09-15T22:30:00Z',
  team: { slug: 'okno', name: 'Okno & Ratusz {1}', contact: '' },
  methodology: { key: 'g', version: '1.0', title: { pl: '', en: '' }, hash: 'h' },
  licence: { id: 'CC BY 4.0', url: 'https://x' },
};
const total = {
  exact: '1/1',
  value: 49.4698,
  display: '49.5',
  coverage: 0.96,
  low: 47.6582,
  high: 52.006,
  lowDisplay: '47.7',
  highDisplay: '52.0',
};
const document = (rest: object = {}) =>
  ({
    edition,
    municipality: { teryt: '9901013', name: 'Jurowice' },
    total,
    standing: { rank: 8, of: 11, median: 8, p05: 7, p95: 9, top10: 1, bottom10: 1 },
    corrections: [],
    reliability: { areas: [], indicators: [] },
    ...rest,
  }) as unknown as ScorecardDocument;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('the sentence gives the displayed score, the interval of places and the bounds in both languages', () => {
  expect(plain(scoreSentence(document(), 'pl'))).toBe(
    'W edycji „Ocena gmin 2025” gmina Jurowice ma wynik 49,5 na 100. W 90% losowań innych rozsądnych wag zajmuje miejsca 7–9 z 11 gmin z wynikiem. Zbadano wskaźniki, które mają łącznie 96% wagi, dlatego wynik leży w granicach 47,7–52,0.',
  );
  expect(scoreSentence(document(), 'en')).toMatch(
    /^In “Municipal review 2025” the municipality of Jurowice scores 49\.5 out of 100\. .* ranks 7–9 .*47\.7–52\.0\.$/,
  );
});

test('a certain place is one place, full coverage has no bounds, one municipality is one in Polish too', () => {
  const whole = { ...total, coverage: 1 };
  expect(plain(scoreSentence(document({ total: whole, standing: { p05: 1, p95: 1, of: 1 } }), 'pl'))).toBe(
    'W edycji „Ocena gmin 2025” gmina Jurowice ma wynik 49,5 na 100. W 90% losowań innych rozsądnych wag zajmuje miejsce 1 z 1 gminy z wynikiem.',
  );
  expect(plain(scoreSentence(document({ total: whole, standing: { p05: 22, p95: 24, of: 22 } }), 'pl'))).toContain(
    'z 22 gmin',
  );
});

test('too little data gives no number, and almost all is never 100 %', () => {
  const few = scoreSentence(document({ total: { ...total, display: null, coverage: 0.58 }, standing: null }), 'pl');
  expect(few).not.toMatch(/49|47|52/);
  expect(few).toContain('58% wag');
  expect(scoreSentence(document({ total: { ...total, coverage: 0.9999 } }), 'pl')).toContain('łącznie 99% wagi');
});

test('a correction is told with its date, at night of the day in Poland', () => {
  expect(
    plain(scoreSentence(document({ corrections: [{ indicator: 'P03', madeAt: '2026-10-01T22:30:00Z' }] }), 'pl')),
  ).toMatch(/Dane poprawiono 2 października 2026 r\.$/);
});

const indicator = (rest: object = {}) =>
  ({
    id: 'I05',
    state: 'scored',
    level: 1,
    incomplete: false,
    question: { pl: 'Czy każda uwaga dostaje odpowiedź?', en: 'Is every comment answered?' },
    reply: null,
    scale: {
      min: 0,
      max: 3,
      levels: [0, 1, 2, 3].map((value) => ({
        value,
        pl: value === 1 ? 'Raport podaje tylko liczbę uwag.' : 'x',
        en: 'The report gives only their number.',
      })),
    },
    ...rest,
  }) as unknown as ScorecardIndicator;
const manifest = {
  municipalities: [1, 1, 2, 3, 'not_assessed', 'withheld'].map((answer) => ({ answers: { I05: answer } })),
} as unknown as EditionManifest;
const sentence = (rest: object = {}, locale: 'pl' | 'en' = 'pl') =>
  plain(indicatorSentence({ document: document(), manifest, indicator: indicator(rest) }, locale));

test('a level is told in its words, with how many others stand there and above', () => {
  expect(sentence()).toBe(
    'W edycji „Ocena gmin 2025” gmina Jurowice ma poziom 1 z 3 we wskaźniku I05 („Czy każda uwaga dostaje odpowiedź?”): Raport podaje tylko liczbę uwag. Inne gminy na tym poziomie: 1; na wyższym: 2.',
  );
  expect(sentence({}, 'en')).toContain(
    'level 1 of 3 on indicator I05 (“Is every comment answered?”): The report gives only their number.',
  );
});

test('states without a level are sentences of their own, and none of them names a level', () => {
  for (const state of ['withheld', 'not_applicable', 'not_assessed'])
    expect(sentence({ state, level: null }), state).not.toMatch(/poziom \d z/);
  expect(sentence({ state: 'not_assessed', level: null, incomplete: true })).toContain('zabrakło dowodów');
});

test('the office’s side is in the sentence, and so is its silence', () => {
  const until = '2026-07-31T21:59:00Z';
  expect(
    sentence({ reply: { until, stance: 'explanation', text: 'Od stycznia.', at: '2026-07-28T10:00:00Z' } }),
  ).toContain('Urząd odpowiedział 28 lipca 2026 r.; odpowiedź jest przy wskaźniku.');
  expect(sentence({ reply: { until, stance: null, text: '', at: null } })).toContain(
    'Urząd nie odpowiedział na ocenę do 31 lipca 2026 r.',
  );
});

test('the citation has the year of the release in Poland, version and issue; BibTeX survives signs of TeX', () => {
  const cited = {
    edition: { ...edition, publishedAt: '2025-12-31T23:30:00Z' },
    issue: 2,
    part: 'Jurowice',
    url: 'https://paragraf.example/oceny/x/1',
    locale: 'pl',
  } as unknown as Parameters<typeof apaCitation>[0];
  expect(apaCitation(cited)).toBe(
    'Okno & Ratusz {1}. (2026). Jurowice. W: Ocena gmin 2025 (metodyka 1.0, wydanie 2) [zbiór danych]. Paragraf. https://paragraf.example/oceny/x/1',
  );
  const bibtex = bibtexCitation(cited);
  expect(bibtex).toMatch(/^@misc\{okno-ocena-gmin-2025-jurowice,\n/);
  expect(bibtex).toContain('author = {{Okno \\& Ratusz 1}}');
  expect([...bibtex].filter((sign) => sign === '{').length).toBe([...bibtex].filter((sign) => sign === '}').length);
});

test('the code of a frame cannot be broken out of by a name', () => {
  expect(embedCode({ origin: 'https://x.pl', path: '/osadz/a', title: 'A "b" <c> & d' })).toContain(
    'title="A &quot;b&quot; &lt;c> &amp; d"',
  );
});
