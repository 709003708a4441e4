import { useRef, useState, type FormEvent } from 'react';
import { Icon } from '#app/components/icon.tsx';
import {
  FieldErrorLine,
  Form,
  Submit,
  TextArea,
  TextField,
  useField,
  type FormProblem,
} from '#app/components/form.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import { canBeNotApplicable } from '../methodology/answer-rules.ts';
import { MAX_EVIDENCE, toAnswerField } from '../fieldwork/coding-input.ts';
import { CaptureFacts } from '../fieldwork/capture-facts.tsx';
import { DeviceLine, TwoSaves } from './device/device-line.tsx';
import { KeyHelp, useAnswerKeys } from './device/answer-keys.tsx';
import { useFieldDevice, type DeviceCell } from './device/use-field-device.tsx';
import { FactChoices } from '../fieldwork/fact-choices.tsx';
import { eventOf } from './methodology-entry.tsx';
import type { CaptureFile } from '../cards/evidence.ts';
import { LevelMark } from '../cards/level-mark.tsx';
import type { CodingPage } from '../fieldwork/team-queries.server.ts';
import { useWords } from '../bridge/use-words.ts';

export type CodingFormProps = {
  page: CodingPage;
  failure: FormProblem | null;
  rows: number;
  revision: number;
  have: number;
  need: number;
  /** Files sent with a form that was refused. */
  files: readonly CaptureFile[];
  device: DeviceCell | null;
};

/** One answer to one question, with its evidence: posts as it stands without scripts; with them nothing typed is ever lost. */
export function CodingForm({ page, failure, rows: sent, revision, have, need, files, device }: CodingFormProps) {
  const { t } = useWords();
  const missing = Math.max(0, need - have);
  const [rows, setRows] = useState(sent);
  const form = useRef<HTMLFormElement | null>(null);
  const attach = (element: HTMLDivElement | null) => {
    form.current = element?.querySelector('form') ?? null;
  };
  const { state, resolveClash, discard } = useFieldDevice(form, device, (wanted) =>
    setRows((now) => Math.max(now, Math.min(wanted, MAX_EVIDENCE))),
  );
  const keys = useAnswerKeys(form);
  const addRow = (event: FormEvent<HTMLButtonElement>) => {
    event.preventDefault();
    setRows((now) => Math.min(MAX_EVIDENCE, now + 1));
  };
  return (
    <div ref={attach}>
      <DeviceLine state={state} onDiscard={() => void discard()} />
      {state.clash ? <TwoSaves page={page} kept={state.clash} onChoose={(here) => void resolveClash(here)} /> : null}
      <Form className="coder" failure={failure} upload>
        <div>
          <input type="hidden" name="revision" value={revision} />
          <AnswerField page={page} />
          <KeyHelp keys={keys} />
          <TextArea
            name="reason"
            max={bounds.codingReason}
            label={t('monitoring.form.reason')}
            hint={t('monitoring.form.reason.hint')}
            rows={4}
            optional
            defaultValue={page.coding?.reason ?? ''}
          />
        </div>
        <section aria-labelledby="h-evidence">
          <h2 id="h-evidence">{t('monitoring.evidence')}</h2>
          <p className="count">
            <span>
              <LevelMark steps={Math.min(need, 12)} filled={Math.min(have, need)} />
              <b>{t('monitoring.form.have', { have, need })}</b>
            </span>
            {missing > 0 ? <span>{t('monitoring.form.missing', { count: missing })}</span> : null}
          </p>
          <p className="hint">{t('monitoring.form.remove-hint')}</p>
          <FactChoices facts={page.facts} evidence={page.coding?.evidence ?? []} />
          {Array.from({ length: rows }, (_, row) => (
            <EvidenceFields key={row} row={row} page={page} files={files} />
          ))}
          <p className="actions">
            {rows < MAX_EVIDENCE ? (
              <button className="btn btn--quiet" type="submit" name="do" value="more" onClick={addRow}>
                {t('monitoring.form.more')}
              </button>
            ) : null}
          </p>
        </section>
        <div className="sticky-actions stack">
          <p id="miss">
            {missing > 0 ? (
              <>
                <b>{t('monitoring.form.lacking', { count: missing })}</b>{' '}
              </>
            ) : null}
            {t('monitoring.form.rule')}
          </p>
          <p className="actions">
            <Submit name="do" value="next">
              {page.next ? t('monitoring.form.next', { code: page.next }) : t('monitoring.form.last')}
            </Submit>
            <Submit quiet name="do" value="stay">
              {t('form.save')}
            </Submit>
          </p>
        </div>
      </Form>
    </div>
  );
}

