import { Fragment, type ReactNode } from 'react';
import { Form, SelectField, Submit, TextArea, TextField, useField } from '#app/components/form.tsx';
import { landing } from '#app/components/landing.tsx';
import { ChooseFiles, ChosenFiles } from '#app/drafting/attachments/chosen-files.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { PersonSummary } from './filer-fields.tsx';
import { personFields } from './filer-schema.ts';
import { operationField, pointField, type FormErrors } from './filing-form-reader.ts';
import type { FilingPage } from './filing-page.server.ts';
import { PointsSummary } from './points-summary.tsx';
import { OperationFields } from './operation-fields.tsx';
import { EndMarkLine } from '#app/drafting/acts/end-mark-line.tsx';
import { textLimits } from '#app/drafting/state/remark.ts';

export type FilingFormProps = {
  page: FilingPage;
  action: string;
  errors: FormErrors;
  /** What was typed in the fields about the person. */
  values?: Record<string, string[]>;
  /** Fields before the points (how it came) and after them (who signs). */
  before?: ReactNode;
  children: ReactNode;
  submit: string;
  cancel: ReactNode;
  /** The office copies what the letter says, so the words to it are others. */
  byOffice?: boolean;
};

/** A letter: one or more points, each with its reason and its changes. Every button posts, so that it works without scripts. */
export function FilingForm({
  page,
  action,
  errors,
  values = {},
  before,
  children,
  submit,
  cancel,
  byOffice = false,
}: FilingFormProps) {
  const t = useT();
  const { points, step } = page;
  if (!byOffice && step !== 'words')
    return (
      <Form action={action} failure={{ values, errors }}>
        <LaterStep page={page} values={values} submit={submit} isRefused={Object.keys(errors).length > 0}>
          {children}
        </LaterStep>
      </Form>
    );
  return (
    <Form action={action} failure={{ values, errors }} upload>
      {page.refiles === null ? null : <input type="hidden" name="refiles" value={page.refiles} />}
      {before}
      {points.map((point, at) =>
        points.length === 1 ? (
          <div className="stack" key={at} {...landingAt(page, at)}>
            <Point page={page} at={at} point={point} byOffice={byOffice} />
          </div>
        ) : (
          <fieldset className="point" key={at} {...landingAt(page, at)}>
            <legend>{t('register.form.point', { number: at + 1 })}</legend>
            <Point page={page} at={at} point={point} byOffice={byOffice} />
            <p className="actions">
              <button className="btn btn--quiet btn--small" type="submit" name="intent" value={`drop-point:${at}`}>
                {t('register.form.drop-point', { number: at + 1 })}
              </button>
            </p>
          </fieldset>
        ),
      )}
      {page.limits.canAddPoint ? (
        <div className="stack stack--2">
          <p className="actions">
            <button className="btn btn--quiet" type="submit" name="intent" value="add-point">
              {t('register.form.add-point')}
            </button>
          </p>
          <p className="hint">{t('register.form.add-point-hint')}</p>
        </div>
      ) : null}
      {byOffice ? (
        children
      ) : (
        <>
          <Unseen values={values} />
          <ChooseFiles files={page.files} />
        </>
      )}
      <p className="actions">
        <Submit name="intent" value={byOffice ? 'file' : 'person'}>
          {byOffice ? submit : t('register.step.next')}
        </Submit>
        {cancel}
      </p>
    </Form>
  );
}

/** Who signs, and then all of it to be read once more. What stands in the other parts goes along unseen; nothing is kept anywhere else. */
function LaterStep({
  page,
  values,
  submit,
  isRefused,
  children,
}: {
  page: FilingPage;
  values: Record<string, string[]>;
  submit: string;
  isRefused: boolean;
  children: ReactNode;
}) {
  const t = useT();
  const isCheck = page.step === 'check';
  return (
    <>
      {page.refiles === null ? null : <input type="hidden" name="refiles" value={page.refiles} />}
      <UnseenPoints points={page.points} picked={page.picked} />
      {isCheck ? (
        <section className="stack" aria-labelledby="h-sprawdz">
          <h2 id="h-sprawdz" {...landing}>
            {t('register.step.check')}
          </h2>
          <p className="hint">{t('register.step.check-hint')}</p>
          <PointsSummary points={page.points} />
          {page.files.kept.length > 0 ? (
            <div className="stack stack--2">
              <h3 className="size-4">{t('attachment.title')}</h3>
              <ChosenFiles files={page.files} />
              <p className="note">{t('attachment.who-sees')}</p>
            </div>
          ) : null}
          <PersonSummary values={values} />
          <Unseen values={values} />
        </section>
      ) : (
        <div className="stack" {...(isRefused ? {} : landing)}>
          {page.files.kept.map(({ secret }) => (
            <input type="hidden" name="file" value={secret} key={secret} />
          ))}
          {children}
        </div>
      )}
      <p className="actions">
        <Submit name="intent" value={isCheck ? 'file' : 'check'}>
          {isCheck ? submit : t('register.step.check')}
        </Submit>
        <Submit name="intent" value="keep" quiet>
          {t('register.step.words')}
        </Submit>
        {isCheck ? (
          <Submit name="intent" value="person" quiet>
            {t('register.step.person')}
          </Submit>
        ) : null}
      </p>
    </>
  );
}

