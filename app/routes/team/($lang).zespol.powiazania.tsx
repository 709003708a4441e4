import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Page } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm, type FormFailure } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { declareNoTies } from '#app/monitoring/fieldwork/declare-no-ties.server.ts';
import { declareTie } from '#app/monitoring/fieldwork/declare-tie.server.ts';
import { TIE_KINDS } from '#app/monitoring/fieldwork/ties.ts';
import { getTiesPage } from '#app/monitoring/fieldwork/ties-page.server.ts';
import { TiesView } from '#app/monitoring/fieldwork/ties-view.tsx';

const day = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2})?$/, 'error.date')
  .refine((text) => text === '' || !Number.isNaN(Date.parse(text)), 'error.date');
const schema = z.object({
  teryt: z.string().regex(/^\d{7}$/, 'fieldwork.ties.error.municipality'),
  kind: z.enum(['none', ...TIE_KINDS], 'error.choice'),
  words: z.string().trim().max(bounds.tieWords),
  since: day,
  until: day,
});

const wholeSchema = z.object({ edition: z.string().max(200), rest: z.coerce.number().int().min(1) });

export const loader = handler(async ({ request, url, db, t }) => {
  const viewer = await requireTeamMember(request);
  return {
    title: t('fieldwork.ties.title'),
    chosen: url.searchParams.get('gmina') ?? '',
    page: await getTiesPage(db, { viewer }),
  };
});

export const action = handler(async ({ request, db, to, t }) => {
  const viewer = await requireTeamMember(request);
  const sent = await readForm(request);
  if (sent.get('intent') === 'all') {
    const whole = parseForm(sent, wholeSchema);
    if (!whole.ok) return refused(whole.failure);
    const { edition: slug, rest } = whole.value;
    const all = await declareNoTies(db, { viewer, slug, rest });
    return all.ok
      ? seeOther(`${to.ties()}?info=tie-declared`)
      : refused({ values: whole.values, errors: {} }, t('fieldwork.ties.error.changed'), 409);
  }
  const form = parseForm(sent, schema);
  if (!form.ok) return refused(form.failure);
  const { since, until, ...said } = form.value;
  const result = await declareTie(db, { viewer, ...said, since: since || null, until: until || null });
  if (result.ok) return seeOther(`${to.ties()}?info=tie-declared`);
  const { code } = result.error;
  return refused(fieldFailure(form.values, code === 'dates' ? 'until' : 'words', `fieldwork.ties.error.${code}`));
});

function refused(failure: FormFailure, problem: string | null = null, status = 400) {
  return data({ failure, problem }, { status });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.title ?? ''} – Paragraf` }];

export default function Ties() {
  const { title, chosen, page } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('monitoring.desk'), to: to.team() }, { label: title }]}>
      <TiesView page={page} chosen={chosen} failure={refusal?.failure ?? null} problem={refusal?.problem ?? null} />
    </Page>
  );
}
