import { usePaths, useT } from '#app/i18n/context.tsx';
import { FitSign } from '../remarks/remark-parts.tsx';
import { ChangeBlock } from '../remarks/change-view.tsx';
import type { UnderUnit } from './amendments-in-text.server.ts';

/** Amendments to a unit, inside the text. */
export function AmendmentsUnder({ slug, under }: { slug: string; under: UnderUnit | undefined }) {
  const t = useT();
  const to = usePaths();
  if (!under) return null;
  return (
    <div className="under-unit" lang={t('draft.language')}>
      {under.first.map(({ number, fit, change }, at) => (
        <div className="amend" key={`${number}-${at}`}>
          <p>
            <a className="tap" href={to.remark(slug, number)}>
              {t('drafting.kind.amendment', { number })}
            </a>{' '}
            {fit === 'unchanged' ? null : <FitSign fit={fit} />}
          </p>
          <ChangeBlock change={change} />
        </div>
      ))}
      {under.more > 0 ? (
        <p>
          <a className="tap" href={`${to.clause(slug, under.code)}#h-poprawki`}>
            {t('draft.amendments.more', { count: under.more })}
          </a>
        </p>
      ) : null}
    </div>
  );
}
