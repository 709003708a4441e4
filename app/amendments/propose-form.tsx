import { Form, Submit, TextArea, useField, type FormProblem } from '#app/components/form.tsx';
import { Redline } from '#app/components/redline.tsx';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { ChangeBlock } from './change-view.tsx';
import type { ChangeView } from './change-view.ts';
import type { MovedProposal, ProposePage } from './propose-page.server.ts';
import type { OperationKind } from './remark.ts';
import { useRemarkTitle } from './remark-parts.tsx';

const choices = [
  { op: 'replace', key: 'drafting.propose.replace' }, { op: 'insert-after', key: 'drafting.propose.insert' },
  { op: 'delete', key: 'drafting.propose.delete' }, { op: 'none', key: 'drafting.propose.none' },
] as const;

type ProposeFormProps = {
  page: ProposePage;
  op: OperationKind;
  failure: FormProblem | undefined;
  change: ChangeView | null;
  moved: MovedProposal | null;
  who: { name: string; organisation: string | null };
};

/** One operation on one clause with its reason; the preview comes from the server and keeps everything typed. */
export function ProposeForm({ page, op, failure, change, moved, who }: ProposeFormProps) {
  const t = useT();
  const to = usePaths();
  const { clause, consultation: { slug } } = page;
  const base = moved?.now?.revisionId ?? clause.revisionId;
  return (
    <Form action={to.propose(slug, clause.code)} failure={failure}>
      {moved ? <Moved moved={moved} /> : <Excerpt page={page} />}
      <input type="hidden" name="base" value={base} />
      <Operation page={page} op={op} />
      {change ? (
        <section className="shown" id="podglad" aria-labelledby="h-podglad">
          <h2 id="h-podglad">{t('drafting.propose.shown')}</h2>
          <div className="preview"><ChangeBlock change={change} /></div>
        </section>
      ) : null}
      <TextArea name="reason" label={t('drafting.propose.reason')} hint={t('drafting.propose.reason-hint')} rows={4} />
      <p className="by">{who.organisation ? t('drafting.propose.as-organisation', { name: who.name, organisation: who.organisation }) : t('drafting.propose.as', { name: who.name })}</p>
      <p className="actions">
        <Submit name="intent" value="file">{t('drafting.propose.file')}</Submit>
        <a className="tap" href={to.clause(slug, clause.code)}>{bindSpaces(t('drafting.propose.back', { citation: clause.citation }))}</a>
      </p>
    </Form>
  );
}

/** The words as they stand, and who wants to change them already. */
function Excerpt({ page }: { page: ProposePage }) {
  const t = useT();
  const to = usePaths();
  const title = useRemarkTitle();
  const { clause, others, consultation } = page;
  return (
    <section className="excerpt" aria-labelledby="h-teraz">
      <h2 className="minor" id="h-teraz">{t('drafting.clause.words', { version: consultation.version })}</h2>
      <p className="act">{clause.label ? `${bindSpaces(clause.label)} ` : ''}{bindSpaces(clause.text || clause.heading)}</p>
      {others.length > 0 ? (
        <p className="by">
          {t('drafting.propose.others', { count: others.length })}:{' '}
          {others.slice(0, 8).map((other, at) => (
            <span key={other.number}>{at > 0 ? ', ' : ''}<a href={to.remark(consultation.slug, other.number)}>{title(other)}</a>{other.supports > 0 ? ` (${t('drafting.supports', { count: other.supports })})` : ''}</span>
          ))}
          . {t('drafting.propose.others-hint')}
        </p>
      ) : null}
    </section>
  );
}

