import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { TermLine } from '#app/drafting/pages/clause-parts.tsx';
import { wholeParam } from '#app/drafting/remarks/params.ts';
import { ProposeGone } from '#app/drafting/pages/propose-gone.tsx';
import { Signature } from '#app/drafting/register/filer-fields.tsx';
import { FilingForm } from '#app/drafting/register/filing-form.tsx';
import { NextSteps } from '#app/drafting/register/next-steps.tsx';
import { startOnClause } from '#app/drafting/register/start-filing.server.ts';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { stepOnlineForm } from '#app/http/filing-form.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { verifiedOrGuest } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { organisationOf } from '#app/people/viewer.ts';

export const loader = handler(async ({ request, params, url, db, locale }) => {
  const viewer = await verifiedOrGuest(request);
  const [slug, code, now] = [params.slug ?? '', wholeParam(params.code), new Date()];
  const start = await startOnClause(db, {
    slug,
    code,
    op: url.searchParams.get('op'),
    quote: url.searchParams.get('cytat') ?? '',
    locale,
    now,
  });
  return {
    ...start,
    slug,
    code,
    now,
    who: viewer && { name: viewer.displayName, organisation: organisationOf(viewer) },
  };
});

export const action = handler((context) => stepOnlineForm(context, context.params.slug ?? ''));

export const handle = { guestsWrite: true };

export const meta: MetaFunction<typeof loader> = ({ data: loaded, location }) => {
  const title = translate(localeOfPath(location.pathname), 'drafting.propose.title', {
    citation: loaded?.citation ?? '',
  });
  return [{ title: `${title} – Paragraf` }, { name: 'robots', content: 'noindex' }];
};

export default function Propose() {
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const { slug, code, citation, who, now } = loaded;
  const page = answered?.page ?? loaded.page;
  if (!page) return <ProposeGone gone={loaded.gone} slug={slug} />;
  const { consultation } = page;
  const back = (
    <a className="tap" href={to.clause(slug, code)}>
      {t('drafting.propose.back', { citation })}
    </a>
  );
  return (
    <Page
      crumbs={[
        { label: consultation.title, to: to.consultation(slug), lang: 'pl' },
        { label: citation, to: to.clause(slug, code) },
        { label: t('drafting.clause.propose') },
      ]}
    >
      <PageHead title={t('drafting.propose.title', { citation })}>
        <p className="facts">
          <span>
            <TermLine consultation={consultation} now={now} />
          </span>
        </p>
      </PageHead>
      <div className="beside">
        {/* A form that was open when the term ended is still shown, with what was typed. */}
        {consultation.stage === 'open' || answered ? (
          <FilingForm
            page={page}
            action={to.propose(slug, code)}
            errors={answered?.errors ?? {}}
            values={answered?.values}
            submit={t(who ? 'drafting.propose.file' : 'register.guest.send')}
            cancel={back}
          >
            <Signature who={who} office={page.office} here={to.propose(slug, code)} />
          </FilingForm>
        ) : (
          <p>{back}</p>
        )}
        <NextSteps
          due={consultation.answersDueAt}
          office={page.office}
          isGuest={who === null}
          isOpen={consultation.stage === 'open'}
        />
      </div>
    </Page>
  );
}
