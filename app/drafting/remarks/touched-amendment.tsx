import { Icon } from '#app/components/icon.tsx';
import { usePaths, useT } from '#app/i18n/context.tsx';
import type { Fit } from '../state/remark.ts';
import { fitKeys, fitSigns } from './words.ts';

/** An open amendment that a change of the text touches, and how it stands to the new text. */
export function TouchedAmendment({ slug, number, fit }: { slug: string; number: number; fit: Fit }) {
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
