import { Polish, Sentence } from '#app/components/polish.tsx';
import { inPolish } from '#app/i18n/in-polish.ts';
import { SignedBy } from '#app/drafting/state/signed-by.tsx';
import { OfficeCard } from '#app/drafting/office/office-card.tsx';
import type { OfficeDetails } from '#app/drafting/office/office-details.ts';
import type { ChangeView } from '#app/drafting/remarks/change-view.ts';
import type { RemarkView } from '#app/drafting/remarks/remark-views.server.ts';
import { stateKeys, stateSigns } from '#app/drafting/state/remark-state.ts';
import { State } from '#app/components/icon.tsx';
import { Redline } from '#app/components/redline.tsx';
import type { ListedConsultation } from '#app/drafting/course/consultation-list.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { daysUntil, formatDate, formatDay } from '#app/i18n/dates.ts';
import { bindSpaces } from '#app/i18n/typography.ts';
import type { EditionSummary } from '#app/monitoring/access/edition-queries.server.ts';
import type { Decided } from './front-page.server.ts';

/** The open draft, its most supported amendment as a redline, and what can be done now. */
export function LeadConsultation({
  consultation,
  disputed,
  office,
  now,
}: {
  consultation: ListedConsultation;
  disputed: RemarkView | null;
  office: OfficeDetails | null;
  now: Date;
}) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const days = Math.max(0, daysUntil(consultation.closesAt, now));
  return (
    <section className="section" aria-labelledby="h-open">
      <h2 id="h-open" className="vh">
        {t('front.open')}
      </h2>
      <div className="cols cols--main">
        <article className="stack">
          <p className="facts">
            <span className="pause">
              {consultation.municipality}
              {consultation.isDemo ? `, ${t('consultations.demo')}` : ''}
            </span>
            <span>
              <b>{t('front.until', { date: formatDay(locale, consultation.closesAt) })}</b>,{' '}
              {t('front.days-left', { days })}
            </span>
          </p>
          <h3 className="size-6">
            <a className="inherit" href={to.draft(consultation.slug)}>
              <Polish>{consultation.title}</Polish>
            </a>
          </h3>
          <p className="w-40">
            <Polish>{consultation.summary}</Polish>
          </p>
          {disputed ? <Disputed slug={consultation.slug} remark={disputed} /> : null}
          <p className="actions">
            <a className="btn" href={to.draft(consultation.slug)}>
              {t('front.read')}
            </a>
            <a className="btn btn--quiet" href={to.consultation(consultation.slug)}>
              {t('front.course')}
            </a>
          </p>
        </article>
        <aside className="stack" aria-labelledby="h-how">
          <h3 id="h-how">{t('front.how')}</h3>
          <ol className="stack stack--2">
            <li>{t('front.how-1')}</li>
            <li>{t('front.how-2')}</li>
            <li>{t('front.how-3')}</li>
          </ol>
          <OfficeCard office={office} />
        </aside>
      </div>
    </section>
  );
}

function Disputed({ slug, remark }: { slug: string; remark: RemarkView }) {
  const t = useT();
  const to = usePaths();
  if (!remark.change) return null;
  return (
    <div className="excerpt">
      <p className="by">{t('front.disputed', { citation: remark.citation, number: remark.number })}</p>
      <ChangeLines change={remark.change} />
      <p className="by">
        <a href={to.remark(slug, remark.number)}>
          <SignedBy signed={remark} />
        </a>
        , {t('front.supported', { count: remark.supports })}
      </p>
    </div>
  );
}

function ChangeLines({ change }: { change: ChangeView }) {
  return (
    <>
      {change.lines.map((line, at) => (
        <p className="act law-small w-34" key={at}>
          {at === 0 ? <strong>{bindSpaces(change.citation)} </strong> : `${line.mark} `}
          <Redline spans={line.spans} />
        </p>
      ))}
    </>
  );
}

/** Latest rulings: the words that changed or the question, the ruling, and the way to the whole chain. */
export function DecidedRows({ items }: { items: readonly Decided[] }) {
  const t = useT();
  const to = usePaths();
  return (
    <ul className="rows rows--split">
      {items.map(({ consultation, remark, effects }) => (
        <li key={`${consultation.slug}-${remark.number}`}>
          <div>
            {effects.map((change) => (
              <ChangeLines change={change} key={change.citation} />
            ))}
            <p>
              {effects.length === 0 && remark.citation !== '' ? <strong>{bindSpaces(remark.citation)}. </strong> : null}
              <Sentence>
                {t('front.remark', { kind: remark.kind, number: remark.number, title: inPolish(consultation.title) })}
              </Sentence>
            </p>
            {remark.ruling ? (
              <p className="w-40">
                <b>{t('front.reason')}:</b> <Polish>{remark.ruling.reason}</Polish>
              </p>
            ) : null}
          </div>
          <p className="meta">
            <State sign={stateSigns[remark.state]}>{t(stateKeys[remark.state])}</State>
            <br />
            <a href={to.remark(consultation.slug, remark.number)}>
              {t('front.chain')}{' '}
              <span className="vh">
                {remark.citation || t('drafting.to-whole')},{' '}
                {t(`drafting.kind.${remark.kind}`, { number: remark.number })}
              </span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}

export function EditionRows({ items }: { items: readonly EditionSummary[] }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <ul className="rows rows--split">
      {items.map((edition) => (
        <li key={edition.slug}>
          <div>
            <h3>
              <a href={to.edition(edition.slug)}>{edition.title[locale]}</a>
            </h3>
            <p>{edition.team}</p>
          </div>
          <p className="meta">
            {t('front.edition', { count: edition.withTotal, date: formatDate(locale, new Date(edition.publishedAt)) })}
          </p>
        </li>
      ))}
    </ul>
  );
}
