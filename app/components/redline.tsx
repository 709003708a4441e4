import { useLocale, useT } from '#app/i18n/context.tsx';

export type RedlineSpan = { op: 'keep' | 'insert' | 'delete'; text: string };

/**
 * Words inserted and deleted in one line. Read aloud as „usunięto: 14 (koniec usunięcia)"; the helping words are hidden from the eye
 * and left out of copied text. Acts are in Polish: on a page in another language the words of the act say so, and the helping words
 * are in the language of the page.
 */
export function Redline({ spans }: { spans: readonly RedlineSpan[] }) {
  const locale = useLocale();
  const parts = spans.map((span, index) => <RedlinePart key={index} span={span} />);
  return locale === 'pl' ? <>{parts}</> : <span lang="pl">{parts}</span>;
}

function RedlinePart({ span }: { span: RedlineSpan }) {
  const t = useT();
  const locale = useLocale();
  const lang = locale === 'pl' ? undefined : locale;
  if (span.op === 'keep') return <>{span.text}</>;
  const inserted = span.op === 'insert';
  const Tag = inserted ? 'ins' : 'del';
  return (
    <Tag>
      <span className="vh" lang={lang}>
        {' '}
        {t(inserted ? 'redline.inserted' : 'redline.deleted')}
      </span>
      {span.text}
      <span className="vh" lang={lang}>
        {t(inserted ? 'redline.inserted-end' : 'redline.deleted-end')}{' '}
      </span>
    </Tag>
  );
}
