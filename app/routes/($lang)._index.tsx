import { Page, PageHead } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { useT } from '#app/i18n/context.tsx';

export const loader = handler(async () => null);

export default function Front() {
  const t = useT();
  return <Page><PageHead title={t('app.tagline')} /></Page>;
}
