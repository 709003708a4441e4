import { Form, SelectField, Submit, SubmitRow, TextArea, TextField, type FormProblem } from '#app/components/form.tsx';
import { bounds } from '#app/forms/bounds.ts';
import type { MethodologyChoice } from '../access/methodologies.server.ts';
import { useWords } from '../bridge/use-words.ts';
import { kindWords } from '../cards/score-words.ts';
import { DEFAULT_SHARE } from '../fieldwork/double-draw.ts';
import type { UnresolvedLine } from '../publication/resolve-municipalities.server.ts';

type Props = {
  failure: FormProblem | null;
  methodologies: readonly MethodologyChoice[];
  unresolved: readonly UnresolvedLine[];
};

/** A new edition: title in both languages, methodology, days measured, municipalities. */
export function EditionForm({ failure, methodologies, unresolved }: Props) {
  const { t, say } = useWords();
  return (
    <Form failure={failure}>
      <TextField
        name="titlePl"
        max={bounds.editionTitle}
        label={t('monitoring.new.title-pl')}
        hint={t('monitoring.new.title-hint')}
      />
      <TextField name="titleEn" max={bounds.editionTitle} label={t('monitoring.new.title-en')} />
      <SelectField
        name="methodology"
        label={t('monitoring.new.methodology')}
        choices={methodologies.map(({ key, version, title }) => ({
          value: `${key}/${version}`,
          label: `${say(title)} (${version})`,
        }))}
      />
      <TextField name="measuredFrom" type="date" short label={t('monitoring.new.from')} />
      <TextField name="measuredTo" type="date" short label={t('monitoring.new.to')} />
      <TextField
        name="doubleShare"
        max={bounds.doubleShare}
        inputMode="numeric"
        short
        label={t('fieldwork.new.share')}
        hint={t('fieldwork.new.share.hint')}
        defaultValue={String(DEFAULT_SHARE)}
      />
      <TextArea
        name="municipalities"
        max={bounds.municipalities}
        label={t('monitoring.municipalities')}
        hint={t('monitoring.new.municipalities-hint')}
        optional
        rows={8}
      />
      <Unresolved lines={unresolved} />
      <SubmitRow>
        <Submit>{t('monitoring.new.submit')}</Submit>
      </SubmitRow>
    </Form>
  );
}

/** Lines that name no municipality or several, with the choices. */
export function Unresolved({ lines }: { lines: readonly UnresolvedLine[] }) {
  const words = useWords();
  const { t } = words;
  if (lines.length === 0) return null;
  return (
    <div className="notice notice--warn">
      <ul>
        {lines.map(({ line, code, options }) => (
          <li key={line}>
            <b>{line}</b>: {t(`monitoring.unresolved.${code}`)}
            {options.length > 0 ? (
              <ul>
                {options.map((option) => (
                  <li key={option.teryt}>
                    {option.teryt} {option.name}, {kindWords(words, option.kind)},{' '}
                    {t('monitoring.county', { county: option.county })}
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
