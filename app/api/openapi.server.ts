import { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject, type ZodOpenApiResponsesObject } from 'zod-openapi';
import { translate } from '#app/i18n/translate.ts';
import { publicUrl } from '#app/mail/absolute-url.server.ts';
import { apiBase, type Endpoint } from './endpoint.server.ts';
import { endpoints } from './endpoints.server.ts';
import { problems, type ProblemCode } from './problem.ts';
import { problem } from './schemas/common.ts';
import { webhookHeaders, webhookMessage } from './schemas/webhook.ts';
import { webhookEvents } from '#app/openness/webhooks/events.ts';

/** Any request may be refused with these. */
const always: readonly ProblemCode[] = ['bad-request', 'too-many', 'unavailable', 'no-room'];

const policy = z
  .string()
  .meta({ description: 'The limit, `read` and `write` apart: `"read";q=120;w=60`.', example: '"read";q=120;w=60' });
const writeHeaders = z.object({ 'RateLimit-Policy': policy });
const rateHeaders = writeHeaders.extend({
  RateLimit: z.string().meta({
    description: 'What is left: `"read";r=119;t=42` (requests, seconds until the window moves on).',
    example: '"read";r=119;t=42',
  }),
});
const madeHeaders = writeHeaders.extend({
  Location: z.url().meta({
    description: 'Address of what was made; of the first remark of a letter.',
    example: 'https://paragraf.example/api/v1/consultations/zasady-konsultacji/remarks/12',
  }),
});
const readHeaders = rateHeaders.extend({
  ETag: z.string().meta({ description: 'Send it back as If-None-Match: unchanged data is answered with 304.' }),
});

function responsesOf(endpoint: Endpoint): ZodOpenApiResponsesObject {
  const codes = [...always, ...endpoint.refusals, ...(endpoint.scope ? (['no-token', 'no-scope'] as const) : [])];
  const refusals: ZodOpenApiResponsesObject = {};
  for (const status of [...new Set(codes.map((code) => problems[code].status))].sort()) {
    const words = codes
      .filter((code) => problems[code].status === status)
      .map((code) => `${code}: ${translate('en', problems[code].title)}`);
    refusals[`${status}` as '400'] = {
      description: words.join(' '),
      headers: endpoint.method === 'get' ? rateHeaders : writeHeaders,
      content: { 'application/problem+json': { schema: problem } },
    };
  }
  return {
    [`${endpoint.status}` as '200']: {
      description: endpoint.status === 201 ? 'Filed.' : 'Found.',
      headers: endpoint.method === 'get' ? readHeaders : madeHeaders,
      content: { 'application/json': { schema: endpoint.answer } },
    },
    ...(endpoint.method === 'get' ? { '304': { description: 'Not changed since the ETag that was sent.' } } : {}),
    ...refusals,
  };
}

/** How the items of each list stand; a part goes on where the one before ended. */
const orders: Readonly<Record<string, string>> = {
  listMunicipalities: 'their code',
  listConsultations: 'publication, oldest first',
  listVersions: 'their number',
  listClauses: 'the document',
  listRemarks: 'their number',
  listRulings: 'the time they were made, oldest first',
  listReports: 'their number',
  listMethodologies: 'the time they were brought, oldest first',
  listEditions: 'publication, oldest first',
  listScores: 'the code of the municipality',
  listEvidence: 'the indicators of the methodology',
};

/** What an answer about one thing is. */
const single = 'One record, or 404 where there is none that is public.';

/** What the parts of the interface are about. */
const tags: Readonly<Record<Endpoint['tag'], string>> = {
  municipalities: 'The register of municipalities.',
  consultations: 'Draft resolutions, their versions, remarks, responses and reports.',
  monitoring: 'Methodologies, editions, scores and evidence of monitoring teams.',
  about: 'The interface itself.',
};

/** What offices that asked for it are told, at the address they gave. */
function webhooksOf() {
  return Object.fromEntries(
    webhookEvents.map((event) => [
      event,
      {
        post: {
          operationId: `on-${event}`,
          summary: translate('en', `openness.event.${event}`),
          description:
            'Signed after Standard Webhooks (webhook-id, webhook-timestamp, webhook-signature). Any 2xx answer counts as received; otherwise it is sent again for two days.',
          security: [],
          requestParams: { header: webhookHeaders },
          requestBody: {
            required: true,
            content: { 'application/json': { schema: webhookMessage } },
          },
          responses: { '204': { description: 'Received.' }, '410': { description: 'Not wanted any more.' } },
        },
      },
    ]),
  );
}

function pathsOf(): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const endpoint of endpoints) {
    (paths[endpoint.path] ??= {})[endpoint.method] = {
      operationId: endpoint.id,
      tags: [endpoint.tag],
      summary: translate('en', endpoint.summary),
      requestParams: {
        ...(Object.keys(endpoint.params.shape).length > 0 ? { path: endpoint.params } : {}),
        query: endpoint.query,
        ...(endpoint.scope
          ? {
              header: z.object({
                'Idempotency-Key': z.string().min(8).max(200).meta({
                  description:
                    'Made up by you for each letter: repeated with the same body it gives the same answer for 24 hours.',
                  example: 'list-2026-11-09-0001',
                }),
              }),
            }
          : {}),
      },
      ...(endpoint.body
        ? { requestBody: { required: true, content: { 'application/json': { schema: endpoint.body } } } }
        : {}),
      ...(endpoint.scope
        ? { security: [{ token: [] }], description: `Needs a personal token with \`${endpoint.scope}\`.` }
        : { security: [], description: orders[endpoint.id] ? `In order of ${orders[endpoint.id]}.` : single }),
      responses: responsesOf(endpoint),
    };
  }
  return paths;
}

let made: ReturnType<typeof createDocument> | undefined;

/** The OpenAPI 3.1 description, made of the schemas that the answers are written and requests are read with. */
export function openApiDocument() {
  return (made ??= createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Paragraf',
      version: '1.0.0',
      description:
        'Public record of consultations and scorecards. Reading needs no key. Fields may be added within version 1; none is removed or changes its meaning.',
      contact: { name: 'Paragraf', url: publicUrl() },
      license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    },
    servers: [{ url: publicUrl() + apiBase }],
    tags: Object.entries(tags)
      .filter(([name]) => endpoints.some(({ tag }) => tag === name))
      .map(([name, description]) => ({ name, description })),
    paths: pathsOf(),
    webhooks: webhooksOf(),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'Personal token, made on the page of your account.' },
      },
    },
  }));
}
