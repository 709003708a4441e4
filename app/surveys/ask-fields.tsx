import type { ReactNode } from 'react';
import { FieldErrorLine, useField } from '#app/components/form.tsx';
import { useLocale, useT } from '#app/i18n/context.tsx';
import { fieldOf } from './answers.ts';
import { conditionWords } from './condition-words.ts';
import {
  numberOf,
  pointsOf,
  surveyBounds,
  type Definition,
  type Option,
  type Question,
  type Words,
} from './definition.ts';
import { wordsIn } from './figures.ts';
import { rotated } from './rotation.ts';

/** `typed`: what stands in the fields; `seed`: by which choices get an order of the reader's own. */
export type AskProps = {
  definition: Definition;
  question: Question;
  typed: Readonly<Record<string, readonly string[]>>;
  seed: string;
};

/** Words of a survey in the reader's language; marked as Polish where nobody translated them. */
export function Said({ words }: { words: Words }) {
  const locale = useLocale();
  const isPolish = locale === 'en' && words.en === '';
  return isPolish ? <span lang="pl">{words.pl}</span> : <>{wordsIn(locale, words)}</>;
}

/** One question with its fields, as a form without scripts asks it. */
export function AskFields(props: AskProps) {
  const { question } = props;
  switch (question.kind) {
    case 'one':
    case 'many':
      return <Choices {...props} />;
    case 'scale':
      return <Scale {...props} />;
    case 'rank':
      return <Ranking {...props} />;
    case 'matrix':
      return <Matrix {...props} />;
    case 'number':
    case 'short':
    case 'long':
      return <Typing {...props} />;
  }
}

/** How many answers there may be, in brackets behind the question. */
function useBounds({ kind, required, least, most, options, from, to }: Question): string {
  const t = useT();
  const parts = [
    ...(kind === 'many' && most !== null ? [t('survey.ask.most', { most })] : []),
    ...(kind === 'many' && (least ?? 0) > 1 ? [t('survey.ask.least', { least: least ?? 0 })] : []),
    ...(kind === 'rank' ? [t('survey.ask.rank', { size: options.length })] : []),
    ...(kind === 'number' && from !== null && to !== null ? [t('survey.ask.range', { from, to })] : []),
    ...(required ? [t('survey.ask.required')] : []),
  ];
  return parts.length > 0 ? `(${parts.join(', ')})` : '';
}

function useQuestionName({ definition, question }: AskProps): string {
  const locale = useLocale();
  return `${numberOf(definition, question.id)}. ${wordsIn(locale, question.words)}`;
}

function Frame({ children, ...props }: AskProps & { children: (describedBy: string | undefined) => ReactNode }) {
  const { definition, question } = props;
  const locale = useLocale();
  const bounds = useBounds(question);
  const condition = conditionWords(locale, definition, question);
  const hasHint = Boolean(question.help.pl || condition);
  const field = useField(question.id, hasHint, useQuestionName(props));
  const hint = <Hint id={`${field.id}-hint`} question={question} condition={condition} />;
  return (
    <fieldset
      className={field.error ? 'ask ask--wrong' : 'ask'}
      id={field.id}
      tabIndex={-1}
      aria-describedby={field.describedBy}
    >
      <legend>
        <span className="no">{numberOf(definition, question.id)}.</span>
        <Said words={question.words} /> {bounds ? <small>{bounds}</small> : null}
      </legend>
      {hasHint ? hint : null}
      <FieldErrorLine field={field} />
      {children(field.describedBy)}
    </fieldset>
  );
}

function Hint({ id, question, condition }: { id: string; question: Question; condition: string }) {
  return (
    <p className="hint" id={id}>
      {condition} {question.help.pl ? <Said words={question.help} /> : null}
    </p>
  );
}

function Choices(props: AskProps) {
  const { question, typed, seed } = props;
  const field = useField(question.id);
  const picked = field.values ?? typed[question.id] ?? [];
  const options = question.rotate ? rotated(question.options, seed + question.id) : question.options;
  const other = question.options.find((each) => each.other);
  return (
    <Frame {...props}>
      {() => (
        <>
          <div className="ticks">
            {options.map((option) => (
              <label className="choice" key={option.id}>
                <input
                  type={question.kind === 'one' ? 'radio' : 'checkbox'}
                  name={question.id}
                  value={option.id}
                  defaultChecked={picked.includes(option.id)}
                />
                <span>
                  <Said words={option.words} />
                </span>
              </label>
            ))}
          </div>
          {other ? <OtherField question={question} option={other} typed={typed} /> : null}
        </>
      )}
    </Frame>
  );
}

function OtherField({ question, option, typed }: { question: Question; option: Option; typed: AskProps['typed'] }) {
  const t = useT();
  const locale = useLocale();
  const name = fieldOf(question.id, 'other');
  const label = t('survey.ask.other', { option: wordsIn(locale, option.words) });
  const field = useField(name, false, label);
  return (
    <div className="field">
      <label htmlFor={field.id}>
        {label} <span className="plain">{t('form.optional')}</span>
      </label>
      <input
        className="input"
        id={field.id}
        name={name}
        maxLength={surveyBounds.other}
        defaultValue={field.value ?? typed[name]?.[0]}
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? true : undefined}
      />
      <FieldErrorLine field={field} />
    </div>
  );
}

