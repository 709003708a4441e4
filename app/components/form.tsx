import { landing } from '#app/components/landing.tsx';
import { createContext, isValidElement, Suspense, useContext, useState, type ReactNode } from 'react';
import { useT } from '#app/i18n/context.tsx';
import type { MessageKey, MessageParams } from '#app/i18n/translate.ts';

export type FormProblem = {
  values: Record<string, string[]>;
  errors: Record<string, { key: MessageKey; params?: MessageParams }[]>;
};

/** What the fields of a form are called, as they say themselves; read by the summary above them once they are there. */
type FieldNames = { of: Map<string, string>; firstTime: () => boolean };

function noNamesYet(): FieldNames {
  let asked = 0;
  return { of: new Map(), firstTime: () => (asked += 1) === 1 };
}

const FailureContext = createContext<FormProblem | null>(null);
const NamesContext = createContext<FieldNames | null>(null);

type FormProps = {
  children: ReactNode;
  /** What the action refused, to show complaints and keep what was typed. */
  failure?: FormProblem | null | undefined;
  action?: string;
  className?: string;
  upload?: boolean;
  method?: 'post' | 'get';
  id?: string;
};

/** A real form: it posts without scripts and shows what was refused, field by field. */
export function Form({
  children,
  failure = null,
  action,
  className = 'form',
  upload = false,
  method = 'post',
  id,
}: FormProps) {
  const [names] = useState(noNamesYet);
  return (
    <FailureContext.Provider value={failure}>
      <NamesContext.Provider value={names}>
        <form
          method={method}
          action={action}
          className={className}
          id={id}
          noValidate
          encType={upload ? 'multipart/form-data' : undefined}
        >
          <ErrorSummary failure={failure} names={names} />
          {children}
        </form>
      </NamesContext.Provider>
    </FailureContext.Provider>
  );
}

/** More than a list of complaints: each line names its field and leads to it. */
function ErrorSummary({ failure, names }: { failure: FormProblem | null; names: FieldNames }) {
  const fields = Object.entries(failure?.errors ?? {}).filter(([, errors]) => errors.length > 0);
  if (fields.length === 0) return null;
  return (
    <Suspense fallback={<Complaints fields={fields} names={names} />}>
      <NamedComplaints fields={fields} names={names} />
    </Suspense>
  );
}

type ComplaintsProps = { fields: [string, FormProblem['errors'][string]][]; names: FieldNames };

/** On the server it waits for the fields below, which say what they are called; the page is sent when all of it is there. */
function NamedComplaints({ fields, names }: ComplaintsProps) {
  if (typeof document === 'undefined' && names.firstTime()) throw Promise.resolve();
  return <Complaints fields={fields} names={names} />;
}

/** Longer labels are sentences of their own (what somebody agrees to) and say too much in a list. */
export const longestName = 100;

