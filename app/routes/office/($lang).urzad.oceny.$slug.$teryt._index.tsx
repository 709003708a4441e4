import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page-parts.tsx';
import { bodyLimits, readForm } from '#app/http/body.server.ts';
import { formFiles } from '#app/forms/form-files.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { answerOfficeForm } from '#app/monitoring/fieldwork/answer-office-form.server.ts';
import { getOfficePage } from '#app/monitoring/fieldwork/office-page.server.ts';
import { OfficeView, type OfficeFilter } from '#app/monitoring/fieldwork/office-view.tsx';

const place = (params: Record<string, string | undefined>) => ({ slug: params.slug ?? '', teryt: params.teryt ?? '' });

export const loader = handler(async ({ request, params, url, db, t }) => {
  const { slug, teryt } = place(params);
  const viewer = await requireOfficial(request, teryt);
  const filter: OfficeFilter =
    (['open', 'waiting', 'decided'] as const).find((each) => each === url.searchParams.get('stan')) ?? null;
  return {
    title: t('fieldwork.office.title'),
    asked: url.searchParams.get('pytanie'),
    filter,
    now: new Date().toISOString(),
    page: await getOfficePage(db, { viewer, slug, teryt }),
  };
});

export const action = handler(async ({ request, params, db, to, t, locale }) => {
  const { slug, teryt } = place(params);
  const viewer = await requireOfficial(request, teryt);
  const form = await readForm(request, bodyLimits.evidence);
  const door = { viewer, slug, teryt };
  const answer = await answerOfficeForm(db, { door, form, uploads: await formFiles(form) });
  if (answer.kind === 'sent' || answer.kind === 'saved')
    return seeOther(
      `${to.officeReply(slug, teryt)}?info=reply-${answer.kind}${answer.indicator ? `#${answer.indicator}` : ''}`,
    );
  if (answer.kind === 'received') return seeOther(`${to.officeReply(slug, teryt)}?info=reply-received`);
  if (answer.kind === 'refused')
    return data({ failure: answer.failure, problem: null, indicator: answer.indicator }, { status: answer.status });
  const { endsAt } = await getOfficePage(db, { viewer, slug, teryt });
  const until = formatDateTime(locale, new Date(endsAt));
  const problem =
    answer.code === 'late'
      ? t('fieldwork.office.late', { until, sentence: t('fieldwork.silence', { until }) })
      : t(`fieldwork.office.error.${answer.code}`);
  return data({ failure: answer.failure, problem, indicator: answer.indicator }, { status: 409 });
});

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.title ?? ''} – Paragraf` }];

export default function OfficeReplies() {
  const { title, asked, filter, now, page } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('nav.office'), to: to.office() },
        { label: t('fieldwork.office.list'), to: to.officeReplies() },
        { label: title },
      ]}
    >
      <OfficeView
        page={page}
        place={{
          address: (params) => to.officeReply(page.edition.slug, page.municipality.teryt, params),
          signature: null,
        }}
        asked={refusal?.indicator ?? asked}
        filter={filter}
        failure={refusal?.failure ?? null}
        problem={refusal?.problem ?? null}
        now={now}
      />
    </Page>
  );
}
