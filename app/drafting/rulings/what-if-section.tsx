import { bounds } from '#app/forms/bounds.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { placeWords } from '../remarks/filed-place.ts';
import { FitSign } from '../remarks/remark-parts.tsx';
import type { RulingPage } from './ruling-page.server.ts';
import { ChangedText } from './changed-text.tsx';
import { ConflictList } from './conflict-list.tsx';

/** „A gdyby": the text with this amendment and any others accepted. A form of its own that only asks. */
export function WhatIfSection({ page }: { page: RulingPage }) {
  const t = useT();
  const to = usePaths();
  const { whatIf, slug, remark } = page;
  const isAsked = whatIf.others.length > 0 || whatIf.offered.some(({ isOn }) => isOn);
  return (
    <section aria-labelledby="h-gdyby" id="gdyby">
      <h3 id="h-gdyby">{t('deciding.what-if')}</h3>
      <p className="by">{t('deciding.what-if.lead')}</p>
      <form method="get" action={`${to.ruling(slug, remark.number)}#gdyby`} className="stack stack--2">
        {whatIf.offered.length > 0 ? (
          <fieldset>
            <legend>{t('deciding.what-if.with')}</legend>
            <div className="choices">
              {whatIf.offered.map((offered) => (
                <label className="choice" key={offered.number}>
                  <input type="checkbox" name="z" value={offered.number} defaultChecked={offered.isOn} />
                  <span>
                    {t('drafting.kind-to.amendment', {
                      number: offered.number,
                      citation: placeWords(t, offered.place),
                    })}{' '}
                    {offered.fit === 'unchanged' ? null : <FitSign fit={offered.fit} />}
                    <small>
                      {offered.words}
                      {offered.supports > 0 ? ` (${t('drafting.supports', { count: offered.supports })})` : ''}
                    </small>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        ) : null}
        <div className="field">
          <label htmlFor="f-zn">{t('deciding.what-if.numbers')}</label>
          <input
            className="input input--short"
            id="f-zn"
            name="zn"
            inputMode="numeric"
            maxLength={bounds.listedNumbers}
            defaultValue={whatIf.others.join(', ')}
          />
        </div>
        <p className="actions">
          <button className="btn btn--quiet btn--small" type="submit">
            {t('deciding.what-if.show')}
          </button>
        </p>
      </form>
      {isAsked ? (
        <div className="stack stack--2" role="status">
          {whatIf.leftOut.length > 0 ? (
            <p className="note">
              {t('deciding.what-if.left-out', { numbers: whatIf.leftOut.join(', '), count: whatIf.leftOut.length })}
            </p>
          ) : null}
          <ConflictList conflicts={whatIf.conflicts} slug={slug} />
          {whatIf.result.length > 0 ? (
            <>
              <h4>{t(whatIf.conflicts.length > 0 ? 'deciding.what-if.rest' : 'deciding.what-if.result')}</h4>
              <ChangedText units={whatIf.result} />
            </>
          ) : (
            <p>{t('drafting.ruling.no-text-change')}</p>
          )}
        </div>
      ) : null}
    </section>
  );
}
