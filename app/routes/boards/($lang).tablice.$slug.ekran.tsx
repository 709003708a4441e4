import { data, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LiveFrame, LivePart, ReloadNote } from '#app/boards/live-frame.tsx';
import { readBoard } from '#app/boards/read-board.server.ts';
import { Screen } from '#app/boards/screen.tsx';
import { atBoard } from '#app/http/board-door.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths } from '#app/i18n/context.tsx';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { squareCode } from '#app/publishing/pictures/square-code.ts';

/** No head, no foot: one thing on a screen. */
export const handle = { bare: true };

export const loader = handler(async ({ request, params, db, to, t }) => {
  const page = await readBoard(db, params.slug ?? '', await atBoard(request));
  const { slug, access, code } = page.board;
  // A public board is joined by its address; one for invited people shows its code to those who are in it.
  const join = absoluteUrl(access === 'invited' && code ? to.joinByCode(code) : to.board(slug));
  return data(
    {
      page,
      square: squareCode(join),
      address: absoluteUrl(to.boards()).replace(/^https?:\/\//, ''),
      whole: absoluteUrl(to.boardResult(slug)).replace(/^https?:\/\//, ''),
      title: t('boards.screen'),
    },
    { headers: { 'Cache-Control': 'no-store' } },
  );
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.page.board.title} – ${loaded.title}` : 'Paragraf' },
  { name: 'robots', content: 'noindex' },
];

export default function Projector() {
  const { page, ...more } = useLoaderData<typeof loader>();
  const to = usePaths();
  return (
    <LiveFrame slug={page.board.slug} n={page.board.revision} isQuick>
      <ReloadNote href={to.boardScreen(page.board.slug)} />
      <LivePart name="screen">
        <Screen page={page} {...more} />
      </LivePart>
    </LiveFrame>
  );
}
