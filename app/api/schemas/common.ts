import { z } from 'zod';

/** Pieces of the answers. Every field carries an example: the page about the interface shows answers put together from them. */
export const text = (example: string) => z.string().meta({ example });
export const id = () =>
  z
    .uuid()
    .meta({ description: 'Stable; never given to anything else.', example: '0192f5c4-7d0a-7c31-9a55-0d6a3f1f2b10' });
export const instant = (example = '2026-11-09T15:00:00.000Z') =>
  z.iso.datetime().meta({ description: 'Instant in UTC.', example });
export const day = (example = '2026-01-01') => z.iso.date().meta({ example });
export const whole = (example: number) => z.int().min(0).meta({ example });
export const pageUrl = (example: string) =>
  z.url().meta({ description: 'Address of the page for people.', example: `https://paragraf.example${example}` });
export const apiUrl = (example: string) => z.url().meta({ example: `https://paragraf.example/api/v1${example}` });
export const sha256 = () =>
  z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({
      description: 'SHA-256, hex.',
      example: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
    });
export const label = (example: string) =>
  z.string().meta({ description: 'The same in words, in the language asked for.', example });

export const teryt = z
  .string()
  .regex(/^\d{7}$/)
  .meta({ description: 'Seven digits of the TERC code.', example: '2464011' });

export const municipalityRef = z.object({ teryt, name: text('Jurowice') }).meta({ id: 'MunicipalityRef' });

/** Numbers of items in one answer. */
export const pageSizes = { default: 50, max: 200 } as const;

/** A list in parts. `nextCursor` is null on the last one. */
export function listOf<T extends z.ZodType>(name: string, item: T) {
  return z
    .object({
      items: z.array(item),
      nextCursor: z
        .string()
        .nullable()
        .meta({ description: 'Give it as `cursor` for what follows; null at the end.', example: 'WyIwMTkyIl0' }),
      next: z.url().nullable().meta({ description: 'Address of what follows.', example: null }),
    })
    .meta({ id: `${name}List` });
}

export const langQuery = z.object({
  lang: z
    .enum(['pl', 'en'])
    .default('pl')
    .meta({ description: 'Language of labels, titles, page addresses and errors.' }),
});

export const listQuery = langQuery.extend({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(pageSizes.max)
    .default(pageSizes.default)
    .meta({ description: 'Items in one answer.' }),
  cursor: z.string().max(500).optional().meta({ description: 'Opaque: `nextCursor` of the answer before.' }),
});

export const problem = z
  .object({
    type: z.url().meta({ example: 'https://paragraf.example/api#problem-not-found' }),
    title: text('There is no such thing here'),
    status: z.int().min(400).max(599).meta({ example: 404 }),
    code: text('not-found'),
    detail: z.string().optional().meta({ example: 'No consultation with this name.' }),
    instance: z
      .string()
      .optional()
      .meta({ description: 'Path that was asked for.', example: '/api/v1/consultations/x' }),
    errors: z
      .array(
        z.object({
          in: z.enum(['path', 'query', 'header', 'body']),
          name: text('limit'),
          detail: text('Too big: expected number to be <=200'),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457.' });
export type Problem = z.infer<typeof problem>;
