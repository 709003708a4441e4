import { Polish } from '#app/components/polish.tsx';
import { Redline } from '#app/components/redline.tsx';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { unitClass } from './act-text.tsx';
import { isBasicType, isHeadingType } from './act-view.ts';
import { DecisionState } from '../state/decision-state.tsx';
import { firstWords } from '../state/first-words.ts';
import { causeIn } from './cause-words.ts';
import { causeKey, isOnlyNumber, type UnitCause } from './unit-causes.ts';
import type { RedlineUnit } from './version-diff.ts';
import type { VersionCause } from './version-causes.server.ts';

/** What the views of a redline share: where clauses are and which versions touched them. */
/** What is shown of a ruling beside the words it changed. */
type ShownCause = Pick<VersionCause, 'remark' | 'kind' | 'decision' | 'reason'>;

export type RedlineContext = {
  slug: string;
  causes: Readonly<Record<string, readonly UnitCause[]>>;
  versions: ReadonlyMap<number, { note: string; causes: readonly ShownCause[] }>;
};

/** Only what changed, in its place in the text, with the remark or ruling beside it. */
export function RedlineUnits({ units, context }: { units: readonly RedlineUnit[]; context: RedlineContext }) {
  return (
    <>
      {units.map((unit) => (
        <Block key={unit.clauseId} unit={unit} context={context} />
      ))}
    </>
  );
}

function Block({ unit, context }: { unit: RedlineUnit; context: RedlineContext }) {
  if (isHeadingType(unit.type)) return <HeadingBlock unit={unit} context={context} />;
  const basic = isBasicType(unit.type);
  return (
    <div className="par" id={`j${unit.code}`}>
      <h3 className={basic ? 'par-mark' : 'vh'}>
        {basic ? <Mark unit={unit} /> : (unit.after ?? unit.before)?.citation}
      </h3>
      {basic ? (
        <BasicWords unit={unit} context={context} />
      ) : (
        <ol className="units" role="list">
          <Item unit={unit} context={context} />
        </ol>
      )}
      <Causes unit={unit} context={context} />
    </div>
  );
}

function HeadingBlock({ unit, context }: { unit: RedlineUnit; context: RedlineContext }) {
  return (
    <>
      <h3 className="chapter" id={`j${unit.code}`}>
        <span>
          <Mark unit={unit} />
        </span>
        <Redline spans={unit.spans} />
      </h3>
      {unit.change === 'same' ? null : <Causes unit={{ ...unit, children: [] }} context={context} />}
      <RedlineUnits units={unit.children} context={context} />
    </>
  );
}

function BasicWords({ unit, context }: { unit: RedlineUnit; context: RedlineContext }) {
  const touched = unit.change !== 'same';
  return (
    <div className={touched ? `redline-words ${changeClass(unit)}` : undefined}>
      <ChangeWord unit={unit} />
      <Words unit={unit} />
      <Below unit={unit} context={context} />
    </div>
  );
}

function Item({ unit, context }: { unit: RedlineUnit; context: RedlineContext }) {
  if (isBasicType(unit.type))
    return (
      <li>
        <Block unit={unit} context={context} />
      </li>
    );
  const label = (unit.after ?? unit.before)?.label ?? '';
  return (
    <li className={`${unitClass(label)} ${changeClass(unit)}`} id={`j${unit.code}`}>
      <ChangeWord unit={unit} />
      {label ? (
        <span className="mark">
          <Mark unit={unit} />
        </span>
      ) : null}
      <div>
        <Words unit={unit} />
        <Below unit={unit} context={context} />
      </div>
    </li>
  );
}

function Below({ unit, context }: { unit: RedlineUnit; context: RedlineContext }) {
  const t = useT();
  if (unit.children.length === 0) return null;
  return (
    <ol className="units" role="list">
      {unit.children.map((child) => (
        <Item key={child.clauseId} unit={child} context={context} />
      ))}
      {unit.folded > 0 ? (
        <li className="folded" lang={t('draft.language')}>
          {t('redline.folded', { count: unit.folded })}
        </li>
      ) : null}
    </ol>
  );
}