/** Fields of a part that is not shown. */
function Unseen({ values }: { values: Record<string, string[]> }) {
  return (
    <>
      {Object.entries(values).flatMap(([name, all]) =>
        personFields.includes(name)
          ? all.map((value, at) => <input type="hidden" name={name} value={value} key={`${name}-${at}`} />)
          : [],
      )}
    </>
  );
}

const draftFields = [
  'code',
  'base',
  'op',
  'quote',
  'text',
  'inserted',
  'first',
  'rest',
  'joined',
  'partner',
  'target',
  'mark',
] as const;

function UnseenPoints({ points, picked }: Pick<FilingPage, 'points' | 'picked'>) {
  return (
    <>
      {points.map((point, at) => (
        <Fragment key={at}>
          <input type="hidden" name={pointField(at, 'reason')} value={point.reason} />
          {(['shown', 'picked'] as const).flatMap((which) =>
            (picked[at]?.[which] ?? []).map((value) => (
              <input
                type="hidden"
                name={pointField(at, which === 'shown' ? 'marks-shown' : 'marks')}
                value={value}
                key={`${which}-${value}`}
              />
            )),
          )}
          {point.place ? <input type="hidden" name={pointField(at, 'place')} value={point.place} /> : null}
          {point.operations.map(({ draft }, operation) =>
            draftFields.map((field) => (
              <input
                type="hidden"
                name={operationField(at, operation, field)}
                value={draft[field] ?? ''}
                key={`${operation}-${field}`}
              />
            )),
          )}
        </Fragment>
      ))}
    </>
  );
}

/** A point that was added, or what is left of one. */
const landingAt = ({ pressed }: FilingPage, at: number) =>
  pressed?.point === at && pressed.operation === null ? landing : {};

type PointProps = { page: FilingPage; at: number; point: FilingPage['points'][number]; byOffice: boolean };

function Point({ page, at, point, byOffice }: PointProps) {
  const t = useT();
  const isAboutWhole = point.operations.length === 0;
  const isAmendment = point.operations.some(({ draft }) => draft.op !== 'none');
  const reason = byOffice
    ? 'register.form.words-copied'
    : isAboutWhole
      ? 'register.form.words'
      : 'drafting.propose.reason';
  const hint = byOffice
    ? 'register.form.words-copied-hint'
    : isAboutWhole
      ? 'register.form.words-hint'
      : 'drafting.propose.reason-hint';
  return (
    <>
      {isAboutWhole ? <p className="note">{t('register.form.whole')}</p> : null}
      {point.operations.map((view, operation) => (
        <OperationFields
          key={`${view.draft.code}-${operation}`}
          view={view}
          at={{ point: at, operation, alone: point.operations.length === 1 && page.points.length === 1 && !byOffice }}
          isPressed={page.pressed?.point === at && page.pressed.operation === operation}
          consultation={page.consultation}
        />
      ))}
      <EndMarks point={point} at={at} />
      {isAboutWhole ? <AddChange page={page} at={at} isFirst /> : null}
      <TextArea
        name={pointField(at, 'reason')}
        max={textLimits.reason}
        label={t(reason)}
        hint={t(hint)}
        defaultValue={point.reason}
        rows={isAmendment ? 4 : 6}
      />
      {isAboutWhole ? null : <AddChange page={page} at={at} isFirst={false} />}
    </>
  );
}

/** Marks at the ends of neighbours that go wrong with the change, mended with it unless its author says otherwise. */
function EndMarks({ point: { marks }, at }: Pick<PointProps, 'point' | 'at'>) {
  const t = useT();
  if (marks.length === 0) return null;
  return (
    <fieldset>
      <legend>{t('register.marks')}</legend>
      <p className="hint">{t('register.marks-hint')}</p>
      <div className="choices">
        {marks.map(({ value, citation, isNew, before, after, isPicked }) => (
          <label className="choice" key={value}>
            <input type="checkbox" name={pointField(at, 'marks')} value={value} defaultChecked={isPicked} />
            <EndMarkLine citation={citation} before={before} after={after} isNew={isNew} />
          </label>
        ))}
      </div>
      {marks.map(({ value }) => (
        <input key={value} type="hidden" name={pointField(at, 'marks-shown')} value={value} />
      ))}
    </fieldset>
  );
}

/** One more unit for this point. Without scripts the page comes back with one block more. */
function AddChange({ page, at, isFirst }: { page: FilingPage; at: number; isFirst: boolean }) {
  const t = useT();
  const name = pointField(at, 'unit');
  const { error } = useField(name);
  const label = t(isFirst ? 'register.form.unit-first' : 'register.form.unit');
  return (
    <details className="more" open={isFirst || error !== null}>
      <summary>{t(isFirst ? 'register.form.add-unit' : 'register.form.add-change')}</summary>
      <div className="stack stack--2">
        {page.units ? (
          <SelectField
            name={name}
            label={label}
            choices={[
              { value: '', label: t('register.propose.choose') },
              ...page.units.map((unit) => ({ value: String(unit.code), label: bindSpaces(unit.label) })),
            ]}
          />
        ) : (
          <TextField name={name} max={bounds.unitName} label={label} hint={t('register.form.unit-hint')} short />
        )}
        <p className="actions">
          <button className="btn btn--quiet" type="submit" name="intent" value={`add-change:${at}`}>
            {t('register.form.add')}
          </button>
        </p>
      </div>
    </details>
  );
}