function Operation({ page, op }: { page: ProposePage; op: OperationKind }) {
  const t = useT();
  const { clause } = page;
  const citation = bindSpaces(clause.citation);
  return (
    <div className="switch stack">
      <OperationChoices page={page} op={op} />
      <div className="panel panel--flat for-1">
        {clause.allows.includes('replace') ? (
          <TextArea name="text" label={t('drafting.propose.text')} hint={t('drafting.propose.text-hint')} defaultValue={clause.text} rows={rowsFor(clause.text)} law />
        ) : null}
      </div>
      <div className="panel panel--flat for-2">
        {clause.allows.includes('insert-after') ? (
          <TextArea name="inserted" label={bindSpaces(t('drafting.propose.inserted', { citation }))} hint={t('drafting.propose.inserted-hint')} rows={3} law />
        ) : null}
      </div>
      <div className="panel panel--flat for-3"><p className="hint">{t('drafting.propose.delete-note', { citation })}</p></div>
      <div className="panel panel--flat for-4"><p className="hint">{t('drafting.propose.none-note')}</p></div>
      <p className="actions"><button className="btn btn--quiet" type="submit" name="intent" value="preview">{t('drafting.propose.show')}</button></p>
    </div>
  );
}

function OperationChoices({ page, op }: { page: ProposePage; op: OperationKind }) {
  const t = useT();
  const field = useField('op');
  const picked = field.value ?? op;
  return (
    <fieldset id={field.id} tabIndex={-1} aria-describedby={field.describedBy}>
      <legend>{bindSpaces(t('drafting.propose.what', { citation: page.clause.citation }))}</legend>
      <div className="ops">
        {choices.map((choice, at) => (
          page.clause.allows.includes(choice.op) ? (
            <label className="choice" key={choice.op}>
              <input className={`sel-${at + 1}`} type="radio" name="op" value={choice.op} defaultChecked={picked === choice.op} />
              <span>{t(choice.key)}</span>
            </label>
          ) : null
        ))}
      </div>
      {field.error ? <p className="error" id={`${field.id}-error`}>{field.error}</p> : null}
    </fieldset>
  );
}

/** The text changed while the form was being filled in: what it was, what it is, what the proposal is on it. */
function Moved({ moved }: { moved: MovedProposal }) {
  const t = useT();
  const verdict = moved.fit === 'conflict' ? 'drafting.moved.conflict' : moved.fit === 'contained' ? 'drafting.moved.contained' : 'drafting.moved.adapted';
  return (
    <section className="stack" aria-labelledby="h-zmiana">
      <div className={moved.fit === 'conflict' ? 'notice notice--warn' : 'notice'} role="status">
        <h2 id="h-zmiana">{t(moved.now ? 'drafting.moved.title' : 'drafting.moved.gone-title')}</h2>
        <p>{t(moved.now ? 'drafting.moved.kept' : 'drafting.moved.gone')}</p>
        {moved.now ? <p>{t(verdict)}</p> : null}
      </div>
      <dl className="sides wordings flush">
        <div><dt>{t('drafting.moved.begun')}</dt><dd className="law flush"><p className="was">{moved.begun}</p></dd></div>
        {moved.now ? (
          <div>
            <dt>{t('drafting.moved.now')}<small>{t('drafting.moved.now-version', { version: moved.version })}</small></dt>
            <dd className="law flush"><Wording change={moved.now.change} text={moved.now.text} className="now" /></dd>
          </div>
        ) : null}
        <div>
          <dt>{t(moved.carried?.change ? 'drafting.moved.carried' : 'drafting.moved.yours')}</dt>
          <dd className="law flush"><Wording change={moved.carried?.change ?? moved.yours} text="" className="yours" /></dd>
        </div>
      </dl>
    </section>
  );
}

/** One wording in a list of wordings, with its sentence. */
export function Wording({ change, text, className }: { change: ChangeView | null; text: string; className: 'was' | 'now' | 'yours' }) {
  if (!change) return <p className={className}>{text}</p>;
  return (
    <>
      {change.lines.map((line, at) => <p className={className} key={at}>{line.mark ? `${line.mark} ` : ''}<Redline spans={line.spans} /></p>)}
      <span className="plain-change">{change.sentence}</span>
    </>
  );
}

export function rowsFor(text: string): number {
  return Math.min(16, Math.max(4, Math.ceil(text.length / 62) + 1));
}
