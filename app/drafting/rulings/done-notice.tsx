import { State } from '#app/components/icon.tsx';
import { stateKeys, stateSigns } from '#app/drafting/state/remark-state.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { deskParams, type DeskQuery } from './desk-filters.ts';
import type { DoneOnDesk } from './walk.server.ts';

/** What has just been done, and the way back to it. */
export function DoneNotice({ slug, done, query }: { slug: string; done: DoneOnDesk | null; query: DeskQuery }) {
  const t = useT();
  const to = usePaths();
  if (!done) return null;
  const { number, state, draft } = done;
  return (
    <div className="notice" role="status">
      <p>
        {t('deciding.near.number', { number })}:{' '}
        {state !== 'open' ? (
          <State sign={stateSigns[state]}>{t(stateKeys[state])}</State>
        ) : draft === 'collected' ? (
          <>
            {t('basket.done')} (<a href={to.basket(slug)}>{t('basket.see')}</a>)
          </>
        ) : draft === 'waiting' || draft === 'returned' ? (
          t(`office.done.${draft}`)
        ) : (
          t('office.done.saved')
        )}
        .{' '}
        <a className="tap" href={to.ruling(slug, number, deskParams(query))}>
          {t('office.done.back', { number })}
        </a>
      </p>
    </div>
  );
}
