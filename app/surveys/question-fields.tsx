import { CheckField, SelectField, TextArea, TextField } from '#app/components/form.tsx';
import { useLocale, useT } from '#app/i18n/context.tsx';
import { hasOptions, questionsOf, surveyBounds, testKinds, type Definition, type Question } from './definition.ts';
import { wordsIn } from './figures.ts';
import { formTests, questionFields } from './question-form.ts';

/** The fields that describe one question, Polish and English side by side. */
export function QuestionFields({ definition, question }: { definition: Definition; question: Question }) {
  const t = useT();
  const { kind } = question;
  const value = questionFields(definition, question);
  const pair = (name: 'words' | 'low' | 'high' | 'other', max: number, optional = true) => {
    const [pl, en] = name === 'words' ? ['pl', 'en'] : [`${name}Pl`, `${name}En`];
    return (
      <div className="field-row">
        <TextField
          name={pl}
          max={max}
          label={t(`survey.edit.${name}`, { language: 'pl' })}
          defaultValue={value[pl] ?? ''}
          optional={optional}
        />
        <TextField
          name={en}
          max={max}
          label={t(`survey.edit.${name}`, { language: 'en' })}
          defaultValue={value[en] ?? ''}
          optional
        />
      </div>
    );
  };
  const lines = (name: 'help' | 'options' | 'rows', max: number, rows: number) => (
    <div className="field-row">
      <TextArea
        name={`${name}Pl`}
        max={max}
        rows={rows}
        label={t(`survey.edit.${name}`, { language: 'pl' })}
        defaultValue={value[`${name}Pl`] ?? ''}
        optional={name === 'help'}
        device={false}
      />
      <TextArea
        name={`${name}En`}
        max={max}
        rows={rows}
        label={t(`survey.edit.${name}`, { language: 'en' })}
        defaultValue={value[`${name}En`] ?? ''}
        optional
        device={false}
      />
    </div>
  );
  const figure = (name: 'least' | 'most' | 'from' | 'to') => (
    <TextField
      name={name}
      max={surveyBounds.figure}
      label={t(`survey.edit.${name}`)}
      defaultValue={value[name] ?? ''}
      inputMode="numeric"
      optional
      short
    />
  );
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      {pair('words', surveyBounds.question, false)}
      {lines('help', surveyBounds.help, 2)}
      {hasOptions(kind) ? lines('options', surveyBounds.lines, 6) : null}
      {kind === 'one' || kind === 'many' ? pair('other', surveyBounds.option) : null}
      {kind === 'matrix' ? lines('rows', surveyBounds.lines, 4) : null}
      {kind === 'many' ? (
        <div className="field-row">
          {figure('least')}
          {figure('most')}
        </div>
      ) : null}
      {kind === 'scale' || kind === 'number' ? (
        <div className="field-row">
          {figure('from')}
          {figure('to')}
        </div>
      ) : null}
      {kind === 'scale' ? (
        <>
          {pair('low', surveyBounds.option)}
          {pair('high', surveyBounds.option)}
        </>
      ) : null}
      <CheckField name="required" label={t('survey.edit.required')} defaultChecked={question.required} />
      {hasOptions(kind) && kind !== 'matrix' ? (
        <CheckField
          name="rotate"
          label={t('survey.edit.rotate')}
          note={t('survey.edit.rotate-note')}
          defaultChecked={question.rotate}
        />
      ) : null}
      <Conditions definition={definition} question={question} value={value} />
    </>
  );
}

function Conditions({
  definition,
  question,
  value,
}: {
  definition: Definition;
  question: Question;
  value: Record<string, string>;
}) {
  const t = useT();
  const locale = useLocale();
  const all = questionsOf(definition);
  const at = all.findIndex(({ id }) => id === question.id);
  const earlier = at < 0 ? all : all.slice(0, at);
  if (earlier.length === 0) return null;
  const questions = [
    { value: '', label: t('survey.edit.test-none') },
    ...earlier.map(({ id, words }, no) => ({ value: id, label: `${no + 1}. ${wordsIn(locale, words)}`.slice(0, 80) })),
  ];
  return (
    <details className="more" open={question.shownIf !== null}>
      <summary>{t('survey.edit.condition')}</summary>
      <p className="hint">{t('survey.edit.condition-hint')}</p>
      <SelectField
        name="joined"
        label={t('survey.edit.joined')}
        short
        defaultValue={value.joined ?? 'every'}
        choices={(['every', 'some'] as const).map((each) => ({ value: each, label: t(`survey.edit.joined.${each}`) }))}
      />
      {Array.from({ length: formTests }, (_, index) => index + 1).map((n) => (
        <div className="field-row" key={n}>
          <SelectField
            name={`test${n}-question`}
            label={t('survey.edit.test-question', { n })}
            defaultValue={value[`test${n}-question`] ?? ''}
            choices={questions}
            short
          />
          <SelectField
            name={`test${n}-is`}
            label={t('survey.edit.test-is', { n })}
            defaultValue={value[`test${n}-is`] ?? 'any-of'}
            choices={testKinds.map((kind) => ({ value: kind, label: t(`survey.test.${kind}`) }))}
            short
          />
          <TextField
            name={`test${n}-values`}
            max={surveyBounds.testValues}
            label={t('survey.edit.test-values', { n })}
            defaultValue={value[`test${n}-values`] ?? ''}
            optional
            short
          />
        </div>
      ))}
    </details>
  );
}
