import { Form, Submit } from '#app/components/form.tsx';
import { Icon } from '#app/components/icon.tsx';
import { Empty, Notice, PageHead } from '#app/components/page-parts.tsx';
import { editionTitle } from '../cards/edition-title.ts';
import { Legend, StatusSign } from './coding-view.tsx';
import { TeamNav } from '../fieldwork/team-nav.tsx';
import { dayWords, instantDay, kindWords } from '../cards/score-words.ts';
import type { Board, BoardCell, DeskTeam, UnitPage } from '../fieldwork/team-queries.server.ts';
import { useWords } from '../bridge/use-words.ts';

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
          {team.editions.length === 0 ? (
            <Empty>
              <p>{t('monitoring.desk.empty')}</p>
            </Empty>
          ) : (
            <div className="room">
              <table role="table" className="data data--stack w-56">
                <caption className="vh">{t('monitoring.desk.editions')}</caption>
                <thead role="rowgroup">
                  <tr role="row">
                    <th role="columnheader" scope="col">
                      {t('monitoring.edition')}
                    </th>
                    <th role="columnheader" scope="col">
                      {t('monitoring.state')}
                    </th>
                    <th role="columnheader" scope="col" className="end">
                      {t('monitoring.municipalities')}
                    </th>
                  </tr>
                </thead>
                <tbody role="rowgroup">
                  {team.editions.map((edition) => (
                    <tr key={edition.slug} role="row">
                      <th role="rowheader" scope="row">
                        <a href={to.teamEdition(edition.slug)}>{editionTitle(locale, edition)}</a>
                      </th>
                      <td role="cell" data-label={t('monitoring.state')}>
                        {edition.publishedAt
                          ? t('monitoring.published', { date: instantDay(locale, edition.publishedAt) })
                          : t('monitoring.coding')}
                      </td>
                      <td role="cell" className="end" data-label={t('monitoring.municipalities')}>
                        {edition.municipalities}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          <p className="actions pt-3">
            {team.isLead ? (
              <a className="btn" href={to.newEdition(team.slug)}>
                {t('monitoring.new')}
              </a>
            ) : null}
            <a className="btn btn--quiet" href={to.teamPeople(team.slug)}>
              {t('fieldwork.people.open')}
            </a>
            <a className="btn btn--quiet" href={to.ties()}>
              {t('fieldwork.ties.title')}
            </a>
            <a className="btn btn--quiet" href={to.methodologies()}>
              {t('fieldwork.methods.title')}
            </a>
          </p>
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
      <TeamNav edition={edition} current="board" />
      <PageHead
        title={editionTitle(locale, edition)}
        kind={`${edition.teamName}, ${isCoding ? t('monitoring.coding') : t('monitoring.is-published')}`}
      >
        <ul className="facts">
          <li>
            {t('monitoring.measured', {
              from: dayWords(locale, edition.measuredFrom),
              to: dayWords(locale, edition.measuredTo),
            })}
          </li>
          <li>
            <a href={to.methodology(edition.methodologyKey, edition.methodologyVersion)}>
              {t('monitoring.method.version', { version: edition.methodologyVersion })}
            </a>
          </li>
          {isCoding ? null : (
            <li>
              <a href={to.edition(edition.slug)}>{t('monitoring.public-page')}</a>
            </li>
          )}
        </ul>
      </PageHead>
      {rows.length === 0 ? (
        <Empty>
          <p>{t('monitoring.board.empty')}</p>
        </Empty>
      ) : (
        <div className="room">
          <table role="table" className="data data--stack">
            <caption>{t('monitoring.board.caption', { count: rows.length, questions: board.questions })}</caption>
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col">
                  {t('monitoring.municipality')}
                </th>
                <th role="columnheader" scope="col" className="end">
                  {t('monitoring.board.answered')}
                </th>
                <th role="columnheader" scope="col" className="end">
                  {t('monitoring.board.incomplete')}
                </th>
                {edition.isBlind ? (
                  <th role="columnheader" scope="col" className="end">
                    {t('fieldwork.board.double')}
                  </th>
                ) : null}
                {board.areas.map((area) => (
                  <th key={area.id} role="columnheader" scope="col" className="end">
                    {say(area).split(' ')[0]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {rows.map((row) => (
                <MunicipalityRow key={row.teryt} board={board} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {edition.isLead && isCoding ? (
        <p className="actions pt-3">
          <a className="btn btn--quiet" href={to.editionMunicipalities(edition.slug)}>
            {t('monitoring.choose')}
          </a>
          <a className="btn" href={to.publishEdition(edition.slug)}>
            {t('monitoring.publish.open')}
          </a>
        </p>
      ) : null}
      {edition.isLead && !isCoding ? (
        <p className="actions pt-3">
          <a className="btn btn--quiet" href={to.publishEdition(edition.slug)}>
            {t('publication.desk')}
          </a>
        </p>
      ) : null}
    </>
  );
}

function MunicipalityRow({ board, row }: { board: Board; row: Board['rows'][number] }) {
  const words = useWords();
  const { t, to, say } = words;
  const { edition } = board;
  const name = (
    <span className="quiet plain">
      {kindWords(words, row.kind)}, {row.teryt}
    </span>
  );
  if (row.isBarred) {
    return (
      <tr role="row">
        <th role="rowheader" scope="row">
          <a href={to.teamUnit(edition.slug, row.teryt)}>{row.name}</a>
          <br />
          {name}
        </th>
        <td role="cell" data-label={t('monitoring.state')} colSpan={board.areas.length + (edition.isBlind ? 3 : 2)}>
          <span className="state">
            <Icon sign="s-none" />
            {t('fieldwork.barred.short')}
          </span>
        </td>
      </tr>
    );
  }
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a href={to.teamUnit(edition.slug, row.teryt)}>{row.name}</a>
        <br />
        {name}
      </th>
      <td role="cell" className="end" data-label={t('monitoring.board.answered')}>
        {t('monitoring.n-of', { n: row.answered, of: board.questions })}
      </td>
      <td role="cell" className="end" data-label={t('monitoring.board.incomplete')}>
        {row.incomplete}
      </td>
      {edition.isBlind ? (
        <td role="cell" className="end" data-label={t('fieldwork.board.double')}>
          {t('monitoring.n-of', { n: row.settled, of: row.doubles })}
        </td>
      ) : null}
      {row.byArea.map((area) => (
        <td
          key={area.area}
          role="cell"
          className="end"
          data-label={
            say(board.areas.find((each) => each.id === area.area) ?? { pl: area.area, en: area.area }).split(' ')[0]
          }
        >
          <span>
            {t('monitoring.n-of', { n: area.answered, of: area.of })}
            {area.coders.length > 0 ? (
              <>
                <br />
                <span className="quiet plain">{area.coders.join(', ')}</span>
              </>
            ) : null}
          </span>
        </td>
      ))}
    </tr>
  );
}

/** All questions about one municipality. */
export function UnitView({ unit, problem }: { unit: UnitPage; problem: string | null }) {
  const { t, to, say, locale } = useWords();
  const { edition, municipality } = unit;
  const cells = unit.areas.flatMap((area) => area.cells);
  const first = cells.find((cell) => cell.status !== 'complete') ?? cells[0];
  return (
    <>
      <PageHead
        title={municipality.name}
        kind={editionTitle(locale, edition)}
        lead={t('monitoring.unit.lead', {
          done: cells.filter((cell) => cell.status === 'complete').length,
          incomplete: cells.filter((cell) => cell.status === 'incomplete').length,
          of: cells.length,
        })}
      />
      {problem ? (
        <Notice warn>
          <p>{problem}</p>
        </Notice>
      ) : null}
      {first && edition.state === 'coding' && !unit.roundOpened ? (
        <p className="actions">
          <a className="btn" href={to.coding(edition.slug, municipality.teryt, first.indicator)}>
            {t('monitoring.unit.go', { code: first.indicator })}
          </a>
        </p>
      ) : null}
      {unit.areas.map((area) => (
        <section key={area.id} className="section" aria-labelledby={`h-${area.id}`}>
          <h2 id={`h-${area.id}`}>{say(area)}</h2>
          <ul className="questions" role="list">
            {area.cells.map((cell) => (
              <li key={cell.indicator}>
                <a href={to.coding(edition.slug, municipality.teryt, cell.indicator)}>
                  <span className="code">{cell.indicator}</span> {say(cell.question)}
                </a>
                <CellState cell={cell} />
              </li>
            ))}
          </ul>
          {edition.state === 'coding' ? <HandInForm area={area} /> : null}
        </section>
      ))}
      <Legend />
    </>
  );
}

/** Sign and words of one question's state, then what there is of it; the comma stays with the words before it. */
function CellState({ cell }: { cell: BoardCell }) {
  const { t } = useWords();
  const details = [
    cell.answer ? <AnswerShort key="answer" answer={cell.answer} /> : null,
    cell.need > 0 && cell.status !== 'elsewhere'
      ? t('monitoring.form.have', { have: cell.have, need: cell.need })
      : null,
    cell.cause ? t('fieldwork.cell.double') : null,
    cell.handedIn ? t('fieldwork.cell.handed-in') : null,
  ].filter((detail) => detail !== null);
  return (
    <span className="by">
      <span className="nowrap">
        <StatusSign status={cell.status} />
        {details.length > 0 ? ',' : ''}
      </span>{' '}
      {details.map((detail, at) => (
        <span key={at}>
          {at > 0 ? ', ' : ''}
          {detail}
        </span>
      ))}
    </span>
  );
}

/** Handing in the double-coded answers of an area: nothing to do where there are none. */
function HandInForm({ area }: { area: UnitPage['areas'][number] }) {
  const { t, say } = useWords();
  const { own, open, missing } = area.handIn;
  if (own === 0) return null;
  if (open === 0)
    return (
      <p className="by pt-3">
        <Icon sign="s-full" /> {t('fieldwork.hand-in.done')}
      </p>
    );
  return (
    <Form className="stack pt-3 w-56">
      <h3 className="sub-head">{t('fieldwork.hand-in.title')}</h3>
      <p>{t('fieldwork.hand-in.text', { own })}</p>
      {missing.length > 0 ? <p>{t('fieldwork.hand-in.missing', { codes: missing.join(', ') })}</p> : null}
      <input type="hidden" name="area" value={area.id} />
      <p className="actions">
        <Submit quiet>{t('fieldwork.hand-in.submit', { area: say(area) })}</Submit>
      </p>
    </Form>
  );
}

function AnswerShort({ answer }: { answer: string }) {
  const { t } = useWords();
  const [level, max] = answer.split('/');
  if (max) return <>{t('monitoring.level', { level: level ?? '', max })}</>;
  const state = (['not_applicable', 'not_assessed', 'withheld'] as const).find((known) => known === answer);
  return <>{state ? t(`monitoring.state.${state}`) : answer}</>;
}
