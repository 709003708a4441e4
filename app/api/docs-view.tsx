import { Section } from '#app/components/page-parts.tsx';
import { usePaths, useT } from '#app/i18n/context.tsx';
import type { ApiDocs, DocOperation, DocParameter } from './docs.ts';

/** The interface in words: where to begin, each address with its parameters and an example, errors. */
export function DocsView({ docs }: { docs: ApiDocs }) {
  return (
    <>
      <Start docs={docs} />
      <Writing />
      <Feeds />
      {(['consultations', 'municipalities', 'monitoring'] as const).map((tag) => (
        <Operations key={tag} tag={tag} docs={docs} />
      ))}
      <Problems docs={docs} />
    </>
  );
}

function Start({ docs }: { docs: ApiDocs }) {
  const t = useT();
  return (
    <Section id="start" title={t('api.start')}>
      <ul className="stack stack--2 w-40">
        <li>
          {t('api.start.address')} <code>{docs.base}</code>
        </li>
        <li>
          <a href="/api/v1/openapi.json">{t('api.start.openapi')}</a>
        </li>
        <li>{t('api.start.language')}</li>
        <li>{t('api.start.list', docs.pageSizes)}</li>
        <li>{t('api.start.etag')}</li>
        <li>{t('api.start.rate', docs.rate)}</li>
        <li>{t('api.start.stable')}</li>
        <li>{t('api.start.people')}</li>
        <li>{t('api.start.licence')}</li>
      </ul>
    </Section>
  );
}

function Writing() {
  const t = useT();
  const to = usePaths();
  return (
    <Section id="zapis" title={t('api.write')}>
      <div className="stack stack--2 w-40">
        <p>
          {t('api.write.token')} <a href={to.tokens()}>{t('api.write.account')}</a>
        </p>
        <p>{t('api.write.idempotency')}</p>
      </div>
    </Section>
  );
}

function Feeds() {
  const t = useT();
  const to = usePaths();
  return (
    <Section id="kanaly" title={t('api.feeds')}>
      <p className="w-40">{t('api.feeds.note')}</p>
      <ul className="stack stack--2 mt-3">
        <li>
          <a href={to.rulingsFeed()}>{t('api.feeds.rulings')}</a>
        </li>
        <li>
          <a href={to.scorecardsFeed()}>{t('api.feeds.scorecards')}</a>
        </li>
      </ul>
    </Section>
  );
}

function Operations({
  tag,
  docs,
}: {
  tag: DocOperation['tag'] & ('consultations' | 'municipalities' | 'monitoring');
  docs: ApiDocs;
}) {
  const t = useT();
  return (
    <Section id={tag} title={t(`api.tag.${tag}`)}>
      {docs.operations
        .filter((operation) => operation.tag === tag)
        .map((operation) => (
          <Operation key={operation.id} operation={operation} />
        ))}
    </Section>
  );
}

function Operation({ operation }: { operation: DocOperation }) {
  const t = useT();
  return (
    <article className="api-operation" aria-labelledby={operation.id}>
      <h3 id={operation.id}>{operation.summary}</h3>
      <p>
        <code>
          {operation.method} {operation.path}
        </code>
      </p>
      {operation.scope ? <p className="note">{t('api.needs-token', { scope: operation.scope })}</p> : null}
      <Parameters operation={operation} />
      {operation.request ? <Example title={t('api.request')} of={operation.summary} text={operation.request} /> : null}
      <Example title={t('api.example')} of={operation.summary} text={operation.example} />
    </article>
  );
}

function Parameters({ operation }: { operation: DocOperation }) {
  const t = useT();
  return (
    <div
      className="wrap"
      role="region"
      tabIndex={0}
      aria-label={t('api.parameters', { path: `${operation.method} ${operation.path}` })}
    >
      <table className="data data--dense">
        <caption className="vh">{t('api.parameters', { path: `${operation.method} ${operation.path}` })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('api.col.name')}</th>
            <th scope="col">{t('api.col.where')}</th>
            <th scope="col">{t('api.col.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {operation.parameters.map((parameter) => (
            <ParameterRow key={parameter.name} parameter={parameter} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const places = { path: 'api.in.path', query: 'api.in.query', header: 'api.in.header' } as const;

function ParameterRow({ parameter }: { parameter: DocParameter }) {
  const t = useT();
  const place = parameter.in === 'path' || parameter.in === 'header' ? parameter.in : 'query';
  return (
    <tr>
      <th scope="row">
        <code>{parameter.name}</code>
      </th>
      <td>
        {t(places[place])}
        {parameter.required ? `, ${t('api.required')}` : ''}
      </td>
      <td>
        {parameter.meaning}
        {parameter.values.length > 0 ? ` ${t('api.one-of', { values: parameter.values.join(', ') })}` : ''}
      </td>
    </tr>
  );
}

function Example({ title, of, text }: { title: string; of: string; text: string }) {
  return (
    <details className="api-example">
      <summary>
        {title}
        <span className="vh">: {of}</span>
      </summary>
      <pre tabIndex={0} aria-label={`${title}: ${of}`} role="region">
        <code>{text}</code>
      </pre>
    </details>
  );
}

function Problems({ docs }: { docs: ApiDocs }) {
  const t = useT();
  return (
    <Section id="bledy" title={t('api.problems')}>
      <p className="w-40">{t('api.problems.note')}</p>
      <div className="wrap mt-3" role="region" tabIndex={0} aria-label={t('api.problems.table')}>
        <table className="data data--dense">
          <caption className="vh">{t('api.problems.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('api.col.code')}</th>
              <th scope="col">{t('api.col.status')}</th>
              <th scope="col">{t('api.col.meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {docs.problems.map((problem) => (
              <tr key={problem.code} id={`problem-${problem.code}`}>
                <th scope="row">
                  <code>{problem.code}</code>
                </th>
                <td>{problem.status}</td>
                <td>{problem.title}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
