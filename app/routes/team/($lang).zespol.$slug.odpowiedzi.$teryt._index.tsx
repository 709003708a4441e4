import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Page } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { NOTICE_WAYS } from '#app/monitoring/cards/asking.ts';
import { getNoticePage } from '#app/monitoring/fieldwork/notice-page.server.ts';
import { NoticeView } from '#app/monitoring/fieldwork/notice-view.tsx';
import { recordNotice, type RecordNoticeError } from '#app/monitoring/fieldwork/record-notice.server.ts';

const place = (params: Record<string, string | undefined>) => ({ slug: params.slug ?? '', teryt: params.teryt ?? '' });

export const loader = handler(async ({ request, params, db, t }) => {
  const viewer = await requireTeamMember(request);
  return { title: t('fieldwork.notice.title'), page: await getNoticePage(db, { viewer, ...place(params) }) };
});

const schema = z.object({
  seen: z.string().max(40),
  way: z.enum(NOTICE_WAYS, 'error.choice'),
  to: z.string().max(bounds.noticeTo),
  number: z.string().max(bounds.noticeNumber),
  sentOn: z.string().max(10),
  deliveredOn: z.string().max(10),
  proof: z.string().max(bounds.noticeProof),
});

const fields: Record<RecordNoticeError, string> = {
  published: 'way',
  conflict: 'way',
  'to-missing': 'to',
  'number-missing': 'number',
  'sent-day': 'sentOn',
  'sent-early': 'sentOn',
  'day-ahead': 'sentOn',
  'delivered-day': 'deliveredOn',
  'delivered-early': 'deliveredOn',
  'delivered-late': 'deliveredOn',
  'proof-missing': 'proof',
};

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireTeamMember(request);
  const form = parseForm(await readForm(request), schema);
  if (!form.ok) return refuse(form.failure);
  const result = await recordNotice(db, { viewer, ...place(params), ...form.value });
  if (result.ok) return seeOther(`${to.replyDesk(place(params).slug)}?info=reply-notice`);
  const { code } = result.error;
  // The page shows the newer entry; the next one is made against it.
  const kept = code === 'conflict' ? { ...form.values, seen: [] } : form.values;
  return refuse(
    fieldFailure(kept, fields[code], `fieldwork.notice.error.${code}`),
    code === 'conflict' || code === 'published' ? 409 : 400,
  );
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title}: ${data.page.municipality.name} – Paragraf` : 'Paragraf' },
];

export default function ReplyNotice() {
  const { title, page } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('monitoring.desk'), to: to.team() },
        { label: t('fieldwork.replies.title'), to: to.replyDesk(page.slug) },
        { label: `${page.municipality.name}: ${title}` },
      ]}
    >
      <NoticeView page={page} failure={refusal?.failure ?? null} />
    </Page>
  );
}
