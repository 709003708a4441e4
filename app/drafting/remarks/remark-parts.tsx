import { Polish } from '#app/components/polish.tsx';
import { SignedBy } from '#app/drafting/state/signed-by.tsx';
import { Icon, State } from '#app/components/icon.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { ChangeList } from './change-view.tsx';
import type { Fit } from '../state/remark.ts';
import type { RemarkState } from '#app/drafting/state/remark-state.ts';
import type { RemarkView } from './remark-views.server.ts';
import { fitKeys, fitSigns } from './words.ts';
import { stateKeys, stateSigns } from '#app/drafting/state/remark-state.ts';

/** State of a remark: square sign and the office's word; not yet decided reads lighter. */
export function RemarkStateSign({ state }: { state: RemarkState }) {
  const t = useT();
  if (state !== 'open') return <State sign={stateSigns[state]}>{t(stateKeys[state])}</State>;
  return (
    <span className="state state--wait">
      <Icon sign={stateSigns[state]} />
      {t(stateKeys[state])}
    </span>
  );
}

export function FitSign({ fit }: { fit: Fit }) {
  const t = useT();
  return <State sign={fitSigns[fit]}>{t(fitKeys[fit])}</State>;
}

/** „Poprawka nr 8 do § 7 ust. 1". */
export function useRemarkTitle() {
  const t = useT();
  return (remark: Pick<RemarkView, 'kind' | 'number'>, citation?: string) => {
    if (!citation) return t(`drafting.kind.${remark.kind}`, { number: remark.number });
    return t(`drafting.kind-to.${remark.kind}`, { number: remark.number, citation });
  };
}

export function Byline({
  remark,
}: {
  remark: Pick<RemarkView, 'authorName' | 'organisation' | 'channel' | 'filedAt'>;
}) {
  const locale = useLocale();
  return (
    <p className="by">
      <SignedBy signed={remark} />,{' '}
      <time dateTime={remark.filedAt.toISOString()}>{formatDate(locale, remark.filedAt)}</time>
    </p>
  );
}

type CardProps = { remark: RemarkView; slug: string; level?: 'h3' | 'h4'; withSupport?: boolean };

/** A remark on a page about something else: the change, the reason, where it stands. */
export function RemarkCard({ remark, slug, level: Heading = 'h3' }: CardProps) {
  const t = useT();
  const to = usePaths();
  const title = useRemarkTitle();
  return (
    <article className="amend" aria-labelledby={`u-${remark.number}`}>
      <header>
        <Heading id={`u-${remark.number}`}>
          <a href={to.remark(slug, remark.number)}>{title(remark)}</a>
        </Heading>
      </header>
      <Byline remark={remark} />
      <ChangeList changes={remark.changes} />
      <p className="why">
        {remark.change ? (
          <>
            <strong>{t('drafting.reason')}.</strong>{' '}
          </>
        ) : null}
        <Polish>{remark.reason}</Polish>
      </p>
      <p className="meta">
        {remark.supports > 0 ? <span>{t('drafting.supports', { count: remark.supports })}</span> : null}
        {remark.comments > 0 ? (
          <a className="tap" href={to.remarkTalk(slug, remark.number)}>
            {t('textwork.comments.n', { count: remark.comments })}
            <span className="vh">: {title(remark)}</span>
          </a>
        ) : null}
        <RemarkStateSign state={remark.state} />
        {remark.state === 'open' && remark.fit !== 'unchanged' ? <FitSign fit={remark.fit} /> : null}
      </p>
      {remark.ruling ? (
        <p className="why">
          <strong>{t('drafting.remark.ruling')}.</strong> <Polish>{remark.ruling.reason}</Polish>
        </p>
      ) : null}
    </article>
  );
}
