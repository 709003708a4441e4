import { SelectField, TextArea, useField, namedApart } from '#app/components/form.tsx';
import { landing } from '#app/components/landing.tsx';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { BroughtList } from '../acts/brought-list.tsx';
import { ChangeBlock } from '../remarks/change-view.tsx';
import { Moved, rowsFor } from './propose-form.tsx';
import { useRemarkTitle } from '../remarks/remark-parts.tsx';
import { markChoices, type OperationDraft } from './operation-draft.ts';
import { operationField } from './filing-form-reader.ts';
import type { FilingPage, OperationView } from './filing-page.server.ts';

const choices = [
  { op: 'replace', key: 'drafting.propose.replace', note: 'register.propose.note.replace' },
  { op: 'insert-after', key: 'drafting.propose.insert', note: 'register.propose.note.insert' },
  { op: 'delete', key: 'drafting.propose.delete', note: 'register.propose.note.delete' },
  { op: 'none', key: 'drafting.propose.none', note: 'register.propose.note.none' },
  { op: 'move', key: 'register.propose.move', note: 'register.propose.note.move' },
  { op: 'split', key: 'register.propose.split', note: 'register.propose.note.split' },
  { op: 'merge', key: 'register.propose.merge', note: 'register.propose.note.merge' },
] as const;

/** Where one change stands in the form: which point, which change of it, and whether there are more. */
type At = { point: number; operation: number; alone: boolean };
type Props = {
  view: OperationView;
  at: At;
  /** The button that was pressed stands here. */ isPressed: boolean;
  consultation: FilingPage['consultation'];
};

/** One change of one clause: its words now, what is to be done with them, and the change as others will see it. */
export function OperationFields({ view, at, isPressed, consultation }: Props) {
  const t = useT();
  const { draft, moved, clause, change } = view;
  const name = (field: keyof OperationDraft) => operationField(at.point, at.operation, field);
  const suffix = at.point + at.operation === 0 ? '' : `-${at.point + 1}-${at.operation + 1}`;
  const citation = bindSpaces(view.citation || t('drafting.clause.gone'));
  return (
    <div className="switch stack" role="group" aria-label={citation} {...(isPressed && !change ? landing : {})}>
      {moved ? <Moved moved={moved} id={suffix} /> : <Excerpt view={view} id={suffix} consultation={consultation} />}
      <input type="hidden" name={name('code')} value={draft.code} />
      <input type="hidden" name={name('base')} value={draft.base} />
      {clause ? (
        <Choices view={view} name={name('op')} citation={citation} />
      ) : (
        <input type="hidden" name={name('op')} value={draft.op} />
      )}
      {clause ? (
        <Panels view={view} name={name} citation={citation} clause={clause} />
      ) : (
        <Kept draft={draft} name={name} />
      )}
      {view.taken.length > 0 ? (
        <p className="note" role="status">
          {t('register.mark.taken', {
            count: view.taken.length,
            marks: view.taken.map((mark) => `„${mark}”`).join(', '),
          })}
        </p>
      ) : null}
      {view.other ? <MarkChoice other={view.other} picked={draft.mark} name={name('mark')} /> : null}
      <p className="actions">
        {clause ? (
          <button className="btn btn--quiet" type="submit" name="intent" value={previewOf(at)}>
            {t('drafting.propose.show')}
          </button>
        ) : null}
        {at.alone ? null : (
          <button
            className="btn btn--quiet btn--small"
            type="submit"
            name="intent"
            value={`drop-change:${at.point}:${at.operation}`}
          >
            {t('register.form.drop-change')}
            <span className="vh"> {citation}</span>
          </button>
        )}
      </p>
      {change ? (
        <section className="shown" id={`podglad${suffix}`} aria-labelledby={`h-podglad${suffix}`}>
          <h3 className="size-4" id={`h-podglad${suffix}`} {...(isPressed ? landing : {})}>
            {t('drafting.propose.shown')}
            {at.alone ? null : <span className="vh"> {citation}</span>}
          </h3>
          <div className="preview">
            <ChangeBlock change={change} />
          </div>
          <BroughtList problems={view.problems} />
        </section>
      ) : null}
    </div>
  );
}

