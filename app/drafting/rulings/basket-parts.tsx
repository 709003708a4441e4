import { LawArticle } from '#app/drafting/acts/act-text.tsx';
import { Submit } from '#app/components/form.tsx';
import { Icon } from '#app/components/icon.tsx';
import { Empty, Notice } from '#app/components/page-parts.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { isTextError } from '#app/drafting/acts/brought-problems.ts';
import { Renumbered } from '#app/drafting/acts/redline-parts.tsx';
import { RedlineUnits } from '#app/drafting/acts/redline-view.tsx';
import { ReferenceNotes } from '#app/drafting/acts/reference-notes.tsx';
import { DecisionState } from '#app/drafting/state/decision-state.tsx';
import { firstWords } from '../state/first-words.ts';
import { fitKeys, fitSigns } from '../remarks/words.ts';
import type { BasketPage, BasketRow } from './basket-page.server.ts';
import { ConflictList } from './conflict-list.tsx';
import { reasonKeys } from './reason-keys.ts';
import type { BasketMoved } from './release-basket.server.ts';

const problemKeys = {
  ...reasonKeys,
  changed: 'basket.problem.changed',
  'four-eyes': 'basket.problem.four-eyes',
  signatory: 'basket.problem.signatory',
  order: 'basket.problem.order',
} as const satisfies Record<NonNullable<BasketRow['problem']>, string>;

