import { citeTogether } from '#app/i18n/inflect-citation.ts';
import { ChangeSentence, Polish, Sentence } from '#app/components/polish.tsx';
import { inPolish } from '#app/i18n/in-polish.ts';
import { SignedBy } from '#app/drafting/state/signed-by.tsx';
import { landing } from '#app/components/landing.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate, formatDateTime, formatReceived } from '#app/i18n/dates.ts';
import { bindSpaces } from '#app/i18n/typography.ts';
import { firstWords } from '../state/first-words.ts';
import { RemarkStateSign, useRemarkTitle } from '../remarks/remark-parts.tsx';
import { channelKeys } from '../state/channels.ts';
import type { FilingPersonal, FilingView } from './filing-view.server.ts';

type Props = { filing: FilingView; personal: FilingPersonal | null };

/** The receipt: what came, when, under which numbers, and when the answer is due. Prints on one sheet. */
export function Receipt({ filing, personal }: Props) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const { consultation, points } = filing;
  return (
    <article className="receipt" aria-labelledby="h-kwit">
      <p>{filing.municipality}</p>
      <h2 id="h-kwit" className="size-5">
        {t('register.receipt.title', { number: filing.number })}
      </h2>
      <p>
        <SignedBy signed={filing} full />
        {personal?.privateName ? (
          <>
            <br />
            {personal.privateName} <span className="by">({t('register.name-private')})</span>
          </>
        ) : null}
        {personal?.contactAddress ? (
          <>
            <br />
            {personal.contactAddress}
          </>
        ) : null}
        {personal?.contactPhone ? (
          <>
            <br />
            {t('register.phone', { phone: personal.contactPhone })}
          </>
        ) : null}
        {personal?.contactEmail ? (
          <>
            <br />
            {personal.contactEmail}
          </>
        ) : null}
      </p>
      <dl className="kv">
        <dt>{t('register.receipt.received')}</dt>
        <dd>
          <time dateTime={filing.receivedAt.toISOString()}>{formatReceived(locale, filing.receivedAt)}</time>,{' '}
          {t(channelKeys[filing.channel])}
        </dd>
        {filing.enteredByName ? (
          <>
            <dt>{t('register.receipt.entered')}</dt>
            <dd>
              <time dateTime={filing.filedAt.toISOString()}>{formatDateTime(locale, filing.filedAt)}</time>,{' '}
              {filing.enteredByName}
            </dd>
          </>
        ) : null}
        {personal?.caseSign ? (
          <>
            <dt>{t('register.office.case-sign')}</dt>
            <dd>{personal.caseSign}</dd>
          </>
        ) : null}
        <dt>{t('register.receipt.matter')}</dt>
        <dd>
          <Polish>{consultation.title}</Polish>
        </dd>
      </dl>
      {filing.isLate ? (
        <p>
          <strong>{t('register.late')}.</strong> {t('register.late-note')}
        </p>
      ) : null}
      <p>{t('register.receipt.holds', { count: points.length })}</p>
      <ol role="list">
        {points.map((point) => (
          <li key={point.number}>
            <b>
              <a href={to.remark(consultation.slug, point.number)}>
                {t('register.receipt.number', { number: point.number })}
              </a>
            </b>
            <span>
              <Sentence>
                {bindSpaces(
                  citeTogether(point.places.map(({ citation }) => citation || t('drafting.clause.gone'))) ||
                    inPolish(point.place ?? '') ||
                    t('drafting.to-whole'),
                )}
              </Sentence>{' '}
              <span className="law">
                {point.changes.length > 0 ? (
                  <ChangeSentence>
                    {firstWords(point.changes.map(({ sentence }) => sentence).join(' '), 160)}
                  </ChangeSentence>
                ) : (
                  <Polish>{point.reason ? `„${firstWords(point.reason, 160)}”` : point.category}</Polish>
                )}
              </span>{' '}
              <RemarkStateSign state={point.state} />
            </span>
          </li>
        ))}
      </ol>
      <p>
        <strong>{t('register.receipt.due', { due: formatDate(locale, consultation.answersDueAt) })}</strong>{' '}
        {t('register.receipt.public')}
      </p>
      <div className="print-only">
        <p className="stamp"></p>
        <p>{t('register.receipt.signature')}</p>
      </div>
    </article>
  );
}

/** Where the letter stands among others of the same person. */
export function Refilings({ filing }: { filing: FilingView }) {
  const t = useT();
  const to = usePaths();
  const { slug } = filing.consultation;
  if (filing.refiledFrom === null && filing.refiledAs.length === 0) return null;
  return (
    <p className="by no-print">
      {filing.refiledFrom === null ? null : (
        <>
          {t('register.refiled-from')}{' '}
          <a href={to.filing(slug, filing.refiledFrom)}>{t('register.letter', { number: filing.refiledFrom })}</a>.{' '}
        </>
      )}
      {filing.refiledAs.map((number) => (
        <span key={number}>
          {t('register.refiled-as')} <a href={to.filing(slug, number)}>{t('register.letter', { number })}</a>.{' '}
        </span>
      ))}
    </p>
  );
}

/** Taking back one point or all of them, and filing once more what was taken back. */
export function FilingActions({
  filing,
  personal,
  action,
  refusal,
}: {
  filing: FilingView;
  personal: FilingPersonal;
  action: string;
  refusal: string | null;
}) {
  const t = useT();
  const to = usePaths();
  const title = useRemarkTitle();
  const open = filing.points.filter(({ state }) => state === 'open');
  if (!personal.canWithdraw && !personal.canRefile) return null;
  return (
    <section className="section no-print" aria-label={t('register.withdraw.title')}>
      {personal.canRefile ? (
        <p>
          <a className="tap" href={to.newRemark(filing.consultation.slug, { ponownie: filing.number })}>
            {t('register.refile')}
          </a>
        </p>
      ) : null}
      {personal.canWithdraw ? (
        <details className="more" open={refusal !== null}>
          <summary>{t('register.withdraw.title')}</summary>
          <form method="post" action={action} className="form">
            {refusal ? (
              <p className="error" role="alert" {...landing}>
                {refusal}
              </p>
            ) : null}
            <p className="note">{t(personal.isAuthor ? 'register.withdraw.note' : 'register.withdraw.office-note')}</p>
            {personal.seen.map((one) => (
              <input type="hidden" name="seen" value={one} key={one} />
            ))}
            <fieldset>
              <legend>{t('register.withdraw.which')}</legend>
              <div className="choices">
                {open.map((point) => (
                  <label className="choice" key={point.number}>
                    <input type="checkbox" name="point" value={point.filing.point} defaultChecked={open.length === 1} />
                    <span>{title(point, point.citation)}</span>
                  </label>
                ))}
              </div>
            </fieldset>
            <p className="actions">
              <button className="btn btn--quiet" type="submit" name="intent" value="withdraw">
                {t('drafting.remark.withdraw')}
              </button>
            </p>
          </form>
        </details>
      ) : refusal ? (
        <p className="error" role="alert" {...landing}>
          {refusal}
        </p>
      ) : null}
    </section>
  );
}
