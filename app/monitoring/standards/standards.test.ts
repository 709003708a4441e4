import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { editionCsv } from '../cards/csv.ts';
import type { EditionManifest } from '../cards/scorecard-document.ts';
import { nothingCovered } from '#app/record/covered/covered-rows.server.ts';
import { editionCsvw } from './csvw.ts';
import { catalogueNodes, datasetNode } from './dcat.ts';
import { toJsonLd, toTurtle } from '#app/publishing/rdf.ts';
import { schemaDataset } from './schema-dataset.ts';

const score = {
  exact: '1/2',
  value: 50,
  display: '50.0',
  coverage: 1,
  low: 50,
  high: 50,
  lowDisplay: '50.0',
  highDisplay: '50.0',
};
const manifest = {
  issue: 2,
  corrections: [{ madeAt: '2026-10-02T09:15:00.000Z' }],
  files: { 'edition.csv': 'a'.repeat(64) },
  edition: {
    slug: 'ocena-gmin-2025',
    title: { pl: 'Ocena „gmin” 2025', en: 'Review "2025"' },
    measuredFrom: '2025-01-01',
    measuredTo: '2025-12-31',
    publishedAt: '2026-09-15T08:00:00.000Z',
    team: { slug: 'okno', name: 'Okno\nna Ratusz', contact: 'kontakt@ratusz.example' },
    methodology: { key: 'gmina-2026', version: '1.0', title: { pl: '', en: '' }, hash: 'b'.repeat(64) },
    licence: { id: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    isDemo: true,
  },
  areas: [{ id: 'T', weight: 1, name: { pl: 'Przejrzystość', en: 'Transparency' } }],
  indicators: [{ id: 'T01', area: 'T', weight: 3, min: 0, max: 3, question: { pl: 'Czy?', en: 'Is it?' } }],
  municipalities: [
    {
      teryt: '0201011',
      name: 'Łęgowiec',
      kind: 'rural',
      county: 'x',
      voivodeship: 'y',
      population: 9000,
      total: score,
      band: null,
      standing: null,
      areas: { T: score },
      answers: { T01: 2 },
      hash: 'c'.repeat(64),
    },
  ],
} as unknown as EditionManifest;
const absolute = (path: string) => `https://paragraf.example${path}`;

type Csvw = {
  '@context': unknown;
  url: string;
  tableSchema: {
    columns: {
      name: string;
      required?: boolean;
      datatype: { base: string; format?: string; minimum?: number; maximum?: number };
    }[];
    primaryKey: string;
  };
};
const csvw = editionCsvw({ manifest, covered: nothingCovered }, 'pl') as unknown as Csvw;

test('the CSVW description has the columns of the CSV, in its order, and TERYT as key', () => {
  const [head, row] = parse(editionCsv(manifest), { bom: true }) as string[][];
  expect(csvw['@context']).toEqual(['http://www.w3.org/ns/csvw', { '@language': 'pl' }]);
  expect(csvw.url).toBe('ocena-gmin-2025.csv');
  expect(csvw.tableSchema.columns.map((column) => column.name)).toEqual(head);
  expect(csvw.tableSchema.primaryKey).toBe('teryt');
  expect(row?.[head?.indexOf('teryt') ?? -1]).toBe('0201011');
});

test('every cell of the CSV is what its column promises', () => {
  const rows = parse(editionCsv(manifest), { bom: true, columns: true }) as Record<string, string>[];
  for (const { name, required, datatype } of csvw.tableSchema.columns) {
    for (const row of rows) {
      const cell = row[name] ?? '';
      if (cell === '') {
        expect(required, name).not.toBe(true);
        continue;
      }
      if (datatype.base === 'boolean') expect(datatype.format?.split('|'), name).toContain(cell);
      if (datatype.base === 'string' && datatype.format) expect(cell, name).toMatch(new RegExp(datatype.format));
      if (datatype.base === 'integer') expect(cell, name).toMatch(/^-?\d+$/);
      if (datatype.base === 'decimal') expect(Number(cell), name).toBeLessThanOrEqual(datatype.maximum ?? Infinity);
    }
  }
  expect(csvw.tableSchema.columns.find((column) => column.name === 'teryt')).toMatchObject({
    required: true,
    datatype: { base: 'string' },
  });
});

test('the DCAT-AP record has what the profile asks of a dataset and its files, with hashes', () => {
  const node = datasetNode({ manifest, manifestHash: 'd'.repeat(64), covered: nothingCovered }, absolute);
  for (const property of [
    'dct:title',
    'dct:description',
    'dct:publisher',
    'dcat:contactPoint',
    'dcat:theme',
    'dcat:keyword',
    'dct:spatial',
    'dct:temporal',
    'dct:issued',
    'dct:modified',
    'dcat:distribution',
  ]) {
    expect(node[property], property).toBeDefined();
  }
  expect(node['dct:modified']).toEqual({ '@value': '2026-10-02T09:15:00.000Z', '@type': 'xsd:dateTime' });
  const files = node['dcat:distribution'] as Record<string, unknown>[];
  expect(files.map((file) => file['dcat:downloadURL'])).toEqual(
    ['csv', 'json'].map((kind) => ({ '@id': `https://paragraf.example/oceny/ocena-gmin-2025.${kind}` })),
  );
  expect(
    files.map(
      (file) =>
        (file['spdx:checksum'] as { 'spdx:checksumValue': { '@value': string } })['spdx:checksumValue']['@value'],
    ),
  ).toEqual(['a'.repeat(64), 'd'.repeat(64)]);
  for (const file of files)
    expect(file['dct:license']).toEqual({ '@id': 'https://creativecommons.org/licenses/by/4.0/' });
});

test('JSON-LD and Turtle say the same, and no quote, line end or bracket of a name breaks Turtle', () => {
  const nodes = catalogueNodes([{ manifest, manifestHash: 'd'.repeat(64), covered: nothingCovered }], absolute);
  const turtle = toTurtle(nodes);
  expect(turtle).toContain('dct:title "Ocena „gmin” 2025"@pl, "Review \\"2025\\""@en');
  expect(turtle).toContain('foaf:name "Okno\\nna Ratusz"');
  expect(turtle).toContain('<https://paragraf.example/katalog.ttl> a dcat:Catalog');
  expect(turtle).toMatch(
    /dcat:distribution <https:\/\/paragraf\.example\/oceny\/ocena-gmin-2025\.csv#plik>, <[^>]+\.json#plik> \./,
  );
  expect(turtle).toContain('<https://paragraf.example/oceny/ocena-gmin-2025.csv#plik> a dcat:Distribution');
  expect(turtle).toContain('dcat:dataset <https://paragraf.example/oceny/ocena-gmin-2025>');
  expect(toTurtle([{ '@id': 'https://x/> <y', '@type': 'dcat:Dataset' }])).toContain(
    '<https://x/%3E%20%3Cy> a dcat:Dataset .',
  );
  const used = new Set([...JSON.stringify(nodes).matchAll(/"([a-z]+):[A-Za-z]+"/g)].map(([, prefix]) => prefix));
  const { '@context': context } = toJsonLd(nodes);
  for (const prefix of used) expect(Object.keys(context as object), String(prefix)).toContain(prefix);
});

test('schema.org gets a dataset with licence, period, creator and files', () => {
  expect(schemaDataset(manifest, { absolute, locale: 'en' })).toMatchObject({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    name: 'Review "2025"',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    temporalCoverage: '2025-01-01/2025-12-31',
    version: '2',
    distribution: [
      { encodingFormat: 'text/csv', contentUrl: 'https://paragraf.example/en/oceny/ocena-gmin-2025.csv' },
      { encodingFormat: 'application/json' },
    ],
  });
});
