import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageNumber } from '#app/drafting/remarks/params.ts';
import {
  loadLettersToPrint,
  type LettersToPrint,
  type PrintedLetter,
} from '#app/drafting/register/letters-to-print.server.ts';
import { OfficeRegisterHead } from '#app/drafting/register/office-frame.tsx';
import { Empty, Page } from '#app/components/page-parts.tsx';
import { stateKeys } from '#app/drafting/state/remark-state.ts';
import { handler } from '#app/http/handlers.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import { bindSpaces } from '#app/i18n/typography.ts';
import { pageTitle } from '#app/people/page-title.ts';

export const loader = handler(async ({ request, params, url, db }) => {
  const viewer = await requireOfficial(request);
  const asked = url.searchParams.get('pismo') ?? '';
  return {
    list: await loadLettersToPrint(db, {
      viewer,
      slug: params.slug ?? '',
      number: /^\d{1,9}$/.test(asked) ? Number(asked) : null,
      page: pageNumber(url),
    }),
  };
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'register.office.letters');

export default function LettersPage() {
  const { list } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const href = (page: number) => `${to.lettersToPrint(list.slug)}?strona=${page}`;
  return (
    <Page>
      <div className="no-print">
        <OfficeRegisterHead
          slug={list.slug}
          view="letters"
          title={t('register.office.letters')}
          lead={t('register.office.letters-lead')}
        />
      </div>
      {list.letters.length === 0 ? (
        <Empty>
          <p>{t('register.office.letters-none')}</p>
        </Empty>
      ) : null}
      <div className="letter-sheets">
        {list.letters.map((letter) => (
          <Letter key={letter.number} letter={letter} list={list} />
        ))}
      </div>
      {list.pages > 1 ? (
        <p className="by py-3 no-print">
          {t('list.page', { page: list.page, pages: list.pages })}{' '}
          {list.page > 1 ? (
            <a className="tap" href={href(list.page - 1)}>
              {t('list.previous')}
            </a>
          ) : null}{' '}
          {list.page < list.pages ? (
            <a className="tap" href={href(list.page + 1)}>
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
            <span className="no-print">{t('register.office.no-address')}</span>
          </>
        )}
      </p>
      <h2 className="size-5" id={`l-${letter.number}`}>
        {t('register.print.title', { number: letter.number })}
      </h2>
      <p>{t('register.print.lead', { title: list.title, at: formatDate(locale, letter.receivedAt) })}</p>
      {letter.points.map((point) => (
        <section key={point.number} className="stack stack--2">
          <h3 className="size-4">
            {bindSpaces(t('drafting.kind.remark', { number: point.number }))}:{' '}
            {point.decisionWords ?? t(stateKeys[point.decision])}
          </h3>
          {point.place ? <p>{point.place}</p> : null}
          <p className="law">{point.reason}</p>
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
      <p className="no-print">
        <a className="tap" href={to.filing(list.slug, letter.number)}>
          {t('register.letter', { number: letter.number })}
        </a>
      </p>
    </article>
  );
}
