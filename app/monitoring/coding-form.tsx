import { Icon } from '#app/components/icon.tsx';
import { FieldErrorLine, Form, Submit, TextArea, TextField, useField, type FormProblem } from '#app/components/form.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { canBeNotApplicable } from './answer-rules.ts';
import { MAX_EVIDENCE, toAnswerField } from './coding-input.ts';
import { LevelMark } from './level-mark.tsx';
import type { CodingPage } from './team-queries.server.ts';
import { useWords } from './use-words.ts';
import { eventOf } from './methodology-entry.tsx';

export type CodingFormProps = { page: CodingPage; failure: FormProblem | null; rows: number; revision: number; have: number; need: number };

/** One answer to one question, with its evidence: posts as it stands, without scripts. */
export function CodingForm({ page, failure, rows, revision, have, need }: CodingFormProps) {
  const { t } = useWords();
  const missing = Math.max(0, need - have);
  return (
    <Form className="coder" failure={failure}>
      <div>
        <input type="hidden" name="revision" value={revision} />
        <AnswerField page={page} />
        <TextArea name="reason" label={t('monitoring.form.reason')} hint={t('monitoring.form.reason.hint')} rows={4} optional defaultValue={page.coding?.reason ?? ''} />
      </div>
      <section aria-labelledby="h-evidence">
        <h2 id="h-evidence">{t('monitoring.evidence')}</h2>
        <p className="count">
          <span><LevelMark steps={Math.min(need, 12)} filled={Math.min(have, need)} /><b>{t('monitoring.form.have', { have, need })}</b></span>
          {missing > 0 ? <span>{t('monitoring.form.missing', { count: missing })}</span> : null}
        </p>
        <p className="hint">{t('monitoring.form.remove-hint')}</p>
        {Array.from({ length: rows }, (_, row) => <EvidenceFields key={row} row={row} page={page} />)}
        <p className="actions">
          {rows < MAX_EVIDENCE ? <Submit quiet name="do" value="more">{t('monitoring.form.more')}</Submit> : null}
        </p>
      </section>
      <div className="sticky-actions stack">
        <p id="miss">{missing > 0 ? <><b>{t('monitoring.form.lacking', { count: missing })}</b>{' '}</> : null}{t('monitoring.form.rule')}</p>
        <p className="actions">
          <Submit name="do" value="next">{page.next ? t('monitoring.form.next', { code: page.next }) : t('monitoring.form.last')}</Submit>
          <Submit quiet name="do" value="stay">{t('form.save')}</Submit>
        </p>
      </div>
    </Form>
  );
}

function AnswerField({ page }: { page: CodingPage }) {
  const { t, say } = useWords();
  const field = useField('answer', true);
  const { indicator, coding } = page;
  const picked = field.values?.[0] ?? (coding ? toAnswerField(coding) : '');
  const states = (['not_applicable', 'not_assessed', 'withheld'] as const).filter((state) => state !== 'not_applicable' || canBeNotApplicable(indicator));
  return (
    <fieldset id={field.id} tabIndex={-1} aria-describedby={field.describedBy}>
      <legend>{t('monitoring.form.which')}</legend>
      <p className="hint" id={`${field.id}-hint`}>{t('monitoring.form.needs', { count: indicator.evidence.minItems })} {say(indicator.evidence)}</p>
      <FieldErrorLine field={field} />
      <div className="ladder">
        {indicator.scale.levels.map((level) => (
          <label key={level.value}>
            <input type="radio" name="answer" value={level.value} defaultChecked={picked === String(level.value)} />
            <LevelCell value={level.value} words={say(level)} />
          </label>
        ))}
      </div>
      <p className="sub-head mt-2"><strong>{t('monitoring.form.no-level')}</strong></p>
      <div className="choices">
        {states.map((state) => (
          <label className="choice" key={state}>
            <input type="radio" name="answer" value={state} defaultChecked={picked === state} />
            <span>{t(`monitoring.state.${state}`)}<small>{t(`monitoring.form.state.${state}`, { event: eventOf(indicator) })}</small></span>
          </label>
        ))}
      </div>
      <TextField name="requestedOn" type="date" label={t('monitoring.form.requested')} hint={t('monitoring.form.requested.hint')} optional short defaultValue={coding?.requestedOn ?? ''} />
    </fieldset>
  );
}

function LevelCell({ value, words }: { value: number; words: string }) {
  return <span className="cell"><span className="n">{value}</span><span className="t">{words}</span></span>;
}

function EvidenceFields({ row, page }: { row: number; page: CodingPage }) {
  const { t, locale } = useWords();
  const item = page.coding?.evidence[row];
  const typed = useField(`url-${row}`).value;
  // After a removed row or a conflict the form's rows are not the stored ones any more.
  const isStored = item !== undefined && (typed === undefined || typed === item.url);
  return (
    <fieldset className="stack evidence-row">
      <legend>{t('monitoring.form.item', { n: row + 1 })}</legend>
      <TextField name={`url-${row}`} type="url" inputMode="url" autoComplete="off" label={t('monitoring.form.url')} defaultValue={item?.url ?? ''} />
      <TextField name={`note-${row}`} label={t('monitoring.form.note')} optional defaultValue={item?.note ?? ''} />
      <TextField name={`place-${row}`} label={t('monitoring.form.place')} hint={t('monitoring.form.place.hint')} optional defaultValue={item?.place ?? ''} />
      <p className="saved">
        {isStored ? <span className="state"><Icon sign="s-full" />{t('monitoring.form.saved-item', { time: formatDateTime(locale, new Date(item.capturedAt)) })}</span> : null}
        <button className="btn btn--quiet btn--small" type="submit" name="do" value={`remove-${row}`}>{t('monitoring.form.remove', { n: row + 1 })}</button>
      </p>
    </fieldset>
  );
}
