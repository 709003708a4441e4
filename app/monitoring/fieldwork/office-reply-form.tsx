import { FileField, Form, RadioField, Submit, SubmitRow, TextArea, type FormProblem } from '#app/components/form.tsx';
import { useWords } from '../bridge/use-words.ts';
import type { OfficeItem } from './office-page.server.ts';
import { MAX_REPLY } from './limits.ts';

/** The office's word on one proposed answer. A refused form keeps what was typed; a file is chosen again. */
export function OfficeReplyForm({ item, failure }: { item: OfficeItem; failure: FormProblem | null }) {
  const { t, say } = useWords();
  const { indicator, reply, seen } = item;
  return (
    <Form className="form" failure={failure} upload>
      <input type="hidden" name="intent" value="reply" />
      <input type="hidden" name="indicator" value={indicator.id} />
      <input type="hidden" name="seen" value={seen} />
      <RadioField
        name="stance"
        label={t('fieldwork.office.form')}
        defaultValue={reply?.stance}
        choices={[
          { value: 'none', label: t('fieldwork.office.form.none') },
          { value: 'level', label: t('fieldwork.office.form.level'), note: t('fieldwork.office.form.level.note') },
          { value: 'explanation', label: t('fieldwork.office.form.explanation') },
        ]}
      />
      <RadioField
        name="level"
        label={t('fieldwork.office.form.which')}
        hint={t('fieldwork.office.form.which.hint')}
        defaultValue={reply?.level === null || reply === null ? undefined : String(reply.level)}
        choices={indicator.scale.levels.map((level) => ({
          value: String(level.value),
          label: String(level.value),
          note: say(level),
        }))}
      />
      <TextArea
        name="body"
        max={MAX_REPLY}
        rows={5}
        optional
        label={t('fieldwork.office.form.body')}
        hint={t('fieldwork.office.form.body.hint', { max: MAX_REPLY })}
        defaultValue={reply?.body ?? ''}
      />
      <FileField
        name="file"
        optional
        label={t('fieldwork.office.form.file')}
        hint={t('fieldwork.office.form.file.hint')}
        accept="application/pdf,image/png,image/jpeg,.html,.htm"
      />
      <SubmitRow>
        <Submit>{t('fieldwork.office.form.submit', { code: indicator.id })}</Submit>
      </SubmitRow>
    </Form>
  );
}
