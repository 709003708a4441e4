import { useT } from '#app/i18n/context.tsx';

export type RedlineSpan = { op: 'keep' | 'insert' | 'delete'; text: string };

/**
 * Words inserted and deleted in one line. Read aloud as „usunięto: 14 (koniec usunięcia)"; the helping words are hidden from the eye
 * and left out of copied text.
 */
export function Redline({ spans }: { spans: readonly RedlineSpan[] }) {
  return (
    <>
      {spans.map((span, index) => (
        <RedlinePart key={index} span={span} />
      ))}
    </>
  );
}

function RedlinePart({ span }: { span: RedlineSpan }) {
  const t = useT();
  if (span.op === 'keep') return <>{span.text}</>;
  const inserted = span.op === 'insert';
  const Tag = inserted ? 'ins' : 'del';
  return (
    <Tag>
      <span className="vh"> {t(inserted ? 'redline.inserted' : 'redline.deleted')}</span>
      {span.text}
      <span className="vh">{t(inserted ? 'redline.inserted-end' : 'redline.deleted-end')} </span>
    </Tag>
  );
}
