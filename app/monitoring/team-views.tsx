import { Empty, PageHead } from '#app/components/page-parts.tsx';
import { Legend, StatusSign } from './coding-view.tsx';
import { dayWords, instantDay, kindWords } from './score-words.ts';
import type { Board, DeskTeam, UnitPage } from './team-queries.server.ts';
import { useWords } from './use-words.ts';

/** The member's teams with their editions. */
export function TeamDesk({ teams }: { teams: readonly DeskTeam[] }) {
  const { t, to, locale } = useWords();
  return (
    <>
      <PageHead title={t('monitoring.desk')} lead={t('monitoring.desk.lead')} />
      {teams.map((team) => (
        <section key={team.id} className="section" aria-labelledby={`h-${team.slug}`}>
          <h2 id={`h-${team.slug}`}>{team.name}</h2>
          <p className="note">{t(team.isLead ? 'monitoring.desk.lead-role' : 'monitoring.desk.member-role')}</p>
          {team.editions.length === 0 ? <Empty><p>{t('monitoring.desk.empty')}</p></Empty> : (
            <table role="table" className="data data--stack w-56">
              <caption className="vh">{t('monitoring.desk.editions')}</caption>
              <thead role="rowgroup">
                <tr role="row"><th role="columnheader" scope="col">{t('monitoring.edition')}</th><th role="columnheader" scope="col">{t('monitoring.state')}</th><th role="columnheader" scope="col" className="end">{t('monitoring.municipalities')}</th></tr>
              </thead>
              <tbody role="rowgroup">
                {team.editions.map((edition) => (
                  <tr key={edition.slug} role="row">
                    <th role="rowheader" scope="row"><a href={to.teamEdition(edition.slug)}>{locale === 'pl' ? edition.titlePl : edition.titleEn}</a></th>
                    <td role="cell" data-label={t('monitoring.state')}>{edition.publishedAt ? t('monitoring.published', { date: instantDay(locale, edition.publishedAt) }) : t('monitoring.coding')}</td>
                    <td role="cell" className="end" data-label={t('monitoring.municipalities')}>{edition.municipalities}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {team.isLead ? <p className="actions pt-3"><a className="btn" href={to.newEdition(team.slug)}>{t('monitoring.new')}</a></p> : null}
        </section>
      ))}
    </>
  );
}

/** Edition × municipality with how far each is. */
export function BoardView({ board }: { board: Board }) {
  const words = useWords();
  const { t, to, say, locale } = words;
  const { edition, rows } = board;
  const isCoding = edition.state === 'coding';
  return (
    <>
      <PageHead title={locale === 'pl' ? edition.titlePl : edition.titleEn} kind={`${edition.teamName}, ${isCoding ? t('monitoring.coding') : t('monitoring.is-published')}`}>
        <ul className="facts">
          <li>{t('monitoring.measured', { from: dayWords(locale, edition.measuredFrom), to: dayWords(locale, edition.measuredTo) })}</li>
          <li><a href={to.methodology(edition.methodologyKey, edition.methodologyVersion)}>{t('monitoring.method.version', { version: edition.methodologyVersion })}</a></li>
          {isCoding ? null : <li><a href={to.edition(edition.slug)}>{t('monitoring.public-page')}</a></li>}
        </ul>
      </PageHead>
      {rows.length === 0 ? <Empty><p>{t('monitoring.board.empty')}</p></Empty> : (
        <table role="table" className="data data--stack">
          <caption>{t('monitoring.board.caption', { count: rows.length, questions: board.questions })}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">{t('monitoring.municipality')}</th>
              <th role="columnheader" scope="col" className="end">{t('monitoring.board.answered')}</th>
              <th role="columnheader" scope="col" className="end">{t('monitoring.board.incomplete')}</th>
              {board.areas.map((area) => <th key={area.id} role="columnheader" scope="col" className="end">{say(area).split(' ')[0]}</th>)}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr key={row.teryt} role="row">
                <th role="rowheader" scope="row"><a href={to.teamUnit(edition.slug, row.teryt)}>{row.name}</a><br /><span className="quiet plain">{kindWords(words, row.kind)}, {row.teryt}</span></th>
                <td role="cell" className="end" data-label={t('monitoring.board.answered')}>{t('monitoring.n-of', { n: row.complete + row.incomplete, of: board.questions })}</td>
                <td role="cell" className="end" data-label={t('monitoring.board.incomplete')}>{row.incomplete}</td>
                {row.byArea.map((area) => (
                  <td key={area.area} role="cell" className="end" data-label={say(board.areas.find((each) => each.id === area.area) ?? { pl: area.area, en: area.area }).split(' ')[0]}>
                    {t('monitoring.n-of', { n: area.complete + area.incomplete, of: area.of })}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {edition.isLead && isCoding ? (
        <p className="actions pt-3">
          <a className="btn btn--quiet" href={to.editionMunicipalities(edition.slug)}>{t('monitoring.choose')}</a>
          <a className="btn" href={to.publishEdition(edition.slug)}>{t('monitoring.publish.open')}</a>
        </p>
      ) : null}
      {edition.isLead && !isCoding ? (
        <p className="actions pt-3"><a className="btn btn--quiet" href={to.publishEdition(edition.slug)}>{t('publication.desk')}</a></p>
      ) : null}
    </>
  );
}

/** All questions about one municipality. */
export function UnitView({ unit }: { unit: UnitPage }) {
  const { t, to, say, locale } = useWords();
  const { edition, municipality } = unit;
  const cells = unit.areas.flatMap((area) => area.cells);
  const first = cells.find((cell) => cell.status !== 'complete') ?? cells[0];
  return (
    <>
      <PageHead title={municipality.name} kind={locale === 'pl' ? edition.titlePl : edition.titleEn}
        lead={t('monitoring.unit.lead', { done: cells.filter((cell) => cell.status === 'complete').length, incomplete: cells.filter((cell) => cell.status === 'incomplete').length, of: cells.length })} />
      {first && edition.state === 'coding' ? <p className="actions"><a className="btn" href={to.coding(edition.slug, municipality.teryt, first.indicator)}>{t('monitoring.unit.go', { code: first.indicator })}</a></p> : null}
      {unit.areas.map((area) => (
        <section key={area.id} className="section" aria-labelledby={`h-${area.id}`}>
          <h2 id={`h-${area.id}`}>{say(area)}</h2>
          <ul className="questions" role="list">
            {area.cells.map((cell) => (
              <li key={cell.indicator}>
                <a href={to.coding(edition.slug, municipality.teryt, cell.indicator)}><span className="code">{cell.indicator}</span> {say(cell.question)}</a>
                <span className="by"><StatusSign status={cell.status} />{cell.answer ? <>, <AnswerShort answer={cell.answer} /></> : null}{cell.need > 0 ? `, ${t('monitoring.form.have', { have: cell.have, need: cell.need })}` : ''}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Legend />
    </>
  );
}

function AnswerShort({ answer }: { answer: string }) {
  const { t } = useWords();
  const [level, max] = answer.split('/');
  if (max) return <>{t('monitoring.level', { level: level ?? '', max })}</>;
  const state = (['not_applicable', 'not_assessed', 'withheld'] as const).find((known) => known === answer);
  return <>{state ? t(`monitoring.state.${state}`) : answer}</>;
}

