import { translate, type MessageKey } from '#app/i18n/translate.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { publicUrl } from '#app/mail/absolute-url.server.ts';
import type { ApiDocs, DocParameter } from './docs.ts';
import { apiBase, type Endpoint } from './endpoint.server.ts';
import { endpoints } from './endpoints.server.ts';
import { exampleOf, type JsonSchema } from './example.ts';
import { openApiDocument } from './openapi.server.ts';
import { problemCodes, problems } from './problem.ts';
import { pageSizes } from './schemas/common.ts';
import { apiRate } from './limits.ts';

type Parameter = { name: string; in: string; required?: boolean; schema?: JsonSchema };

/** What the readable page shows: the very document that programs read, with words in the reader's language. */
export function apiDocs(locale: Locale): ApiDocs {
  const document = openApiDocument() as unknown as {
    paths: Record<string, Record<string, { parameters?: Parameter[] }>>;
    components: { schemas: Record<string, JsonSchema> };
  };
  const schemas = document.components.schemas;
  const operations = endpoints.map((endpoint) => {
    const operation = document.paths[endpoint.path]?.[endpoint.method];
    const parameters = (operation?.parameters ?? []).map((parameter) => docParameter(parameter, schemas, locale));
    return {
      id: endpoint.id,
      method: endpoint.method.toUpperCase(),
      path: endpoint.path,
      summary: translate(locale, endpoint.summary),
      tag: endpoint.tag,
      scope: endpoint.scope,
      parameters,
      request: endpoint.body ? JSON.stringify(exampleOf(bodySchema(endpoint, 'request'), schemas), null, 2) : null,
      example: JSON.stringify(exampleOf(bodySchema(endpoint, 'response'), schemas), null, 2),
    };
  });
  return {
    base: publicUrl() + apiBase,
    operations,
    rate: apiRate,
    pageSizes,
    problems: problemCodes.map((code) => ({
      code,
      status: problems[code].status,
      title: translate(locale, problems[code].title),
    })),
  };
}

/** Meanings by name: the same parameter means the same everywhere. */
const meanings: Record<string, MessageKey> = {
  lang: 'api.param.lang',
  limit: 'api.param.limit',
  cursor: 'api.param.cursor',
  slug: 'api.param.slug',
  teryt: 'api.param.teryt',
  number: 'api.param.number',
  code: 'api.param.code',
  version: 'api.param.version',
  state: 'api.param.state',
  kind: 'api.param.kind',
  decision: 'api.param.decision',
  q: 'api.param.q',
  key: 'api.param.key',
  indicator: 'api.param.indicator',
  'Idempotency-Key': 'api.param.idempotency',
};

function docParameter(parameter: Parameter, schemas: Record<string, JsonSchema>, locale: Locale): DocParameter {
  const reference = parameter.schema?.$ref?.split('/').at(-1);
  const schema = reference ? schemas[reference] : parameter.schema;
  const meaning = meanings[parameter.name];
  if (!meaning) throw new Error(`no words for the parameter ${parameter.name}`);
  return {
    name: parameter.name,
    in: parameter.in,
    required: parameter.required ?? false,
    values: schema?.enum?.map(String) ?? [],
    meaning: translate(locale, meaning),
  };
}

type Media = Record<string, { schema: JsonSchema }>;
type Operation = { requestBody?: { content: Media }; responses: Record<string, { content?: Media }> };

function bodySchema(endpoint: Endpoint, side: 'request' | 'response'): JsonSchema {
  const operation = (openApiDocument().paths as unknown as Record<string, Record<string, Operation>>)[endpoint.path]?.[
    endpoint.method
  ];
  const content = side === 'request' ? operation?.requestBody?.content : operation?.responses[endpoint.status]?.content;
  return content?.['application/json']?.schema ?? {};
}
