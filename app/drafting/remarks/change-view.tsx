import { ChangeSentence, Polish } from '#app/components/polish.tsx';
import { Redline } from '#app/components/redline.tsx';
import { useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import type { ChangeLine, ChangeView } from './change-view.ts';

/** A change as tracked changes with its plain sentence. */
export function ChangeBlock({ change, sentence = true }: { change: ChangeView; sentence?: boolean }) {
  return (
    <>
      <ChangedWords change={change} />
      {sentence ? (
        <p className="plain-change">
          <ChangeSentence>{change.sentence}</ChangeSentence>
        </p>
      ) : null}
    </>
  );
}

function ChangedWords({ change }: { change: ChangeView }) {
  switch (change.op) {
    case 'replace':
      return <ReplacedWords change={change} />;
    case 'move':
    case 'split':
    case 'merge':
      return <PlacedWords change={change} />;
    default:
      return <UnitChange change={change} />;
  }
}

/** Several changes of one amendment, each under the name of its unit when there is more than one. */
export function ChangeList({ changes, sentence = true }: { changes: readonly ChangeView[]; sentence?: boolean }) {
  const [first] = changes;
  if (!first) return null;
  if (changes.length === 1) return <ChangeBlock change={first} sentence={sentence} />;
  return (
    <ol className="stack changes" role="list">
      {changes.map((change, at) => (
        <li key={at}>
          <p>
            <strong>{bindSpaces(change.citation)}</strong>
          </p>
          <ChangeBlock change={change} sentence={sentence} />
        </li>
      ))}
    </ol>
  );
}

/** A unit that moves, or is parted or joined: every line of it with its own marks. */
function PlacedWords({ change }: { change: ChangeView }) {
  const t = useT();
  const word = {
    move: 'register.change.move',
    split: 'register.change.split',
    merge: 'register.change.merge',
  } as const;
  return (
    <ol className="units law" role="list">
      {change.lines.map((line, at) => (
        <li key={at} className={`unit unit--mov depth-${Math.min(line.depth, 4)}`}>
          {at === 0 && (change.op === 'move' || change.op === 'split' || change.op === 'merge') ? (
            <span className="change-word">{t(word[change.op], { citation: change.citation })}</span>
          ) : null}
          <UnitLine line={line} />
        </li>
      ))}
    </ol>
  );
}

function ReplacedWords({ change }: { change: ChangeView }) {
  const [line] = change.lines;
  if (!line) return null;
  const mark = line.mark ? `${line.mark} ` : '';
  if (change.form === 'inline')
    return (
      <p className="law">
        {mark}
        <Redline spans={line.spans} />
      </p>
    );
  return (
    <div className="law law--whole">
      {line.spans.map((span, at) => (
        <p key={at}>
          {mark}
          <Redline spans={[span]} />
        </p>
      ))}
    </div>
  );
}

/** A whole unit added or struck, with what goes along. */
function UnitChange({ change }: { change: ChangeView }) {
  const t = useT();
  const isDeletion = change.op === 'delete';
  const [first, ...rest] = change.lines;
  if (!first) return null;
  return (
    <ol className="units law" role="list">
      <li className={isDeletion ? 'unit unit--del' : 'unit unit--ins'}>
        <span className="change-word">
          {t(isDeletion ? 'drafting.change.delete' : 'drafting.change.insert', { citation: change.citation })}
        </span>
        <UnitLine line={first} />
      </li>
      {rest.map((line, at) => (
        <li key={at} className={`unit unit--del depth-${Math.min(line.depth, 4)}`}>
          <UnitLine line={line} />
        </li>
      ))}
    </ol>
  );
}

function UnitLine({ line }: { line: ChangeLine }) {
  return (
    <>
      <span className="mark">{line.mark}</span>
      <div>
        <Redline spans={line.spans} />
      </div>
    </>
  );
}

/** The same change as two full wordings, for those who read signs badly. */
export function WasIs({ change, citation = null }: { change: ChangeView; citation?: string | null }) {
  const t = useT();
  return (
    <details>
      <summary>
        {t('drafting.was-is')}
        {citation ? bindSpaces(`: ${citation}`) : ''}
      </summary>
      <dl className="sides flush">
        <div>
          <dt>{t('drafting.was')}</dt>
          <dd className="law flush">{change.was === null ? t('drafting.nothing') : <Polish>{change.was}</Polish>}</dd>
        </div>
        <div>
          <dt>{t('drafting.is')}</dt>
          <dd className="law flush">{change.is === null ? t('drafting.nothing') : <Polish>{change.is}</Polish>}</dd>
        </div>
      </dl>
    </details>
  );
}
