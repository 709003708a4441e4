import { CheckField, Form, SelectField, Submit, TextArea, TextField, type FormProblem } from '#app/components/form.tsx';
import { MarkFields } from '#app/drafting/acts/mark-fields.tsx';
import { FourEyesNote } from '#app/drafting/office/four-eyes-note.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { rowsFor } from '../register/propose-form.tsx';
import type { EditorialOp } from './editorial-change.ts';
import type { EditedUnit, EditorialPage, EditorialPreview, ListedUnit } from './editorial-page.server.ts';
import { EditorialEffects } from './editorial-effects.tsx';
import { opKeys } from './editorial-words.ts';
import { textLimits } from '#app/drafting/state/remark.ts';

type Props = { page: EditorialPage; preview: EditorialPreview | null; failure: FormProblem | undefined };

/** Which of the units to change: the whole text as a list. */
export function UnitChoice({ page }: { page: EditorialPage }) {
  const t = useT();
  return (
    <section aria-labelledby="h-wybor">
      <h2 className="size-5" id="h-wybor">
        {t('textwork.edit.choose')}
      </h2>
      <ol className="rows edit-units" role="list" lang="pl">
        {page.units.map((unit) => (
          <ChoiceRow key={unit.code} unit={unit} slug={page.slug} />
        ))}
      </ol>
    </section>
  );
}

function ChoiceRow({ unit, slug }: { unit: ListedUnit; slug: string }) {
  const to = usePaths();
  return (
    <li className={`depth-${Math.min(unit.depth, 4)}`}>
      <a className="tap" href={to.editorial(slug, { j: unit.code })}>
        {bindSpaces(unit.citation) || '–'}
      </a>{' '}
      <span className="by">{bindSpaces(unit.words)}</span>
    </li>
  );
}

