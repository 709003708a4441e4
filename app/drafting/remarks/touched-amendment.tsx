import type { ReactNode } from 'react';
import { Icon } from '#app/components/icon.tsx';
import { usePaths, useT } from '#app/i18n/context.tsx';
import type { Fit } from '../state/remark.ts';
import { fitKeys, fitSigns } from './words.ts';

export type Touched = { number: number; fit: Fit };

/**
 * What else a change of the text brings: `counted` says how many open amendments it touches, which are named below, and who will be told.
 * Folded, the amendments are one click away, so that the decision does not stand far below them.
 */
export function EffectsList({
  slug,
  counted,
  touched,
  letters,
  folded,
}: {
  slug: string;
  counted: ReactNode;
  touched: readonly Touched[];
  letters: number;
  folded: boolean;
}) {
  const t = useT();
  const others = touched.map(({ number, fit }) => (
    <TouchedAmendment key={number} slug={slug} number={number} fit={fit} />
  ));
  const apart = folded && others.length > 0;
  return (
    <>
      {apart ? (
        <details className="more">
          <summary>{counted}</summary>
          <ul className="effects">{others}</ul>
        </details>
      ) : null}
      <ul className="effects">
        {apart ? null : (
          <>
            <li>
              <Icon sign="s-both" />
              <span>{counted}</span>
            </li>
            {others}
          </>
        )}
        <li>
          <Icon sign="s-said" />
          <span>{t('drafting.ruling.tell', { count: letters })}</span>
        </li>
      </ul>
    </>
  );
}

/** An open amendment that a change of the text touches, and how it stands to the new text. */
function TouchedAmendment({ slug, number, fit }: Touched & { slug: string }) {
  const t = useT();
  const to = usePaths();
  return (
    <li>
      <Icon sign={fitSigns[fit]} />
      <span>
        <b>
          <a href={to.remark(slug, number)}>{t('drafting.kind.amendment', { number })}</a>
        </b>
        : {t(fitKeys[fit])}
      </span>
    </li>
  );
}
