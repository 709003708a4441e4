import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';

/** What can be done with words a reader selects; the script shows it beside them. Without scripts every unit has the same links. */
export function SelectWords({ slug }: { slug: string }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <>
      <div
        className="select-words"
        hidden
        role="group"
        aria-label={t('draft.selected')}
        lang={locale}
        data-select-words=""
        data-base={`${to.consultation(slug)}/j/`}
      >
        <a className="btn btn--small" data-page="poprawka" data-op="replace" href={to.draft(slug)}>
          {t('draft.propose')}
        </a>
        <a className="btn btn--quiet btn--small" data-page="poprawka" data-op="none" href={to.draft(slug)}>
          {t('draft.remark')}
        </a>
        <a className="btn btn--quiet btn--small" data-page="komentarz" href={to.draft(slug)}>
          {t('draft.comment')}
        </a>
      </div>
      <script src="/select-words.js" defer />
    </>
  );
}

/** Says so where the script is there to do it. */
export function SelectHint() {
  const t = useT();
  return (
    <span hidden data-select-hint="">
      {t('draft.select-how')}
    </span>
  );
}
