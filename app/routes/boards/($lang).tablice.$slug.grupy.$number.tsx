import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Cluster } from '#app/boards/board-parts.tsx';
import { readBoard } from '#app/boards/read-board.server.ts';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { Polish, Sentence } from '#app/components/polish.tsx';
import { CitedIn } from '#app/drafting/grounds/grounds-view.tsx';
import { citationsOf } from '#app/drafting/grounds/grounds.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { atBoard } from '#app/http/board-door.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { inPolish } from '#app/i18n/in-polish.ts';

export const loader = handler(async ({ request, params, db }) => {
  const page = await readBoard(db, params.slug ?? '', await atBoard(request));
  const group = page.content.groups.find(({ number }) => String(number) === params.number);
  if (!group) throw notFound('no such group');
  return { page, group, cited: await citationsOf(db, 'board-group', `${page.board.id}:${group.number}`) };
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.group.name}: ${loaded.page.board.title} – Paragraf` : 'Paragraf' },
];

export default function BoardGroup() {
  const { page, group, cited } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const { board, content } = page;
  return (
    <Page
      crumbs={[
        { label: t('boards.title'), to: to.boards() },
        { label: board.title, to: to.board(board.slug), lang: 'pl' },
        { label: group.name, lang: 'pl' },
      ]}
    >
      <PageHead
        kind={<Sentence>{t('boards.group-of', { number: group.number, title: inPolish(board.title) })}</Sentence>}
        title={<Polish>{group.name}</Polish>}
      />
      <div className="clusters">
        <Cluster level={2} slug={board.slug} group={group} content={content} after={<CitedIn citations={cited} />} />
      </div>
      <p className="note">{t('boards.summary-note')}</p>
      <p className="actions">
        <a className="tap" href={to.boardResult(board.slug)}>
          {t('boards.summary')}
        </a>
      </p>
    </Page>
  );
}