/** Everything that stands in the way of a release, each with the way to solve it. */
export function BasketProblems({ page }: { page: BasketPage }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const { slug } = page.desk.consultation;
  const problems = page.rows.filter(({ problem }) => problem !== null);
  if (problems.length + page.conflicts.length + page.findings.length === 0) return null;
  return (
    <section className="stack stack--2" aria-labelledby="h-problemy">
      <h2 id="h-problemy">{t('basket.problems')}</h2>
      {problems.length > 0 ? (
        <ul className="effects">
          {problems.map(({ number, problem }) => (
            <li key={number}>
              <Icon sign="s-clash" />
              <span>
                <a href={to.ruling(slug, number)}>{t('deciding.near.number', { number })}</a>:{' '}
                {t(problemKeys[problem!])}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {page.conflicts.length > 0 ? (
        <>
          <h3>{t('basket.conflicts-one', { count: page.conflicts.length })}</h3>
          <p>{t('basket.conflicts')}</p>
          <ConflictList conflicts={page.conflicts} slug={slug} />
        </>
      ) : null}
      {page.findings.length > 0 ? (
        <>
          <h3>{t('basket.findings')}</h3>
          <ul className="effects">
            {page.findings.map((finding, at) => (
              <li key={at}>
                <Icon sign={isTextError(finding) ? 's-clash' : 's-both'} />
                <span>
                  {bindSpaces(finding.message[locale])} (
                  {t(isTextError(finding) ? 'basket.finding.error' : 'basket.finding.warning')})
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

/** What has changed since the page was opened that somebody wanted to release. */
export function BasketMovedNotice({ moved, slug }: { moved: BasketMoved; slug: string }) {
  const t = useT();
  const to = usePaths();
  const listed = [
    ['basket.moved.added', moved.added],
    ['basket.moved.released', moved.released],
    ['basket.moved.gone', moved.gone],
    ['basket.moved.changed', moved.changed],
  ] as const;
  return (
    <Notice warn>
      <p>{t('basket.moved')}</p>
      <ul>
        {moved.version === null ? null : (
          <li>
            <a href={to.versions(slug)}>{t('basket.moved.version', { version: moved.version })}</a>
          </li>
        )}
        {listed
          .filter(([, numbers]) => numbers.length > 0)
          .map(([key, numbers]) => (
            <li key={key}>{t(key, { numbers: numbers.join(', ') })}</li>
          ))}
        {moved.isReordered ? <li>{t('basket.moved.order')}</li> : null}
      </ul>
    </Notice>
  );
}

/** The whole effect: the text, its references, the amendments it touches, the people who will be told. */
export function BasketEffect({ page }: { page: BasketPage }) {
  const t = useT();
  const to = usePaths();
  const { slug } = page.desk.consultation;
  const causes = page.rows.map(({ number, kind, decision, reason }) => ({ remark: number, kind, decision, reason }));
  const versions = new Map([[page.version + 1, { note: '', causes }]]);
  const told = page.touched.filter(({ fit }) => fit !== 'unchanged');
  return (
    <section aria-labelledby="h-skutki" id="skutki">
      <h2 id="h-skutki">{t('basket.effect')}</h2>
      {page.diff.changes.length > 0 ? (
        <div className="reader reader--plain">
          <LawArticle className="act--notes" label={t('redline.in-text')}>
            <RedlineUnits units={page.diff.units} context={{ slug, causes: page.causes, versions }} />
          </LawArticle>
        </div>
      ) : (
        <p>{t('drafting.ruling.no-text-change')}</p>
      )}
      <Renumbered items={page.diff.renumbered} />
      <ReferenceNotes changes={page.references} />
      <ul className="effects">
        <li>
          <Icon sign="s-both" />
          <span>{t('drafting.ruling.touched', { count: page.touched.length })}</span>
        </li>
        {told.map(({ number, fit }) => (
          <li key={number}>
            <Icon sign={fitSigns[fit]} />
            <span>
              <a href={to.remark(slug, number)}>{t('drafting.kind.amendment', { number })}</a>: {t(fitKeys[fit])}
            </span>
          </li>
        ))}
        <li>
          <Icon sign="s-said" />
          <span>{t('basket.letters', { count: page.letters })}</span>
        </li>
      </ul>
    </section>
  );
}

/** One confirmation for all of them; it names what was on the page. */
export function ReleaseForm({ page }: { page: BasketPage }) {
  const t = useT();
  const to = usePaths();
  if (!page.isReleasable) return <p className="note">{t('basket.release-blocked')}</p>;
  return (
    <form method="post" action={to.basket(page.desk.consultation.slug)}>
      <input type="hidden" name="version" value={page.version} />
      <input
        type="hidden"
        name="basket"
        value={page.rows.map(({ number, revision }) => `${number}:${revision}`).join(',')}
      />
      <p className="actions">
        <Submit name="intent" value="release">
          {t('basket.release', { count: page.rows.length })}
        </Submit>
        <span className="by">
          {page.changesText
            ? t('basket.release-version', { version: page.version + 1 })
            : t('basket.release-no-version')}
        </span>
      </p>
    </form>
  );
}

/** All collected rulings with who prepared them, where they belong and what they say. */
export function BasketTable({ page }: { page: BasketPage }) {
  const t = useT();
  const to = usePaths();
  const { slug } = page.desk.consultation;
  if (page.rows.length === 0)
    return (
      <Empty>
        <p>{t('basket.empty')}</p>
        <a className="tap" href={to.desk(slug)}>
          {t('drafting.desk.queue')}
        </a>
      </Empty>
    );
  return (
    <div className="room">
      <table className="data data--dense">
        <caption>{t('basket.list', { count: page.rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('drafting.col.number')}</th>
            <th scope="col">{t('drafting.col.unit')}</th>
            <th scope="col">{t('drafting.col.state')}</th>
            <th scope="col" className="wide-only">
              {t('basket.col.author')}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <tr key={row.number}>
              <th scope="row">{row.number}</th>
              <td>
                <a href={to.ruling(slug, row.number)}>{bindSpaces(row.citation || t('deciding.desk.whole'))}</a>
                <br />
                {row.words}
              </td>
              <td>
                <DecisionState decision={row.decision} />
                {row.problem !== null || row.isInConflict ? (
                  <>
                    {' '}
                    <a href="#h-problemy">
                      <Icon sign="s-clash" />
                      <span className="vh">{t('basket.problems')}</span>
                    </a>
                  </>
                ) : null}
                <p className="by wide-only" lang="pl">
                  {firstWords(row.reason, 120)}
                </p>
                <RowActions row={row} slug={slug} />
              </td>
              <td className="wide-only">
                {row.draftedBy}
                {row.reviewedBy === null ? null : (
                  <>
                    <br />
                    {t('basket.approved-by', { name: row.reviewedBy })}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RowActions({ row, slug }: { row: BasketRow; slug: string }) {
  const t = useT();
  const to = usePaths();
  return (
    <form method="post" action={to.basket(slug)} className="actions">
      <input type="hidden" name="draft" value={row.draftId} />
      <input type="hidden" name="draftRevision" value={row.revision} />
      {row.before === null ? null : (
        <>
          <input type="hidden" name="before" value={row.before.draftId} />
          <input type="hidden" name="beforeRevision" value={row.before.revision} />
          <button
            className="btn btn--quiet btn--small"
            type="submit"
            name="intent"
            value="move"
            aria-label={t('basket.move-up-of', { number: row.number, before: row.before.number })}
          >
            {t('basket.move-up', { number: row.before.number })}
          </button>
        </>
      )}
      <button
        className="btn btn--quiet btn--small"
        type="submit"
        name="intent"
        value="take-out"
        aria-label={t('basket.take-out-of', { number: row.number })}
      >
        {t('basket.take-out')}
      </button>
    </form>
  );
}