function AnswerField({ page }: { page: CodingPage }) {
  const { t, say } = useWords();
  const field = useField('answer', true, t('monitoring.form.which'));
  const { indicator, coding } = page;
  const picked = field.values?.[0] ?? (coding ? toAnswerField(coding) : '');
  const states = (['not_applicable', 'not_assessed', 'withheld'] as const).filter(
    (state) => state !== 'not_applicable' || canBeNotApplicable(indicator),
  );
  return (
    <fieldset id={field.id} tabIndex={-1} aria-describedby={field.describedBy}>
      <legend>{t('monitoring.form.which')}</legend>
      <p className="hint" id={`${field.id}-hint`}>
        {t('monitoring.form.needs', { count: indicator.evidence.minItems })} {say(indicator.evidence)}
      </p>
      <FieldErrorLine field={field} />
      <div className="ladder">
        {indicator.scale.levels.map((level) => (
          <label key={level.value}>
            <input type="radio" name="answer" value={level.value} defaultChecked={picked === String(level.value)} />
            <LevelCell value={level.value} words={say(level)} />
          </label>
        ))}
      </div>
      <p className="sub-head mt-2">
        <strong>{t('monitoring.form.no-level')}</strong>
      </p>
      <div className="choices">
        {states.map((state) => (
          <label className="choice" key={state}>
            <input type="radio" name="answer" value={state} defaultChecked={picked === state} />
            <span>
              {t(`monitoring.state.${state}`)}
              <small>{t(`monitoring.form.state.${state}`, { event: eventOf(indicator) })}</small>
            </span>
          </label>
        ))}
      </div>
      <TextField
        name="requestedOn"
        type="date"
        label={t('monitoring.form.requested')}
        hint={t('monitoring.form.requested.hint')}
        optional
        short
        defaultValue={coding?.requestedOn ?? ''}
      />
    </fieldset>
  );
}

function LevelCell({ value, words }: { value: number; words: string }) {
  return (
    <span className="cell">
      <span className="n">{value}</span>
      <span className="t">{words}</span>
    </span>
  );
}

function EvidenceFields({ row, page, files }: { row: number; page: CodingPage; files: readonly CaptureFile[] }) {
  const { t, locale } = useWords();
  const item = page.coding?.evidence[row];
  const typed = useField(`url-${row}`).value;
  const sentHash = useField(`hash-${row}`).value;
  // After a removed row or a conflict the form's rows are not the stored ones any more.
  const isStored =
    item !== undefined && (typed === undefined || (typed === item.url && (sentHash ?? '') === (item.file?.hash ?? '')));
  const known = [...files, ...(page.coding?.evidence.flatMap((each) => each.file ?? []) ?? [])];
  const file = typed === undefined ? item?.file : known.find((each) => each.hash === sentHash);
  return (
    <fieldset className="stack evidence-row">
      <legend>{t('monitoring.form.item', { n: row + 1 })}</legend>
      <TextField
        name={`url-${row}`}
        max={bounds.evidenceUrl}
        type="url"
        inputMode="url"
        autoComplete="off"
        label={t('fieldwork.evidence.url')}
        defaultValue={item?.url ?? ''}
      />
      <TextField
        name={`note-${row}`}
        max={bounds.evidenceNote}
        label={t('monitoring.form.note')}
        optional
        defaultValue={item?.note ?? ''}
      />
      <TextField
        name={`place-${row}`}
        max={bounds.evidencePlace}
        label={t('monitoring.form.place')}
        hint={t('monitoring.form.place.hint')}
        optional
        defaultValue={item?.place ?? ''}
      />
      {file ? (
        <>
          <input type="hidden" name={`hash-${row}`} value={file.hash} />
          <CaptureFacts slug={page.edition.slug} file={file} />
          <label className="choice">
            <input type="checkbox" name={`drop-${row}`} value="yes" />
            <span className="plain">{t('fieldwork.evidence.drop')}</span>
          </label>
        </>
      ) : (
        <CaptureField row={row} />
      )}
      <p className="saved">
        {isStored ? (
          <span className="state">
            <Icon sign="s-full" />
            {t('monitoring.form.saved-item', { time: formatDateTime(locale, new Date(item.capturedAt)) })}
          </span>
        ) : null}
        {isStored && item.isPlatform ? <span className="tag">{t('fieldwork.evidence.platform')}</span> : null}
        <button className="btn btn--quiet btn--small" type="submit" name="do" value={`remove-${row}`}>
          {t('monitoring.form.remove', { n: row + 1 })}
        </button>
      </p>
    </fieldset>
  );
}

function CaptureField({ row }: { row: number }) {
  const { t } = useWords();
  const field = useField(`file-${row}`, row === 0, t('fieldwork.evidence.file'));
  return (
    <div className="field">
      <label htmlFor={field.id}>
        {t('fieldwork.evidence.file')} <span className="plain">{t('form.optional')}</span>
      </label>
      {row === 0 ? (
        <p className="hint" id={`${field.id}-hint`}>
          {t('fieldwork.evidence.file.hint')}
        </p>
      ) : null}
      <input
        className="file"
        id={field.id}
        name={`file-${row}`}
        type="file"
        accept="application/pdf,image/png,image/jpeg,.html,.htm"
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? true : undefined}
      />
      <FieldErrorLine field={field} />
    </div>
  );
}
