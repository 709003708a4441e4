import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { TermLine } from '#app/drafting/pages/clause-parts.tsx';
import { Signature } from '#app/drafting/register/filer-fields.tsx';
import { FilingForm } from '#app/drafting/register/filing-form.tsx';
import { NextSteps } from '#app/drafting/register/next-steps.tsx';
import { startFiling } from '#app/drafting/register/start-filing.server.ts';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { stepOnlineForm } from '#app/http/filing-form.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { requireViewer, verifiedOrGuest } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { organisationOf } from '#app/people/viewer.ts';

export const loader = handler(async ({ request, params, url, db, locale }) => {
  const again = url.searchParams.get('ponownie');
  // Only the author of a letter sees its words in a form again.
  const viewer = again === null ? await verifiedOrGuest(request) : await requireViewer(request);
  const now = new Date();
  const refiles = again !== null && /^\d{1,9}$/.test(again) ? Number(again) : null;
  const page = await startFiling(db, { slug: params.slug ?? '', refiles, viewer, locale, now });
  return { page, now, who: viewer && { name: viewer.displayName, organisation: organisationOf(viewer) } };
});

export const action = handler((context) => stepOnlineForm(context, context.params.slug ?? ''));

export const handle = { guestsWrite: true };

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  {
    title: `${translate(localeOfPath(location.pathname), 'register.new.title')}${data ? `. ${data.page.consultation.title}` : ''} – Paragraf`,
  },
];

export default function NewRemark() {
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const page = answered?.page ?? loaded.page;
  const { consultation } = page;
  const { slug } = consultation;
  const { who, now } = loaded;
  const back = (
    <a className="tap" href={to.draft(slug)}>
      {t('register.new.back')}
    </a>
  );
  return (
    <Page
      crumbs={[
        { label: consultation.title, to: to.consultation(slug), lang: 'pl' },
        { label: t('drafting.remarks'), to: to.remarks(slug) },
        { label: t('register.new.title') },
      ]}
    >
      <PageHead
        title={t(page.refiles === null ? 'register.new.title' : 'register.new.again')}
        lead={page.refiles === null ? t('register.new.lead') : t('register.new.again-lead', { number: page.refiles })}
      >
        <p className="facts">
          <span>
            <TermLine consultation={consultation} now={now} />
          </span>
        </p>
      </PageHead>
      <div className="beside">
        {consultation.stage === 'open' || answered ? (
          <FilingForm
            page={page}
            action={to.newRemark(slug)}
            errors={answered?.errors ?? {}}
            values={answered?.values}
            submit={t(who ? 'drafting.propose.file' : 'register.guest.send')}
            cancel={back}
          >
            <Signature who={who} office={page.office} here={to.newRemark(slug)} />
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
