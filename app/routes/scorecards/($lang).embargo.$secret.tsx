import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { underEmbargo } from '#app/http/edition-reader.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { gone } from '#app/http/sign-in.server.ts';
import { useT } from '#app/i18n/context.tsx';
import { EmbargoDoor } from '#app/monitoring/publication/embargo-views.tsx';
import { inspectEmbargoLink, openEmbargoLink } from '#app/monitoring/publication/open-embargo-link.server.ts';

export const loader = handler(async ({ db, params, t }) => {
  const opening = await inspectEmbargoLink(db, { secret: params.secret ?? '' });
  const title = t('publication.embargo.title');
  return opening ? { title, opening } : gone({ title, opening: null });
});

export const action = handler(async ({ db, params, to }) => {
  const secret = params.secret ?? '';
  const opening = await openEmbargoLink(db, { secret });
  // The page itself says that the link is over.
  if (!opening) return seeOther(to.embargo(secret));
  return opening.isOver
    ? seeOther(to.edition(opening.slug))
    : underEmbargo(to.edition(opening.slug), secret, new Date(opening.until));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ''} – Paragraf` },
  { name: 'robots', content: 'noindex' },
];

export default function Embargo() {
  const { opening } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page>
      {opening ? (
        <EmbargoDoor opening={opening} />
      ) : (
        <PageHead title={t('publication.embargo.gone')} lead={t('publication.embargo.gone-lead')} />
      )}
    </Page>
  );
}
