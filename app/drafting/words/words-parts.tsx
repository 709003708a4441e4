import { SignedBy } from '#app/drafting/state/signed-by.tsx';
import { Fragment } from 'react';
import { DecisionState } from '#app/drafting/state/decision-state.tsx';
import type { ListedVersion } from '#app/drafting/acts/version-list.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { bindSpaces } from '#app/i18n/typography.ts';
import { ChangeBlock } from '../remarks/change-view.tsx';
import type { Stretch, WordsPage } from './words-page.server.ts';

/** The words of a clause, each stretch a link to what brought it: works with a mouse, a keyboard and without scripts. */
export function LinkedWords({
  slug,
  code,
  stretches,
  picked = null,
}: {
  slug: string;
  code: number;
  stretches: readonly Stretch[];
  picked?: Stretch | null;
}) {
  const t = useT();
  const to = usePaths();
  return (
    <>
      {stretches.map((stretch) => (
        <a
          key={stretch.from}
          className={stretch.version === 1 ? 'words' : 'words words--brought'}
          href={`${to.words(slug, code, stretch.from)}#skad`}
          title={
            stretch.version === 1 ? t('textwork.words.original') : t('versions.number', { number: stretch.version })
          }
          aria-current={stretch.from === picked?.from ? 'true' : undefined}
        >
          {bindSpaces(stretch.words)}
        </a>
      ))}
    </>
  );
}

/** What brought the words picked: version, remark, ruling, reason, line of the report. */
export function WordsOrigin({ page }: { page: WordsPage & { picked: NonNullable<WordsPage['picked']> } }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const {
    picked: { stretch, origin, change },
    slug,
    code,
  } = page;
  return (
    <section className="stack w-40" aria-labelledby="h-skad" id="skad">
      <h2 id="h-skad">{t('textwork.words.from')}</h2>
      <blockquote className="quote" lang="pl">
        {bindSpaces(stretch.words.trim())}
      </blockquote>
      <dl className="chain-facts">
        <div>
          <dt>{t('textwork.words.version')}</dt>
          <dd>
            <a href={to.version(slug, origin.number)}>{t('versions.number', { number: origin.number })}</a>,{' '}
            {formatDateTime(locale, origin.createdAt)}
          </dd>
        </div>
        <Cause origin={origin} slug={slug} />
      </dl>
      {change ? (
        <div className="amend" lang="pl">
          <ChangeBlock change={change} sentence={false} />
        </div>
      ) : null}
      <p className="actions">
        {origin.number > 1 ? (
          <a className="tap" href={to.redline(slug, origin.number - 1, origin.number)}>
            {t('versions.what-changed')}
          </a>
        ) : null}
        <a
          className="tap"
          href={`${to.comment(slug, code)}?cytat=${encodeURIComponent(stretch.words.trim().slice(0, 500))}`}
        >
          {t('textwork.words.comment')}
        </a>
      </p>
    </section>
  );
}

function Cause({ origin, slug }: { origin: ListedVersion; slug: string }) {
  const t = useT();
  const to = usePaths();
  const { causes } = origin;
  if (origin.kind === 'import')
    return (
      <div>
        <dt>{t('textwork.words.cause')}</dt>
        <dd>{t('textwork.words.original')}</dd>
      </div>
    );
  if (causes.length === 0) {
    return (
      <>
        <div>
          <dt>{t('textwork.words.cause')}</dt>
          <dd>{t('textwork.words.editorial', { name: origin.madeBy })}</dd>
        </div>
        <div>
          <dt>{t('drafting.reason')}</dt>
          <dd lang="pl">{origin.note}</dd>
        </div>
      </>
    );
  }
  return causes.map((cause) => (
    <Fragment key={cause.remark}>
      <div>
        <dt>{t('textwork.words.cause')}</dt>
        <dd>
          <a href={to.remark(slug, cause.remark)}>{t(`overview.${cause.kind}`, { number: cause.remark })}</a>,{' '}
          <SignedBy signed={cause} />
        </dd>
      </div>
      <div>
        <dt>{t('drafting.remark.ruling')}</dt>
        <dd>
          <DecisionState decision={cause.decision} /> {cause.madeBy}
        </dd>
      </div>
      <div>
        <dt>{t('drafting.reason')}</dt>
        <dd lang="pl">{cause.reason}</dd>
      </div>
      <div>
        <dt>{t('textwork.words.report')}</dt>
        <dd>
          <a href={`${to.report(slug, { uwaga: cause.remark })}#uwaga-${cause.remark}`}>
            {t('textwork.words.report-line', { number: cause.remark })}
          </a>
        </dd>
      </div>
    </Fragment>
  ));
}
