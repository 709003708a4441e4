import { Form, Submit, SubmitRow, TextArea, type FormProblem } from '#app/components/form.tsx';
import { Empty, Notice, PageHead } from '#app/components/page-parts.tsx';
import { Polish } from '#app/components/polish.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import { editionTitle } from '../cards/edition-title.ts';
import { useWords } from '../bridge/use-words.ts';
import { noteField } from '../publication/changes/change-input.ts';
import type { ChangeDesk, ChangeRow } from '../publication/changes/change-desk.server.ts';
import type { DecideProblem } from '../publication/changes/decide-change.server.ts';

type ChangeFailure = { id: string; failure: FormProblem };
type Props = { desk: ChangeDesk; problem: DecideProblem | null; failure: ChangeFailure | null };

/** Corrections and withdrawals: what waits for a second person, what became of the others, and who was told. */
export function ChangesView({ desk, problem, failure }: Props) {
  const { t, to, locale } = useWords();
  return (
    <>
      <PageHead
        title={t('publication.changes')}
        kind={editionTitle(locale, desk)}
        lead={t('publication.changes.lead')}
      />
      {problem ? (
        <Notice warn>
          <p>{t(`publication.change.problem.${problem}`)}</p>
        </Notice>
      ) : null}
      {desk.isLead && desk.stage === 'public' && !desk.isWithdrawn ? (
        <p className="actions">
          <a className="btn btn--quiet" href={to.corrections(desk.slug)}>
            {t('publication.correct')}
          </a>
          <a className="btn btn--quiet" href={to.withdrawEdition(desk.slug)}>
            {t('publication.withdraw')}
          </a>
        </p>
      ) : null}
      {desk.changes.length === 0 ? (
        <Empty>
          <p>{t('publication.changes.none')}</p>
        </Empty>
      ) : (
        <ol className="corrections" role="list">
          {desk.changes.map((change) => (
            <li key={change.id} id={`zmiana-${change.id}`}>
              <Change desk={desk} change={change} failure={failure?.id === change.id ? failure.failure : null} />
            </li>
          ))}
        </ol>
      )}
      <Told desk={desk} />
    </>
  );
}

function Change({ desk, change, failure }: { desk: ChangeDesk; change: ChangeRow; failure: FormProblem | null }) {
  const { t, say, locale } = useWords();
  const typed = failure?.values[noteField(change.id)]?.[0];
  const at = (instant: string) => formatDateTime(locale, new Date(instant));
  return (
    <>
      <h2 className="sub-head">
        {change.kind === 'correction'
          ? t('publication.change.correction', { name: change.name ?? '', indicator: change.indicator?.id ?? '' })
          : change.name
            ? t('publication.change.card', { name: change.name })
            : t('publication.change.edition')}
      </h2>
      <p>
        <b>{t(`publication.change.state.${change.state}`)}</b>
        {change.issue ? `, ${t('publication.change.issue', { issue: change.issue })}` : ''}
      </p>
      <dl className="kv">
        <dt>{t('publication.change.proposed')}</dt>
        <dd>
          {change.proposedBy}, <time dateTime={change.proposedAt}>{at(change.proposedAt)}</time>
        </dd>
        {change.indicator ? (
          <>
            <dt>{t('monitoring.indicator')}</dt>
            <dd>
              {change.indicator.id}. {say(change.indicator.question)}
            </dd>
          </>
        ) : null}
        {change.after ? (
          <>
            <dt>{t('publication.corrections.before')}</dt>
            <dd>{change.before ? answerWords(change.before) : t('monitoring.status.unanswered')}</dd>
            <dt>{t('publication.corrections.after')}</dt>
            <dd>
              {answerWords(change.after)}
              {change.after.evidence.length > 0 ? (
                <>
                  <br />
                  <span className="long">{change.after.evidence.join(' ')}</span>
                </>
              ) : null}
            </dd>
          </>
        ) : null}
        {change.ground ? (
          <>
            <dt>{t('publication.withdraw.ground')}</dt>
            <dd>{t(`publication.withdrawn.ground.${change.ground}`)}</dd>
          </>
        ) : null}
        <dt>{t('publication.withdrawn.reason')}</dt>
        <dd className="said">
          <Polish>{change.reason}</Polish>
        </dd>
        {change.decidedAt ? (
          <>
            <dt>{t('publication.change.decided')}</dt>
            <dd>
              {change.decidedBy}, <time dateTime={change.decidedAt}>{at(change.decidedAt)}</time>
            </dd>
          </>
        ) : null}
        {change.note ? (
          <>
            <dt>{t('publication.change.note')}</dt>
            <dd className="said">{change.note}</dd>
          </>
        ) : null}
      </dl>
      {change.state !== 'waiting' && typed ? (
        <p className="note">
          {t('publication.change.typed')}: {typed}
        </p>
      ) : null}
      {change.state === 'waiting' && !desk.isWithdrawn ? (
        <Decide desk={desk} change={change} failure={failure} />
      ) : null}
    </>
  );

  function answerWords({ state, level, reason }: NonNullable<ChangeRow['before']>): string {
    const words =
      state === 'scored'
        ? t('monitoring.level.n', { level: level ?? 0 })
        : t(`monitoring.state.${state as 'withheld'}`);
    return reason ? `${words}: ${reason}` : words;
  }
}

