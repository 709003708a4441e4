import { landing } from '#app/components/landing.tsx';
import {
  CheckField,
  Form,
  SelectField,
  Submit,
  SubmitRow,
  TextArea,
  TextField,
  type FormProblem,
} from '#app/components/form.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import type { CoveredNote } from '#app/record/covered/covered-note.server.ts';
import { groundKeys, grounds } from '#app/record/covered/grounds.ts';
import { SecondLine } from './second-line.tsx';
import type { RedactionField, RedactionPage, RedactionStep } from './redaction-page.server.ts';

const columnKeys: Record<string, MessageKey> = {
  reason: 'redaction.text.reason',
  place: 'redaction.text.place',
  category: 'redaction.text.category',
  sign: 'redaction.text.sign',
  quote: 'redaction.text.quote',
  after: 'redaction.text.after',
  rest: 'redaction.text.rest',
  decisionWords: 'redaction.text.decisionWords',
  authorName: 'redaction.text.authorName',
  organisation: 'redaction.text.organisation',
  body: 'redaction.text.body',
  title: 'redaction.text.title',
  minutes: 'redaction.text.minutes',
  note: 'redaction.text.note',
  json: 'redaction.text.json',
  head: 'redaction.text.head',
  heading: 'redaction.text.heading',
  text: 'redaction.text.words',
  checks: 'redaction.text.checks',
  url: 'redaction.text.url',
  fileName: 'redaction.text.fileName',
  signature: 'redaction.text.authorName',
  name: 'redaction.text.title',
  values: 'redaction.text.body',
};

/** Name of a text for people: a reason is one thing in a remark and another in a ruling. */
function labelOf({ table, column }: RedactionField): MessageKey {
  if (column === 'reason' && table !== 'Remark')
    return table === 'Ruling' ? 'redaction.text.ruling' : 'redaction.text.note';
  return columnKeys[column] ?? 'redaction.text.note';
}

/** What was written, with what looks like personal data marked in it. */
function Written({ field }: { field: RedactionField }) {
  const t = useT();
  return (
    <p className="quote pre">
      {field.parts.map((part, at) =>
        part.kind ? (
          <mark key={at}>
            {part.text}
            <span className="vh"> ({t(`redaction.kind.${part.kind}`)})</span>
          </mark>
        ) : (
          <span key={at}>{part.text}</span>
        ),
      )}
    </p>
  );
}

type CoverFormProps = { page: RedactionPage; withSuggestion: boolean; failure: FormProblem | undefined };

/** Every text of the subject: as it was written, and the field for what everybody will read. */
export function CoverForm({ page, withSuggestion, failure }: CoverFormProps) {
  const t = useT();
  const to = usePaths();
  const found = page.fields.some(({ suggested }) => suggested !== null);
  return (
    <Form className="form mt-4" failure={failure} action={to.covering(page.type, page.id)}>
      <input type="hidden" name="intent" value="cover" />
      <input type="hidden" name="stamp" value={page.stamp} />
      {found ? (
        <p>
          <a className="tap" href={to.covering(page.type, page.id, { podpowiedz: 1 })}>
            {t('redaction.suggest')}
          </a>
        </p>
      ) : (
        <p className="hint">{t('redaction.nothing-found')}</p>
      )}
      {page.fields.map((field) => {
        const typed = withSuggestion && field.suggested ? field.suggested : field.shown;
        return (
          <section className="section" key={field.name} aria-labelledby={`h-${field.name}`}>
            <h2 id={`h-${field.name}`}>{t(labelOf(field))}</h2>
            <p className="by">{t('redaction.filed')}</p>
            <Written field={field} />
            <TextArea
              key={typed}
              name={field.name}
              max={bounds.coveredWording}
              label={t('redaction.public')}
              hint={t('redaction.wording-hint')}
              rows={field.original.length > 200 ? 8 : 3}
              defaultValue={typed}
            />
          </section>
        );
      })}
      <CheckField name="whole" label={t('redaction.whole')} note={t('redaction.whole-note')} />
      <SelectField
        name="ground"
        label={t('redaction.ground')}
        choices={grounds.map((ground) => ({ value: ground, label: t(groundKeys[ground]) }))}
        defaultValue={page.active?.ground ?? 'personal-data'}
      />
      <TextField
        name="note"
        max={bounds.coverNote}
        label={t('redaction.note')}
        hint={t('redaction.note-hint')}
        defaultValue={page.active?.note ?? ''}
      />
      <SubmitRow>
        <Submit>{t('redaction.submit')}</Submit>
      </SubmitRow>
    </Form>
  );
}