/** The first change has the bare word: nothing tells it apart where there is one. */
function previewOf({ point, operation }: At): string {
  return point + operation === 0 ? 'preview' : `preview:${point}:${operation}`;
}

/** The words as they stand, and who wants to change them already. */
function Excerpt({
  view,
  id,
  consultation,
}: {
  view: OperationView;
  id: string;
  consultation: FilingPage['consultation'];
}) {
  const t = useT();
  const to = usePaths();
  const title = useRemarkTitle();
  const { clause, others } = view;
  if (!clause) return null;
  return (
    <section className="excerpt" aria-labelledby={`h-teraz${id}`}>
      <h2 className="minor" id={`h-teraz${id}`}>
        {bindSpaces(view.citation)}. {t('drafting.clause.words', { version: consultation.version })}
      </h2>
      <p className="act">
        {clause.label ? `${bindSpaces(clause.label)} ` : ''}
        <Marked words={clause.text || clause.heading} quote={view.draft.quote} />
      </p>
      {others.count > 0 ? (
        <p className="by">
          {t('drafting.propose.others', { count: others.count })}:{' '}
          {others.first.map((other, at) => (
            <span key={other.number}>
              {at > 0 ? ', ' : ''}
              <a href={to.remark(consultation.slug, other.number)}>{title(other)}</a>
              {other.supports > 0 ? ` (${t('drafting.supports', { count: other.supports })})` : ''}
            </span>
          ))}
          . {t('drafting.propose.others-hint')}
        </p>
      ) : null}
    </section>
  );
}

/** The words of a unit with those marked that the change is about. */
function Marked({ words, quote }: { words: string; quote: string }) {
  const at = quote === '' ? -1 : words.indexOf(quote);
  if (at < 0) return <>{bindSpaces(words)}</>;
  return (
    <>
      {bindSpaces(words.slice(0, at))}
      <mark>{bindSpaces(quote)}</mark>
      {bindSpaces(words.slice(at + quote.length))}
    </>
  );
}

function Choices({ view, name, citation }: { view: OperationView; name: string; citation: string }) {
  const t = useT();
  const field = useField(name, false, t('drafting.propose.what', { citation }));
  const allows = view.clause?.allows ?? [];
  return (
    <fieldset id={field.id} tabIndex={-1} aria-describedby={field.describedBy}>
      <legend>{t('drafting.propose.what', { citation })}</legend>
      <div className="ops">
        {choices.map((choice, at) =>
          allows.includes(choice.op) ? (
            <label className="choice" key={choice.op}>
              <input
                className={`sel-${at + 1}`}
                type="radio"
                name={name}
                value={choice.op}
                defaultChecked={view.draft.op === choice.op}
                {...namedApart(`${name}-${choice.op}`)}
              />
              <span>
                <span id={`${name}-${choice.op}-name`}>{t(choice.key)}</span>
                <small id={`${name}-${choice.op}-note`}>{t(choice.note)}</small>
              </span>
            </label>
          ) : null,
        )}
      </div>
      {field.error ? (
        <p className="error" id={`${field.id}-error`}>
          {field.error}
        </p>
      ) : null}
    </fieldset>
  );
}

/** What a mark of another kind is, asked where one was typed. */
function MarkChoice({
  other,
  picked,
  name,
}: {
  other: NonNullable<OperationView['other']>;
  picked: OperationDraft['mark'];
  name: string;
}) {
  const t = useT();
  return (
    <fieldset>
      <legend>{t('register.mark.legend', { mark: other.label })}</legend>
      <div className="choices">
        {markChoices
          .filter((choice) => choice !== 'unit' || other.canBeUnit)
          .map((choice) => (
            <label className="choice" key={choice}>
              <input type="radio" name={name} value={choice} defaultChecked={picked === choice} />
              <span>{t(`register.mark.${choice}`)}</span>
            </label>
          ))}
      </div>
    </fieldset>
  );
}

