import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { openersOf } from '#app/boards/board.ts';
import { NewBoardForm } from '#app/boards/new-board-form.tsx';
import { newBoardSchema, readNewBoard } from '#app/boards/new-board.ts';
import { openBoard } from '#app/boards/open-board.server.ts';
import { openerChoices } from '#app/boards/opener-choices.server.ts';
import { Notice, Page, PageHead } from '#app/components/page-parts.tsx';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, refuseForNow, seeOther } from '#app/http/responses.server.ts';
import { requireVerified } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';

export const loader = handler(async ({ request, url, db, t }) => {
  const viewer = await requireVerified(request);
  return {
    choices: await openerChoices(db, viewer),
    teryt: url.searchParams.get('gmina') ?? openersOf(viewer).find(({ teryt }) => teryt)?.teryt ?? '',
    consultation: url.searchParams.get('konsultacje') ?? '',
    title: t('boards.new.title'),
  };
});

const fieldOf = { 'no-municipality': 'teryt', 'no-consultation': 'consultation', dates: 'closes' } as const;

export const action = handler(async ({ request, db, to }) => {
  const viewer = await requireVerified(request);
  const form = parseForm(await readForm(request), newBoardSchema);
  if (!form.ok) return refuse(form.failure);
  const read = readNewBoard(form.value);
  if (!read.ok) return refuse(fieldFailure(form.values, read.field, read.key));
  const opened = await openBoard(db, { viewer, board: read.value });
  if (opened.ok) return seeOther(`${to.leadBoard(opened.value.slug)}?info=board-opened`);
  if (opened.error.code === 'too-many') return refuseForNow(form.values, 'title', opened.error.seconds);
  return refuse(fieldFailure(form.values, fieldOf[opened.error.code], `boards.error.${opened.error.code}`));
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.title} – Paragraf` : 'Paragraf' },
  { name: 'robots', content: 'noindex' },
];

export default function NewBoard() {
  const { choices, teryt, consultation, title } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('boards.title'), to: to.boards() }, { label: title }]}>
      <PageHead title={title} lead={t('boards.new.lead')} />
      {choices.length > 0 ? (
        <NewBoardForm choices={choices} teryt={teryt} consultation={consultation} failure={answered?.failure} />
      ) : (
        <Notice still>
          <p>{t('boards.new.nobody')}</p>
        </Notice>
      )}
    </Page>
  );
}
