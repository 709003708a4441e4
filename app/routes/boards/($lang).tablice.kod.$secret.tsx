import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { JoinForm, joinSchema } from '#app/boards/join-form.tsx';
import { findByCode, joinByCode } from '#app/boards/join-board.server.ts';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { AppError, notFound } from '#app/errors/app-error.ts';
import { parseForm } from '#app/forms/form.ts';
import { atBoard, boardCookies, refuseJoin } from '#app/http/board-door.server.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { useT } from '#app/i18n/context.tsx';

export const loader = handler(async ({ params, db, t }) => {
  const code = params.secret ?? '';
  const found = await findByCode(db, code);
  if (!found.ok && found.error.code === 'too-many')
    throw new AppError('too-many', 'board codes', { seconds: found.error.seconds });
  if (!found.ok) throw notFound('no board of this code');
  return { code, title: t('boards.join-board', { title: found.value.title }) };
});

export const action = handler(async ({ request, db, to }) => {
  const form = parseForm(await readForm(request), joinSchema);
  if (!form.ok) return refuse(form.failure);
  const joined = await joinByCode(db, { ...form.value, who: await atBoard(request) });
  if (!joined.ok) return refuseJoin(form.values, joined.error);
  return seeOther(to.board(joined.value.slug, { info: 'board-joined' }), await boardCookies(joined.value.secret));
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.title} – Paragraf` : 'Paragraf' },
  { name: 'robots', content: 'noindex' },
];

export default function JoinBoard() {
  const { code, title } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  return (
    <Page>
      <PageHead kind={t('boards.kind')} title={title} />
      <JoinForm failure={answered?.failure} code={code} />
    </Page>
  );
}
