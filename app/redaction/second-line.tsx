import { useLocale, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import type { SecondOfficial } from '#app/record/covered/second-official.ts';

/** Under the rule of two: whether another official has confirmed what one covered. */
export function SecondLine({ second }: { second: SecondOfficial }) {
  const t = useT();
  const locale = useLocale();
  if (second.kind === 'none') return null;
  return (
    <p className="by">
      {second.kind === 'waiting'
        ? t('redaction.waiting')
        : t('redaction.confirmed', { at: formatDateTime(locale, second.at), by: second.by })}
    </p>
  );
}
