import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { loadBasketPage } from '#app/drafting/rulings/basket-page.server.ts';
import {
  BasketEffect,
  BasketMovedNotice,
  BasketProblems,
  BasketTable,
  ReleaseForm,
} from '#app/drafting/rulings/basket-parts.tsx';
import { moveInBasket, takeOutOfBasket } from '#app/drafting/rulings/change-basket.server.ts';
import { basketDraftSchema, releaseSchema, seenRevisions } from '#app/drafting/rulings/deciding-schema.ts';
import { DeskHead } from '#app/drafting/rulings/desk-head.tsx';
import { releaseBasket, type BasketMoved } from '#app/drafting/rulings/release-basket.server.ts';
import { reviewKeys } from '#app/drafting/rulings/review-keys.ts';
import { Notice, Page } from '#app/components/page-parts.tsx';
import { AppError } from '#app/errors/app-error.ts';
import { parseForm } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate, type MessageKey } from '#app/i18n/translate.ts';

export const loader = handler(async ({ request, params, db, locale }) => {
  const viewer = await requireOfficial(request);
  return { page: await loadBasketPage(db, { viewer, slug: params.slug ?? '', locale }) };
});

/** Why nothing was done; the page below it shows what stands there now. */
type Answer = { moved?: BasketMoved; refused?: MessageKey };

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const form = await readForm(request);
  const intent = form.get('intent');
  const back = (info: string) => seeOther(`${to.basket(slug)}?info=${info}`);
  if (intent === 'release') {
    const parsed = parseForm(form, releaseSchema);
    if (!parsed.ok) throw new AppError('bad-request', 'no page was named');
    const seen = [...seenRevisions(parsed.value.basket.split(','))].map(([number, revision]) => ({ number, revision }));
    const done = await releaseBasket(db, { viewer, slug, againstVersion: parsed.value.version, seen });
    if (done.ok) return back('rulings-released');
    return data<Answer>(done.error.code === 'moved' ? { moved: done.error.moved } : { refused: 'basket.refused' }, {
      status: 409,
    });
  }
  if (intent !== 'take-out' && intent !== 'move') throw new AppError('bad-request', 'unknown intent');
  const parsed = parseForm(form, basketDraftSchema);
  if (!parsed.ok) throw new AppError('bad-request', 'no draft was named');
  const { draft: draftId, draftRevision, before, beforeRevision } = parsed.value;
  const named = { viewer, slug, draftId, draftRevision };
  const done =
    intent === 'take-out'
      ? await takeOutOfBasket(db, named)
      : await moveInBasket(db, { ...named, before: { draftId: before, draftRevision: beforeRevision } });
  if (done.ok) return back(intent === 'take-out' ? 'taken-out-of-basket' : 'basket-reordered');
  return data<Answer>({ refused: reviewKeys(done.error) }, { status: 409 });
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded, location }) => [
  {
    title: `${translate(localeOfPath(location.pathname), 'basket.title')}${loaded ? `: ${loaded.page.desk.consultation.title}` : ''} – Paragraf`,
  },
  { name: 'robots', content: 'noindex' },
];

export default function BasketOfRulings() {
  const { page } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  return (
    <Page>
      <DeskHead desk={page.desk} here="basket" />
      <div className="matter">
        <h2>{t('basket.title')}</h2>
        <p>{t('basket.lead')}</p>
        {answered?.moved ? <BasketMovedNotice moved={answered.moved} slug={page.desk.consultation.slug} /> : null}
        {answered?.refused ? (
          <Notice warn>
            <p>{t(answered.refused)}</p>
          </Notice>
        ) : null}
        {page.rows.length > 0 ? (
          <>
            <BasketProblems page={page} />
            <BasketEffect page={page} />
            <ReleaseForm page={page} />
          </>
        ) : null}
        <BasketTable page={page} />
      </div>
    </Page>
  );
}
