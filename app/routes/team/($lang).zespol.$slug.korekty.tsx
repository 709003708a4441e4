import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { editionTitle } from '#app/monitoring/cards/edition-title.ts';
import { Page } from '#app/components/page-parts.tsx';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { localeOfPath } from '#app/i18n/locale.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { rowErrors } from '#app/monitoring/fieldwork/coding-input.ts';
import { evidenceRows, isEmptyRow, toStateAndLevel } from '#app/monitoring/fieldwork/coding-input.ts';
import { proposeCorrection } from '#app/monitoring/publication/changes/propose-change.server.ts';
import { correctionSchema, refusedField } from '#app/monitoring/publication/correction-input.ts';
import { getCorrectionPage } from '#app/monitoring/publication/correction-page.server.ts';
import { CorrectionsView } from '#app/monitoring/pages/corrections-view.tsx';

const chosen = (url: URL) => ({ teryt: url.searchParams.get('gmina'), indicator: url.searchParams.get('wskaznik') });

export const loader = handler(async ({ request, params, url, db, t }) => {
  const viewer = await requireTeamMember(request);
  return {
    title: t('publication.correct'),
    page: await getCorrectionPage(db, { viewer, slug: params.slug ?? '', ...chosen(url) }),
  };
});

export const action = handler(async ({ request, params, url, db, to }) => {
  const viewer = await requireTeamMember(request);
  const slug = params.slug ?? '';
  const { teryt, indicator } = chosen(url);
  const parsed = parseForm(await readForm(request), correctionSchema);
  const values = parsed.ok ? parsed.values : parsed.failure.values;
  const rows = evidenceRows(values);
  const complaints = rowErrors(rows);
  if (!parsed.ok || Object.keys(complaints).length > 0)
    return data(
      { failure: { values, errors: { ...(parsed.ok ? {} : parsed.failure.errors), ...complaints } }, problem: null },
      { status: 400 },
    );
  const { issue, answer, requestedOn, note, reason } = parsed.value;
  const result = await proposeCorrection(db, {
    viewer,
    slug,
    teryt: teryt ?? '',
    indicator: indicator ?? '',
    ...toStateAndLevel(answer),
    requestedOn: requestedOn || null,
    note,
    reason,
    againstIssue: issue,
    evidence: rows.filter((row) => !isEmptyRow(row)),
  });
  if (result.ok) return seeOther(`${to.changes(slug)}?info=change-proposed#zmiana-${result.id}`);
  const { code } = result.error;
  if (
    code === 'not-public' ||
    code === 'conflict' ||
    code === 'tie' ||
    code === 'withdrawn' ||
    code === 'too-many-waiting' ||
    code === 'waiting-already'
  )
    return data({ failure: { values: parsed.values, errors: {} }, problem: code }, { status: 409 });
  const [field, key] = refusedField[code];
  return data({ failure: fieldFailure(parsed.values, field, key), problem: null }, { status: 400 });
});

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  {
    title: data
      ? `${data.title}. ${editionTitle(localeOfPath(location.pathname), data.page.desk)} – Paragraf`
      : 'Paragraf',
  },
];

export default function Corrections() {
  const { title, page } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const locale = useLocale();
  const t = useT();
  const to = usePaths();
  const { desk } = page;
  return (
    <Page
      crumbs={[
        { label: t('monitoring.desk'), to: to.team() },
        { label: editionTitle(locale, desk), to: to.publishEdition(desk.slug) },
        { label: title },
      ]}
    >
      <p className="actions">
        <a className="tap" href={to.coveredInEdition(desk.slug)}>
          {t('redaction.list.nav')}
        </a>
      </p>
      <CorrectionsView page={page} failure={refusal?.failure ?? null} problem={refusal?.problem ?? null} />
    </Page>
  );
}
