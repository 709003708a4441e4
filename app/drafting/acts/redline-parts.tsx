import { Fragment } from 'react';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import { redlineViews, type RedlineView } from './compared-versions.ts';
import type { RedlineContext } from './redline-view.tsx';
import { causeIn } from './cause-words.ts';
import { causeKey, isOnlyNumber, type UnitCause } from './unit-causes.ts';
import type { VersionDiff } from './version-diff.ts';
import type { ListedVersion } from './version-list.server.ts';

type LeadProps = {
  diff: VersionDiff;
  causes: RedlineContext['causes'];
  context: RedlineContext;
  same: boolean;
};

/** The whole redline in a sentence or two. */
export function RedlineLead({ diff, causes, context, same }: LeadProps) {
  const t = useT();
  if (same) return <>{t('redline.same-version')}</>;
  const { changes, touched, total } = diff;
  if (changes.length === 0) return <>{t('redline.lead-none')}</>;
  const fromRemarks = changes.filter((unit) =>
    (causes[unit.clauseId] ?? []).some(
      (cause) => !isOnlyNumber(cause) && causeIn(context.versions.get(cause.version), cause),
    ),
  ).length;
  return (
    <>
      {t('redline.lead', { changes: changes.length, units: touched })}{' '}
      {t('redline.lead-causes', { count: fromRemarks, rest: changes.length - fromRemarks })}{' '}
      {t('redline.lead-rest', { count: total - touched })}
    </>
  );
}

type PickerProps = { slug: string; versions: readonly ListedVersion[]; from: number; to: number; view: RedlineView };

export function VersionPicker({ slug, versions, from, to: target, view }: PickerProps) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const options = [...versions].reverse().map((version) => (
    <option key={version.number} value={version.number}>
      {t('versions.option', { number: version.number, date: formatDate(locale, version.createdAt) })}
    </option>
  ));
  return (
    <form
      className="inline-form"
      action={to.redline(slug, from, target).split('?')[0]}
      method="get"
      aria-label={t('redline.picker')}
    >
      <div className="field">
        <label htmlFor="v1">{t('redline.compare')}</label>
        <select className="input" id="v1" name="od" defaultValue={from}>
          {options}
        </select>
      </div>
      <div className="field">
        <label htmlFor="v2">{t('redline.with')}</label>
        <select className="input" id="v2" name="do" defaultValue={target}>
          {options}
        </select>
      </div>
      {view === 'tekst' ? null : <input type="hidden" name="widok" value={view} />}
      <button className="btn btn--quiet" type="submit">
        {t('redline.compare')}
      </button>
    </form>
  );
}

export const viewKeys = {
  tekst: 'redline.in-text',
  obok: 'textwork.side-by-side',
  'bylo-jest': 'wasis.title',
} as const satisfies Record<RedlineView, MessageKey>;

export function Views({ slug, from, to: target, view }: { slug: string; from: number; to: number; view: RedlineView }) {
  const t = useT();
  const to = usePaths();
  return (
    <ul className="filters views" aria-label={t('redline.view')}>
      {(['tekst', ...redlineViews] as const).map((each) => (
        <li key={each}>
          <a
            href={to.redline(slug, from, target, each === 'tekst' ? undefined : each)}
            aria-current={each === view ? 'true' : undefined}
          >
            {t(viewKeys[each])}
          </a>
        </li>
      ))}
      <li>
        <a href={to.version(slug, target)}>{t('redline.clean', { number: target })}</a>
      </li>
      <li>
        <a href={to.versions(slug)}>{t('versions.title')}</a>
      </li>
    </ul>
  );
}

export function Legend() {
  const t = useT();
  return (
    <ul className="legend" aria-label={t('redline.legend')}>
      <li>
        <ins>{t('redline.legend.ins')}</ins>: {t('redline.legend.ins-sign')}
      </li>
      <li>
        <del>{t('redline.legend.del')}</del>: {t('redline.legend.del-sign')}
      </li>
      <li>
        <span className="mov">{t('redline.legend.mov')}</span>: {t('redline.legend.mov-sign')}
      </li>
    </ul>
  );
}

function CauseLink({ unit, context }: { unit: UnitCause; context: RedlineContext }) {
  const t = useT();
  const to = usePaths();
  const number = unit.version;
  const cause = causeIn(context.versions.get(number), unit);
  return cause ? (
    <a href={to.remark(context.slug, cause.remark)}>{t(`overview.${cause.kind}`, { number: cause.remark })}</a>
  ) : (
    <a href={to.version(context.slug, number)}>{t('redline.editorial', { number })}</a>
  );
}

/** Numbers that shifted without a change of words: told apart, because nothing else happened there. */
export function Renumbered({
  items,
  context,
}: {
  items: VersionDiff['renumbered'];
  /** What is known of the versions; none while a change is only tried out. */
  context?: RedlineContext;
}) {
  const t = useT();
  if (items.length === 0) return null;
  return (
    <details className="mt-4">
      <summary>{t('redline.renumbered', { count: items.length })}</summary>
      <ul>
        {items.map((item) => (
          <li key={item.code}>
            {t('redline.renumbered-item', { before: item.before.citation, after: item.after.citation })}
            {context
              ? (context.causes[item.clauseId] ?? []).map((cause) => (
                  <Fragment key={causeKey(cause)}>
                    {', '}
                    <CauseLink unit={cause} context={context} />
                  </Fragment>
                ))
              : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
