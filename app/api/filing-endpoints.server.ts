import { z } from 'zod';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { slug } from './consultation-endpoints.server.ts';
import { apiAddress, endpoint } from './endpoint.server.ts';
import { fileByApi } from './file-by-api.server.ts';
import { idempotently } from './idempotent.server.ts';
import { ApiProblem } from './problem.ts';
import { langQuery } from './schemas/common.ts';
import { filingReceipt, newFiling, type FilingReceipt } from './schemas/filing.ts';

const keyShape = /^[\x21-\x7e]{8,200}$/;

const post = endpoint({
  id: 'fileRemarks',
  method: 'post',
  status: 201,
  path: '/consultations/{slug}/remarks',
  tag: 'consultations',
  summary: 'api.op.fileRemarks',
  scope: 'remarks:write',
  params: z.object({ slug }),
  query: langQuery,
  body: newFiling,
  answer: filingReceipt,
  location: ({ remarks: [first] }) => first!.api,
  refusals: [
    'not-found',
    'no-key',
    'no-json',
    'too-large',
    'not-confirmed',
    'closed',
    'moved',
    'in-progress',
    'refused',
    'key-reused',
  ],
  run: async ({ db, params, body, viewer, idempotencyKey, locale, t, to, now }) => {
    if (!viewer) throw new ApiProblem('no-token');
    if (!idempotencyKey || !keyShape.test(idempotencyKey)) throw new ApiProblem('no-key');
    const content = JSON.stringify([params.slug, body]);
    return idempotently(
      db,
      { userId: viewer.id, key: idempotencyKey, content, now },
      async (tx): Promise<FilingReceipt> => {
        const { number, points } = await fileByApi(tx, { viewer, slug: params.slug, filing: body, locale, t, now });
        return {
          number,
          filedAt: now.toISOString(),
          remarks: Array.from({ length: points }, (_, at) => ({
            number: number + at,
            url: absoluteUrl(to.remark(params.slug, number + at)),
            api: apiAddress(`/consultations/${encodeURIComponent(params.slug)}/remarks/${number + at}`),
          })),
        };
      },
    );
  },
});

export const filingEndpoints = [post];
