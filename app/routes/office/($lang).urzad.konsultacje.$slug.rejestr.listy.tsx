import { Polish } from '#app/components/polish.tsx';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Form, Submit, SubmitRow, TextField } from '#app/components/form.tsx';
import { askedLetters } from '#app/drafting/register/asked-letters.ts';
import {
  loadLettersToPrint,
  type LettersToPrint,
  type PrintedLetter,
} from '#app/drafting/register/letters-to-print.server.ts';
import { OfficeRegisterHead } from '#app/drafting/register/office-frame.tsx';
import { markPosted } from '#app/drafting/told/mark-posted.server.ts';
import { ToldLine } from '#app/drafting/told/told-line.tsx';
import { Empty, Notice, Page } from '#app/components/page-parts.tsx';
import { stateKeys } from '#app/drafting/state/remark-state.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { dayOf, formatDate } from '#app/i18n/dates.ts';
import { pageTitle } from '#app/people/page-title.ts';

export const loader = handler(async ({ request, params, url, db }) => {
  const viewer = await requireOfficial(request);
  return {
    list: await loadLettersToPrint(db, { viewer, slug: params.slug ?? '', ...askedLetters(url) }),
    isPosted: askedLetters(url).posted,
    today: dayOf(new Date()),
  };
});

const day = /^\d{4}-\d{2}-\d{2}$/;
const markSchema = z.object({ on: z.string().regex(day, 'error.date') });

