import { Form, RadioField, Submit, SubmitRow, TextArea, TextField, type FormProblem } from '#app/components/form.tsx';
import { Notice, PageHead } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { editionTitle } from '../cards/edition-title.ts';
import { useWords } from '../bridge/use-words.ts';
import { canBeNotApplicable } from '../methodology/answer-rules.ts';
import type { CorrectionPage } from '../publication/correction-page.server.ts';
import { CorrectionsList } from './corrections-list.tsx';
import { EVIDENCE_ROWS } from '../publication/correction-input.ts';

type Props = {
  page: CorrectionPage;
  failure: FormProblem | null;
  problem: 'not-public' | 'conflict' | 'tie' | 'withdrawn' | 'too-many-waiting' | 'waiting-already' | null;
};

/** The lead's corrections of a released edition: what was corrected, and the form for the next one. */
export function CorrectionsView({ page, failure, problem }: Props) {
  const { t, to, locale } = useWords();
  const { desk, chosen } = page;
  return (
    <>
      <PageHead
        title={t('publication.correct')}
        kind={editionTitle(locale, desk)}
        lead={t('publication.correct.lead')}
      />
      {problem ? (
        <Notice warn>
          <p>
            {t(
              problem === 'withdrawn' || problem === 'too-many-waiting' || problem === 'waiting-already'
                ? `publication.change.problem.${problem}`
                : `publication.correct.problem.${problem}`,
            )}
          </p>
        </Notice>
      ) : null}
      {desk.stage === 'public' ? (
        <Choice page={page} />
      ) : (
        <Notice warn>
          <p>{t('publication.correct.problem.not-public')}</p>
        </Notice>
      )}
      {chosen && desk.stage === 'public' ? <CorrectionForm page={page} failure={failure} /> : null}
      <section className="section" aria-labelledby="h-made">
        <h2 id="h-made">{t('publication.corrections', { count: desk.corrections.length })}</h2>
        <CorrectionsList slug={desk.slug} corrections={desk.corrections} named />
      </section>
      <p className="actions">
        <a className="btn btn--quiet" href={to.publishEdition(desk.slug)}>
          {t('monitoring.back')}
        </a>
      </p>
    </>
  );
}

function Choice({ page: { desk, indicators, chosen } }: { page: CorrectionPage }) {
  const { t, to, say } = useWords();
  return (
    <form className="inline-form" method="get" action={to.corrections(desk.slug)}>
      <div className="field">
        <label htmlFor="f-gmina">{t('monitoring.municipality')}</label>
        <select className="input" id="f-gmina" name="gmina" defaultValue={chosen?.teryt}>
          {desk.municipalities.map((row) => (
            <option key={row.teryt} value={row.teryt}>
              {row.name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="f-wskaznik">{t('monitoring.indicator')}</label>
        <select className="input input--indicator" id="f-wskaznik" name="wskaznik" defaultValue={chosen?.indicator.id}>
          {indicators.map((one) => (
            <option key={one.id} value={one.id}>
              {one.id}. {say(one.question)}
            </option>
          ))}
        </select>
      </div>
      <button className="btn btn--quiet" type="submit">
        {t('publication.correct.choose')}
      </button>
    </form>
  );
}

function CorrectionForm({ page, failure }: { page: CorrectionPage; failure: FormProblem | null }) {
  const { t, say } = useWords();
  const { desk, chosen } = page;
  if (!chosen) return null;
  const { indicator, current } = chosen;
  const states = ['withheld', 'not_assessed', ...(canBeNotApplicable(indicator) ? ['not_applicable'] : [])] as (
    | 'withheld'
    | 'not_assessed'
    | 'not_applicable'
  )[];
  const now =
    current === null
      ? t('monitoring.status.unanswered')
      : current.state === 'scored'
        ? t('monitoring.level', { level: current.level ?? 0, max: indicator.scale.max })
        : t(`monitoring.state.${current.state}`);
  return (
    <section className="section" aria-labelledby="h-form">
      <h2 id="h-form">
        {chosen.name}, {indicator.id}: {say(indicator.question)}
      </h2>
      <p className="note">
        {t('publication.correct.now', {
          answer: now,
          count: current?.evidence.length ?? 0,
          need: indicator.evidence.minItems,
        })}
      </p>
      <Form failure={failure}>
        <input type="hidden" name="issue" value={desk.issue} />
        <RadioField
          name="answer"
          label={t('publication.correct.answer')}
          defaultValue={
            current === null ? undefined : current.state === 'scored' ? String(current.level) : current.state
          }
          choices={[
            ...indicator.scale.levels.map((level) => ({
              value: String(level.value),
              label: t('monitoring.level.n', { level: level.value }),
              note: say(level),
            })),
            ...states.map((state) => ({
              value: state,
              label: t(`monitoring.state.${state}`),
              note: t(`monitoring.means.${state}`),
            })),
          ]}
        />
        <TextField
          name="requestedOn"
          type="date"
          label={t('monitoring.form.requested')}
          hint={t('monitoring.form.requested.hint')}
          defaultValue={current?.requestedOn ?? ''}
          optional
        />
        <TextArea
          name="note"
          max={bounds.codingReason}
          label={t('monitoring.form.reason')}
          defaultValue={current?.reason ?? ''}
        />
        <fieldset className="field">
          <legend>{t('publication.correct.evidence')}</legend>
          <p className="hint">{t('publication.correct.evidence-hint')}</p>
          {Array.from({ length: EVIDENCE_ROWS }, (_, row) => (
            <fieldset className="evidence-row" key={row}>
              <legend>{t('monitoring.form.item', { n: row + 1 })}</legend>
              <TextField
                name={`url-${row}`}
                max={bounds.evidenceUrl}
                type="url"
                label={t('monitoring.evidence.url')}
                optional
              />
              <TextField name={`note-${row}`} max={bounds.evidenceNote} label={t('monitoring.form.note')} optional />
              <TextField name={`place-${row}`} max={bounds.evidencePlace} label={t('monitoring.form.place')} optional />
            </fieldset>
          ))}
        </fieldset>
        <TextArea
          name="reason"
          max={bounds.correctionReason}
          label={t('publication.correct.reason')}
          hint={t('publication.correct.reason-hint')}
        />
        <p>{t('publication.correct.final')}</p>
        <SubmitRow>
          <Submit>{t('publication.correct.submit')}</Submit>
        </SubmitRow>
      </Form>
    </section>
  );
}
