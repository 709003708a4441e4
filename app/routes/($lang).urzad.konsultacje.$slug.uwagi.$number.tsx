import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { decideRemark } from '#app/amendments/decide-remark.server.ts';
import { DeskHead } from '#app/amendments/desk-head.tsx';
import { loadDesk } from '#app/amendments/desk.server.ts';
import { wholeParam } from '#app/amendments/params.ts';
import { QueueFilters, QueueTable } from '#app/amendments/queue.tsx';
import { RulingForm, Rivals } from '#app/amendments/ruling-form.tsx';
import { complaintOf, readFinals } from '#app/amendments/ruling-input.ts';
import { Matter, TooLate } from '#app/amendments/ruling-matter.tsx';
import { checkRuling, loadRulingPage, type EffectsView } from '#app/amendments/ruling-page.server.ts';
import { rulingSchema } from '#app/amendments/schema.ts';
import { Notice, Page } from '#app/components/page-parts.tsx';
import { AppError } from '#app/errors/app-error.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm, type FormFailure } from '#app/http/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';

export const loader = handler(async ({ request, params, db, locale }) => {
  const viewer = await requireOfficial(request);
  const [slug, number] = [params.slug ?? '', wholeParam(params.number)];
  const page = await loadRulingPage(db, { viewer, slug, number, locale });
  const desk = await loadDesk(db, { viewer, slug, filter: page.remark.state === 'open' ? 'waiting' : 'all' });
  return { page, desk };
});

type Answer = { failure: FormFailure; trouble: 'moved' | 'late' | null; effects: EffectsView | null };
const answer = (parts: Partial<Answer> & { failure: FormFailure }, status: number) => data<Answer>({ trouble: null, effects: null, ...parts }, { status });

export const action = handler(async ({ request, params, db, locale, to }) => {
  const viewer = await requireOfficial(request);
  const [slug, number] = [params.slug ?? '', wholeParam(params.number)];
  const body = await readForm(request);
  const form = parseForm(body, rulingSchema);
  if (!form.ok) return answer({ failure: form.failure }, 400);
  const { decision, reason, version, revision } = form.value;
  const { finals, errors } = readFinals(form.values);
  const failure: FormFailure = { values: form.values, errors };
  if (Object.keys(errors).length > 0) return answer({ failure }, 400);
  if (body.get('intent') === 'preview') {
    const refusal = await checkRuling(db, { viewer, slug, number, decision, finals });
    if (refusal) return answer({ failure: failureOf(form.values, complaintOf(refusal)) }, 400);
    const { effects } = await loadRulingPage(db, { viewer, slug, number, locale, asked: { decision, finals } });
    return answer({ failure, effects }, 200);
  }
  if (body.get('intent') !== 'decide') throw new AppError('bad-request', 'unknown intent');
  const decided = await decideRemark(db, { viewer, slug, number, decision, reason, finals, againstVersion: version, remarkRevision: revision });
  if (decided.ok) return seeOther(`${to.remark(slug, number)}?info=remark-decided`);
  if (decided.error.code === 'moved') return answer({ failure, trouble: 'moved' }, 409);
  if (decided.error.code === 'decided' || decided.error.code === 'withdrawn') return answer({ failure, trouble: 'late' }, 409);
  return answer({ failure: failureOf(form.values, complaintOf(decided.error)) }, 400);
});

const failureOf = (values: FormFailure['values'], complaint: ReturnType<typeof complaintOf>) => fieldFailure(values, complaint.field, complaint.key);

export const meta: MetaFunction<typeof loader> = ({ data: loaded, location }) => [
  { title: `${loaded ? `${loaded.page.remark.number}. ` : ''}${translate(localeOfPath(location.pathname), 'drafting.desk')} – Paragraf` }, { name: 'robots', content: 'noindex' },
];

/** Rows of the list kept beside the matter: enough around it to see where one is. */
const neighbours = 12;

export default function Ruling() {
  const { page, desk } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const at = desk.rows.findIndex(({ number }) => number === page.remark.number);
  const next = desk.rows.slice(at + 1).find(({ state }) => state === 'open');
  const isOpen = page.remark.state === 'open';
  return (
    <Page>
      <DeskHead desk={desk} />
      <div className="desk desk--matter">
        <section className="queue" aria-labelledby="h-q">
          <h2 className="size-4 mb-2" id="h-q">{t('drafting.desk.queue')}</h2>
          <QueueFilters desk={desk} />
          <QueueTable desk={desk} rows={desk.rows.slice(Math.max(0, at - neighbours), at + neighbours + 1)} picked={page.remark.number} />
        </section>
        <div className="matter">
          {answered?.trouble === 'moved' && isOpen ? <Notice warn><h2 className="size-4">{t('drafting.ruling.moved-title')}</h2><p>{t('drafting.ruling.moved-text')}</p><p><a href={to.versions(page.slug)}>{t('drafting.ruling.moved-versions')}</a></p></Notice> : null}
          <Matter page={page} />
          <Rivals page={page} />
          {isOpen ? (
            <RulingForm page={page} effects={answered?.effects ?? page.effects} wasAsked={Boolean(answered?.effects)} action={to.ruling(page.slug, page.remark.number)} failure={answered?.failure} />
          ) : <TooLate page={page} failure={answered?.failure} />}
          <p className="actions">
            {next ? <a className="tap" href={to.ruling(page.slug, next.number)}>{t('drafting.ruling.next', { number: next.number })}</a> : null}
            <a className="tap" href={to.desk(page.slug)}>{t('drafting.ruling.back')}</a>
          </p>
        </div>
      </div>
    </Page>
  );
}
