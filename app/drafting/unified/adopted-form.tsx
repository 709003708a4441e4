import { textLimits } from '#app/drafting/state/remark.ts';
import { FileField, Form, Submit, SubmitRow, TextArea, TextField, type FormProblem } from '#app/components/form.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { ImportReportList } from '../acts/import-report-view.tsx';
import type { ReportView } from '../acts/import-report.ts';
import { PasteAsText } from '../acts/paste-as-text.tsx';
import { useT } from '#app/i18n/context.tsx';

/** What was refused, and what was done with a file whose text somebody has to look at first. */
type Answered = { failure: FormProblem | null | undefined; report: ReportView | null };

/** Sign, day and text of the resolution as the council adopted it. */
export function AdoptedForm({ failure, report }: Answered) {
  const t = useT();
  return (
    <Form failure={failure} className="form form--wide" upload>
      {report ? <ImportReportList report={report} /> : null}
      <TextField name="sign" max={bounds.actSign} label={t('unified.sign')} hint={t('unified.sign-hint')} />
      <TextField name="adoptedOn" type="date" label={t('unified.adopted-day')} short />
      <FileField name="file" label={t('unified.file')} optional accept=".txt,.docx,.odt" />
      <TextArea name="text" max={bounds.source} label={t('unified.paste')} optional rows={10} law />
      <PasteAsText field="text" />
      <p className="note">{t('unified.enter-effect')}</p>
      <SubmitRow>
        <Submit name="intent" value="adopt-check">
          {t('unified.once-more-go')}
        </Submit>
      </SubmitRow>
    </Form>
  );
}

/** The same once more for what was entered by mistake; without a text the one entered stays. */
export function CorrectionForm({
  entry,
  failure,
  report,
}: Answered & { entry: { number: number; sign: string; adoptedOn: string } }) {
  const t = useT();
  return (
    <Form failure={failure} className="form form--wide" upload>
      {report ? <ImportReportList report={report} /> : null}
      <input type="hidden" name="after" value={entry.number} />
      <TextField
        name="sign"
        max={bounds.actSign}
        label={t('unified.sign')}
        hint={t('unified.sign-hint')}
        defaultValue={entry.sign}
      />
      <TextField name="adoptedOn" type="date" label={t('unified.adopted-day')} short defaultValue={entry.adoptedOn} />
      <FileField
        name="file"
        label={t('unified.file')}
        hint={t('unified.correct-text')}
        optional
        accept=".txt,.docx,.odt"
      />
      <TextArea name="text" max={bounds.source} label={t('unified.paste')} optional rows={10} law />
      <PasteAsText field="text" />
      <TextArea
        name="reason"
        max={textLimits.reason}
        label={t('unified.correct-reason')}
        hint={t('unified.correct-reason-hint')}
        rows={3}
      />
      <p className="note">{t('unified.correct-effect')}</p>
      <SubmitRow>
        <Submit name="intent" value="correct-check">
          {t('unified.once-more-go')}
        </Submit>
      </SubmitRow>
    </Form>
  );
}
