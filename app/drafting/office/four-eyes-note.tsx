import { Notice } from '#app/components/page-parts.tsx';
import { useT } from '#app/i18n/context.tsx';

/** Says that what the form sends takes effect only when another official approves it. */
export function FourEyesNote({ on }: { on: boolean }) {
  const t = useT();
  return on ? (
    <Notice>
      <p>{t('deciding.four-eyes.waits')}</p>
    </Notice>
  ) : null;
}
