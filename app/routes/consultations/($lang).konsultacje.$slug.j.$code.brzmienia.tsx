import { Polish } from '#app/components/polish.tsx';
import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { loadWordings, rulesHere, type CompetingWording } from '#app/drafting/rulings/wordings-page.server.ts';
import { ChangeBlock } from '#app/drafting/remarks/change-view.tsx';
import { wholeParam } from '#app/drafting/remarks/params.ts';
import { Byline, FitSign, useRemarkTitle } from '#app/drafting/remarks/remark-parts.tsx';
import { Empty, Page, PageHead } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { getViewer } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { bindSpaces } from '#app/i18n/typography.ts';

export const loader = handler(async ({ request, params, db, locale }) => {
  const slug = params.slug ?? '';
  const page = await loadWordings(db, { slug, code: wholeParam(params.code), locale });
  return { page, rules: await rulesHere(db, { slug, viewer: await getViewer(request) }) };
});

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  {
    title: `${translate(localeOfPath(location.pathname), 'deciding.wordings', { citation: data?.page.clause.citation ?? '' })} – Paragraf`,
  },
];

export default function Wordings() {
  const {
    page: { consultation, clause, wordings, more },
    rules,
  } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const { slug } = consultation;
  return (
    <Page
      crumbs={[
        { label: consultation.title, to: to.consultation(slug), lang: 'pl' },
        { label: t('drafting.desk.draft'), to: to.draft(slug) },
        { label: clause.citation, to: to.clause(slug, clause.code) },
        { label: t('deciding.wordings.crumb') },
      ]}
    >
      <PageHead
        kind={t('drafting.clause.words', { version: consultation.version })}
        title={t('deciding.wordings', { citation: clause.citation })}
      />
      {wordings.length === 0 ? (
        <Empty>
          <p>{t('deciding.wordings.none')}</p>
          <a className="tap" href={to.clause(slug, clause.code)}>
            {bindSpaces(clause.citation)}
          </a>
        </Empty>
      ) : null}
      <dl className="sides competing flush">
        <div>
          <dt>{t('drafting.ruling.current')}</dt>
          <dd className="law flush">
            <Polish>{bindSpaces(`${clause.label} ${clause.text}`.trim())}</Polish>
          </dd>
        </div>
        {wordings.map((wording) => (
          <Wording key={wording.number} wording={wording} slug={slug} code={clause.code} rules={rules} />
        ))}
      </dl>
      {more > 0 ? (
        <p className="by">
          {t('deciding.wordings.more', { count: more })}{' '}
          <a href={to.remarks(slug, { stan: 'open', jednostka: clause.code })}>{t('drafting.remarks')}</a>
        </p>
      ) : null}
    </Page>
  );
}

function Wording({
  wording,
  slug,
  code,
  rules,
}: {
  wording: CompetingWording;
  slug: string;
  code: number;
  rules: boolean;
}) {
  const t = useT();
  const to = usePaths();
  const title = useRemarkTitle();
  const here = wording.changes.filter((change) => change.clauseCode === code);
  return (
    <div>
      <dt>
        <a href={to.remark(slug, wording.number)}>{title(wording)}</a>
        <Byline remark={wording} />
        <span className="by plain">
          {t('drafting.supports', { count: wording.supports })},{' '}
          {t('deciding.objections', { count: wording.objections })}
        </span>
        {wording.fit === 'unchanged' ? null : (
          <>
            <br />
            <FitSign fit={wording.fit} />
          </>
        )}
        {rules ? (
          <>
            <br />
            <a className="tap" href={to.ruling(slug, wording.number)}>
              {t('deciding.wordings.rule')}
            </a>
          </>
        ) : null}
      </dt>
      <dd className="flush">
        {(here.length > 0 ? here : wording.changes).map((change, at) => (
          <ChangeBlock key={at} change={change} />
        ))}
      </dd>
    </div>
  );
}
