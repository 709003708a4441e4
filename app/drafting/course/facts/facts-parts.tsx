import { Form, SelectField, Submit, TextArea, TextField, type FormProblem } from '#app/components/form.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { CoverLink } from '#app/record/covered/cover-link.tsx';
import { actKinds, actKindOf } from '../../state/legal-term.ts';
import type { Facts, FactsChangeRow } from './facts-changes.server.ts';

/** Every correction, with both versions and why; nothing where there was none. */
export function FactsChanges({
  changes,
  mayCover = false,
}: {
  changes: readonly FactsChangeRow[];
  mayCover?: boolean;
}) {
  const t = useT();
  const locale = useLocale();
  if (changes.length === 0) return null;
  return (
    <section className="stack stack--2" aria-labelledby="h-sprostowania">
      <h2 className="size-4" id="h-sprostowania">
        {t('facts.changes')}
      </h2>
      <ul className="stack stack--2">
        {changes.map((row) => (
          <li key={row.id}>
            {(
              [
                ['title', row.title],
                ['summary', row.summary],
                ['kind', row.kind],
                ['basis', row.basis],
              ] as const
            ).map(([name, words]) =>
              words ? (
                <p key={name}>
                  {t(`facts.of.${name}`)}: {t('facts.was')} <FactWords name={name} words={words.before} />,{' '}
                  {t('facts.is')} <FactWords name={name} words={words.after} />.
                </p>
              ) : null,
            )}
            <p className="pre" lang="pl">
              {row.reason}
            </p>
            <p className="by">
              {row.madeByName}, {formatDateTime(locale, row.madeAt)}
            </p>
            <CoverLink may={mayCover} type="facts-change" id={row.id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the office wrote is Polish; the kind of act is said in the reader's language. */
function FactWords({ name, words }: { name: 'title' | 'summary' | 'kind' | 'basis'; words: string }) {
  const t = useT();
  return name === 'kind' ? <q>{t(`facts.kind.${actKindOf(words)}`)}</q> : <q lang="pl">{words}</q>;
}

/** What the draft is called, what is said of it and what it is, with why that was wrong. */
export function FactsForm({ slug, facts, failure }: { slug: string; facts: Facts; failure: FormProblem | undefined }) {
  const t = useT();
  const to = usePaths();
  return (
    <Form action={to.deskSettings(slug)} failure={failure}>
      <input type="hidden" name="shownTitle" value={facts.title} />
      <input type="hidden" name="shownSummary" value={facts.summary} />
      <input type="hidden" name="shownKind" value={facts.actKind} />
      <input type="hidden" name="shownBasis" value={facts.basis} />
      <TextField name="title" max={bounds.consultationTitle} label={t('publish.name')} defaultValue={facts.title} />
      <TextArea
        name="summary"
        max={bounds.consultationSummary}
        label={t('publish.summary')}
        defaultValue={facts.summary}
        rows={4}
      />
      <SelectField
        name="actKind"
        label={t('facts.kind')}
        short
        defaultValue={facts.actKind}
        choices={actKinds.map((kind) => ({ value: kind, label: t(`facts.kind.${kind}`) }))}
      />
      <TextArea
        name="actBasis"
        max={bounds.legalBasis}
        label={t('report.act-basis')}
        hint={t('facts.basis-hint')}
        defaultValue={facts.basis}
        rows={4}
      />
      <TextArea
        name="factsReason"
        max={bounds.termsReason}
        label={t('facts.reason')}
        hint={t('facts.reason-hint')}
        rows={3}
      />
      <p className="by">{t('facts.note')}</p>
      <p className="actions">
        <Submit name="intent" value="facts" quiet>
          {t('facts.submit')}
        </Submit>
      </p>
    </Form>
  );
}
