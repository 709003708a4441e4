import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { JoinForm, joinSchema } from '#app/boards/join-form.tsx';
import { joinByCode } from '#app/boards/join-board.server.ts';
import { listBoards } from '#app/boards/list-boards.server.ts';
import { BoardList } from '#app/boards/board-list.tsx';
import { openersOf } from '#app/boards/board.ts';
import { Empty, Page, PageHead, Section } from '#app/components/page-parts.tsx';
import { parseForm } from '#app/forms/form.ts';
import { atBoard, boardCookies, refuseJoin } from '#app/http/board-door.server.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { getViewer } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';

export const loader = handler(async ({ request, db, t }) => {
  const viewer = await getViewer(request);
  return {
    boards: await listBoards(db, {}),
    opens: viewer !== null && openersOf(viewer).length > 0,
    title: t('boards.title'),
  };
});

export const action = handler(async ({ request, db, to }) => {
  const form = parseForm(await readForm(request), joinSchema);
  if (!form.ok) return refuse(form.failure);
  const who = await atBoard(request);
  const joined = await joinByCode(db, { ...form.value, who });
  if (!joined.ok) return refuseJoin(form.values, joined.error);
  return seeOther(to.board(joined.value.slug, { info: 'board-joined' }), await boardCookies(joined.value.secret));
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.title} – Paragraf` : 'Paragraf' },
];

export default function Boards() {
  const { boards, opens, title } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('nav.home'), to: to.home() }, { label: title }]}>
      <PageHead title={title} lead={t('boards.lead')} />
      <Section id="h-kod" title={t('boards.join')}>
        <JoinForm failure={answered?.failure} />
      </Section>
      <Section id="h-tablice" title={t('boards.list')}>
        {boards.length > 0 ? (
          <BoardList boards={boards} />
        ) : (
          <Empty>
            <p>{t('boards.none')}</p>
          </Empty>
        )}
      </Section>
      {opens ? (
        <p className="actions">
          <a className="btn" href={to.newBoard()}>
            {t('boards.open')}
          </a>
        </p>
      ) : null}
    </Page>
  );
}
