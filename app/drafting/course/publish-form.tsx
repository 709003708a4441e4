import { Icon } from '#app/components/icon.tsx';
import {
  CheckField,
  Form,
  RadioField,
  SelectField,
  Submit,
  SubmitRow,
  TextArea,
  TextField,
  type FormProblem,
} from '#app/components/form.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { Proof } from '../acts/import-review.tsx';
import type { PublicationPreview } from '../acts/publication-preview.ts';
import { actKinds, type shortTerm } from '../state/legal-term.ts';
import { ShortTermNote } from '../state/short-term-note.tsx';
import type { SuggestedDates } from './publish-schema.ts';

type Props = {
  page: PublicationPreview & { id: string; revision: number; dates: SuggestedDates; losses: boolean };
  failure: FormProblem | null;
  /** The rule that the dates in the form break. */
  short: ReturnType<typeof shortTerm>;
};

/** Title, terms and numbering, with the effects listed before the button. */
export function PublishForm({ page, failure, short }: Props) {
  const t = useT();
  const to = usePaths();
  return (
    <Form failure={failure} className="form form--wide">
      <input type="hidden" name="revision" value={page.revision} />
      <TextField
        name="title"
        max={bounds.consultationTitle}
        label={t('publish.name')}
        hint={t('publish.name-hint')}
        defaultValue={page.title}
      />
      <TextArea
        name="summary"
        max={bounds.consultationSummary}
        label={t('publish.summary')}
        hint={t('publish.summary-hint')}
        rows={4}
      />
      <SelectField
        name="actKind"
        label={t('facts.kind')}
        hint={t('facts.kind-hint')}
        short
        choices={actKinds.map((kind) => ({ value: kind, label: t(`facts.kind.${kind}`) }))}
      />
      <Term day="opensOn" hour="opensTime" label={t('publish.opens')} dayValue={page.dates.opensOn} hourValue="00:00" />
      <Term
        day="closesOn"
        hour="closesTime"
        label={t('publish.closes')}
        dayValue={page.dates.closesOn}
        hourValue="23:59"
      />
      <Term
        day="answersOn"
        hour="answersTime"
        label={t('publish.answers')}
        dayValue={page.dates.answersOn}
        hourValue="16:00"
      />
      {short ? (
        <>
          <ShortTermNote short={short} />
          <CheckField name="shortTerm" label={t('terms.short.accept')} note={t('terms.short.accept-note')} />
        </>
      ) : null}
      <Numbering irregular={page.irregular} />
      <CheckField name="fourEyes" label={t('deciding.four-eyes')} note={t('deciding.four-eyes.note')} />
      <Effects page={page} />
      <SubmitRow>
        <Submit>{t('publish.submit')}</Submit>
        <a href={to.importReview(page.id)}>{t('publish.back')}</a>
      </SubmitRow>
    </Form>
  );
}

function Term({
  day,
  hour,
  label,
  dayValue,
  hourValue,
}: {
  day: string;
  hour: string;
  label: string;
  dayValue: string;
  hourValue: string;
}) {
  const t = useT();
  return (
    <div className="field-row">
      <TextField name={day} type="date" label={label} defaultValue={dayValue} short />
      <TextField name={hour} type="time" label={t('publish.hour', { what: label })} defaultValue={hourValue} short />
    </div>
  );
}

/** A text whose own numbers would move keeps them unless the official decides otherwise. */
function Numbering({ irregular }: { irregular: PublicationPreview['irregular'] }) {
  const t = useT();
  const [first] = irregular;
  return (
    <>
      {first ? (
        <p className="hint">
          {t('publish.irregular', { count: irregular.length, before: first.before, after: first.after })}
        </p>
      ) : null}
      <RadioField
        name="numbering"
        label={t('publish.numbering')}
        defaultValue={first ? 'adopted' : 'draft'}
        choices={[
          { value: 'draft', label: t('publish.numbering.draft'), note: t('publish.numbering.draft-note') },
          { value: 'adopted', label: t('publish.numbering.adopted'), note: t('publish.numbering.adopted-note') },
        ]}
      />
    </>
  );
}

function Effects({ page }: { page: PublicationPreview & { losses: boolean } }) {
  const t = useT();
  const effects = [
    t('publish.effect.public', { count: page.units }),
    t('publish.effect.version'),
    t('publish.effect.remarks'),
    t('publish.effect.source'),
  ];
  return (
    <section aria-labelledby="h-effects">
      <h2 id="h-effects">{t('publish.effects')}</h2>
      <ul className="effects">
        {effects.map((effect) => (
          <li key={effect}>
            <Icon sign="s-ok" />
            <span>{effect}</span>
          </li>
        ))}
        {page.doubtful > 0 ? (
          <li>
            <Icon sign="s-wait" />
            <span>{t('publish.effect.doubtful', { count: page.doubtful })}</span>
          </li>
        ) : null}
      </ul>
      <Proof proof={page.proof} losses={page.losses} />
    </section>
  );
}
