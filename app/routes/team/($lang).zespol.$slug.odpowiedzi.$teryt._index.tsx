import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Page } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, refuseForNow, seeOther } from '#app/http/responses.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Paths } from '#app/i18n/paths.ts';
import type { Translate } from '#app/i18n/translate.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { NOTICE_WAYS } from '#app/monitoring/cards/asking.ts';
import { getNoticePage } from '#app/monitoring/fieldwork/notice-page.server.ts';
import { NoticeView } from '#app/monitoring/fieldwork/notice-view.tsx';
import { revokeReplyLink, sendReplyLink } from '#app/monitoring/fieldwork/send-reply-link.server.ts';
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

export const action = handler(async ({ request, params, db, to, t }) => {
  const viewer = await requireTeamMember(request);
  const sent = await readForm(request);
  if (String(sent.get('intent') ?? '').startsWith('link-')) return answerLinkForm(sent, { db, viewer, params, to, t });
  const form = parseForm(sent, schema);
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

const linkSchema = z.object({
  intent: z.enum(['link-mail', 'link-print', 'link-revoke']),
  held: z.string().max(40),
  email: z.union([z.literal(''), z.email('error.email').max(bounds.email)]).default(''),
});

type Asked = { db: Db; viewer: Viewer; params: Record<string, string | undefined>; to: Paths; t: Translate };

async function answerLinkForm(sent: FormData, { db, viewer, params, to, t }: Asked) {
  const form = parseForm(sent, linkSchema);
  if (!form.ok) return refuse(form.failure);
  const { intent, held, email } = form.value;
  const of = { viewer, ...place(params), seen: held };
  const here = to.replyNotice(of.slug, of.teryt);
  const said = (key: 'conflict' | 'published' | 'late') =>
    data({ failure: { values: form.values, errors: {} }, problem: t(`fieldwork.link.error.${key}`) }, { status: 409 });
  if (intent === 'link-revoke') {
    const result = await revokeReplyLink(db, of);
    return result.ok ? seeOther(`${here}?info=reply-link-revoked#link`) : said(result.error.code);
  }
  if (intent === 'link-mail' && email === '') return refuse(fieldFailure(form.values, 'email', 'error.required'));
  const result = await sendReplyLink(db, { ...of, email: intent === 'link-mail' ? email : '' });
  if (!result.ok)
    return result.error.code === 'too-many'
      ? refuseForNow(form.values, 'email', result.error.seconds)
      : said(result.error.code);
  // Told in this answer alone: nothing keeps the address of a letter that is printed.
  return result.value.address
    ? data({ failure: null, printed: result.value.address }, { headers: { 'Cache-Control': 'no-store' } })
    : seeOther(`${here}?info=reply-link-sent#link`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title}: ${data.page.municipality.name} – Paragraf` : 'Paragraf' },
];

export default function ReplyNotice() {
  const { title, page } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const failure = refusal?.failure ?? null;
  const isOfLink = failure?.values.held !== undefined;
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
      <NoticeView
        page={page}
        failure={isOfLink ? null : failure}
        link={{
          failure: isOfLink ? failure : null,
          problem: refusal && 'problem' in refusal ? refusal.problem : null,
          printed: refusal && 'printed' in refusal ? refusal.printed : null,
        }}
      />
    </Page>
  );
}
