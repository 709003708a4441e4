import {
  FileField,
  Form,
  RadioField,
  SelectField,
  Submit,
  SubmitRow,
  TextField,
  type FormProblem,
} from '#app/components/form.tsx';
import { State } from '#app/components/icon.tsx';
import { Notice } from '#app/components/page-parts.tsx';
import { TableHead } from '#app/components/table-head.tsx';
import { stateKeys, stateSigns } from '#app/drafting/state/remark-state.ts';
import { useT } from '#app/i18n/context.tsx';
import { firstWords } from '../state/first-words.ts';
import { channelKeys, officeChannels } from '../state/channels.ts';
import type { ImportView } from './import-form.ts';
import { importColumns, officeColumns } from './remark-columns.ts';

/** Rows of the preview, and problems told one by one. */
const shown = { rows: 20, problems: 50 } as const;

export function UploadForm({ failure }: { failure: FormProblem | undefined }) {
  const t = useT();
  return (
    <Form upload failure={failure}>
      <FileField
        name="file"
        label={t('register.import.file')}
        hint={t('register.import.file-hint', { columns: officeColumns.join(', ') })}
        accept=".csv,text/csv,text/plain"
      />
      <SubmitRow>
        <Submit name="intent" value="read">
          {t('register.import.read')}
        </Submit>
      </SubmitRow>
    </Form>
  );
}

/** What each column means, what would be entered and what would not. */
export function ImportPreview({ view, failure }: { view: ImportView; failure: FormProblem | undefined }) {
  const t = useT();
  const { plan } = view;
  const badRows = new Set(plan.problems.map(({ row }) => row)).size;
  return (
    <Form upload failure={failure} className="form form--wide">
      <input type="hidden" name="source" value={view.source} />
      <Notice still warn={badRows > 0}>
        <p>
          <strong>{t('register.import.ready', { count: plan.remarks.length })}</strong>{' '}
          {badRows > 0 ? t('register.import.bad', { count: badRows }) : null}
        </p>
      </Notice>
      {view.above.length > 0 ? (
        <p className="note">{t('register.import.above', { words: view.above.join(' / ') })}</p>
      ) : null}
      <Columns view={view} />
      {view.asksForDay ? (
        <TextField
          name="day"
          type="date"
          short
          label={t('register.import.day')}
          hint={t('register.import.day-hint')}
          defaultValue={view.day ?? ''}
        />
      ) : null}
      <RadioField
        name="channel"
        label={t('register.import.channel')}
        defaultValue={view.channel}
        choices={officeChannels.map((channel) => ({ value: channel, label: t(channelKeys[channel]) }))}
      />
      <p className="actions">
        <button className="btn btn--quiet" type="submit" name="intent" value="read">
          {t('register.import.again')}
        </button>
      </p>
      <Problems view={view} />
      <Rows view={view} />
      <p className="note">{t('register.import.note')}</p>
      {plan.remarks.length > 0 ? (
        <SubmitRow>
          <Submit name="intent" value="import">
            {t('register.import.submit', { count: plan.remarks.length })}
          </Submit>
        </SubmitRow>
      ) : null}
    </Form>
  );
}

function Columns({ view }: { view: ImportView }) {
  const t = useT();
  const leftOut = view.columns.flatMap(({ header, meaning, example }, at) =>
    meaning === null && (header !== '' || example !== '')
      ? [header || t('register.import.no-header', { number: at + 1 })]
      : [],
  );
  return (
    <fieldset>
      <legend>{t('register.import.columns')}</legend>
      <div className="import-columns">
        {view.columns.map((column, at) => (
          <SelectField
            key={at}
            name={`column${at}`}
            label={column.header || t('register.import.no-header', { number: at + 1 })}
            hint={column.example || undefined}
            defaultValue={column.meaning ?? ''}
            choices={[
              { value: '', label: t('register.import.skip') },
              ...importColumns.map((meaning) => ({ value: meaning, label: t(`register.column.${meaning}`) })),
            ]}
          />
        ))}
      </div>
      {leftOut.length > 0 ? (
        <p className="note">{t('register.import.left-out', { names: leftOut.join(', ') })}</p>
      ) : null}
    </fieldset>
  );
}

function Problems({ view: { plan } }: { view: ImportView }) {
  const t = useT();
  if (plan.problems.length === 0) return null;
  return (
    <section className="stack stack--2" aria-labelledby="h-problemy">
      <h2 className="size-4" id="h-problemy">
        {t('register.import.problems')}
      </h2>
      <div className="room">
        <table className="data data--dense data--stack" role="table">
          <caption className="vh">{t('register.import.problems')}</caption>
          <TableHead columns={[t('register.import.row'), t('register.import.column'), t('register.import.problem')]} />
          <tbody role="rowgroup">
            {plan.problems.slice(0, shown.problems).map((problem, at) => (
              <tr key={at} role="row">
                <th scope="row" role="rowheader">
                  {problem.row}
                </th>
                <td role="cell" data-label={t('register.import.column')}>
                  {t(`register.column.${problem.column}`)}
                </td>
                <td role="cell" data-label={t('register.import.problem')}>
                  {t(problem.key)}
                  {problem.value ? ` „${problem.value}”` : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {plan.problems.length > shown.problems ? (
        <p className="by">{t('register.import.more', { count: plan.problems.length - shown.problems })}</p>
      ) : null}
    </section>
  );
}

function Rows({ view: { plan } }: { view: ImportView }) {
  const t = useT();
  if (plan.remarks.length === 0) return null;
  return (
    <section className="stack stack--2" aria-labelledby="h-wiersze">
      <h2 className="size-4" id="h-wiersze">
        {t('register.import.rows', { count: Math.min(shown.rows, plan.remarks.length), all: plan.remarks.length })}
      </h2>
      <div className="room">
        <table className="data data--dense data--stack" role="table">
          <caption className="vh">
            {t('register.import.rows', { count: Math.min(shown.rows, plan.remarks.length), all: plan.remarks.length })}
          </caption>
          <TableHead
            columns={[
              t('register.import.row'),
              t('register.column.data_wplywu'),
              t('register.column.tresc_uwagi'),
              t('register.column.propozycja_rozpatrzenia'),
            ]}
          />
          <tbody role="rowgroup">
            {plan.remarks.slice(0, shown.rows).map((remark) => (
              <tr key={remark.row} role="row">
                <th scope="row" role="rowheader">
                  {remark.sign ?? remark.row}
                </th>
                <td role="cell" data-label={t('register.column.data_wplywu')}>
                  {remark.receivedOn}
                </td>
                <td role="cell">
                  {remark.place ? <strong>{firstWords(remark.place, 80)}</strong> : null}
                  {remark.reason ? (
                    <>
                      <br />
                      {firstWords(remark.reason, 120)}
                    </>
                  ) : null}
                </td>
                <td role="cell" data-label={t('register.column.propozycja_rozpatrzenia')}>
                  {remark.ruling ? (
                    <>
                      <State sign={stateSigns[remark.ruling.decision]}>{t(stateKeys[remark.ruling.decision])}</State>
                      <br />
                      <span className="by">„{remark.ruling.words}”</span>
                    </>
                  ) : (
                    <State sign={stateSigns.open}>{t(stateKeys.open)}</State>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
