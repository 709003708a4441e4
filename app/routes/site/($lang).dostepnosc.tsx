import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DeclarationText } from '#app/about/declaration-text.tsx';
import { declarations } from '#app/about/declaration.ts';
import { MissingNotice } from '#app/about/operator-parts.tsx';
import { readOperator } from '#app/about/operator.server.ts';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';

export const loader = handler(async () => readOperator());

export const meta: MetaFunction = ({ location }) => [
  { title: `${declarations[localeOfPath(location.pathname)].title} – Paragraf` },
];

export default function Accessibility() {
  const operator = useLoaderData<typeof loader>();
  const text = declarations[useLocale()];
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('nav.home'), to: to.home() }, { label: text.title }]}>
      <PageHead title={text.title} />
      <MissingNotice operator={operator} />
      <DeclarationText text={text} operator={operator} />
    </Page>
  );
}
