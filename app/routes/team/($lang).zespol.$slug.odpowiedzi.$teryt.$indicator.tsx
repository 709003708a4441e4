import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Page } from '#app/components/page-parts.tsx';
import { notFound } from '#app/errors/app-error.ts';
import { bounds } from '#app/forms/bounds.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { toStateAndLevel } from '#app/monitoring/fieldwork/coding-input.ts';
import { findBarred } from '#app/monitoring/fieldwork/barred-page.server.ts';
import { BarredView } from '#app/monitoring/fieldwork/barred-view.tsx';
import { decideReply } from '#app/monitoring/fieldwork/decide-reply.server.ts';
import { decisionComplaint } from '#app/monitoring/fieldwork/decision-complaint.ts';
import { getReplyMatter } from '#app/monitoring/fieldwork/reply-desk.server.ts';
import { ReplyMatterView } from '#app/monitoring/fieldwork/reply-matter-view.tsx';

const place = (params: Record<string, string | undefined>) => ({
  slug: params.slug ?? '',
  teryt: params.teryt ?? '',
  indicator: params.indicator ?? '',
});

export const loader = handler(async ({ request, params, db, t }) => {
  const viewer = await requireTeamMember(request);
  const matter = await getReplyMatter(db, { viewer, ...place(params) });
  if (matter !== 'barred')
    return data({
      title: t('fieldwork.decide.title', { code: matter.indicator.id, name: matter.municipality.name }),
      slug: matter.edition.slug,
      barred: null,
      matter,
    });
  const found = await findBarred(db, { viewer, ...place(params) });
  if (!found) throw notFound('the tie ended meanwhile');
  return data(
    { title: found.barred.municipality.name, slug: found.edition.slug, barred: found.barred, matter: null },
    { status: 403 },
  );
});

const schema = z.object({
  replyId: z.uuid(),
  answer: z
    .string('fieldwork.adjudication.error.answer')
    .regex(/^(-?\d+|withheld|not_applicable|not_assessed)$/, 'fieldwork.adjudication.error.answer'),
  reason: z.string().trim().max(bounds.codingReason),
});

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireTeamMember(request);
  const form = parseForm(await readForm(request), schema);
  if (!form.ok) return refuse(form.failure);
  const { replyId, answer, reason } = form.value;
  const result = await decideReply(db, { viewer, ...place(params), replyId, reason, ...toStateAndLevel(answer) });
  if (result.ok) return seeOther(`${to.replyDesk(place(params).slug)}?info=reply-decided`);
  const { code } = result.error;
  return refuse(
    fieldFailure(form.values, ...decisionComplaint(code, 'fieldwork.decide.error')),
    code === 'conflict' || code === 'decided' || code === 'published' ? 409 : 400,
  );
});

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.title ?? ''} – Paragraf` }];

export default function Decide() {
  const { title, slug, barred, matter } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('monitoring.desk'), to: to.team() },
        { label: t('fieldwork.replies.title'), to: to.replyDesk(slug) },
        { label: title },
      ]}
    >
      {barred ? <BarredView barred={barred} /> : null}
      {matter ? <ReplyMatterView matter={matter} failure={refusal?.failure ?? null} /> : null}
    </Page>
  );
}
