import { FieldErrorLine, useField } from '#app/components/form.tsx';
import { canBeNotApplicable } from '../methodology/answer-rules.ts';
import type { Indicator } from '../methodology/methodology-schema.ts';
import type { AnswerState } from '../scoring/model.ts';
import { useWords } from '../bridge/use-words.ts';

type Props = {
  indicator: Indicator;
  legend: string;
  noteOf?: (state: AnswerState, level: number | null) => string;
  defaultValue?: string;
};

/** All levels and states of an indicator in one radio group, each with whose choice it was. */
export function AnswerChoice({ indicator, legend, noteOf = () => '', defaultValue }: Props) {
  const { t, say } = useWords();
  const field = useField('answer', false, legend);
  const picked = field.value ?? defaultValue;
  const states = (['not_applicable', 'not_assessed', 'withheld'] as const).filter(
    (state) => state !== 'not_applicable' || canBeNotApplicable(indicator),
  );
  return (
    <fieldset id={field.id} tabIndex={-1} aria-describedby={field.describedBy}>
      <legend className="vh">{legend}</legend>
      <FieldErrorLine field={field} />
      <div className="ladder">
        {indicator.scale.levels.map((level) => (
          <label key={level.value}>
            <input type="radio" name="answer" value={level.value} defaultChecked={picked === String(level.value)} />
            <span className="cell">
              <span className="n">{level.value}</span>
              <span className="t">
                {say(level)}
                <Note text={noteOf('scored', level.value)} />
              </span>
            </span>
          </label>
        ))}
      </div>
      <div className="choices mt-2">
        {states.map((state) => (
          <label className="choice" key={state}>
            <input type="radio" name="answer" value={state} defaultChecked={picked === state} />
            <span>
              {t(`monitoring.state.${state}`)}
              <Note text={noteOf(state, null)} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Note({ text }: { text: string }) {
  return text === '' ? null : <small>{text}</small>;
}
