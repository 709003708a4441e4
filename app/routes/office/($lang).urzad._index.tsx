import { Polish } from '#app/components/polish.tsx';
import { useLoaderData } from '@remix-run/react';
import type { MetaFunction } from '@remix-run/node';
import { Empty, Notice, Page, PageHead } from '#app/components/page-parts.tsx';
import { OfficeTasks } from '#app/drafting/pages/office-tasks.tsx';
import { officeHome } from '#app/drafting/pages/office-home.server.ts';
import { stageSentence } from '#app/drafting/state/stage-words.ts';
import { handler } from '#app/http/handlers.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';

export const loader = handler(async ({ request, db, t }) => {
  const viewer = await requireOfficial(request);
  const now = new Date();
  return { ...(await officeHome(db, { viewer, now })), now, title: `${t('office.title')} – Paragraf` };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Paragraf' }];

export default function Office() {
  const data = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  return (
    <Page>
      <PageHead title={t('office.title')} lead={data.municipalities.map((place) => place.name).join(', ')} />
      {data.unsent > 0 ? (
        <Notice warn>
          <p>{t('office.unsent', { count: data.unsent })}</p>
        </Notice>
      ) : null}
      <p className="actions">
        <a className="btn" href={to.importNew()}>
          {t('import.start')}
        </a>{' '}
        <a className="btn btn--quiet" href={to.officeReplies()}>
          {t('fieldwork.office.list')}
        </a>{' '}
        <a className="btn btn--quiet" href={to.officeDetails()}>
          {t('office.details')}
        </a>{' '}
        <a className="btn btn--quiet" href={to.snippets()}>
          {t('office.snippets')}
        </a>{' '}
        <a className="btn btn--quiet" href={to.officeSurveys()}>
          {t('survey.office')}
        </a>{' '}
        <a className="btn btn--quiet" href={to.webhooks()}>
          {t('openness.webhooks')}
        </a>
      </p>
      <OfficeTasks tasks={data.tasks} />
      <Consultations />
      <Imports />
    </Page>
  );
}

function Consultations() {
  const { consultations, now } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <section className="section" aria-labelledby="h-cons">
      <h2 id="h-cons">{t('office.consultations')}</h2>
      {consultations.length === 0 ? (
        <Empty>
          <p>{t('office.no-consultations')}</p>
        </Empty>
      ) : (
        <ul className="rows rows--split">
          {consultations.map((item) => (
            <li key={item.slug}>
              <div>
                <h3>
                  <a href={to.desk(item.slug)}>
                    <Polish>{item.title}</Polish>
                  </a>
                </h3>
                <p>{item.waiting > 0 ? t('office.waiting', { count: item.waiting }) : t('office.nothing-waits')}</p>
              </div>
              <p className="meta">
                <b>{stageSentence(item, { stage: item.stage, waiting: item.waiting, now, locale })}</b>
                <br />
                <a href={to.consultation(item.slug)}>{t('office.public-page')}</a>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Imports() {
  const { imports } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  if (imports.length === 0) return null;
  return (
    <section className="section" aria-labelledby="h-imp">
      <h2 id="h-imp">{t('office.imports')}</h2>
      <ul className="rows rows--split">
        {imports.map((item) => (
          <li key={item.id}>
            <div>
              <h3>
                <a href={to.importReview(item.id)}>{item.sourceName}</a>
              </h3>
              <p>{item.municipality}</p>
            </div>
            <p className="meta">
              {item.slug ? (
                <>
                  {t('office.published-as')}{' '}
                  <a href={to.consultation(item.slug)}>
                    <Polish>{item.title}</Polish>
                  </a>
                </>
              ) : (
                t('office.last-change', { date: formatDate(locale, item.updatedAt) })
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
