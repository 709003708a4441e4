import { ChangeSentence } from '#app/components/polish.tsx';
import { Redline } from '#app/components/redline.tsx';
import { useT } from '#app/i18n/context.tsx';
import type { Span } from '#app/text/diff/change-types.ts';
import type { RedlineUnit } from './version-diff.ts';

/** Old and new words next to each other, one under the other on a narrow screen. */
export function SideBySide({ changes, from, to }: { changes: readonly RedlineUnit[]; from: number; to: number }) {
  const t = useT();
  return (
    <div className="stack">
      {changes.map((unit) => (
        <section key={unit.clauseId} aria-labelledby={`o-${unit.clauseId}`}>
          <h3 className="size-4" id={`o-${unit.clauseId}`}>
            {(unit.after ?? unit.before)?.citation || t('wasis.text')}
          </h3>
          <p className="plain-change">
            <ChangeSentence>{unit.sentence}</ChangeSentence>
          </p>
          <dl className="columns">
            <div>
              <dt>{t('versions.number', { number: from })}</dt>
              <dd className="law flush" lang="pl">
                {unit.before ? (
                  <Side unit={unit} side="delete" />
                ) : (
                  <span lang={t('draft.language')}>{t('wasis.nothing')}</span>
                )}
              </dd>
            </div>
            <div>
              <dt>{t('versions.number', { number: to })}</dt>
              <dd className="law flush" lang="pl">
                {unit.after ? (
                  <Side unit={unit} side="insert" />
                ) : (
                  <span lang={t('draft.language')}>{t('wasis.deleted')}</span>
                )}
              </dd>
            </div>
          </dl>
        </section>
      ))}
    </div>
  );
}

function Side({ unit, side }: { unit: RedlineUnit; side: 'insert' | 'delete' }) {
  const label = (side === 'insert' ? unit.after : unit.before)?.label ?? '';
  return (
    <>
      <p>
        {label ? `${label} ` : ''}
        <Redline
          spans={unit.spans.filter(({ op }) => op === 'keep' || op === side).map((span) => ownWords(span, side))}
        />
      </p>
      {unit.children
        .filter(({ withParent }) => withParent)
        .map((child) => (
          <Side key={child.clauseId} unit={child} side={side} />
        ))}
    </>
  );
}

function ownWords(span: Span, side: 'insert' | 'delete'): Span {
  return span.op === 'keep' && side === 'delete' ? { op: 'keep', text: span.before ?? span.text } : span;
}
