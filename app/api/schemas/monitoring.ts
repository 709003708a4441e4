import { z } from 'zod';
import { apiUrl, day, id, instant, listOf, municipalityRef, pageUrl, sha256, text, whole } from './common.ts';

const weight = z.number().meta({ example: 2 });

export const methodology = z
  .object({
    id: id(),
    key: text('gmina-2026'),
    version: text('1.0.0'),
    title: text('Przejrzystość gminy'),
    status: text('draft'),
    sha256: sha256().meta({ description: 'Of the canonical JSON of the whole file.' }),
    team: text('Zespół Ratusz')
      .nullable()
      .meta({ description: 'The team it belongs to; null for what came with the program.' }),
    url: pageUrl('/metodyka/gmina-2026/1.0.0'),
    file: pageUrl('/metodyka/gmina-2026/1.0.0.json'),
  })
  .meta({ id: 'Methodology' });

export const methodologyWithIndicators = methodology
  .extend({
    areas: z.array(z.object({ id: text('T'), name: text('Przejrzystość'), weight })),
    indicators: z.array(
      z.object({
        id: text('T01'),
        area: text('T'),
        weight,
        question: text('Czy protokoły są publiczne?'),
        applicability: text('always'),
        levels: z.array(z.object({ value: z.number().meta({ example: 1 }), words: text('tak') })),
      }),
    ),
  })
  .meta({ id: 'MethodologyWithIndicators' });

export const edition = z
  .object({
    slug: text('jurowice-2026'),
    title: text('Ocena gmin 2026'),
    team: text('Zespół Ratusz'),
    measuredFrom: day('2025-01-01'),
    measuredTo: day('2025-12-31'),
    publishedAt: instant(),
    methodology: z.object({ key: text('gmina-2026'), version: text('1.0.0') }),
    municipalities: whole(11),
    licence: text('CC BY 4.0'),
    sha256: sha256().meta({ description: 'Of the table; it covers every scorecard.' }),
    isRedacted: z.boolean().meta({
      description:
        'Words of the table or of something it covers were redacted since: `sha256` is of what stood there before, which is kept.',
      example: false,
    }),
    isDemo: z.boolean().meta({ example: true }),
    url: pageUrl('/oceny/jurowice-2026'),
    links: z.object({
      scores: apiUrl('/editions/jurowice-2026/scores'),
      csv: pageUrl('/oceny/jurowice-2026.csv'),
      json: pageUrl('/oceny/jurowice-2026.json'),
    }),
  })
  .meta({ id: 'Edition' });

export const score = z
  .object({
    display: z
      .string()
      .nullable()
      .meta({ description: 'Points of 100. Null: not enough data, so no figure is published.', example: '49.5' }),
    exact: z
      .string()
      .nullable()
      .meta({ description: 'The exact fraction; null where no figure is published.', example: '156275/3159' }),
    coverage: z
      .number()
      .nullable()
      .meta({ description: 'Assessed part of the weight that applies, 0 to 1.', example: 0.93 }),
    low: z.string().nullable().meta({ description: 'With everything that was not assessed at 0.', example: '47.7' }),
    high: z.string().nullable().meta({ description: 'With everything that was not assessed at 100.', example: '52.0' }),
  })
  .meta({ id: 'Score' });

export const standing = z
  .object({
    rank: z.int().meta({ example: 8 }),
    of: z.int().meta({ example: 11 }),
    from: z.int().meta({ description: '5th percentile of the rank under drawn weights.', example: 7 }),
    to: z.int().meta({ description: '95th percentile.', example: 9 }),
  })
  .meta({ id: 'Standing' });

export const municipalityScore = z
  .object({
    municipality: municipalityRef,
    total: score,
    standing: standing.nullable(),
    band: z.string().nullable().meta({ example: 'C' }),
    areas: z.array(z.object({ id: text('T'), name: text('Przejrzystość'), score })),
    sha256: sha256().meta({ description: 'Of the scorecard file.' }),
    isRedacted: z.boolean().meta({
      description: 'Words of the scorecard were redacted since: `sha256` is of the file before, which is kept.',
      example: false,
    }),
    url: pageUrl('/oceny/jurowice-2026/2464011'),
    file: pageUrl('/oceny/jurowice-2026/2464011.json'),
  })
  .meta({ id: 'MunicipalityScore' });

export const scoreWithIndicators = municipalityScore
  .extend({
    indicators: z.array(
      z.object({
        id: text('T01'),
        area: text('T'),
        weight,
        question: text('Czy protokoły są publiczne?'),
        state: z.enum(['scored', 'not_applicable', 'not_assessed', 'withheld']).meta({ example: 'scored' }),
        level: z.number().nullable().meta({ example: 1 }),
        points: z.string().nullable().meta({ example: '50.00' }),
        evidence: whole(2),
        url: pageUrl('/oceny/jurowice-2026/2464011/T01'),
      }),
    ),
  })
  .meta({ id: 'ScoreWithIndicators' });

const evidence = z
  .object({
    indicator: text('T01'),
    url: z
      .string()
      .meta({ description: 'Where the fact can be seen.', example: 'https://bip.jurowice.example/protokoly' }),
    place: text('strona 2'),
    note: text(''),
    capturedAt: instant(),
  })
  .meta({ id: 'Evidence' });

export const methodologyList = listOf('Methodology', methodology);
export const editionList = listOf('Edition', edition);
export const scoreList = listOf('MunicipalityScore', municipalityScore);
export const evidenceList = listOf('Evidence', evidence);
