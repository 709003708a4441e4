import { landing } from '#app/components/landing.tsx';
import { createContext, useContext, type ReactNode } from 'react';
import { useT } from '#app/i18n/context.tsx';
import type { MessageKey, MessageParams } from '#app/i18n/translate.ts';

export type FormProblem = {
  values: Record<string, string[]>;
  errors: Record<string, { key: MessageKey; params?: MessageParams }[]>;
};

const FailureContext = createContext<FormProblem | null>(null);

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
  return (
    <FailureContext.Provider value={failure}>
      <form
        method={method}
        action={action}
        className={className}
        id={id}
        noValidate
        encType={upload ? 'multipart/form-data' : undefined}
      >
        <ErrorSummary failure={failure} />
        {children}
      </form>
    </FailureContext.Provider>
  );
}

/** More than a list of complaints: each line leads to its field. */
function ErrorSummary({ failure }: { failure: FormProblem | null }) {
  const t = useT();
  const fields = Object.entries(failure?.errors ?? {}).filter(([, errors]) => errors.length > 0);
  if (fields.length === 0) return null;
  return (
    <div className="error-summary" role="alert" {...landing} id="form-errors">
      <h2>{t('form.fix', { count: fields.length })}</h2>
      <ul>
        {fields.map(([name, errors]) => (
          <li key={name}>
            <a href={`#f-${name}`}>{errors[0] ? t(errors[0].key, errors[0].params) : ''}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

export type FieldState = {
  id: string;
  error: string | null;
  value: string | undefined;
  values: string[] | undefined;
  describedBy: string | undefined;
};

/** What a field needs to know: its id, the complaint about it, and what was typed. */
export function useField(name: string, hasHint = false): FieldState {
  const t = useT();
  const failure = useContext(FailureContext);
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

function FieldFrame({
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
  const field = useField(name, Boolean(hint));
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

type TextAreaProps = FieldProps & { max: number; defaultValue?: string; rows?: number; law?: boolean };

export function TextArea({
  name,
  label,
  hint,
  optional = false,
  max,
  defaultValue,
  rows = 5,
  law = false,
}: TextAreaProps) {
  const field = useField(name, Boolean(hint));
  return (
    <FieldFrame {...{ name, label, hint, optional, field }}>
      <textarea
        className={law ? 'input input--law' : 'input'}
        id={field.id}
        name={name}
        rows={rows}
        maxLength={max}
        defaultValue={field.value ?? defaultValue}
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
  const field = useField(name, Boolean(hint));
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

/** One of several, each with its meaning; nothing is preselected unless `defaultValue` says so. */
export function RadioField({
  name,
  label,
  hint,
  choices,
  defaultValue,
}: FieldProps & { choices: readonly Choice[]; defaultValue?: string }) {
  const field = useField(name, Boolean(hint));
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
            <input type="radio" name={name} value={choice.value} defaultChecked={picked === choice.value} />
            <span>
              {choice.label}
              {choice.note ? <small>{choice.note}</small> : null}
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
  const field = useField(name);
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
        />
        <span className="plain">
          {label}
          {note ? <small>{note}</small> : null}
        </span>
      </label>
      <FieldErrorLine field={field} />
    </div>
  );
}

export function FileField({ name, label, hint, optional = false, accept }: FieldProps & { accept?: string }) {
  const field = useField(name, Boolean(hint));
  return (
    <FieldFrame {...{ name, label, hint, optional, field }}>
      <input
        className="input"
        type="file"
        id={field.id}
        name={name}
        accept={accept}
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