function Decide({ desk, change, failure }: { desk: ChangeDesk; change: ChangeRow; failure: FormProblem | null }) {
  const { t, to } = useWords();
  return (
    <>
      {change.others === 0 ? (
        <Notice warn still>
          <p>
            {t('publication.change.nobody')} <a href={to.teamPeople(desk.teamSlug)}>{t('fieldwork.people.title')}</a>
          </p>
        </Notice>
      ) : null}
      {change.problem === null ? (
        <Form failure={failure}>
          <input type="hidden" name="id" value={change.id} />
          <p>{t(`publication.change.effect.${change.kind}`)}</p>
          <SubmitRow>
            <Submit name="intent" value="approve">
              {t('publication.change.approve')}
            </Submit>
          </SubmitRow>
          <TextArea
            name={noteField(change.id)}
            max={bounds.correctionReason}
            label={t('publication.change.note')}
            hint={t('publication.change.note-hint')}
            optional
          />
          <SubmitRow>
            <Submit quiet name="intent" value="decline">
              {t('publication.change.decline')}
            </Submit>
          </SubmitRow>
        </Form>
      ) : (
        <p className="note">{t(`publication.change.why.${change.problem}`, { count: change.others })}</p>
      )}
      {change.problem === 'own' ? (
        <Form>
          <input type="hidden" name="id" value={change.id} />
          <SubmitRow>
            <Submit quiet name="intent" value="cancel">
              {t('publication.change.cancel')}
            </Submit>
          </SubmitRow>
        </Form>
      ) : null}
    </>
  );
}

/** The letters as the outbox knows them. */
function Told({ desk }: { desk: ChangeDesk }) {
  const { t } = useWords();
  if (desk.stage === 'coding') return null;
  return (
    <section className="section" aria-labelledby="h-told">
      <h2 id="h-told">{t('publication.told')}</h2>
      {desk.told.length === 0 ? (
        <p>{t('publication.told.none')}</p>
      ) : (
        <div className="room">
          <table role="table" className="data data--stack w-56">
            <caption className="vh">{t('publication.told')}</caption>
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col">
                  {t('publication.told.of')}
                </th>
                {(['sent', 'waiting', 'failed'] as const).map((column) => (
                  <th role="columnheader" scope="col" key={column} className="num">
                    {t(`publication.told.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {desk.told.map((row) => (
                <tr role="row" key={`${row.occasion} ${row.audience}`}>
                  <th role="rowheader" scope="row">
                    {t(`publication.told.occasion.${row.occasion}`)}, {t(`publication.told.audience.${row.audience}`)}
                  </th>
                  {(['sent', 'waiting', 'failed'] as const).map((column) => (
                    <td role="cell" key={column} className="num" data-label={t(`publication.told.${column}`)}>
                      {row[column]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {desk.unreached > 0 ? <p className="note">{t('publication.told.unreached', { count: desk.unreached })}</p> : null}
    </section>
  );
}