/** The printed mark, as a redline of its own when the number changed. */
function Mark({ unit }: { unit: RedlineUnit }) {
  const { before, after } = unit;
  if (!before || !after || before.label === after.label) return <>{(after ?? before)?.label}</>;
  return (
    <Redline
      spans={[
        { op: 'delete', text: before.label },
        { op: 'keep', text: ' ' },
        { op: 'insert', text: after.label },
      ]}
    />
  );
}

function Words({ unit }: { unit: RedlineUnit }) {
  if (unit.spans.length === 0) return null;
  if (unit.change === 'moved')
    return (
      <p className="mov">
        <Polish>{unit.spans.map((span) => span.text).join('')}</Polish>
      </p>
    );
  if (unit.form === 'whole')
    return (
      <>
        {unit.spans.map((span, at) => (
          <p key={at}>
            <Redline spans={[span]} />
          </p>
        ))}
      </>
    );
  return (
    <p>
      <Redline spans={unit.spans} />
    </p>
  );
}

/** „Dodano ust. 3", „Skreślono ust. 2", „Przeniesiono z § 14 ust. 2": what happened to the whole unit. */
function ChangeWord({ unit }: { unit: RedlineUnit }) {
  const t = useT();
  if (unit.withParent) return null;
  const { change, before, after } = unit;
  if (change === 'inserted')
    return (
      <span className="change-word" lang={t('draft.language')}>
        {t('redline.added', { unit: after?.citation ?? '' })}
      </span>
    );
  if (change === 'deleted')
    return (
      <span className="change-word" lang={t('draft.language')}>
        {t('redline.removed', { unit: before?.citation ?? '' })}
      </span>
    );
  if (change === 'moved')
    return (
      <span className="change-word" lang={t('draft.language')}>
        {t('redline.moved-from', { unit: before?.citation ?? '' })}
      </span>
    );
  if (change === 'moved-changed')
    return (
      <span className="change-word" lang={t('draft.language')}>
        {t('redline.moved-changed', { unit: before?.citation ?? '' })}
      </span>
    );
  return null;
}

function changeClass(unit: RedlineUnit): string {
  if (unit.withParent || unit.change === 'same') return '';
  if (unit.change === 'inserted') return 'unit--ins';
  if (unit.change === 'deleted') return 'unit--del';
  return unit.change === 'changed' ? 'unit--chg' : 'unit--mov';
}

/** In the margin: every ruling that touched this § or a unit under it. */
function Causes({ unit, context }: { unit: RedlineUnit; context: RedlineContext }) {
  const t = useT();
  const found = new Map<string, UnitCause>();
  for (const cause of clausesWithin(unit).flatMap((clauseId) => context.causes[clauseId] ?? [])) {
    const known = found.get(causeKey(cause));
    found.set(causeKey(cause), known ? { ...cause, ways: [...known.ways, ...cause.ways] } : cause);
  }
  if (found.size === 0) return null;
  return (
    <div className="margin-note" lang={t('draft.language')}>
      {[...found.values()]
        .sort((a, b) => a.version - b.version)
        .map((cause) => (
          <Cause key={causeKey(cause)} cause={cause} context={context} />
        ))}
    </div>
  );
}

function clausesWithin(unit: RedlineUnit): string[] {
  return [...(unit.change === 'same' ? [] : [unit.clauseId]), ...unit.children.flatMap(clausesWithin)];
}

/** The remark and ruling behind a version, or that it was the office's own change, with the reason where there is room for it. */
export function Cause({
  cause: unit,
  context,
  withReason = false,
}: {
  cause: UnitCause;
  context: RedlineContext;
  withReason?: boolean;
}) {
  const t = useT();
  const to = usePaths();
  const version = context.versions.get(unit.version);
  const number = isOnlyNumber(unit) ? ` (${t('redline.only-number')})` : '';
  const cause = causeIn(version, unit);
  const reason = cause?.reason ?? version?.note ?? '';
  return (
    <span className="cause">
      {cause ? (
        <>
          <a href={to.remark(context.slug, cause.remark)}>{t(`overview.${cause.kind}`, { number: cause.remark })}</a>
          {number}
          <br />
          <DecisionState decision={cause.decision} />
        </>
      ) : (
        <>
          <a href={to.version(context.slug, unit.version)}>{t('redline.editorial', { number: unit.version })}</a>
          {number}
        </>
      )}
      {reason && (withReason || !cause) ? <small lang="pl">{firstWords(reason, 160)}</small> : null}
    </span>
  );
}
