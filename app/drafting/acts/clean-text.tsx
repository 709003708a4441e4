import { useT } from '#app/i18n/context.tsx';
import { LawArticle, ActHead, ActReasons, ActUnits } from './act-text.tsx';
import type { HeadView, UnitView } from './act-view.ts';

/** The text of an act alone, for reading and for paper. */
export function CleanText({ head, units, reasons }: { head: HeadView; units: UnitView[]; reasons: string | null }) {
  const t = useT();
  return (
    <div className="reader reader--plain">
      <LawArticle label={t('draft.text')}>
        <ActHead head={head} />
        <ActUnits units={units} links={{ level: 2 }} />
        {reasons ? <ActReasons title={t('draft.reasons')} text={reasons} /> : null}
      </LawArticle>
    </div>
  );
}
