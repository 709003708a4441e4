import { FieldErrorLine, useField } from '#app/components/form.tsx';
import { useLocale, useT } from '#app/i18n/context.tsx';
import { fieldOf } from './answers.ts';
import { isText, numberOf, pointsOf, questionsOf, surveyBounds, type Definition, type Question } from './definition.ts';
import { wordsIn } from './figures.ts';
import { keyedField, keyedMax } from './keyed.ts';

/** The fields of one sheet: a digit for an answer, in the order of the paper. The script only leads from field to field and reads back what a digit means. */
export function SheetFields({ definition }: { definition: Definition }) {
  return (
    <ol className="keyed" role="list" data-keyed="">
      {questionsOf(definition).map((question) => (
        <SheetField key={question.id} definition={definition} question={question} />
      ))}
    </ol>
  );
}

/** What each digit stands for. */
function useMeaning(question: Question): string {
  const t = useT();
  const locale = useLocale();
  const { kind, options, rows, ends } = question;
  const listed = options.map(({ words }, at) => `${at + 1} ${wordsIn(locale, words)}`).join(', ');
  if (kind === 'one' || kind === 'many') return listed;
  if (kind === 'scale')
    return `${pointsOf(question)[0]} ${wordsIn(locale, ends.low)}, ${pointsOf(question).at(-1)} ${wordsIn(locale, ends.high)}`;
  if (kind === 'rank')
    return t('survey.sheet.rank', { options: options.map(({ words }) => wordsIn(locale, words)).join(', ') });
  if (kind === 'matrix')
    return t('survey.sheet.matrix', {
      rows: rows.map(({ words }) => wordsIn(locale, words)).join(', '),
      options: listed,
    });
  return kind === 'number' ? t('survey.sheet.number') : t('survey.sheet.words');
}

function SheetField({ definition, question }: { definition: Definition; question: Question }) {
  const t = useT();
  const locale = useLocale();
  const name = keyedField(question.id);
  const no = numberOf(definition, question.id);
  const field = useField(name, true, `${no}. ${wordsIn(locale, question.words)}`);
  const other = useField(keyedField(fieldOf(question.id, 'other')), false, t('survey.sheet.other', { no }));
  const meaning = useMeaning(question);
  const shared = {
    id: field.id,
    name,
    defaultValue: field.value,
    maxLength: keyedMax(question),
    'aria-describedby': [`${field.id}-hint`, field.error ? `${field.id}-error` : ''].filter(Boolean).join(' '),
    'aria-invalid': field.error ? true : undefined,
  } as const;
  return (
    <li>
      <label htmlFor={field.id}>
        {no}. {wordsIn(locale, question.words)}
      </label>
      {isText(question.kind) ? (
        <textarea className="input long-text" rows={2} {...shared} />
      ) : (
        <input className="input" autoComplete="off" {...shared} />
      )}
      <span className="echo" id={`${field.id}-hint`}>
        {meaning}
      </span>
      <FieldErrorLine field={field} />
      {question.options.some((option) => option.other) ? (
        <div className="field other-words">
          <label htmlFor={other.id}>{t('survey.sheet.other', { no })}</label>
          <input
            className="input"
            id={other.id}
            name={keyedField(fieldOf(question.id, 'other'))}
            maxLength={surveyBounds.other}
            defaultValue={other.value}
            autoComplete="off"
            aria-describedby={other.describedBy}
            aria-invalid={other.error ? true : undefined}
          />
          <FieldErrorLine field={other} />
        </div>
      ) : null}
    </li>
  );
}

/** Which keys do what, for work without a mouse. */
export function SheetKeys() {
  const t = useT();
  return (
    <p className="keys--show keys--always">
      <span>
        <kbd>1–9</kbd> {t('survey.sheet.key.digit')}
      </span>
      <span>
        <kbd>Enter</kbd> {t('survey.sheet.key.enter')}
      </span>
      <span>
        <kbd>–</kbd> {t('survey.sheet.key.none')}
      </span>
      <span>
        <kbd>?</kbd> {t('survey.sheet.key.unreadable')}
      </span>
      <span>
        <kbd>Alt</kbd> <kbd>N</kbd> {t('survey.sheet.key.invalid')}
      </span>
    </p>
  );
}