/** The kinds of change the unit allows, each its own address: works without scripts. */
export function OpLinks({ page, unit, op }: { page: EditorialPage; unit: EditedUnit; op: EditorialOp }) {
  const t = useT();
  const to = usePaths();
  return (
    <nav aria-label={t('textwork.edit.kind')}>
      <ul className="filters views">
        {unit.ops.map((each) => (
          <li key={each}>
            <a
              href={to.editorial(page.slug, { j: unit.code, zmiana: each })}
              aria-current={each === op ? 'true' : undefined}
            >
              {t(opKeys[each])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function EditorialForm({ page, unit, op, preview, failure }: Props & { unit: EditedUnit; op: EditorialOp }) {
  const to = usePaths();
  return (
    <Form action={to.editorial(page.slug, { j: unit.code, zmiana: op })} failure={failure} className="form matter">
      <input type="hidden" name="op" value={op} />
      <input type="hidden" name="code" value={unit.code} />
      <input type="hidden" name="version" value={page.version} />
      <input type="hidden" name="report" value={page.report} />
      <Fields unit={unit} op={op} />
      <MarkQuestion failure={failure} />
      <Last page={page} preview={preview} op={op} values={failure?.values} />
    </Form>
  );
}

/** What a mark of another kind at the beginning is, once it was found. */
function MarkQuestion({ failure }: { failure: FormProblem | undefined }) {
  const t = useT();
  const isAsked = Object.values(failure?.errors ?? {}).some((each) => each[0]?.key === 'textwork.error.mark');
  if (!isAsked && failure?.values.mark?.[0] !== 'yes') return null;
  return <CheckField name="mark" label={t('textwork.mark.keep')} note={t('textwork.mark.note')} />;
}

function Fields({ unit, op }: { unit: EditedUnit; op: EditorialOp }) {
  const t = useT();
  switch (op) {
    case 'replace':
      return (
        <>
          {unit.hasHeading ? (
            <TextField
              name="heading"
              max={bounds.unitHeading}
              label={t('textwork.field.heading')}
              optional
              defaultValue={unit.heading}
            />
          ) : null}
          <TextArea
            name="text"
            max={bounds.unitText}
            label={t('textwork.field.text')}
            defaultValue={unit.text}
            rows={rowsFor(unit.text)}
            law
          />
        </>
      );
    case 'insert-after':
      return (
        <>
          {unit.hasHeading ? (
            <TextField name="heading" max={bounds.unitHeading} label={t('textwork.field.heading')} optional />
          ) : null}
          <TextArea
            name="text"
            max={bounds.unitText}
            label={t('textwork.field.inserted', { citation: unit.citation })}
            hint={t('textwork.field.inserted-hint')}
            rows={4}
            law
          />
        </>
      );
    case 'split':
      return (
        <>
          <TextArea
            name="text"
            max={bounds.unitText}
            label={t('textwork.field.first')}
            hint={t('textwork.field.first-hint')}
            defaultValue={unit.text}
            rows={rowsFor(unit.text)}
            law
          />
          <TextArea
            name="rest"
            max={bounds.unitText}
            label={t('textwork.split.rest')}
            {...(unit.below > 0 ? { hint: t('textwork.split.rest-hint') } : {})}
            rows={4}
            law
          />
        </>
      );
    case 'move':
      return (
        <SelectField
          name="target"
          label={t('textwork.field.place')}
          hint={t('textwork.field.place-hint')}
          short
          choices={[
            { value: '', label: t('textwork.field.choose') },
            ...unit.places.map(({ code, citation, where }) => ({
              value: String(code),
              label: t(`textwork.place.${where}`, { citation }),
            })),
          ]}
        />
      );
    case 'merge':
      return (
        <>
          <SelectField
            name="target"
            label={t('textwork.field.taken')}
            short
            choices={[
              { value: '', label: t('textwork.field.choose') },
              ...unit.siblings.map(({ code, citation }) => ({ value: String(code), label: citation })),
            ]}
          />
          <TextArea
            name="text"
            max={bounds.unitText}
            label={t('textwork.field.joined')}
            hint={t('textwork.field.joined-hint')}
            optional
            rows={4}
            law
          />
        </>
      );
    case 'delete':
      return (
        <p>{t(unit.below > 0 ? 'textwork.edit.delete-below' : 'textwork.edit.delete', { citation: unit.citation })}</p>
      );
  }
}

/** Numbering the whole text anew: for an act that otherwise keeps its numbers. */
export function RenumberForm({ page, preview, failure }: Props) {
  const t = useT();
  const to = usePaths();
  return (
    <section aria-labelledby="h-numery">
      <h2 className="size-5" id="h-numery">
        {t('textwork.renumber')}
      </h2>
      {page.numbering === 'draft' ? (
        <p className="w-40">{t('textwork.renumber.own')}</p>
      ) : (
        <Form action={to.editorial(page.slug)} failure={failure} className="form matter">
          <p>{t('textwork.renumber.lead')}</p>
          <input type="hidden" name="op" value="renumber" />
          <input type="hidden" name="version" value={page.version} />
          <input type="hidden" name="report" value={page.report} />
          <Last page={page} preview={preview} op="renumber" values={undefined} />
        </Form>
      )}
    </section>
  );
}

/** Effects once they were asked for, the reason, and both buttons. */
function Last({
  page,
  preview,
  op,
  values,
}: {
  page: EditorialPage;
  preview: EditorialPreview | null;
  op: string;
  values: FormProblem['values'] | undefined;
}) {
  const t = useT();
  return (
    <>
      <p className="actions">
        <button className="btn btn--quiet" type="submit" name="intent" value="preview">
          {t('textwork.edit.preview')}
        </button>
      </p>
      {preview ? <EditorialEffects preview={preview} slug={page.slug} /> : null}
      {preview ? <MarkFields marks={preview.marks} offeredFor={op} values={values} /> : null}
      <FourEyesNote on={page.fourEyes} />
      {page.report > 0 ? <p>{t('textwork.edit.correction')}</p> : null}
      <TextArea
        name="reason"
        max={textLimits.reason}
        label={t('textwork.field.reason')}
        hint={t('textwork.field.reason-hint')}
        rows={3}
      />
      <p className="actions">
        <Submit name="intent" value="write">
          {page.fourEyes ? t('deciding.draft.hand-in') : t('textwork.edit.write', { version: page.version + 1 })}
        </Submit>
      </p>
    </>
  );
}
