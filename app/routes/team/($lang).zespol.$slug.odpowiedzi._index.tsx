import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { editionTitle } from '#app/monitoring/cards/edition-title.ts';
import { Page } from '#app/components/page-parts.tsx';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm, type FormFailure } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { localeOfPath } from '#app/i18n/locale.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { warsawEnd } from '#app/i18n/dates.ts';
import { openReplyRound } from '#app/monitoring/fieldwork/open-reply-round.server.ts';
import { getReplyDesk } from '#app/monitoring/fieldwork/reply-desk.server.ts';
import { ReplyDeskView } from '#app/monitoring/fieldwork/reply-desk-view.tsx';

export const loader = handler(async ({ request, params, db, t }) => {
  const viewer = await requireTeamMember(request);
  return { title: t('fieldwork.replies.title'), desk: await getReplyDesk(db, { viewer, slug: params.slug ?? '' }) };
});

const schema = z.object({
  teryt: z.array(z.string().regex(/^\d{7}$/)).min(1, 'fieldwork.replies.error.nothing-chosen'),
  day: z.string(),
  time: z.string(),
});

export const action = handler(async ({ request, params, db, to, t }) => {
  const viewer = await requireTeamMember(request);
  const slug = params.slug ?? '';
  const form = parseForm(await readForm(request), schema);
  if (!form.ok) return refused(form.failure, null, 400);
  const endsAt = warsawEnd(form.value.day, form.value.time);
  if (!endsAt) return refused(fieldFailure(form.values, 'day', 'fieldwork.replies.error.when'), null, 400);
  const result = await openReplyRound(db, { viewer, slug, teryts: form.value.teryt, endsAt });
  if (result.ok) return seeOther(`${to.replyDesk(slug)}?info=round-opened`);
  const { error } = result;
  if (error.code === 'too-soon')
    return refused(fieldFailure(form.values, 'day', 'fieldwork.replies.error.too-soon'), null, 400);
  if (!('teryts' in error))
    return refused(fieldFailure(form.values, 'teryt', `fieldwork.replies.error.${error.code}`), null, 400);
  const { rest, rounds } = await getReplyDesk(db, { viewer, slug });
  const names = [
    ...rest.map((row) => [row.teryt, row.name] as const),
    ...rounds.map((row) => [row.teryt, row.municipality] as const),
  ]
    .filter(([teryt]) => error.teryts.includes(teryt))
    .map(([, name]) => name);
  return refused(
    { values: form.values, errors: {} },
    t(`fieldwork.replies.error.${error.code}`, { names: names.join(', ') }),
    409,
  );
});

function refused(failure: FormFailure, problem: string | null, status: number) {
  return data({ failure, problem }, { status });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  {
    title: data
      ? `${data.title}. ${editionTitle(localeOfPath(location.pathname), data.desk.edition)} – Paragraf`
      : 'Paragraf',
  },
];

export default function ReplyDesk() {
  const { title, desk } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const locale = useLocale();
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('monitoring.desk'), to: to.team() },
        { label: editionTitle(locale, desk.edition), to: to.teamEdition(desk.edition.slug) },
        { label: title },
      ]}
    >
      <ReplyDeskView desk={desk} failure={refusal?.failure ?? null} problem={refusal?.problem ?? null} />
    </Page>
  );
}
