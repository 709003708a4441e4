import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readBoard } from '#app/boards/read-board.server.ts';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { Polish } from '#app/components/polish.tsx';
import { atBoard } from '#app/http/board-door.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';

export const loader = handler(async ({ request, params, db, t }) => {
  const { board, content } = await readBoard(db, params.slug ?? '', await atBoard(request));
  return { slug: board.slug, boardTitle: board.title, cards: content.cards, title: t('boards.print') };
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.title}: ${loaded.boardTitle} – Paragraf` : 'Paragraf' },
  { name: 'robots', content: 'noindex' },
];

/** Every card as a slip for cutting, two in a row. */
export default function PrintedSlips() {
  const { slug, boardTitle, cards, title } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  return (
    <Page>
      <PageHead kind={<Polish>{boardTitle}</Polish>} title={title} />
      <p className="actions no-print">
        <a className="tap" href={to.board(slug)}>
          {t('boards.back')}
        </a>
      </p>
      <ul className="cut-slips">
        {cards
          .filter(({ text }) => text !== null)
          .map((card) => (
            <li key={card.number}>
              <p className="by">
                {card.number}. {t(`boards.kind.${card.kind}`)}, {t(`boards.view.${card.view}`)}
              </p>
              <p className="law">
                <Polish>{card.text}</Polish>
              </p>
              <p className="by">
                <Polish>{card.signature}</Polish>
              </p>
            </li>
          ))}
      </ul>
    </Page>
  );
}
