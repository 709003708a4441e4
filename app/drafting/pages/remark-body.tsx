import { Polish, Sentence } from '#app/components/polish.tsx';
import { inPolish } from '#app/i18n/in-polish.ts';
import { SignedBy } from '#app/drafting/state/signed-by.tsx';
import { PageHead } from '#app/components/page-parts.tsx';
import { formatReceived } from '#app/i18n/dates.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { ChangeList, WasIs } from '../remarks/change-view.tsx';
import type { RemarkPage, RemarkPersonal } from './remark-page.server.ts';
import { channelKeys } from '../state/channels.ts';
import { FitSign, RemarkStateSign, useRemarkTitle } from '../remarks/remark-parts.tsx';

type HeadProps = { page: RemarkPage; personal: RemarkPersonal | null };

/** Number, author, date, state, support. */
export function RemarkHead({ page, personal }: HeadProps) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const title = useRemarkTitle();
  const { remark, consultation } = page;
  return (
    <PageHead title={title(remark, remark.citation)}>
      <ul className="facts">
        <li>
          <SignedBy signed={remark} full />
        </li>
        <li>
          <time dateTime={remark.filedAt.toISOString()}>{formatReceived(locale, remark.filedAt)}</time>
        </li>
        <li>
          <a href={to.filing(consultation.slug, remark.filing.number)}>
            {remark.filing.points > 1
              ? t('register.point-of', { ...remark.filing })
              : t('register.letter', { number: remark.filing.number })}
          </a>
          , {t(channelKeys[remark.channel])}
        </li>
        {remark.isLate ? (
          <li>
            <b>{t('register.late')}</b>
          </li>
        ) : null}
        <li>
          <RemarkStateSign state={remark.state} />
        </li>
        {remark.state === 'open' && remark.fit !== 'unchanged' ? (
          <li>
            <FitSign fit={remark.fit} />
          </li>
        ) : null}
      </ul>
      <div className="actions">
        {remark.state === 'open' && !personal?.isAuthor ? (
          <a className="btn btn--quiet" href="#poparcie">
            {t('textwork.support.go')}
          </a>
        ) : null}
        {personal?.isAuthor && remark.state === 'open' && personal.questions.length === 0 ? (
          <a className="btn" href={to.draft(consultation.slug)}>
            {t('register.new.back')}
          </a>
        ) : null}
        {personal?.isOfficial && remark.state === 'open' ? (
          <a className="btn" href={to.ruling(consultation.slug, remark.number)}>
            {t('drafting.remark.decide')}
          </a>
        ) : null}
        {personal?.isOfficial && remark.ruling ? (
          <a className="tap" href={to.correctRuling(consultation.slug, remark.number)}>
            {t('correct.link')}
          </a>
        ) : null}
        {personal?.isAuthor && remark.state === 'withdrawn' && consultation.stage === 'open' ? (
          <a className="btn btn--quiet" href={to.newRemark(consultation.slug, { ponownie: remark.filing.number })}>
            {t('register.refile')}
          </a>
        ) : null}
        {personal?.mayCover ? (
          <a className="tap" href={to.redaction(consultation.slug, remark.number)}>
            {t('redaction.link')}
          </a>
        ) : null}
        {remark.places.map(({ citation, clauseCode }) => (
          <a className="tap" key={clauseCode} href={to.clause(consultation.slug, clauseCode)}>
            {bindSpaces(citation || t('drafting.clause.gone'))}
          </a>
        ))}
      </div>
    </PageHead>
  );
}

/** What the author wants and why. */
export function RemarkBody({ page }: { page: RemarkPage }) {
  const t = useT();
  const to = usePaths();
  const { remark, consultation } = page;
  return (
    <section className="section" aria-labelledby="h-slowa">
      <h2 id="h-slowa">{t('drafting.remark.words')}</h2>
      <div className="stack w-40">
        {remark.place ? (
          <p>
            <strong>
              <Sentence>{t('register.about-place', { place: inPolish(remark.place) })}</Sentence>
            </strong>
          </p>
        ) : null}
        {remark.quotes.map((quote) => (
          <p className="quote" key={quote}>
            <Sentence>{t('register.quote', { quote: inPolish(quote) })}</Sentence>
          </p>
        ))}
        {remark.changes.length > 0 ? (
          <div className="amend">
            <ChangeList changes={remark.changes} />
          </div>
        ) : null}
        {remark.changes.map((change, at) => (
          <WasIs change={change} citation={remark.changes.length > 1 ? change.citation : null} key={at} />
        ))}
        {remark.change ? (
          <p>
            <strong>{t('drafting.reason')}.</strong> <Polish>{remark.reason}</Polish>
          </p>
        ) : remark.reason ? (
          <p className="quote">
            <Polish>{remark.reason}</Polish>
          </p>
        ) : null}
        {page.attachments > 0 ? (
          <p>
            <a className="tap" href={`${to.filing(consultation.slug, remark.filing.number)}#zalaczniki`}>
              {t('attachment.of-letter', { count: page.attachments })}
            </a>
          </p>
        ) : null}
        {remark.sign ? (
          <p className="by">
            <Sentence>{t('register.sign', { sign: inPolish(remark.sign) })}</Sentence>
          </p>
        ) : null}
        {remark.category ? (
          <p className="by">
            <Sentence>{t('register.category', { category: inPolish(remark.category) })}</Sentence>
          </p>
        ) : null}
        <p className="by">
          <a href={to.version(consultation.slug, remark.againstVersion)}>
            {t('drafting.remark.against', { version: remark.againstVersion })}
          </a>
        </p>
      </div>
    </section>
  );
}
