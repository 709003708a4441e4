import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BoardFacts, Cluster, Matrix, PhaseLine, Slip, WeighedAnswer } from '#app/boards/board-parts.tsx';
import { readBoard } from '#app/boards/read-board.server.ts';
import { Empty, Page, PageHead, Section } from '#app/components/page-parts.tsx';
import { Polish } from '#app/components/polish.tsx';
import { CitedIn } from '#app/drafting/grounds/grounds-view.tsx';
import { citationsOf } from '#app/drafting/grounds/grounds.server.ts';
import { atBoard } from '#app/http/board-door.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';

export const loader = handler(async ({ request, params, db, t }) => {
  const page = await readBoard(db, params.slug ?? '', await atBoard(request));
  return { page, cited: await citationsOf(db, 'board-group', `${page.board.id}:`), title: t('boards.summary') };
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.title}: ${loaded.page.board.title} – Paragraf` : 'Paragraf' },
];

export default function BoardResult() {
  const { page, cited, title } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const { board, content } = page;
  const loose = content.loose.filter(({ kind, text }) => kind === 'answer' && text !== null);
  return (
    <Page
      crumbs={[
        { label: t('boards.title'), to: to.boards() },
        { label: board.title, to: to.board(board.slug), lang: 'pl' },
        { label: title },
      ]}
    >
      <PageHead kind={t('boards.summary')} title={<Polish>{board.title}</Polish>} lead={t('boards.summary-lead')}>
        <BoardFacts page={page} />
      </PageHead>
      <p className="note">{t('boards.summary-note')}</p>
      <PhaseLine spans={page.spans} />
      {content.resources.length > 0 ? (
        <Section id="zasoby" title={t('boards.resources')}>
          <ul className="slips">
            {content.resources.map((card) => (
              <Slip key={card.number} card={card} />
            ))}
          </ul>
        </Section>
      ) : null}
      <Section id="grupy" title={t('boards.groups')}>
        {content.groups.length === 0 ? (
          <Empty>
            <p>{t('boards.group-none')}</p>
          </Empty>
        ) : (
          <div className="clusters">
            {content.groups.map((group) => (
              <Cluster
                key={group.number}
                slug={board.slug}
                group={group}
                content={content}
                after={
                  <CitedIn citations={cited.filter(({ sourceId }) => sourceId === `${board.id}:${group.number}`)} />
                }
              />
            ))}
          </div>
        )}
        {loose.length > 0 ? (
          <>
            <h3>{t('boards.weigh-loose')}</h3>
            <ul className="weighed">
              {loose.map((answer) => (
                <WeighedAnswer key={answer.number} answer={answer} content={content} />
              ))}
            </ul>
          </>
        ) : null}
        {page.showsWeights ? <p className="by">{t('boards.weight-note')}</p> : null}
      </Section>
      <Section id="tablica" title={t('boards.table')}>
        <Matrix content={content} />
      </Section>
      <Section id="pliki" title={t('boards.files')}>
        <ul className="link-list">
          <li>
            <a href={to.boardFile(board.slug, 'csv')}>{t('boards.csv')}</a>
          </li>
          <li>
            <a href={to.boardFile(board.slug, 'csv', { format: 'xlsx' })}>{t('boards.xlsx')}</a>
          </li>
          <li>
            <a href={to.boardFile(board.slug, 'json')}>{t('boards.json')}</a>
          </li>
        </ul>
      </Section>
    </Page>
  );
}
