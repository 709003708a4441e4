import { Form, Submit, TextArea, useField, type FormProblem } from '#app/components/form.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import { useLocale, useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { rowsFor, Wording } from './propose-form.tsx';
import type { Question } from './remark-page.server.ts';

type Props = { question: Question; revision: number; version: number; filedAt: Date; action: string; failure: FormProblem | undefined };

/** The author is asked: three wordings under one another, and what each answer means. Nothing is preselected. */
export function ConsentForm({ question, revision, version, filedAt, action, failure }: Props) {
  const t = useT();
  const locale = useLocale();
  const isDeletion = question.op === 'delete';
  const title = isDeletion ? 'drafting.consent.delete' : question.fit === 'adapted' ? 'drafting.consent.adapted' : 'drafting.consent.conflict';
  const lead = question.current === null ? 'drafting.consent.gone-lead' : isDeletion ? 'drafting.consent.delete-lead' : question.fit === 'adapted' ? 'drafting.consent.adapted-lead' : 'drafting.consent.conflict-lead';
  return (
    <section className="section" aria-labelledby="h-zgoda" id="odpowiedz">
      <h2 id="h-zgoda">{t(title)}</h2>
      <p className="note">{t(lead)}</p>
      <Form action={action} failure={failure} className="form form--wide">
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="revision" value={revision} />
        <dl className="sides wordings flush">
          <div>
            <dt>{t('drafting.consent.filed')}<small>{t('drafting.consent.filed-at', { date: formatDate(locale, filedAt) })}</small></dt>
            <dd className="law flush"><Wording change={question.filed} text="" className="was" /></dd>
          </div>
          <div>
            <dt>{t('drafting.moved.now')}<small>{t('drafting.moved.now-version', { version })}</small></dt>
            <dd className="law flush"><p className="now">{question.current === null ? t('drafting.nothing') : `${question.mark} ${bindSpaces(question.current)}`.trim()}</p></dd>
          </div>
          {question.adapted ? (
            <div>
              <dt>{t('drafting.consent.adapted-words')}<small>{t('drafting.consent.about')}</small></dt>
              <dd className="law flush"><Wording change={question.adapted} text="" className="yours" /></dd>
            </div>
          ) : null}
        </dl>
        <Answers question={question} />
        <p className="actions"><Submit>{t('drafting.consent.send')}</Submit></p>
        <p className="by">{t('drafting.consent.silence')}</p>
      </Form>
    </section>
  );
}

function Answers({ question }: { question: Question }) {
  const t = useT();
  const field = useField('answer');
  const isDeletion = question.op === 'delete';
  const answer = (value: string, at: number, label: string, note: string) => (
    <>
      <label className="choice" htmlFor={`o-${at}`}>
        <input className={`sel-${at}`} type="radio" id={`o-${at}`} name="answer" value={value} aria-describedby={`m-${at}`} defaultChecked={field.value === value} />
        <span>{label}</span>
      </label>
      <ul className="means" id={`m-${at}`}><li>{note}</li></ul>
    </>
  );
  return (
    <fieldset id={field.id} tabIndex={-1} aria-describedby={field.describedBy}>
      <legend>{t('drafting.consent.answer')}</legend>
      <div className="answers switch">
        {question.fit === 'adapted' ? <div className="answer">{answer('confirm', 1, t(isDeletion ? 'drafting.consent.yes-delete' : 'drafting.consent.yes'), t('drafting.consent.yes-note'))}</div> : null}
        {question.current !== null && !isDeletion ? (
          <div className="answer">
            {answer('rewrite', 2, t('drafting.consent.change'), t('drafting.consent.change-note'))}
            <div className="panel for-2"><TextArea name="text" label={t('drafting.propose.text')} defaultValue={question.draft} rows={rowsFor(question.draft)} law /></div>
          </div>
        ) : null}
        <div className="answer">{answer('withdraw', 3, t('drafting.consent.withdraw'), t('drafting.remark.withdraw-note'))}</div>
      </div>
      {field.error ? <p className="error" id={`${field.id}-error`}>{field.error}</p> : null}
    </fieldset>
  );
}