type PanelProps = {
  view: OperationView;
  clause: NonNullable<OperationView['clause']>;
  name: (field: keyof OperationDraft) => string;
  citation: string;
};

/** The fields of each choice; only those of the picked one are seen. */
function Panels({ view: { draft }, clause, name, citation }: PanelProps) {
  const t = useT();
  const can = (op: OperationDraft['op']) => clause.allows.includes(op);
  const rows = rowsFor(clause.text);
  return (
    <>
      {can('replace') ? (
        <div className="panel panel--flat for-1">
          <TextArea
            name={name('text')}
            max={clause.bounds.text}
            label={t('drafting.propose.text')}
            hint={t('drafting.propose.text-hint')}
            defaultValue={draft.text}
            rows={rows}
            law
          />
        </div>
      ) : null}
      {can('insert-after') ? (
        <div className="panel panel--flat for-2">
          <TextArea
            name={name('inserted')}
            max={clause.bounds.inserted}
            label={t('drafting.propose.inserted', { citation })}
            hint={t('drafting.propose.inserted-hint')}
            defaultValue={draft.inserted}
            rows={3}
            law
          />
        </div>
      ) : null}
      <div className="panel panel--flat for-3">
        <p className="hint">{t('drafting.propose.delete-note', { citation })}</p>
      </div>
      <div className="panel panel--flat for-4">
        <p className="hint">{t('drafting.propose.none-note')}</p>
        {clause.text === '' ? null : (
          <TextArea
            name={name('quote')}
            max={clause.bounds.quote}
            label={t('register.propose.quote')}
            hint={t('register.propose.quote-hint')}
            defaultValue={draft.quote}
            rows={2}
            optional
            law
          />
        )}
      </div>
      {can('move') ? (
        <div className="panel panel--flat for-5">
          <UnitSelect
            name={name('target')}
            label={t('register.propose.target', { citation })}
            picked={draft.target}
            units={clause.targets}
          />
        </div>
      ) : null}
      {can('split') ? (
        <div className="panel panel--flat for-6">
          <p className="hint">{t('register.propose.split-note')}</p>
          <TextArea
            name={name('first')}
            max={clause.bounds.first}
            label={t('register.propose.first')}
            defaultValue={draft.first}
            rows={rows}
            law
          />
          <TextArea
            name={name('rest')}
            max={clause.bounds.rest}
            label={t('register.propose.rest')}
            defaultValue={draft.rest}
            rows={3}
            law
          />
        </div>
      ) : null}
      {can('merge') ? (
        <div className="panel panel--flat for-7">
          {clause.partners.length === 0 ? <p className="hint">{t('register.propose.no-partner')}</p> : null}
          <UnitSelect
            name={name('partner')}
            label={t('register.propose.partner', { citation })}
            picked={draft.partner}
            units={clause.partners}
          />
          <TextArea
            name={name('joined')}
            max={clause.bounds.joined}
            label={t('register.propose.joined')}
            defaultValue={draft.joined}
            rows={rows}
            law
          />
        </div>
      ) : null}
    </>
  );
}

function UnitSelect({
  name,
  label,
  picked,
  units,
}: {
  name: string;
  label: string;
  picked: number | null;
  units: FilingPage['units'];
}) {
  const t = useT();
  return (
    <SelectField
      name={name}
      label={label}
      defaultValue={picked === null ? '' : String(picked)}
      choices={[
        { value: '', label: t('register.propose.choose') },
        ...(units ?? []).map(({ code, label: words }) => ({ value: String(code), label: bindSpaces(words) })),
      ]}
    />
  );
}

/** The clause is gone: what was typed is shown above and travels on, so that nothing is lost while the rest is filed. */
function Kept({ draft, name }: { draft: OperationDraft; name: (field: keyof OperationDraft) => string }) {
  const fields = ['quote', 'text', 'inserted', 'first', 'rest', 'joined'] as const;
  return (
    <>
      {fields.map((field) => (
        <input key={field} type="hidden" name={name(field)} value={draft[field]} />
      ))}
    </>
  );
}
