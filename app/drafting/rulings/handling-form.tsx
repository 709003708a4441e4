import { Form, SelectField, Submit, TextField, type FormProblem } from '#app/components/form.tsx';
import { dayOf } from '#app/i18n/dates.ts';
import { useT } from '#app/i18n/context.tsx';
import type { Official } from './assign.server.ts';

type Props = {
  action: string;
  officials: readonly Official[];
  assignedToId: string | null;
  dueAt: Date | null;
  failure?: FormProblem | undefined;
  shown: readonly Handled[];
};

/** A remark with who works on it and until when, as the page has it: the form says so, and an older one changes nothing. */
type Handled = { number: number; assignedToId: string | null; dueAt: Date | null };

/** Who works on remarks and until when; `shown` are the remarks that are meant, as they stand. */
export function HandlingForm({ action, officials, assignedToId, dueAt, failure, shown }: Props) {
  const t = useT();
  const which = shown.map(({ number }) => <input key={number} type="hidden" name="nr" value={number} />);
  return (
    <div className="handling">
      <Form action={action} failure={failure?.errors.person ? failure : null} className="inline-form">
        {which}
        {shown.map(({ number, assignedToId: held }) => (
          <input key={number} type="hidden" name="shown" value={`${number}:${held ?? ''}`} />
        ))}
        <SelectField
          name="person"
          label={t('deciding.assign')}
          defaultValue={assignedToId ?? ''}
          short
          choices={[
            { value: '', label: t('deciding.desk.nobody') },
            ...officials.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Submit name="intent" value="assign" quiet>
          {t('deciding.assign.save')}
        </Submit>
      </Form>
      <Form action={action} failure={failure?.errors.due ? failure : null} className="inline-form">
        {which}
        {shown.map(({ number, dueAt: held }) => (
          <input
            key={number}
            type="hidden"
            name="shown"
            value={`${number}:${held ? new Date(held).toISOString() : ''}`}
          />
        ))}
        <TextField
          name="due"
          type="date"
          label={t('deciding.due')}
          hint={t('deciding.due.hint')}
          defaultValue={dueAt ? dayOf(dueAt) : ''}
          short
        />
        <Submit name="intent" value="due" quiet>
          {t('deciding.due.save')}
        </Submit>
      </Form>
    </div>
  );
}
