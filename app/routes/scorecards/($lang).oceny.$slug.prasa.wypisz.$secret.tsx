import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page-parts.tsx';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { gone } from '#app/http/sign-in.server.ts';
import { findPressLeaver, leavePress } from '#app/monitoring/press/leave-press.server.ts';
import { PressLinkView } from '#app/monitoring/press/press-views.tsx';

/** Looking changes nothing: programs that read mail open links. */
export const loader = handler(async ({ db, params, t }) => {
  const [slug, secret] = [params.slug ?? '', params.secret ?? ''];
  const title = t('publication.press');
  const link = await findPressLeaver(db, { slug, secret });
  return link
    ? { state: link.isGone ? ('done' as const) : ('ask' as const), email: link.email, slug, title }
    : gone({ state: 'gone' as const, email: '', slug, title });
});

/** The page itself says what became of the link; a mail program that asked by a header of the letter follows no other address. */
export const action = handler(async ({ request, db, params, to }) => {
  const [slug, secret] = [params.slug ?? '', params.secret ?? ''];
  // Those programs send this form, browsers an empty one.
  const isOneClick = (await readForm(request)).get('List-Unsubscribe') === 'One-Click';
  await leavePress(db, { slug, secret });
  return isOneClick ? null : seeOther(to.pressLeave(slug, secret));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ''} – Paragraf` },
  { name: 'robots', content: 'noindex' },
];

export default function PressLink() {
  const { state, email, slug } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PressLinkView kind="leave" state={state} email={email} slug={slug} />
    </Page>
  );
}