function Complaints({ fields, names }: ComplaintsProps) {
  const t = useT();
  const complaintOf = (name: string, [error]: FormProblem['errors'][string]) => {
    const complaint = error ? t(error.key, error.params) : '';
    const label = names.of.get(name)?.replace(/[:.]$/, '');
    if (!label || label.length > longestName) return complaint;
    return label.endsWith('?') ? `${label} ${complaint}` : `${label}: ${complaint}`;
  };
  return (
    <div className="error-summary" role="alert" {...landing} id="form-errors">
      <h2>{t('form.fix', { count: fields.length })}</h2>
      <ul>
        {fields.map(([name, errors]) => (
          <li key={name}>
            <a href={`#f-${name}`}>{complaintOf(name, errors)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The words of a label, without its marking up. */
function wordsOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(wordsOf).join('');
  return isValidElement<{ children?: ReactNode }>(node) ? wordsOf(node.props.children) : '';
}

export type FieldState = {
  id: string;
  error: string | null;
  value: string | undefined;
  values: string[] | undefined;
  describedBy: string | undefined;
};

/** What a field needs to know: its id, the complaint about it, and what was typed. `label` is what the summary calls it. */
export function useField(name: string, hasHint = false, label: ReactNode = null): FieldState {
  const t = useT();
  const failure = useContext(FailureContext);
  const names = useContext(NamesContext);
  const words = wordsOf(label).trim();
  // Boxes of one question have its name first, then their own.
  if (words && !names?.of.has(name)) names?.of.set(name, words);
  const complaint = failure?.errors[name]?.[0];
  const error = complaint ? t(complaint.key, complaint.params) : null;
  const ids = [hasHint ? `f-${name}-hint` : null, error ? `f-${name}-error` : null].filter(Boolean);
  return {
    id: `f-${name}`,
    error,
    value: failure?.values[name]?.[0],
    values: failure?.values[name],
    describedBy: ids.join(' ') || undefined,
  };
}

type FieldProps = { name: string; label: ReactNode; hint?: ReactNode; optional?: boolean };

/** Label, hint and complaint around a control of one's own. */
export function FieldFrame({
  field,
  label,
  hint,
  optional,
  children,
}: FieldProps & { field: FieldState; children: ReactNode }) {
  const t = useT();
  return (
    <div className="field">
      <label htmlFor={field.id}>
        {label} {optional ? <span className="plain">{t('form.optional')}</span> : null}
      </label>
      {hint ? (
        <p className="hint" id={`${field.id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children}
      <FieldErrorLine field={field} />
    </div>
  );
}

export function FieldErrorLine({ field }: { field: FieldState }) {
  return field.error ? (
    <p className="error" id={`${field.id}-error`}>
      {field.error}
    </p>
  ) : null;
}

/** Where somebody types freely the bound is said, and it is the one of the schema; days and hours the browser bounds itself. */
type TextFieldProps = FieldProps &
  (
    | { type?: 'text' | 'email' | 'password' | 'url' | 'search'; max: number }
    | { type: 'date' | 'time'; max?: undefined }
  ) & {
    defaultValue?: string;
    autoComplete?: string;
    short?: boolean;
    inputMode?: 'numeric' | 'email' | 'url' | 'tel';
  };

export function TextField({
  name,
  label,
  hint,
  optional = false,
  type = 'text',
  max,
  defaultValue,
  short,
  ...rest
}: TextFieldProps) {
  const field = useField(name, Boolean(hint), label);
  return (
    <FieldFrame {...{ name, label, hint, optional, field }}>
      <input
        className={short ? 'input input--short' : 'input'}
        id={field.id}
        name={name}
        type={type}
        maxLength={max}
        defaultValue={field.value ?? defaultValue}
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? true : undefined}
        {...rest}
      />
    </FieldFrame>
  );
}

type TextAreaProps = FieldProps & {
  max: number;
  defaultValue?: string;
  rows?: number;
  law?: boolean;
  /** Whether a copy stays in the browser until it is sent; not where the form sees to that itself. */ device?: boolean;
};

export function TextArea({
  name,
  label,
  hint,
  optional = false,
  max,
  defaultValue,
  rows = 5,
  law = false,
  device = true,
}: TextAreaProps) {
  const field = useField(name, Boolean(hint), label);
  return (
    <FieldFrame {...{ name, label, hint, optional, field }}>
      <textarea
        className={law ? 'input input--law' : 'input'}
        id={field.id}
        name={name}
        rows={rows}
        maxLength={max}
        defaultValue={field.value ?? defaultValue}
        data-device={device ? '' : undefined}
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? true : undefined}
      />
    </FieldFrame>
  );
}

/** `lang`: the label is somebody's words, not those of the page. */
export type Choice = { value: string; label: ReactNode; note?: ReactNode; lang?: 'pl' };

export function SelectField({
  name,
  label,
  hint,
  optional = false,
  choices,
  defaultValue,
  short,
}: FieldProps & { choices: readonly Choice[]; defaultValue?: string; short?: boolean }) {
  const field = useField(name, Boolean(hint), label);
  return (
    <FieldFrame {...{ name, label, hint, optional, field }}>
      <select
        className={short ? 'input input--short' : 'input'}
        id={field.id}
        name={name}
        defaultValue={field.value ?? defaultValue}
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? true : undefined}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} lang={choice.lang}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** The name of a choice alone; its explanation is told after it, not as one word with it. */
export function namedApart(id: string, more?: string) {
  return { 'aria-labelledby': `${id}-name`, 'aria-describedby': [`${id}-note`, more].filter(Boolean).join(' ') };
}

/** One of several, each with its meaning; nothing is preselected unless `defaultValue` says so. */
export function RadioField({
  name,
  label,
  hint,
  choices,
  defaultValue,
}: FieldProps & { choices: readonly Choice[]; defaultValue?: string }) {
  const field = useField(name, Boolean(hint), label);
  const picked = field.value ?? defaultValue;
  return (
    <fieldset className="field" aria-describedby={field.describedBy} id={field.id} tabIndex={-1}>
      <legend>{label}</legend>
      {hint ? (
        <p className="hint" id={`${field.id}-hint`}>
          {hint}
        </p>
      ) : null}
      <div className="choices">
        {choices.map((choice) => (
          <label className="choice" key={choice.value}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              defaultChecked={picked === choice.value}
              {...(choice.note ? namedApart(`${field.id}-${choice.value}`) : {})}
            />
            <span>
              <span id={choice.note ? `${field.id}-${choice.value}-name` : undefined}>{choice.label}</span>
              {choice.note ? <small id={`${field.id}-${choice.value}-note`}>{choice.note}</small> : null}
            </span>
          </label>
        ))}
      </div>
      <FieldErrorLine field={field} />
    </fieldset>
  );
}

export function CheckField({
  name,
  label,
  note,
  defaultChecked = false,
  value = 'yes',
}: {
  name: string;
  label: ReactNode;
  note?: ReactNode;
  defaultChecked?: boolean;
  value?: string;
}) {
  const field = useField(name, false, label);
  return (
    <div className="field">
      <label className="choice">
        <input
          type="checkbox"
          id={field.id}
          name={name}
          value={value}
          defaultChecked={field.values ? field.values.includes(value) : defaultChecked}
          aria-invalid={field.error ? true : undefined}
          {...(note ? namedApart(field.id, field.describedBy) : { 'aria-describedby': field.describedBy })}
        />
        <span className="plain">
          <span id={note ? `${field.id}-name` : undefined}>{label}</span>
          {note ? <small id={`${field.id}-note`}>{note}</small> : null}
        </span>
      </label>
      <FieldErrorLine field={field} />
    </div>
  );
}

export function FileField({
  name,
  label,
  hint,
  optional = false,
  accept,
  multiple = false,
}: FieldProps & { accept?: string; multiple?: boolean }) {
  const field = useField(name, Boolean(hint), label);
  return (
    <FieldFrame {...{ name, label, hint, optional, field }}>
      <input
        className="input"
        type="file"
        id={field.id}
        name={name}
        accept={accept}
        multiple={multiple}
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? true : undefined}
      />
    </FieldFrame>
  );
}

export function SubmitRow({ children }: { children: ReactNode }) {
  return <p className="actions">{children}</p>;
}

export function Submit({
  children,
  name,
  value,
  quiet = false,
}: {
  children: ReactNode;
  name?: string;
  value?: string;
  quiet?: boolean;
}) {
  return (
    <button className={quiet ? 'btn btn--quiet' : 'btn'} type="submit" name={name} value={value}>
      {children}
    </button>
  );
}
