import { Form, Submit, TextArea, TextField, type FormProblem } from '#app/components/form.tsx';
import { Notice, Section } from '#app/components/page-parts.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { conditionWords } from './condition-words.ts';
import { numberOf, questionKinds, surveyBounds, type Question, type SurveyPage } from './definition.ts';
import type { SurveyEditorPage } from './office-pages.server.ts';

type Props = { page: SurveyEditorPage; failure: FormProblem | null };

/** What a survey asks, page by page; everything is done by buttons of forms, so that a keyboard does and no script is needed. */
export function SurveyEditor({ page, failure }: Props) {
  const t = useT();
  const { survey, definition, isPublished, problems } = page;
  return (
    <>
      {problems.map(({ question, code, no }) => (
        <Notice warn still key={`${question}-${code}`}>
          <p>{t(`survey.edit.problem.${code}`, { no })}</p>
        </Notice>
      ))}
      {isPublished ? (
        <Notice still>
          <p>{t('survey.edit.published')}</p>
          <Form className="one-button" action={`?${new URLSearchParams({ v: String(survey.revision) })}`}>
            <input type="hidden" name="revision" value={survey.revision} />
            <Submit name="intent" value="new-version" quiet>
              {t('survey.edit.new-version')}
            </Submit>
          </Form>
        </Notice>
      ) : null}
      {definition.pages.map((each, at) => (
        <EditedPage key={each.id} page={page} edited={each} at={at} />
      ))}
      {isPublished ? null : (
        <Form className="one-button">
          <input type="hidden" name="revision" value={survey.revision} />
          <Submit name="intent" value="add-page" quiet>
            {t('survey.edit.add-page')}
          </Submit>
        </Form>
      )}
      <FactsForm page={page} failure={failure} />
    </>
  );
}

function EditedPage({ page, edited, at }: { page: SurveyEditorPage; edited: SurveyPage; at: number }) {
  const t = useT();
  const to = usePaths();
  const { survey, isPublished } = page;
  return (
    <Section
      id={`h-${edited.id}`}
      title={t('survey.edit.page', { page: at + 1, title: edited.title.pl ? `: ${edited.title.pl}` : '' })}
    >
      {edited.questions.length === 0 ? <p className="note">{t('survey.edit.page-empty')}</p> : null}
      <ol className="rows" role="list">
        {edited.questions.map((question) => (
          <EditedQuestion key={question.id} page={page} question={question} />
        ))}
      </ol>
      {isPublished ? null : (
        <details className="more">
          <summary>{t('survey.edit.add-to', { page: at + 1 })}</summary>
          <ul className="link-list">
            {questionKinds.map((kind) => (
              <li key={kind}>
                <a href={to.officeSurveyQuestion(survey.slug, { strona: edited.id, rodzaj: kind })}>
                  {t(`survey.kind.${kind}`)}
                </a>
              </li>
            ))}
          </ul>
          <Form className="inline-form">
            <input type="hidden" name="revision" value={survey.revision} />
            <input type="hidden" name="page" value={edited.id} />
            <TextField
              name="titlePl"
              max={surveyBounds.pageTitle}
              label={t('survey.edit.page-title', { language: 'pl', page: at + 1 })}
              defaultValue={edited.title.pl}
              optional
            />
            <TextField
              name="titleEn"
              max={surveyBounds.pageTitle}
              label={t('survey.edit.page-title', { language: 'en', page: at + 1 })}
              defaultValue={edited.title.en}
              optional
            />
            <Submit name="intent" value="rename-page" quiet>
              {t('survey.edit.rename')}
            </Submit>
            <Submit name="intent" value="remove-page" quiet>
              {t('survey.edit.remove-page')}
            </Submit>
          </Form>
        </details>
      )}
    </Section>
  );
}

function EditedQuestion({ page, question }: { page: SurveyEditorPage; question: Question }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const { survey, definition, isPublished } = page;
  const no = numberOf(definition, question.id);
  const condition = conditionWords(locale, definition, question);
  return (
    <li id={`p-${question.id}`}>
      <h3>
        {no}. {question.words.pl}
      </h3>
      <p className="by">
        {[
          t(`survey.kind.${question.kind}`),
          ...(question.required ? [t('survey.ask.required')] : []),
          ...(question.words.en ? [] : [t('survey.edit.no-english')]),
        ].join(', ')}
        {condition ? <>. {condition}</> : null}
      </p>
      {question.options.length > 0 ? <p>{question.options.map(({ words }) => words.pl).join(' · ')}</p> : null}
      <Form className="inline-form" action={`#p-${question.id}`}>
        <input type="hidden" name="revision" value={survey.revision} />
        <input type="hidden" name="question" value={question.id} />
        <a className="tap" href={to.officeSurveyQuestion(survey.slug, { pytanie: question.id })}>
          {t(isPublished ? 'survey.edit.correct' : 'survey.edit.change')}
          <span className="vh"> {no}</span>
        </a>
        {isPublished
          ? null
          : (['up', 'down', 'remove'] as const).map((intent) => (
              <Submit key={intent} name="intent" value={intent} quiet>
                {t(`survey.edit.${intent}`)}
                <span className="vh">: {t('survey.edit.question', { no })}</span>
              </Submit>
            ))}
      </Form>
    </li>
  );
}

function FactsForm({ page: { survey }, failure }: Props) {
  const t = useT();
  return (
    <Section id="h-facts" title={t('survey.edit.facts')}>
      <Form failure={failure} className="form form--wide">
        <input type="hidden" name="revision" value={survey.revision} />
        <div className="field-row">
          <TextField
            name="title"
            max={surveyBounds.title}
            label={t('survey.edit.title', { language: 'pl' })}
            defaultValue={survey.title}
          />
          <TextField
            name="titleEn"
            max={surveyBounds.title}
            label={t('survey.edit.title', { language: 'en' })}
            defaultValue={survey.titleEn}
            optional
          />
        </div>
        <div className="field-row">
          <TextArea
            name="lead"
            max={surveyBounds.lead}
            rows={3}
            label={t('survey.edit.lead', { language: 'pl' })}
            defaultValue={survey.lead}
            optional
            device={false}
          />
          <TextArea
            name="leadEn"
            max={surveyBounds.lead}
            rows={3}
            label={t('survey.edit.lead', { language: 'en' })}
            defaultValue={survey.leadEn}
            optional
            device={false}
          />
        </div>
        <p className="actions">
          <Submit name="intent" value="facts">
            {t('form.save')}
          </Submit>
        </p>
      </Form>
    </Section>
  );
}