export const action = handler(async ({ request, params, url, db, to }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const { name } = askedLetters(url);
  const body = await readForm(request);
  const form = parseForm(body, markSchema);
  if (!form.ok) return refuse(form.failure);
  const letters = new Map(
    body.getAll('nr').flatMap((each) => {
      const [, number, print] = /^(\d{1,9}) (.{1,80})$/.exec(String(each)) ?? [];
      return number && print ? [[Number(number), print] as const] : [];
    }),
  );
  const done = await markPosted(db, { viewer, slug, name, on: form.value.on, letters, now: new Date() });
  if (done.ok) return seeOther(to.lettersToPrint(slug, { o: name, info: 'letters-posted' }));
  const { code } = done.error;
  return refuse(
    fieldFailure(form.values, code === 'none' || code === 'moved' ? 'nr' : 'on', `told.error.${code}`),
    code === 'moved' ? 409 : 400,
  );
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'register.office.letters');

export default function LettersPage() {
  const { list, isPosted, today } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const here = { o: list.name, ...(isPosted ? { wyslane: 1 } : {}) };
  const sheets = (
    <div className="letter-sheets">
      {list.letters.map((letter) => (
        <Letter key={letter.number} letter={letter} list={list} />
      ))}
    </div>
  );
  return (
    <Page>
      <div className="no-print">
        <OfficeRegisterHead
          slug={list.slug}
          view="letters"
          title={t('register.office.letters')}
          lead={t('register.office.letters-lead')}
        />
        <nav aria-label={t('told.about')}>
          <ul className="filters">
            {list.names.map((name) => (
              <li key={name}>
                <a
                  href={to.lettersToPrint(list.slug, { o: name })}
                  aria-current={name === list.name ? 'true' : undefined}
                >
                  {t(`told.about.${name}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <ToldLine told={list.told} lettersTo={to.lettersToPrint(list.slug, { o: list.name })} />
        <nav aria-label={t('told.which')}>
          <ul className="filters">
            <li>
              <a href={to.lettersToPrint(list.slug, { o: list.name })} aria-current={isPosted ? undefined : 'true'}>
                {t('told.to-post', { count: list.counts.toPost })}
              </a>
            </li>
            <li>
              <a
                href={to.lettersToPrint(list.slug, { o: list.name, wyslane: 1 })}
                aria-current={isPosted ? 'true' : undefined}
              >
                {t('told.were-posted', { count: list.counts.posted })}
              </a>
            </li>
          </ul>
        </nav>
        {list.letters.length > 0 ? (
          <p>
            <a className="tap" href={to.lettersPdf(list.slug, { ...here, strona: list.page })}>
              {t('told.pdf')}
            </a>
          </p>
        ) : null}
      </div>
      {list.letters.length === 0 ? (
        <Empty>
          <p>{t('register.office.letters-none')}</p>
        </Empty>
      ) : isPosted ? (
        sheets
      ) : (
        <Form failure={answered?.failure} className="stack stack--wide">
          {answered?.failure.errors.nr ? (
            <div className="no-print">
              <Notice warn>
                <p>{answered.failure.errors.nr[0] ?? ''}</p>
              </Notice>
            </div>
          ) : null}
          {sheets}
          <div className="stack stack--2 no-print">
            <p className="hint">{t('told.mark-hint')}</p>
            <TextField name="on" type="date" label={t('told.on')} defaultValue={today} short />
            <SubmitRow>
              <Submit name="intent" value="posted">
                {t('told.mark-go')}
              </Submit>
            </SubmitRow>
          </div>
        </Form>
      )}
      {list.pages > 1 ? (
        <p className="by py-3 no-print">
          {t('list.page', { page: list.page, pages: list.pages })}{' '}
          {list.page > 1 ? (
            <a className="tap" href={to.lettersToPrint(list.slug, { ...here, strona: list.page - 1 })}>
              {t('list.previous')}
            </a>
          ) : null}{' '}
          {list.page < list.pages ? (
            <a className="tap" href={to.lettersToPrint(list.slug, { ...here, strona: list.page + 1 })}>
              {t('list.next')}
            </a>
          ) : null}
        </p>
      ) : null}
    </Page>
  );
}

/** One letter with the rulings on its points, on a sheet of its own when printed. */
function Letter({ letter, list }: { letter: PrintedLetter; list: LettersToPrint }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <article className="receipt letter" aria-labelledby={`l-${letter.number}`}>
      <p>
        {list.municipality}
        {letter.caseSign ? (
          <>
            <br />
            {t('register.office.case-sign')}: {letter.caseSign}
          </>
        ) : null}
      </p>
      <p>
        {letter.organisation ?? (letter.authorName || t('register.unsigned'))}
        {letter.contactAddress ? (
          <>
            <br />
            {letter.contactAddress}
          </>
        ) : (
          <>
            <br />
            <span className="no-print">
              {letter.contactPhone
                ? t('register.office.to-call', { phone: letter.contactPhone })
                : t('register.office.no-address')}
            </span>
          </>
        )}
      </p>
      <h2 className="size-5" id={`l-${letter.number}`}>
        {list.notice?.subject ?? t('register.print.title', { number: letter.number })}
      </h2>
      {list.notice ? (
        <p className="pre">{list.notice.body}</p>
      ) : (
        <p>{t('register.print.lead', { title: list.title, at: formatDate(locale, letter.receivedAt) })}</p>
      )}
      {letter.points.map((point) => (
        <section key={point.number} className="stack stack--2">
          <h3 className="size-4">
            {t('drafting.kind.remark', { number: point.number })}: {point.decisionWords ?? t(stateKeys[point.decision])}
          </h3>
          {point.place ? <p>{point.place}</p> : null}
          <p className="law">
            <Polish>{point.reason}</Polish>
          </p>
          <p className="by">
            {formatDate(locale, point.madeAt)}, {point.madeByName}.{' '}
            {point.resultVersion === null
              ? t('drafting.remark.no-effect')
              : t('drafting.mail.ruling.version', { version: point.resultVersion })}
          </p>
        </section>
      ))}
      {letter.waiting > 0 ? <p className="note">{t('register.print.waiting', { count: letter.waiting })}</p> : null}
      <div className="print-only">
        <p className="stamp"></p>
        <p>{t('register.receipt.signature')}</p>
      </div>
      <div className="no-print">
        <p>
          <a className="tap" href={to.filing(list.slug, letter.number)}>
            {t('register.letter', { number: letter.number })}
          </a>
        </p>
        {letter.posted ? (
          <p className="by">
            {t('told.posted-on', { on: formatDate(locale, new Date(letter.posted.on)), by: letter.posted.by })}
          </p>
        ) : (
          <label className="choice">
            <input
              type="checkbox"
              name="nr"
              value={`${letter.number} ${letter.print}`}
              aria-label={t('told.mark-one', { number: letter.number })}
            />
            <span>{t(!letter.contactAddress && letter.contactPhone ? 'told.mark-call' : 'told.mark')}</span>
          </label>
        )}
      </div>
    </article>
  );
}
