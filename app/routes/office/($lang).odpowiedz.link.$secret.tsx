import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { gone } from '#app/http/sign-in.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { requireLimit } from '#app/limits/take-limit.server.ts';
import { answerOfficeForm } from '#app/monitoring/fieldwork/answer-office-form.server.ts';
import { getOfficePage } from '#app/monitoring/fieldwork/office-page.server.ts';
import { OfficeView, type OfficeFilter } from '#app/monitoring/fieldwork/office-view.tsx';
import { ReplyLinkDoorView } from '#app/monitoring/fieldwork/reply-link-door.tsx';
import { inspectReplyLink, lastSignature } from '#app/monitoring/fieldwork/inspect-reply-link.server.ts';
import { openReplyLink } from '#app/monitoring/fieldwork/open-reply-link.server.ts';

export const loader = handler(async ({ params, url, db, t }) => {
  const secret = params.secret ?? '';
  const door = await inspectReplyLink(db, { secret });
  const title = t('fieldwork.office.title');
  if (!door) return gone({ kind: 'gone' as const, title });
  if (!door.isOpened) return { kind: 'closed' as const, title, door };
  const filter: OfficeFilter =
    (['open', 'waiting', 'decided'] as const).find((each) => each === url.searchParams.get('stan')) ?? null;
  return {
    kind: 'open' as const,
    title,
    secret,
    asked: url.searchParams.get('pytanie'),
    filter,
    now: new Date().toISOString(),
    signature: await lastSignature(db, { secret }),
    page: await getOfficePage(db, { secret }),
  };
});

export const action = handler(async ({ request, params, db, to, t }) => {
  const secret = params.secret ?? '';
  const form = await readForm(request);
  const here = to.replyLink(secret);
  if (form.get('intent') === 'open') {
    await openReplyLink(db, { secret });
    // The page itself says that the link is over.
    return seeOther(here);
  }
  await requireLimit(db, 'reply-by-link', { target: secret });
  if (!(await inspectReplyLink(db, { secret }))?.isOpened) return seeOther(here);
  const answer = await answerOfficeForm(db, { door: { secret }, form, uploads: [] });
  if (answer.kind === 'sent' || answer.kind === 'saved')
    return seeOther(`${here}?info=reply-${answer.kind}${answer.indicator ? `#${answer.indicator}` : ''}`);
  if (answer.kind === 'received' || (answer.kind === 'closed' && answer.code === 'late')) return seeOther(here);
  if (answer.kind === 'refused')
    return data({ failure: answer.failure, problem: null, indicator: answer.indicator }, { status: answer.status });
  const problem = answer.code === 'late' ? '' : t(`fieldwork.office.error.${answer.code}`);
  return data({ failure: answer.failure, problem, indicator: answer.indicator }, { status: 409 });
});

export const handle = { guestsWrite: true };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title ?? ''} – Paragraf` },
  { name: 'robots', content: 'noindex' },
];

/** The reply of an office by the link of its letter, without an account. */
export default function ReplyByLink() {
  const loaded = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  if (loaded.kind === 'gone')
    return (
      <Page>
        <PageHead title={t('fieldwork.link.gone')} lead={t('fieldwork.link.gone.lead')} />
      </Page>
    );
  if (loaded.kind === 'closed')
    return (
      <Page>
        <ReplyLinkDoorView door={loaded.door} />
      </Page>
    );
  const { secret, page, signature, asked, filter, now } = loaded;
  return (
    <Page>
      <OfficeView
        page={page}
        place={{
          address: (params) => to.replyLink(secret, params),
          file: (hash) => to.replyLinkFile(secret, hash),
          signature,
        }}
        asked={refusal?.indicator ?? (refusal ? null : asked)}
        filter={filter}
        failure={refusal?.failure ?? null}
        problem={refusal?.problem ?? null}
        now={now}
      />
    </Page>
  );
}
