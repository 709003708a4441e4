import { Form, SelectField, Submit, type FormProblem } from '#app/components/form.tsx';
import { Section } from '#app/components/page-parts.tsx';
import { useLocale, useT } from '#app/i18n/context.tsx';
import type { MessageKey } from '#app/i18n/translate.ts';
import { numberOf, type Definition, type Question } from './definition.ts';
import { wordsIn } from './figures.ts';
import { columnField, valueField } from './import-form.ts';
import { chosenBy, importBounds, targetsOf, type ImportColumn, type JudgedImport } from './import-table.ts';

type Shown = {
  definition: Definition;
  revision: number;
  judged: Omit<JudgedImport, 'answers'> & { valid: number };
};

/** What would be taken now: how many answers, and why the others are none. */
export function ImportPreview({ page: { definition, revision, judged } }: { page: Shown }) {
  const t = useT();
  const { rows, valid, invalid, missing, columns } = judged;
  const no = (id: string) => numberOf(definition, id);
  const unused = columns.filter(({ target }) => target === '');
  const unmatched = columns.flatMap(({ heading, values }) =>
    values.filter(({ matched }) => matched === '').map(({ value, count }) => ({ heading, value, count })),
  );
  return (
    <Section id="h-podglad" title={t('survey.import.preview')}>
      <div className="stack">
        <p className="lead">{t('survey.import.counts', { rows, valid, invalid: rows - valid })}</p>
        {invalid.length > 0 ? (
          <ul>
            {invalid.map(({ question, key, count }) => (
              <li key={`${question} ${key}`}>
                {question ? t('survey.import.of-question', { no: no(question) }) : null}
                {t(reasonKey(key))}: {count}
              </li>
            ))}
          </ul>
        ) : null}
        {missing.length > 0 ? (
          <p className="note">{t('survey.import.missing', { numbers: missing.map(no).join(', ') })}</p>
        ) : null}
        {unused.length > 0 ? (
          <p className="note">
            {t('survey.import.unused')} {unused.map(({ heading }) => `„${heading}”`).join(', ')}.
          </p>
        ) : null}
        {unmatched.length > 0 ? (
          <p className="note">
            {t('survey.import.unmatched', { count: unmatched.length })}{' '}
            {unmatched
              .slice(0, 10)
              .map(({ value, count }) => `„${value.slice(0, 80)}” (${count})`)
              .join(', ')}
            {unmatched.length > 10 ? '…' : '.'}
          </p>
        ) : null}
        <form method="post" className="actions">
          <input type="hidden" name="revision" value={revision} />
          {valid > 0 ? (
            <button className="btn" type="submit" name="intent" value="take">
              {t('survey.import.take', { valid })}
            </button>
          ) : null}
          <button className="btn btn--quiet" type="submit" name="intent" value="drop">
            {t('survey.import.drop')}
          </button>
        </form>
      </div>
    </Section>
  );
}

/** Reasons that the reading of a form has as well are said in a word here: the sentences there speak to the one who answers. */
function reasonKey(key: string): MessageKey {
  if (key.startsWith('survey.import.reason.')) return key as MessageKey;
  if (key === 'survey.error.required') return 'survey.import.reason.required';
  return key === 'survey.error.hidden' ? 'survey.import.reason.hidden' : 'survey.import.reason.other';
}

export function ImportForm({ page, failure }: { page: Shown; failure: FormProblem | null }) {
  const t = useT();
  const { definition, revision, judged } = page;
  return (
    <Section id="h-kolumny" title={t('survey.import.columns')}>
      <Form failure={failure} className="stack" key={revision}>
        <input type="hidden" name="revision" value={revision} />
        {judged.columns.map((column, at) => (
          <Column key={at} definition={definition} column={column} at={at} />
        ))}
        <p className="actions">
          <Submit name="intent" value="map">
            {t('survey.import.map')}
          </Submit>
        </p>
      </Form>
    </Section>
  );
}

function Column({ definition, column, at }: { definition: Definition; column: ImportColumn; at: number }) {
  const t = useT();
  const locale = useLocale();
  const question = chosenBy(definition, column.target);
  const choices = targetsOf(definition).map(({ target, question: of, part }) => ({
    value: target,
    label:
      `${numberOf(definition, of.id)}. ${wordsIn(locale, of.words)}${part === '' ? '' : ` – ${partOf(t, part)}`}`.slice(
        0,
        200,
      ),
  }));
  const open = column.values.some(({ matched }) => matched === '');
  return (
    <div className="slip">
      <SelectField
        name={columnField(at)}
        label={t('survey.import.column', { no: at + 1, heading: column.heading || '–' })}
        choices={[{ value: '', label: t('survey.import.nowhere') }, ...choices]}
        defaultValue={column.target}
      />
      {question ? (
        <details open={open}>
          <summary>{t('survey.import.values', { count: column.values.length })}</summary>
          <div className="stack mt-3">
            {column.values.slice(0, importBounds.values).map(({ value, count, matched }, n) => (
              <SelectField
                key={value}
                name={valueField(at, n)}
                label={t('survey.import.value', { value: value.slice(0, 120), count })}
                choices={valueChoices(t, locale, question)}
                defaultValue={matched}
              />
            ))}
            {column.hasMore ? <p className="note">{t('survey.import.more', { max: importBounds.values })}</p> : null}
          </div>
        </details>
      ) : null}
    </div>
  );
}

type T = ReturnType<typeof useT>;
const partOf = (t: T, part: string) =>
  part === 'other' ? t('survey.import.other') : /^\d+$/.test(part) ? t('survey.import.place', { place: part }) : part;

function valueChoices(t: T, locale: ReturnType<typeof useLocale>, { options }: Question) {
  return [
    { value: '', label: t('survey.import.undecided') },
    ...options.map(({ id, words }) => ({ value: id, label: wordsIn(locale, words) })),
    { value: 'none', label: t('survey.import.no-answer') },
  ];
}