function Scale(props: AskProps) {
  const { question, typed } = props;
  const field = useField(question.id);
  const picked = field.value ?? typed[question.id]?.[0];
  const points = pointsOf(question);
  return (
    <Frame {...props}>
      {() => (
        <div className="ends">
          <div className="scale">
            {points.map((point) => (
              <label key={point}>
                <input type="radio" name={question.id} value={point} defaultChecked={picked === String(point)} />
                <span>{point}</span>
              </label>
            ))}
          </div>
          {question.ends.low.pl || question.ends.high.pl ? (
            <p>
              <span>
                {points[0]} – <Said words={question.ends.low} />
              </span>
              <span>
                {points.at(-1)} – <Said words={question.ends.high} />
              </span>
            </p>
          ) : null}
        </div>
      )}
    </Frame>
  );
}

function Ranking(props: AskProps) {
  const { question, seed } = props;
  const options = question.rotate ? rotated(question.options, seed + question.id) : question.options;
  return (
    <Frame {...props}>
      {() => (
        <ol className="ranks" role="list">
          {options.map((option) => (
            <RankField key={option.id} {...props} option={option} />
          ))}
        </ol>
      )}
    </Frame>
  );
}

function RankField({ option, ...props }: AskProps & { option: Option }) {
  const { question, typed } = props;
  const name = fieldOf(question.id, option.id);
  const locale = useLocale();
  const field = useField(name, false, `${useQuestionName(props)} ${wordsIn(locale, option.words)}`);
  return (
    <li>
      <input
        className="input"
        id={field.id}
        name={name}
        inputMode="numeric"
        maxLength={surveyBounds.place}
        defaultValue={field.value ?? typed[name]?.[0]}
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? true : undefined}
      />
      <div>
        <label htmlFor={field.id}>
          <Said words={option.words} />
        </label>
        <FieldErrorLine field={field} />
      </div>
    </li>
  );
}

function Matrix(props: AskProps) {
  const { question } = props;
  const t = useT();
  const locale = useLocale();
  return (
    <Frame {...props}>
      {() => (
        <table className="grid-ask">
          <caption className="vh">{wordsIn(locale, question.words)}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">{t('survey.ask.row')}</span>
              </th>
              {question.options.map((option) => (
                <th scope="col" key={option.id}>
                  <Said words={option.words} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {question.rows.map((row) => (
              <MatrixRow key={row.id} {...props} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </Frame>
  );
}

function MatrixRow({ row, ...props }: AskProps & { row: Option }) {
  const { question, typed } = props;
  const locale = useLocale();
  const name = fieldOf(question.id, row.id);
  const field = useField(name, false, `${useQuestionName(props)} ${wordsIn(locale, row.words)}`);
  const picked = field.value ?? typed[name]?.[0];
  return (
    <tr id={field.id} tabIndex={-1}>
      <th scope="row">
        <Said words={row.words} />
        <FieldErrorLine field={field} />
      </th>
      {question.options.map((option) => (
        <td key={option.id}>
          <label>
            <input
              type="radio"
              name={name}
              value={option.id}
              defaultChecked={picked === option.id}
              aria-describedby={field.describedBy}
            />
            <span className="lab">
              {wordsIn(locale, row.words)}: {wordsIn(locale, option.words)}
            </span>
          </label>
        </td>
      ))}
    </tr>
  );
}

function Typing(props: AskProps) {
  const { definition, question, typed } = props;
  const locale = useLocale();
  const condition = conditionWords(locale, definition, question);
  const hasHint = Boolean(question.help.pl || condition);
  const field = useField(question.id, hasHint, useQuestionName(props));
  const bounds = useBounds(question);
  const shared = {
    className: 'input',
    id: field.id,
    name: question.id,
    defaultValue: field.value ?? typed[question.id]?.[0],
    'aria-describedby': field.describedBy,
    'aria-invalid': field.error ? true : undefined,
  } as const;
  return (
    <div className={field.error ? 'field ask--wrong' : 'field'}>
      <label className="ask-name" htmlFor={field.id}>
        <span className="no">{numberOf(definition, question.id)}.</span> <Said words={question.words} />{' '}
        {bounds ? <small>{bounds}</small> : null}
      </label>
      {hasHint ? <Hint id={`${field.id}-hint`} question={question} condition={condition} /> : null}
      {question.kind === 'long' ? (
        <textarea {...shared} rows={4} maxLength={surveyBounds.long} data-device="" />
      ) : (
        <input
          {...shared}
          className={question.kind === 'number' ? 'input input--short' : 'input'}
          inputMode={question.kind === 'number' ? 'decimal' : undefined}
          maxLength={question.kind === 'number' ? surveyBounds.figure : surveyBounds.short}
        />
      )}
      <FieldErrorLine field={field} />
    </div>
  );
}
