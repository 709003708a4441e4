import { Polish } from '#app/components/polish.tsx';
import type { ReactNode } from 'react';
import { useT } from '#app/i18n/context.tsx';
import type { Span } from '#app/text/diff/change-types.ts';
import { Cause, type RedlineContext } from './redline-view.tsx';
import { causeKey } from './unit-causes.ts';
import type { RedlineUnit } from './version-diff.ts';

/** The same changes without signs: for e-mail, paper and screen readers. */
export function WasIs({
  changes,
  context,
  caption,
}: {
  changes: readonly RedlineUnit[];
  context: RedlineContext;
  caption: string;
}) {
  return (
    <table role="table" className="data data--stack was-is">
      <caption className="vh">{caption}</caption>
      <thead role="rowgroup">
        <WasIsHead />
      </thead>
      <tbody role="rowgroup">
        {changes.map((unit) => (
          <Row key={unit.clauseId} unit={unit} context={context} />
        ))}
      </tbody>
    </table>
  );
}

/** Names of the columns of before and after, with more where a table has more. */
export function WasIsHead({ children }: { children?: ReactNode }) {
  const t = useT();
  return (
    <tr role="row">
      {(['unit', 'was', 'is', 'why'] as const).map((name) => (
        <th role="columnheader" scope="col" key={name}>
          {t(`wasis.${name}`)}
        </th>
      ))}
      {children}
    </tr>
  );
}

function Row({ unit, context }: { unit: RedlineUnit; context: RedlineContext }) {
  const t = useT();
  const { before, after, change } = unit;
  const name = (after ?? before)?.citation ?? '';
  const old = before && before.citation !== after?.citation ? before.citation : null;
  const moved = before && after && (change === 'moved' || change === 'moved-changed');
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {name || t('wasis.text')}
        {old ? (
          <small className="was-number">{after ? t('wasis.was-number', { unit: old }) : t('wasis.old-number')}</small>
        ) : null}
      </th>
      <td role="cell" className="law" data-label={t('wasis.was')}>
        <div>{before ? <Side unit={unit} side="delete" /> : t('wasis.nothing')}</div>
      </td>
      <td role="cell" className="law" data-label={t('wasis.is')}>
        <div>
          {after ? <Side unit={unit} side="insert" /> : t('wasis.deleted')}
          {moved ? <p className="plain-change">{t('redline.moved-from', { unit: before.citation })}</p> : null}
        </div>
      </td>
      <td role="cell" data-label={t('wasis.why')}>
        {(context.causes[unit.clauseId] ?? []).map((cause) => (
          <Cause key={causeKey(cause)} cause={cause} context={context} withReason />
        ))}
      </td>
    </tr>
  );
}

/** One side of a unit with its own words in bold, and the units that came or went with it. */
function Side({ unit, side }: { unit: RedlineUnit; side: 'insert' | 'delete' }) {
  const label = (side === 'insert' ? unit.after : unit.before)?.label ?? '';
  return (
    <>
      <p>
        <Polish>
          {label} <SideWords spans={unit.spans} side={side} />
        </Polish>
      </p>
      {unit.children
        .filter((child) => child.withParent)
        .map((child) => (
          <Side key={child.clauseId} unit={child} side={side} />
        ))}
    </>
  );
}

function SideWords({ spans, side }: { spans: readonly Span[]; side: 'insert' | 'delete' }) {
  return (
    <>
      {spans
        .filter((span) => span.op === 'keep' || span.op === side)
        .map((span, at) =>
          span.op === 'keep' ? (
            <span key={at}>{side === 'delete' ? (span.before ?? span.text) : span.text}</span>
          ) : (
            <strong key={at}>{span.text}</strong>
          ),
        )}
    </>
  );
}
