import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { boardBounds } from '#app/boards/board.ts';
import { BoardChanges } from '#app/boards/board-changes.tsx';
import { boardChanges, changeBoard } from '#app/boards/change-board.server.ts';
import { findLedBoard } from '#app/boards/find-board.server.ts';
import { Form, Submit, SubmitRow, TextArea, TextField } from '#app/components/form.tsx';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { typedLine, typedText } from '#app/forms/typed-text.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireViewer } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { dayAfter, dayOf, warsawInstant } from '#app/i18n/dates.ts';

const schema = z.object({
  title: typedLine({ min: 5, max: boardBounds.title }),
  question: typedText({ min: 5, max: boardBounds.question }),
  closes: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'error.date'),
  reason: typedText({ min: 3, max: boardBounds.reason }),
  known: z.string().max(6).regex(/^\d+$/, 'error.invalid'),
});

export const loader = handler(async ({ request, params, db, t }) => {
  const board = await findLedBoard(db, params.slug ?? '', await requireViewer(request));
  const { slug, title, question, closesAt } = board;
  const changes = await boardChanges(db, board.id);
  // The last day is counted in: the board ends with it.
  const closes = dayOf(new Date(closesAt.getTime() - 1));
  return { board: { slug, title, question, closes }, changes, title: t('boards.change') };
});

const fieldOf = { conflict: 'reason', same: 'title', dates: 'closes' } as const;

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireViewer(request);
  const slug = params.slug ?? '';
  await findLedBoard(db, slug, viewer);
  const form = parseForm(await readForm(request), schema);
  if (!form.ok) return refuse(form.failure);
  const { title, question, closes, reason, known } = form.value;
  const closesAt = warsawInstant(closes, '00:00') && warsawInstant(dayAfter(closes), '00:00');
  if (!closesAt) return refuse(fieldFailure(form.values, 'closes', 'error.date'));
  const facts = { title, question, closesAt };
  const changed = await changeBoard(db, { slug, viewer, facts, reason, known: Number(known) });
  if (changed.ok) return seeOther(`${to.board(slug)}#h-zmiany`);
  const { code } = changed.error;
  const failure = fieldFailure(form.values, fieldOf[code], `boards.error.change-${code}`);
  return data({ failure }, { status: code === 'conflict' ? 409 : 400 });
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.title}: ${loaded.board.title} – Paragraf` : 'Paragraf' },
  { name: 'robots', content: 'noindex' },
];

export default function ChangeBoard() {
  const { board, changes, title } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('boards.title'), to: to.boards() },
        { label: board.title, to: to.board(board.slug), lang: 'pl' },
        { label: title },
      ]}
    >
      <PageHead title={title} lead={t('boards.change-lead')} />
      <Form failure={failure}>
        <input type="hidden" name="known" value={changes.length} />
        <TextField name="title" label={t('boards.new.name')} max={boardBounds.title} defaultValue={board.title} />
        <TextArea
          name="question"
          label={t('boards.new.question')}
          max={boardBounds.question}
          rows={3}
          defaultValue={board.question}
        />
        <TextField name="closes" label={t('boards.new.closes')} type="date" short defaultValue={board.closes} />
        <TextArea
          name="reason"
          label={t('boards.change-reason')}
          hint={t('boards.change-reason-hint')}
          max={boardBounds.reason}
          rows={2}
        />
        <SubmitRow>
          <Submit>{t('boards.change-save')}</Submit>
        </SubmitRow>
      </Form>
      <BoardChanges changes={changes} />
    </Page>
  );
}
