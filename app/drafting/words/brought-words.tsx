import { usePaths, useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import type { BroughtWords } from './brought-words.server.ts';

/** From a remark to the text: its words that stand there now, those changed since, and its line of the report. */
export function BroughtWordsSection({
  brought,
  slug,
  number,
}: {
  brought: readonly BroughtWords[];
  slug: string;
  number: number;
}) {
  const t = useT();
  const to = usePaths();
  if (brought.length === 0) return null;
  return (
    <section className="section" aria-labelledby="h-wyrazy">
      <h2 id="h-wyrazy">{t('textwork.brought')}</h2>
      <div className="stack w-40">
        {brought.map((clause) => (
          <Clause key={clause.code} clause={clause} slug={slug} />
        ))}
        <p>
          <a className="tap" href={`${to.report(slug, { uwaga: number })}#uwaga-${number}`}>
            {t('textwork.words.report-line', { number })}
          </a>
        </p>
      </div>
    </section>
  );
}

function Clause({ clause, slug }: { clause: BroughtWords; slug: string }) {
  const t = useT();
  const to = usePaths();
  return (
    <div className="stack stack--2">
      <h3 className="size-4">
        <a href={to.clause(slug, clause.code)}>{bindSpaces(clause.citation) || t('wasis.text')}</a>
      </h3>
      {clause.pieces.length > 0 ? (
        <p className="law" lang="pl">
          {clause.pieces.map(({ from, words, isBrought }) =>
            isBrought ? (
              <mark key={from}>
                <a href={`${to.words(slug, clause.code, from)}#skad`}>{bindSpaces(words)}</a>
              </mark>
            ) : (
              <span key={from}>{bindSpaces(words)}</span>
            ),
          )}
        </p>
      ) : (
        <p>{t('drafting.clause.gone')}</p>
      )}
      {clause.lost.length > 0 ? (
        <ul className="plain-list">
          {clause.lost.map(({ words, version, remark }, at) => (
            <li key={at}>
              <q lang="pl">{bindSpaces(words)}</q>:{' '}
              <a href={to.redline(slug, version - 1, version)}>{t('textwork.brought.lost', { version })}</a>
              {remark === null ? null : (
                <>
                  , <a href={to.remark(slug, remark)}>{t('drafting.clause.by-remark', { number: remark })}</a>
                </>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
