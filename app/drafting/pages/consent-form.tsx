import { Polish } from '#app/components/polish.tsx';
import { Form, Submit, TextArea, useField, type FormProblem } from '#app/components/form.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import { useLocale, useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { isRewordable } from '../carry/plan-rewording.ts';
import { rowsFor, Wording } from '../register/propose-form.tsx';
import type { Question } from './remark-page.server.ts';
import { textLimits } from '#app/drafting/state/remark.ts';

type Props = {
  questions: readonly Question[];
  revision: number;
  version: number;
  filedAt: Date;
  action: string;
  failure: FormProblem | undefined;
};

/** The author is asked: for each unit three wordings under one another, then what each answer means. Nothing is preselected. */
export function ConsentForm({ questions, revision, version, filedAt, action, failure }: Props) {
  const t = useT();
  const isDeletion = questions.every(({ op }) => op === 'delete');
  const hasConflict = questions.some(({ fit }) => fit === 'conflict');
  const title = isDeletion
    ? 'drafting.consent.delete'
    : hasConflict
      ? 'drafting.consent.conflict'
      : 'drafting.consent.adapted';
  const lead = questions.some(({ current }) => current === null)
    ? 'drafting.consent.gone-lead'
    : isDeletion
      ? 'drafting.consent.delete-lead'
      : hasConflict
        ? 'drafting.consent.conflict-lead'
        : 'drafting.consent.adapted-lead';
  return (
    <section className="section" aria-labelledby="h-zgoda" id="odpowiedz">
      <h2 id="h-zgoda">{t(title)}</h2>
      <p className="note">{t(lead)}</p>
      {questions.length > 1 ? <p className="note">{t('deciding.consent.several')}</p> : null}
      <Form action={action} failure={failure} className="form form--wide">
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="revision" value={revision} />
        {questions.map((question) => (
          <div key={question.seq}>
            {questions.length > 1 ? <h3>{bindSpaces(question.citation)}</h3> : null}
            <Wordings question={question} version={version} filedAt={filedAt} />
          </div>
        ))}
        <Answers questions={questions} />
        <p className="actions">
          <Submit>{t('drafting.consent.send')}</Submit>
        </p>
        <p className="by">{t('drafting.consent.silence')}</p>
      </Form>
    </section>
  );
}

function Wordings({ question, version, filedAt }: { question: Question; version: number; filedAt: Date }) {
  const t = useT();
  const locale = useLocale();
  return (
    <dl className="sides wordings flush">
      <div>
        <dt>
          {t('drafting.consent.filed')}
          <small>{t('drafting.consent.filed-at', { date: formatDate(locale, filedAt) })}</small>
        </dt>
        <dd className="law flush">
          <Wording change={question.filed} text="" className="was" />
        </dd>
      </div>
      <div>
        <dt>
          {t('drafting.moved.now')}
          <small>{t('drafting.moved.now-version', { version })}</small>
        </dt>
        <dd className="law flush">
          <p className="now">
            {question.current === null ? (
              t('drafting.nothing')
            ) : (
              <Polish>{`${question.mark} ${bindSpaces(question.current)}`.trim()}</Polish>
            )}
          </p>
        </dd>
      </div>
      {question.adapted ? (
        <div>
          <dt>
            {t('drafting.consent.adapted-words')}
            <small>{t('drafting.consent.about')}</small>
          </dt>
          <dd className="law flush">
            <Wording change={question.adapted} text="" className="yours" />
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

function Answers({ questions }: { questions: readonly Question[] }) {
  const t = useT();
  const field = useField('answer', false, t('drafting.consent.answer'));
  const isDeletion = questions.every(({ op }) => op === 'delete');
  const canConfirm = questions.every(({ fit }) => fit === 'adapted');
  const canRewrite =
    questions.every(({ current }) => current !== null) &&
    questions.some(isRewordable) &&
    questions.every((question) => isRewordable(question) || question.fit === 'adapted');
  const answer = (value: string, at: number, label: string, note: string) => (
    <>
      <label className="choice" htmlFor={`o-${at}`}>
        <input
          className={`sel-${at}`}
          type="radio"
          id={`o-${at}`}
          name="answer"
          value={value}
          aria-describedby={`m-${at}`}
          defaultChecked={field.value === value}
        />
        <span>{label}</span>
      </label>
      <ul className="means" id={`m-${at}`}>
        <li>{note}</li>
      </ul>
    </>
  );
  return (
    <fieldset id={field.id} tabIndex={-1} aria-describedby={field.describedBy}>
      <legend>{t('drafting.consent.answer')}</legend>
      <div className="answers switch">
        {canConfirm ? (
          <div className="answer">
            {answer(
              'confirm',
              1,
              t(isDeletion ? 'drafting.consent.yes-delete' : 'drafting.consent.yes'),
              t('drafting.consent.yes-note'),
            )}
          </div>
        ) : null}
        {canRewrite ? (
          <div className="answer">
            {answer('rewrite', 2, t('drafting.consent.change'), t('drafting.consent.change-note'))}
            <div className="panel for-2">
              <NewWordsFields questions={questions} />
            </div>
          </div>
        ) : null}
        <div className="answer">
          {answer('withdraw', 3, t('drafting.consent.withdraw'), t('drafting.remark.withdraw-note'))}
        </div>
      </div>
      {field.error ? (
        <p className="error" id={`${field.id}-error`}>
          {field.error}
        </p>
      ) : null}
    </fieldset>
  );
}

/** A field for every unit that gets new words; what has none stays as it is and says so. */
export function NewWordsFields({
  questions,
}: {
  questions: readonly Pick<Question, 'seq' | 'op' | 'citation' | 'draft' | 'rest'>[];
}) {
  const t = useT();
  return questions.map((question) => {
    const { seq, draft, rest, citation } = question;
    if (!isRewordable(question))
      return (
        <p className="by" key={seq}>
          {bindSpaces(citation)}:{' '}
          {t(question.op === 'delete' ? 'deciding.consent.stays' : 'deciding.consent.stays-move')}
        </p>
      );
    return (
      <div key={seq}>
        <TextArea
          name={`text-${seq}`}
          max={textLimits.whole}
          label={questions.length > 1 ? t('deciding.consent.unit', { citation }) : t('drafting.propose.text')}
          defaultValue={draft}
          rows={rowsFor(draft)}
          law
        />
        {rest === null ? null : (
          <TextArea
            name={`rest-${seq}`}
            max={textLimits.whole}
            label={t('textwork.split.rest')}
            defaultValue={rest}
            rows={rowsFor(rest)}
            law
          />
        )}
      </div>
    );
  });
}