/** The other official's answer to what one covered: it stays. The other one is to show the words again. */
export function ConfirmForm({
  page,
  active,
  complaint,
}: {
  page: RedactionPage;
  active: RedactionStep;
  complaint: string | null;
}) {
  const t = useT();
  const to = usePaths();
  if (active.second.kind !== 'waiting') return null;
  return (
    <section className="section" aria-labelledby="h-potwierdz">
      <h2 id="h-potwierdz">{t('redaction.confirm')}</h2>
      <p className="note">{t(page.isOwn ? 'redaction.confirm-own' : 'redaction.confirm-lead')}</p>
      {complaint ? (
        <p className="error" role="alert" {...landing}>
          {complaint}
        </p>
      ) : null}
      {page.isOwn ? null : (
        <form method="post" action={to.covering(page.type, page.id)} className="form">
          <input type="hidden" name="intent" value="confirm" />
          <input type="hidden" name="redaction" value={active.id} />
          <SubmitRow>
            <Submit>{t('redaction.confirm-submit')}</Submit>
          </SubmitRow>
        </form>
      )}
    </section>
  );
}

/** The way back: words are shown again, with a reason. */
export function UndoForm({
  page,
  active,
  failure,
}: {
  page: RedactionPage;
  active: RedactionStep;
  failure: FormProblem | undefined;
}) {
  const t = useT();
  const to = usePaths();
  return (
    <section className="section" aria-labelledby="h-odslon">
      <h2 id="h-odslon">{t('redaction.undo')}</h2>
      <p className="note">{t('redaction.undo-lead')}</p>
      <Form className="form" failure={failure} action={to.covering(page.type, page.id)}>
        <input type="hidden" name="intent" value="undo" />
        <input type="hidden" name="redaction" value={active.id} />
        <TextField name="why" max={bounds.coverNote} label={t('redaction.undo-reason')} />
        <SubmitRow>
          <Submit quiet>{t('redaction.undo')}</Submit>
        </SubmitRow>
      </Form>
    </section>
  );
}

/** What was covered in this text before, and what became of it. */
export function EarlierSteps({ steps }: { steps: readonly RedactionStep[] }) {
  const t = useT();
  const locale = useLocale();
  if (steps.length === 0) return null;
  const at = (date: Date) => formatDateTime(locale, date);
  return (
    <section className="section" aria-labelledby="h-wczesniej">
      <h2 id="h-wczesniej">{t('redaction.history')}</h2>
      <ul>
        {steps.map((step) => (
          <li key={step.id}>
            {t('redaction.history-item', {
              at: at(step.at),
              by: step.by,
              ground: t(groundKeys[step.ground]),
              note: step.note,
            })}{' '}
            {step.undoneAt === null
              ? null
              : step.undoReason
                ? t('redaction.history-undone', { at: at(step.undoneAt), by: step.undoneBy, reason: step.undoReason })
                : t('redaction.history-replaced', { at: at(step.undoneAt), by: step.undoneBy })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What everybody is told beside a text in which words are covered. */
export function CoveredLine({ note }: { note: CoveredNote | null }) {
  const t = useT();
  const locale = useLocale();
  if (!note) return null;
  return (
    <div className="note mt-4">
      <p>
        {t('redaction.public-note', {
          at: formatDateTime(locale, note.at),
          ground: t(groundKeys[note.ground]),
          note: note.note,
        })}
      </p>
      <SecondLine second={note.second} />
    </div>
  );
}
