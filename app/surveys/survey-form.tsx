import { FieldErrorLine, Form, Submit, useField, type FormProblem } from '#app/components/form.tsx';
import { useT } from '#app/i18n/context.tsx';
import { AskFields, Said } from './ask-fields.tsx';
import type { Definition } from './definition.ts';
import { nextPage, questionsToShow } from './steps.ts';

export type SurveyStep = {
  version: number;
  page: number;
  /** What was answered so far, on this page and the others. */
  typed: Record<string, string[]>;
  once: string;
  code: string;
  /** No page comes after this one for what was answered, which is known once it was sent. */
  isLast?: boolean;
};

/** One page of a survey, with what was answered on the others carried along; it works without scripts and keeps nothing on the server. */
export function SurveyForm({
  definition,
  step,
  failure,
  action,
}: {
  definition: Definition;
  step: SurveyStep;
  failure: FormProblem | null;
  action: string;
}) {
  const t = useT();
  const { page, typed } = step;
  const before = nextPage(definition, page, -1, typed);
  const pages = definition.pages.length;
  const shown = questionsToShow(definition, page, typed);
  const title = definition.pages[page]?.title ?? { pl: '', en: '' };
  return (
    <Form className="survey" failure={failure} action={action} key={`${page}-${step.once}`}>
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="version" value={step.version} />
      <input type="hidden" name="once" value={step.once} />
      {step.code ? <input type="hidden" name="code" value={step.code} /> : null}
      <input type="hidden" name="so-far" value={JSON.stringify(typed)} />
      <WholeProblem />
      {pages > 1 ? (
        <div className="steps-line">
          <span className="level" aria-hidden="true">
            {definition.pages.map(({ id }, at) => (
              <i key={id} className={at <= page ? 'on' : undefined} />
            ))}
          </span>
          <b>{t('survey.page.of', { page: page + 1, pages })}</b>
          {title.pl ? (
            <span>
              <Said words={title} />
            </span>
          ) : null}
        </div>
      ) : null}
      {shown.map((question) => (
        <AskFields key={question.id} definition={definition} question={question} typed={typed} seed={step.once} />
      ))}
      <p className="actions">
        {page < pages - 1 && !step.isLast ? (
          <Submit name="intent" value="next">
            {t('survey.next')}
          </Submit>
        ) : (
          <Submit name="intent" value="send">
            {t('survey.send')}
          </Submit>
        )}
        {before >= 0 ? (
          <Submit name="intent" value="back" quiet>
            {t('survey.back')}
          </Submit>
        ) : null}
        <span className="by">{t('survey.once')}</span>
      </p>
    </Form>
  );
}

/** What is wrong with the whole answer and no field of it: the survey has ended, the code was used. */
function WholeProblem() {
  const t = useT();
  const field = useField('survey', false, t('survey.kind'));
  return field.error ? (
    <div className="ask ask--wrong" id={field.id} tabIndex={-1}>
      <FieldErrorLine field={field} />
    </div>
  ) : null;
}
