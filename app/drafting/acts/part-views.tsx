import { bounds } from '#app/forms/bounds.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { contentsOf, type ContentsEntry, type UnitView } from './act-view.ts';
import type { PartShown, Search } from './reading-page.server.ts';

type Shown = { slug: string; part: PartShown };

/** Address of a part, null for the whole of it; the first stands at the address of the act itself. Amendments in the text stay there. */
function usePartAddress({ slug, part }: Shown): (number: number | null) => string {
  const to = usePaths();
  return (number) =>
    to.draft(slug, {
      czesc: number === 1 ? null : number,
      calosc: number === null ? 1 : null,
      poprawki: part.hasAmendments ? 1 : null,
    });
}

/** Contents of a long act: its parts, and under the one that is shown what stands in it. */
export function PartsContents({ slug, part, units }: Shown & { units: UnitView[] }) {
  const t = useT();
  const addressOf = usePartAddress({ slug, part });
  return (
    <nav className="toc" aria-label={t('draft.contents')} tabIndex={0}>
      <h2 className="toc-head">{t('draft.contents')}</h2>
      <details>
        <summary>{t('draft.contents')}</summary>
        <ol lang="pl">
          {part.names.map((name, at) => (
            <li key={name}>
              <a className="chap" href={addressOf(at + 1)} aria-current={part.number === at + 1 ? 'page' : undefined}>
                <span>{name}</span>
              </a>
              {part.number === at + 1 ? <ContentsList entries={contentsOf(units)} /> : null}
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

export function ContentsList({ entries }: { entries: ContentsEntry[] }) {
  const t = useT();
  return (
    <ol lang="pl">
      {entries.map((entry) => (
        <li key={entry.code}>
          <a className={entry.isHeading ? 'chap' : undefined} href={`#j${entry.code}`}>
            <span className={entry.voices > 0 && !entry.isHeading ? 'pause' : undefined}>
              {[entry.label, entry.heading].filter(Boolean).join(' ')}
            </span>
            {entry.voices > 0 && !entry.isHeading ? (
              <span className="c">
                {entry.voices}
                <span className="vh" lang={t('draft.language')}>
                  {' '}
                  {t('draft.voices', { count: entry.voices })}
                </span>
              </span>
            ) : null}
          </a>
          {entry.children.length > 0 ? <ContentsList entries={entry.children} /> : null}
        </li>
      ))}
    </ol>
  );
}

/** Which part this is, search in the whole act and what it found. */
export function PartHead({ slug, part, search }: Shown & { search: Search | null }) {
  const t = useT();
  const to = usePaths();
  const addressOf = usePartAddress({ slug, part });
  const { number, names } = part;
  return (
    <div className="part-head" lang={t('draft.language')}>
      <p className="note">
        {number === null ? t('draft.part.whole') : t('draft.part.of', { number, count: names.length })}{' '}
        <a className="no-print" href={addressOf(number === null ? 1 : null)}>
          {t(number === null ? 'draft.part.by-parts' : 'draft.part.show-whole')}
        </a>
      </p>
      {number === null ? null : (
        <p className="note no-print">
          {t('draft.part.print')} <a href={to.text(slug)}>{t('draft.clean-text')}</a>,{' '}
          <a href={to.textFile(slug, 'pdf')}>{t('format.pdf')}</a>
        </p>
      )}
      <form method="get" action={to.draft(slug)} role="search" className="inline-form">
        <label htmlFor="szukaj">{t('draft.search')}</label>
        <input id="szukaj" name="szukaj" type="search" maxLength={bounds.searchedWords} defaultValue={search?.words} />
        <button className="btn btn--quiet" type="submit">
          {t('draft.search.go')}
        </button>
      </form>
      {search ? <Found slug={slug} search={search} /> : null}
    </div>
  );
}

function Found({ slug, search }: { slug: string; search: Search }) {
  const t = useT();
  const to = usePaths();
  const { words, found, more } = search;
  return (
    <section aria-label={t('draft.search.found', { words })}>
      <h2 className="size-4 mb-2">{t('draft.search.found', { words })}</h2>
      {found.length === 0 ? (
        <p>{t('draft.search.nothing')}</p>
      ) : (
        <ol role="list" className="part-found" lang="pl">
          {found.map((unit) => (
            <li key={unit.code}>
              <a href={`${to.draft(slug)}?jednostka=${unit.code}`}>{unit.citation}</a> <span>{unit.words}</span>
            </li>
          ))}
        </ol>
      )}
      {more > 0 ? <p className="note">{t('draft.search.more', { count: more })}</p> : null}
    </section>
  );
}

/** The way to the parts beside this one, under its last words. */
export function PartNav({ slug, part }: Shown) {
  const { number, names } = part;
  const t = useT();
  const addressOf = usePartAddress({ slug, part });
  if (number === null) return null;
  const link = (to: number, key: 'draft.part.previous' | 'draft.part.next') =>
    names[to - 1] === undefined ? null : (
      <a className="tap" href={addressOf(to)}>
        {t(key)}: <span lang="pl">{names[to - 1]}</span>
      </a>
    );
  return (
    <nav className="actions" aria-label={t('draft.part.others')} lang={t('draft.language')}>
      {link(number - 1, 'draft.part.previous')}
      {link(number + 1, 'draft.part.next')}
    </nav>
  );
}
