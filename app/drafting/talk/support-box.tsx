import { useT } from '#app/i18n/context.tsx';
import type { Stance } from './set-support.server.ts';
import type { SupportBox } from './support-box.server.ts';

type Props = { box: SupportBox; here: string; canVote: boolean };

/** Who is for and against the words as they are, who was for earlier ones, and one's own voice with one button. */
export function SupportSection({ box, here, canVote }: Props) {
  const t = useT();
  const { counts, own } = box;
  const total = counts.support + counts.objection + counts.supportEarlier + counts.objectionEarlier;
  if (!canVote && total === 0) return null;
  return (
    <section className="section" aria-labelledby="h-poparcie" id="poparcie">
      <h2 id="h-poparcie">{t('textwork.support')}</h2>
      <div className="stack stack--2 w-40">
        <p>{t('textwork.support.now', { support: counts.support, objection: counts.objection })}</p>
        {counts.supportEarlier > 0 ? (
          <p>{t('textwork.support.earlier', { count: counts.supportEarlier, now: counts.support })}</p>
        ) : null}
        {counts.objectionEarlier > 0 ? (
          <p>{t('textwork.objection.earlier', { count: counts.objectionEarlier, now: counts.objection })}</p>
        ) : null}
        {own ? (
          <p className="note">
            {t(own.isCurrent ? `textwork.own.${own.stance}` : `textwork.own-earlier.${own.stance}`)}
          </p>
        ) : null}
        {canVote ? <Buttons box={box} here={here} /> : null}
      </div>
    </section>
  );
}

function Buttons({ box: { own, wordingHash }, here }: { box: SupportBox; here: string }) {
  const t = useT();
  const label = (stance: Stance) =>
    t(own?.stance === stance && !own.isCurrent ? `textwork.renew.${stance}` : `textwork.give.${stance}`);
  return (
    <form method="post" action={here} className="actions">
      <input type="hidden" name="intent" value="support" />
      <input type="hidden" name="wording" value={wordingHash} />
      {(['support', 'objection'] as const).map((stance) =>
        own?.stance === stance && own.isCurrent ? null : (
          <button
            className={own?.stance === stance ? 'btn' : 'btn btn--quiet'}
            key={stance}
            type="submit"
            name="stance"
            value={stance}
          >
            {label(stance)}
          </button>
        ),
      )}
      {own ? (
        <button className="btn btn--quiet" type="submit" name="stance" value="none">
          {t('textwork.take-back')}
        </button>
      ) : null}
    </form>
  );
}
