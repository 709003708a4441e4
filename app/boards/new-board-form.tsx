import { Form, RadioField, Submit, SubmitRow, TextArea, TextField, type FormProblem } from '#app/components/form.tsx';
import { useT } from '#app/i18n/context.tsx';
import { accesses, boardBounds, marksRange } from './board.ts';
import type { OpenerChoice } from './new-board.ts';

type NewBoardFormProps = {
  choices: readonly OpenerChoice[];
  teryt: string;
  consultation: string;
  failure: FormProblem | null | undefined;
};

/** Who opens a board, for what place, with what question, until when. */
export function NewBoardForm({ choices, teryt, consultation, failure }: NewBoardFormProps) {
  const t = useT();
  return (
    <Form failure={failure}>
      <RadioField
        name="as"
        label={t('boards.new.as')}
        choices={choices.map(({ value, as, name }) => ({ value, label: t(`boards.as.${as}`, { name }) }))}
        {...(choices[0] && choices.length === 1 ? { defaultValue: choices[0].value } : {})}
      />
      <TextField
        name="teryt"
        label={t('boards.new.teryt')}
        hint={t('boards.new.teryt-hint')}
        max={7}
        defaultValue={teryt}
        inputMode="numeric"
        short
      />
      <TextField
        name="unitName"
        label={t('boards.new.unit')}
        hint={t('boards.new.unit-hint')}
        max={boardBounds.unit}
        optional
      />
      <TextField
        name="consultation"
        label={t('boards.new.consultation')}
        hint={t('boards.new.consultation-hint')}
        max={120}
        defaultValue={consultation}
        optional
      />
      <TextField name="title" label={t('boards.new.name')} max={boardBounds.title} />
      <TextArea name="question" label={t('boards.new.question')} max={boardBounds.question} rows={3} />
      <RadioField
        name="access"
        label={t('boards.new.access')}
        choices={accesses.map((access) => ({ value: access, label: t(`boards.new.access.${access}`) }))}
      />
      <TextField
        name="marksEach"
        label={t('boards.new.marks')}
        hint={t('boards.new.marks-hint')}
        max={2}
        defaultValue={String(marksRange.usual)}
        inputMode="numeric"
        short
      />
      <div className="field-row">
        <TextField name="opens" label={t('boards.new.opens')} type="date" short />
        <TextField name="closes" label={t('boards.new.closes')} type="date" short />
      </div>
      <SubmitRow>
        <Submit>{t('boards.new.submit')}</Submit>
      </SubmitRow>
    </Form>
  );
}
