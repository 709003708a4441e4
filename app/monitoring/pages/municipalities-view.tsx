import { Form, Submit, SubmitRow, TextArea, type FormProblem } from '#app/components/form.tsx';
import { Notice, PageHead } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { editionTitle } from '../cards/edition-title.ts';
import { Unresolved } from './edition-form.tsx';
import type { FoundMunicipality, UnresolvedLine } from '../publication/resolve-municipalities.server.ts';
import { kindWords } from '../cards/score-words.ts';
import type { Board } from '../fieldwork/team-queries.server.ts';
import { useWords } from '../bridge/use-words.ts';

type Props = {
  board: Board;
  query: string;
  found: readonly FoundMunicipality[];
  failure: FormProblem | null;
  unresolved: readonly UnresolvedLine[];
  problem: 'published' | 'has-answers' | 'assigned' | 'gone' | null;
};

/** The municipalities of an edition: search and add one by one, or paste a list. */
export function MunicipalitiesView({ board, query, found, failure, unresolved, problem }: Props) {
  const words = useWords();
  const { t, to, locale } = words;
  const { edition, rows } = board;
  const chosen = new Set(rows.map((row) => row.teryt));
  return (
    <>
      <PageHead
        title={t('monitoring.choose')}
        kind={<a href={to.teamEdition(edition.slug)}>{editionTitle(locale, edition)}</a>}
      />
      {problem ? (
        <Notice warn>
          <p>{t(`monitoring.choose.problem.${problem}`)}</p>
        </Notice>
      ) : null}
      <section className="section" aria-labelledby="h-search">
        <h2 id="h-search">{t('monitoring.choose.search')}</h2>
        <form className="inline-form mb-4" method="get">
          <div className="field">
            <label htmlFor="f-q">{t('monitoring.filter.name')}</label>
            <input
              className="input"
              id="f-q"
              name="q"
              type="search"
              maxLength={bounds.searchedName}
              defaultValue={query}
              autoComplete="off"
            />
          </div>
          <button className="btn btn--quiet" type="submit">
            {t('form.search')}
          </button>
        </form>
        {query && found.length === 0 ? <p>{t('monitoring.choose.nothing', { query })}</p> : null}
        <ul className="picks" role="list">
          {found.map((municipality) => (
            <li key={municipality.teryt}>
              <span>
                {municipality.name}, {kindWords(words, municipality.kind)},{' '}
                {t('monitoring.county', { county: municipality.county })}, {municipality.teryt}
              </span>
              {chosen.has(municipality.teryt) ? (
                <span className="quiet">{t('monitoring.choose.in')}</span>
              ) : (
                <OneButton
                  action="add"
                  teryt={municipality.teryt}
                  label={t('monitoring.choose.add', { name: municipality.name })}
                />
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className="section" aria-labelledby="h-list">
        <h2 id="h-list">{t('monitoring.choose.list')}</h2>
        <Form failure={failure}>
          <input type="hidden" name="intent" value="list" />
          <TextArea
            name="municipalities"
            max={bounds.municipalities}
            label={t('monitoring.municipalities')}
            hint={t('monitoring.new.municipalities-hint')}
            rows={6}
          />
          <Unresolved lines={unresolved} />
          <SubmitRow>
            <Submit quiet>{t('monitoring.choose.add-list')}</Submit>
          </SubmitRow>
        </Form>
      </section>
      <section className="section" aria-labelledby="h-chosen">
        <h2 id="h-chosen">{t('monitoring.choose.chosen', { count: rows.length })}</h2>
        <ul className="picks" role="list">
          {rows.map((row) => (
            <li key={row.teryt}>
              <span>
                {row.name}, {kindWords(words, row.kind)}, {row.teryt}
              </span>
              {row.isBarred || row.answered > 0 ? (
                <span className="quiet">{t('monitoring.choose.has-answers')}</span>
              ) : (
                <OneButton
                  action="remove"
                  teryt={row.teryt}
                  assigned={row.byArea.reduce((sum, { coders }) => sum + coders.length, 0)}
                  label={t('monitoring.choose.remove', { name: row.name })}
                />
              )}
            </li>
          ))}
        </ul>
        <p className="actions pt-3">
          <a className="btn" href={to.teamEdition(edition.slug)}>
            {t('monitoring.choose.done')}
          </a>
        </p>
      </section>
    </>
  );
}

function OneButton({
  action,
  teryt,
  assigned,
  label,
}: {
  action: 'add' | 'remove';
  teryt: string;
  assigned?: number;
  label: string;
}) {
  return (
    <form method="post">
      <input type="hidden" name="intent" value={action} />
      <input type="hidden" name="teryt" value={teryt} />
      {assigned === undefined ? null : <input type="hidden" name="assigned" value={assigned} />}
      <button className="btn btn--quiet btn--small" type="submit">
        {label}
      </button>
    </form>
  );
}
