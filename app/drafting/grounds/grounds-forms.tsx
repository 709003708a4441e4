import { Form, SelectField, Submit, SubmitRow, TextField, type FormProblem } from '#app/components/form.tsx';
import { useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { groundBounds, sourceValue, type GroundSource, type GroundView } from './ground.ts';
import { GroundLine } from './grounds-view.tsx';

type Failure = { failure: FormProblem | null | undefined };

/** What was named so far, each with the way to withdraw it. */
export function GroundList({ grounds, failure, about }: { grounds: readonly GroundView[]; about: string } & Failure) {
  const t = useT();
  return (
    <ul className="slips">
      {grounds.map((ground) => (
        <li className="slip" key={ground.id}>
          <p className="by">{ground.code === null ? t('grounds.whole') : bindSpaces(ground.citation ?? '')}</p>
          <GroundLine ground={ground} />
          <details open={about === ground.id}>
            <summary>{t('grounds.remove')}</summary>
            <Form failure={about === ground.id ? failure : null}>
              <input type="hidden" name="ground" value={ground.id} />
              <TextField name="reason" label={t('grounds.reason')} max={groundBounds.reason} />
              <SubmitRow>
                <Submit name="intent" value="remove" quiet>
                  {t('grounds.remove')}
                </Submit>
              </SubmitRow>
            </Form>
          </details>
        </li>
      ))}
    </ul>
  );
}

type AddProps = {
  provisions: readonly { code: number; citation: string }[];
  sources: readonly GroundSource[];
} & Failure;

/** A provision and a result; both lists are of what there is now. */
export function AddGroundForm({ provisions, sources, failure }: AddProps) {
  const t = useT();
  return (
    <Form failure={failure}>
      <SelectField
        name="code"
        label={t('grounds.provision')}
        choices={[
          { value: '', label: t('grounds.whole') },
          ...provisions.map(({ code, citation }) => ({
            value: String(code),
            label: bindSpaces(citation),
            lang: 'pl' as const,
          })),
        ]}
      />
      <SelectField
        name="source"
        label={t('grounds.source')}
        choices={sources.map((source) => ({
          value: sourceValue(source),
          label:
            `${t(`grounds.kind.${source.kind}`)}: ${source.label}${source.figure ? ` – ${source.figure}` : ''}`.slice(
              0,
              240,
            ),
          lang: 'pl' as const,
        }))}
      />
      <SubmitRow>
        <Submit name="intent" value="add">
          {t('grounds.add')}
        </Submit>
      </SubmitRow>
    </Form>
  );
}
