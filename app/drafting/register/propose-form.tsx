import { ChangeSentence, Polish } from '#app/components/polish.tsx';
import { landing } from '#app/components/landing.tsx';
import { Redline } from '#app/components/redline.tsx';
import { useT } from '#app/i18n/context.tsx';
import type { ChangeView } from '../remarks/change-view.ts';
import type { MovedProposal } from './moved-proposal.server.ts';

/** The text changed while the form was being filled in: what it was, what it is, what the proposal is on it. */
export function Moved({ moved, id = '' }: { moved: MovedProposal; id?: string }) {
  const t = useT();
  const verdict =
    moved.fit === 'conflict'
      ? 'drafting.moved.conflict'
      : moved.fit === 'contained'
        ? 'drafting.moved.contained'
        : 'drafting.moved.adapted';
  return (
    <section className="stack" aria-labelledby={`h-zmiana${id}`}>
      <div className={moved.fit === 'conflict' ? 'notice notice--warn' : 'notice'} role="status">
        <h2 id={`h-zmiana${id}`} {...landing}>
          {t(moved.now ? 'drafting.moved.title' : 'drafting.moved.gone-title')}
        </h2>
        <p>{t(moved.now ? 'drafting.moved.kept' : 'drafting.moved.gone')}</p>
        {moved.now ? <p>{t(verdict)}</p> : null}
      </div>
      <dl className="sides wordings flush">
        <div>
          <dt>{t('drafting.moved.begun')}</dt>
          <dd className="law flush">
            <p className="was">
              <Polish>{moved.begun}</Polish>
            </p>
          </dd>
        </div>
        {moved.now ? (
          <div>
            <dt>
              {t('drafting.moved.now')}
              <small>{t('drafting.moved.now-version', { version: moved.version })}</small>
            </dt>
            <dd className="law flush">
              <Wording change={moved.now.change} text={moved.now.text} className="now" />
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{t(moved.carried?.change ? 'drafting.moved.carried' : 'drafting.moved.yours')}</dt>
          <dd className="law flush">
            <Wording change={moved.carried?.change ?? moved.yours} text="" className="yours" />
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** One wording in a list of wordings, with its sentence. */
export function Wording({
  change,
  text,
  className,
}: {
  change: ChangeView | null;
  text: string;
  className: 'was' | 'now' | 'yours';
}) {
  if (!change)
    return (
      <p className={className}>
        <Polish>{text}</Polish>
      </p>
    );
  return (
    <>
      {change.lines.map((line, at) => (
        <p className={className} key={at}>
          {line.mark ? `${line.mark} ` : ''}
          <Redline spans={line.spans} />
        </p>
      ))}
      <span className="plain-change">
        <ChangeSentence>{change.sentence}</ChangeSentence>
      </span>
    </>
  );
}

export function rowsFor(text: string): number {
  return Math.min(16, Math.max(4, Math.ceil(text.length / 62) + 1));
}
