import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { editionTitle } from '#app/monitoring/cards/edition-title.ts';
import { Page } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { getBoard } from '#app/monitoring/fieldwork/team-queries.server.ts';
import { BoardView } from '#app/monitoring/pages/team-views.tsx';

export const loader = handler(async ({ request, params, db, locale }) => {
  const viewer = await requireTeamMember(request);
  const board = await getBoard(db, { viewer, slug: params.slug ?? '' });
  return { title: editionTitle(locale, board.edition), board };
});

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  { title: `${translate(localeOfPath(location.pathname), 'monitoring.desk')}: ${data?.title ?? ''} – Paragraf` },
];

export default function EditionBoard() {
  const { title, board } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('monitoring.desk'), to: to.team() }, { label: title }]}>
      <BoardView board={board} />
    </Page>
  );
}
