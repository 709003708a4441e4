import { Form, SelectField, Submit, TextField, type FormProblem } from '#app/components/form.tsx';
import { dayOf } from '#app/i18n/dates.ts';
import { useT } from '#app/i18n/context.tsx';
import type { Official } from './assign.server.ts';

type Props = { action: string; officials: readonly Official[]; assignedToId: string | null; dueAt: Date | null; failure?: FormProblem | undefined; numbers?: readonly number[] };

/** Who works on remarks and until when; `numbers` are those meant where the address does not say it. */
export function HandlingForm({ action, officials, assignedToId, dueAt, failure, numbers = [] }: Props) {
  const t = useT();
  const which = numbers.map((number) => <input key={number} type="hidden" name="nr" value={number} />);
  return (
    <div className="handling">
      <Form action={action} failure={failure} className="inline-form">
        {which}
        <SelectField name="person" label={t('deciding.assign')} defaultValue={assignedToId ?? ''} short choices={[{ value: '', label: t('deciding.desk.nobody') }, ...officials.map(({ id, name }) => ({ value: id, label: name }))]} />
        <Submit name="intent" value="assign" quiet>{t('deciding.assign.save')}</Submit>
      </Form>
      <Form action={action} failure={failure} className="inline-form">
        {which}
        <TextField name="due" type="date" label={t('deciding.due')} hint={t('deciding.due.hint')} defaultValue={dueAt ? dayOf(dueAt) : ''} short />
        <Submit name="intent" value="due" quiet>{t('deciding.due.save')}</Submit>
      </Form>
    </div>
  );
}
