import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { isRunning } from '#app/boards/board.ts';
import { giveMarks } from '#app/boards/give-marks.server.ts';
import { readMarks } from '#app/boards/marks-form.ts';
import { MarksForm } from '#app/boards/marks-form-view.tsx';
import { readBoard } from '#app/boards/read-board.server.ts';
import { mostOnOne } from '#app/boards/weigh.ts';
import { Notice, Page, PageHead } from '#app/components/page-parts.tsx';
import { Polish } from '#app/components/polish.tsx';
import { formValues } from '#app/forms/form.ts';
import { atBoard, boardCookies } from '#app/http/board-door.server.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import type { MessageKey, MessageParams } from '#app/i18n/translate.ts';
import { waitMessage } from '#app/limits/wait.ts';

export const loader = handler(async ({ request, params, db, t }) => {
  const page = await readBoard(db, params.slug ?? '', await atBoard(request));
  return data({ page, title: t('boards.weigh') }, { headers: { 'Cache-Control': 'no-store' } });
});

type Answer = { trouble: { key: MessageKey; params?: MessageParams }; typed: Record<number, number> };

export const action = handler(async ({ request, params, db, to }) => {
  const slug = params.slug ?? '';
  const form = await readForm(request);
  const { marks, revision } = readMarks(formValues(form));
  const given = await giveMarks(db, { slug, who: await atBoard(request), marks, revision });
  if (given.ok) return seeOther(`${to.boardWeighing(slug)}?info=marks-given`, await boardCookies(given.value.secret));
  const { error } = given;
  const answer = (key: MessageKey, status: number, messageParams: MessageParams = {}) =>
    data<Answer>({ trouble: { key, params: messageParams }, typed: Object.fromEntries(marks) }, { status });
  switch (error.code) {
    case 'wait': {
      const { key, params: waiting } = waitMessage(error.seconds);
      return answer(key, 429, waiting);
    }
    case 'too-many':
      return answer('boards.error.too-many-marks', 400, { most: error.most });
    case 'too-many-on-one':
      return answer('boards.error.too-many-on-one', 400, { most: error.most });
    case 'conflict':
      return answer('boards.error.conflict', 409);
    case 'closed':
      return answer('boards.error.weighing-closed', 409);
  }
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.title}: ${loaded.page.board.title} – Paragraf` : 'Paragraf' },
  { name: 'robots', content: 'noindex' },
];

export default function Weighing() {
  const { page, title } = useLoaderData<typeof loader>();
  const answered: Answer | undefined = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const { board } = page;
  const isOpen = board.openPhases.includes('weighing') && isRunning(board, page.now);
  return (
    <Page
      crumbs={[
        { label: t('boards.title'), to: to.boards() },
        { label: board.title, to: to.board(board.slug), lang: 'pl' },
        { label: title },
      ]}
    >
      <PageHead
        kind={<Polish>{board.title}</Polish>}
        title={title}
        lead={t('boards.weigh-lead', { each: board.marksEach, most: mostOnOne(board.marksEach) })}
      />
      {answered ? (
        <Notice warn>
          <p>{t(answered.trouble.key, answered.trouble.params)}</p>
        </Notice>
      ) : null}
      {isOpen ? <MarksForm page={page} typed={answered?.typed ?? page.given} /> : <p>{t('boards.weigh-closed')}</p>}
      <p className="actions">
        <a className="tap" href={to.board(board.slug)}>
          {t('boards.back')}
        </a>
      </p>
    </Page>
  );
}
