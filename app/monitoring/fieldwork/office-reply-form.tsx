import {
  FileField,
  Form,
  RadioField,
  Submit,
  SubmitRow,
  TextArea,
  TextField,
  type FormProblem,
} from '#app/components/form.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { useWords } from '../bridge/use-words.ts';
import type { OfficeItem } from './office-page.server.ts';
import { MAX_REPLY } from './limits.ts';

/** Name and post of whoever replies by a link; they are published with the reply. */
export function SignatureFields({ signature }: { signature: { name: string; post: string } }) {
  const { t } = useWords();
  return (
    <>
      <TextField
        name="name"
        max={bounds.guestName}
        label={t('fieldwork.link.name')}
        hint={t('fieldwork.link.name.hint')}
        defaultValue={signature.name}
        autoComplete="name"
      />
      <TextField
        name="post"
        max={bounds.officePost}
        label={t('fieldwork.link.post')}
        defaultValue={signature.post}
        autoComplete="organization-title"
      />
    </>
  );
}

/** The office's word on one proposed answer, begun with what was saved of it. A refused form keeps what was typed; a file is chosen again. */
type Props = {
  item: OfficeItem;
  failure: FormProblem | null;
  /** Null for an official: the account signs, and it may attach files. */
  signature: { name: string; post: string } | null;
};

export function OfficeReplyForm({ item, failure, signature }: Props) {
  const { t, say } = useWords();
  const { indicator, reply, draft, seen } = item;
  const begun = draft ?? reply;
  return (
    <Form className="form" failure={failure} upload={signature === null}>
      <input type="hidden" name="indicator" value={indicator.id} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="draft" value={draft?.revision ?? 0} />
      <RadioField
        name="stance"
        label={t('fieldwork.office.form')}
        defaultValue={begun?.stance}
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
        defaultValue={begun?.level == null ? undefined : String(begun.level)}
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
        defaultValue={begun?.body ?? ''}
      />
      {signature ? (
        <SignatureFields signature={signature} />
      ) : (
        <FileField
          name="file"
          optional
          label={t('fieldwork.office.form.file')}
          hint={t('fieldwork.office.form.file.hint')}
          accept="application/pdf,image/png,image/jpeg,.html,.htm"
        />
      )}
      <SubmitRow>
        <Submit name="intent" value="reply">
          {t('fieldwork.office.form.submit', { code: indicator.id })}
        </Submit>
        <Submit quiet name="intent" value="draft">
          {t('fieldwork.office.draft.save')}
        </Submit>
      </SubmitRow>
    </Form>
  );
}
