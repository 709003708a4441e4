import { randomUUID } from 'node:crypto';
import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BoardChanges } from '#app/boards/board-changes.tsx';
import { boardChanges } from '#app/boards/change-board.server.ts';
import { BoardFacts, Cluster, Matrix, OwnCards, PhaseLine, Slip } from '#app/boards/board-parts.tsx';
import { cardSchema, numberOf } from '#app/boards/card-schema.ts';
import { shownCode } from '#app/boards/board.ts';
import { LiveFrame, LivePart, ReloadNote } from '#app/boards/live-frame.tsx';
import { readBoard } from '#app/boards/read-board.server.ts';
import { writeCard } from '#app/boards/write-card.server.ts';
import { WriteForm } from '#app/boards/write-form.tsx';
import { Empty, Page, PageHead, Section } from '#app/components/page-parts.tsx';
import { Polish } from '#app/components/polish.tsx';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { atBoard, boardCookies } from '#app/http/board-door.server.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, refuseForNow, seeOther } from '#app/http/responses.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';

export const loader = handler(async ({ request, params, db }) => {
  const page = await readBoard(db, params.slug ?? '', await atBoard(request));
  const changes = await boardChanges(db, page.board.id);
  return data({ page, changes, once: randomUUID() }, { headers: { 'Cache-Control': 'no-store' } });
});

const troubles = {
  'not-yet': ['text', 'boards.error.not-yet', 409],
  over: ['text', 'boards.error.closed-date', 409],
  'phase-closed': ['kind', 'boards.error.phase-closed', 409],
  'no-target': ['answers', 'boards.error.no-target', 400],
  'no-resource': ['uses', 'boards.error.no-resource', 400],
} as const;

export const action = handler(async ({ request, params, db, to }) => {
  const slug = params.slug ?? '';
  const form = parseForm(await readForm(request), cardSchema);
  if (!form.ok) return refuse(form.failure);
  const { once, answers, uses, ...card } = form.value;
  const written = await writeCard(db, {
    slug,
    who: await atBoard(request),
    card: { ...card, once: once || null, answers: numberOf(answers), uses: numberOf(uses) },
  });
  if (written.ok) return seeOther(to.board(slug, { info: 'card-added' }), await boardCookies(written.value.secret));
  const { error } = written;
  if (error.code === 'too-many') return refuseForNow(form.values, 'text', error.seconds);
  if (error.code === 'name') return refuse(fieldFailure(form.values, 'signature', error.key));
  const [field, key, status] = troubles[error.code];
  return refuse(fieldFailure(form.values, field, key), status);
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.page.board.title} – Paragraf` : 'Paragraf' },
];

export default function BoardPage() {
  const { page, changes, once } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const { board, content } = page;
  return (
    <Page
      crumbs={[
        { label: t('boards.title'), to: to.boards() },
        { label: board.title, lang: 'pl' },
      ]}
    >
      <LiveFrame slug={board.slug} n={board.revision}>
        <PageHead
          kind={`${t('boards.kind')}, ${t('boards.fact.municipality', { name: board.municipality })}${board.unitName ? `, ${board.unitName}` : ''}`}
          title={<Polish>{board.title}</Polish>}
          lead={<Polish>{board.question}</Polish>}
        >
          <LivePart name="facts">
            <BoardFacts page={page} />
          </LivePart>
        </PageHead>
        <LivePart name="phases">
          <PhaseLine spans={page.spans} />
          {board.openPhases.includes('weighing') ? (
            <p className="actions">
              <a className="btn" href={to.boardWeighing(board.slug)}>
                {t('boards.weigh')}
              </a>
            </p>
          ) : null}
        </LivePart>
        <ReloadNote href={to.board(board.slug)} />
        <Section id="h-dodaj" title={t('boards.write')}>
          <WriteForm
            board={{ ...board, teamId: null, organisationName: null }}
            cards={content.cards}
            once={once}
            name={page.participant?.name ?? ''}
            failure={answered?.failure}
            now={page.now}
          />
        </Section>
        <Section id="tablica" title={t('boards.table')}>
          <LivePart name="matrix">
            {content.counts.all === 0 ? (
              <Empty>
                <p>{t('boards.empty')}</p>
              </Empty>
            ) : null}
            <Matrix content={content} />
          </LivePart>
        </Section>
        <LivePart name="groups">
          {content.groups.length > 0 ? (
            <Section id="grupy" title={t('boards.groups')}>
              <div className="clusters">
                {content.groups.map((group) => (
                  <Cluster key={group.number} slug={board.slug} group={group} content={content} />
                ))}
              </div>
            </Section>
          ) : null}
          {content.loose.some(({ kind }) => kind === 'answer') ? (
            <Section id="odpowiedzi" title={t('boards.weigh-loose')}>
              <ul className="slips">
                {content.loose
                  .filter(({ kind }) => kind === 'answer')
                  .map((card) => (
                    <Slip key={card.number} card={card} resources={content.resources} />
                  ))}
              </ul>
            </Section>
          ) : null}
          <OwnCards own={page.own} />
        </LivePart>
        <section className="section" aria-labelledby="h-dalej">
          <h2 id="h-dalej">{t('boards.files')}</h2>
          <ul className="link-list">
            <li>
              <a href={to.boardResult(board.slug)}>{t('boards.summary')}</a>
            </li>
            <li>
              <a href={to.boardScreen(board.slug)}>{t('boards.screen')}</a>
            </li>
            <li>
              <a href={to.boardPrint(board.slug)}>{t('boards.print')}</a>
            </li>
            {page.leads ? (
              <>
                <li>
                  <a href={to.leadBoard(board.slug)}>{t('boards.lead-page')}</a>
                </li>
                <li>
                  <a href={to.boardSlips(board.slug)}>{t('boards.slips')}</a>
                </li>
              </>
            ) : null}
          </ul>
          {board.code ? <p className="by">{t('boards.screen-code', { code: shownCode(board.code) })}</p> : null}
        </section>
        <BoardChanges changes={changes} />
      </LiveFrame>
    </Page>
  );
}
