import { Polish, Sentence } from '#app/components/polish.tsx';
import { inPolish } from '#app/i18n/in-polish.ts';
import { useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { ChangeBlock } from '../remarks/change-view.tsx';
import { operationWords } from './filing-draft.ts';
import type { FilingPage, OperationView } from './filing-page.server.ts';

/** A letter as it will be read: every point with its changes and reasons, nothing to type. */
export function PointsSummary({ points }: { points: FilingPage['points'] }) {
  const t = useT();
  return (
    <ol className="stack changes" role="list">
      {points.map((point, at) => (
        <li key={at}>
          {points.length > 1 ? (
            <p>
              <strong>{t('register.form.point', { number: at + 1 })}</strong>
            </p>
          ) : null}
          {point.operations.length === 0 ? <p className="note">{t('register.form.whole')}</p> : null}
          {point.operations.map((view, index) => (
            <Change key={index} view={view} />
          ))}
          <p className="law pre">
            <Polish>{point.reason}</Polish>
          </p>
        </li>
      ))}
    </ol>
  );
}

function Change({ view }: { view: OperationView }) {
  const t = useT();
  const { after, rest } = operationWords(view.draft);
  return (
    <div className="stack stack--2">
      <p>
        <strong>{bindSpaces(view.citation || t('drafting.clause.gone'))}</strong>
        {view.draft.quote ? (
          <Sentence>{`. ${t('register.quote', { quote: inPolish(view.draft.quote) })}`}</Sentence>
        ) : null}
      </p>
      {view.draft.op === 'none' ? null : view.change ? (
        <ChangeBlock change={view.change} />
      ) : (
        // The text has moved since: the words as they were written.
        <>
          {after ? (
            <p className="law pre">
              <Polish>{after}</Polish>
            </p>
          ) : null}
          {rest ? (
            <p className="law pre">
              <Polish>{rest}</Polish>
            </p>
          ) : null}
        </>
      )}
    </div>
  );
}
