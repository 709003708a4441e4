import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { attachCards } from '#app/boards/attach-cards.server.ts';
import { phases } from '#app/boards/board.ts';
import { BoardFacts, PhaseLine } from '#app/boards/board-parts.tsx';
import { findLedBoard } from '#app/boards/find-board.server.ts';
import { CardsForm, GroupForms, HideForms, AttachForm, PhaseForms } from '#app/boards/lead-forms.tsx';
import { leadSchema, pickedCards } from '#app/boards/lead-schema.ts';
import { hideCard, makeGroup, mergeCards, placeCards, renameGroup, setPhase } from '#app/boards/lead-board.server.ts';
import { LiveFrame, LivePart, ReloadNote } from '#app/boards/live-frame.tsx';
import { coverableOn, readLedBoard } from '#app/boards/read-board.server.ts';
import { Notice, Page, PageHead, Section } from '#app/components/page-parts.tsx';
import { Polish } from '#app/components/polish.tsx';
import { fieldFailure, parseForm, type FormFailure } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireViewer } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import type { MessageKey } from '#app/i18n/translate.ts';

export const loader = handler(async ({ request, params, db, t }) => {
  const viewer = await requireViewer(request);
  const page = await readLedBoard(db, params.slug ?? '', viewer);
  const coverable = await coverableOn(db, page.board, viewer);
  return data({ page, coverable, title: t('boards.lead-page') }, { headers: { 'Cache-Control': 'no-store' } });
});

type Answer = { trouble: MessageKey | null; failure: FormFailure | null };
const trouble = (key: MessageKey, status = 409) => data<Answer>({ trouble: key, failure: null }, { status });

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireViewer(request);
  const lead = { slug: params.slug ?? '', viewer };
  await findLedBoard(db, lead.slug, viewer);
  const body = await readForm(request);
  const form = parseForm(body, leadSchema);
  if (!form.ok) return data<Answer>({ trouble: null, failure: form.failure }, { status: 400 });
  const { value, values } = form;
  const numbers = pickedCards(values);
  const saved = () => seeOther(`${to.leadBoard(lead.slug)}?info=board-saved`);
  const wrong = (field: string, key: MessageKey) =>
    data<Answer>({ trouble: null, failure: fieldFailure(values, field, key) }, { status: 400 });
  switch (value.intent) {
    case 'open':
    case 'close': {
      const phase = phases.find((each) => each === value.phase);
      if (!phase) return wrong('phase', 'error.choice');
      const done = await setPhase(db, { ...lead, phase, open: value.intent === 'open' });
      return done.ok ? saved() : trouble('boards.error.no-change');
    }
    case 'place': {
      const done = await placeCards(db, { ...lead, group: value.group === '' ? null : Number(value.group), numbers });
      return done.ok ? saved() : trouble('boards.error.nothing', 400);
    }
    case 'merge':
    case 'part': {
      if (value.intent === 'merge' && numbers.length < 2) return trouble('boards.error.pick-two', 400);
      const into = value.intent === 'merge' ? (numbers[0] ?? null) : null;
      const done = await mergeCards(db, { ...lead, into, numbers });
      return done.ok ? saved() : trouble(`boards.error.${done.error.code}`, done.error.code === 'moved' ? 409 : 400);
    }
    case 'group': {
      if (value.name === '') return wrong('name', 'error.required');
      await makeGroup(db, { ...lead, name: value.name, note: value.note, numbers });
      return saved();
    }
    case 'rename': {
      if (value.name === '') return wrong('name', 'error.required');
      const done = await renameGroup(db, {
        ...lead,
        number: Number(value.number),
        revision: Number(value.revision),
        name: value.name,
        note: value.note,
      });
      return done.ok
        ? saved()
        : data<Answer>({ trouble: 'boards.error.group-conflict', failure: { values, errors: {} } }, { status: 409 });
    }
    case 'hide': {
      if (value.reason === '') return wrong('reason', 'error.required');
      const done = await hideCard(db, { ...lead, number: Number(value.number), reason: value.reason });
      return done.ok ? saved() : trouble('boards.error.no-change');
    }
    case 'show': {
      const done = await hideCard(db, { ...lead, number: Number(value.number), reason: null });
      return done.ok ? saved() : trouble('boards.error.no-change');
    }
    case 'attach': {
      const done = await attachCards(db, { ...lead, from: Number(value.from), to: Number(value.to), attach: true });
      return done.ok ? saved() : trouble(`boards.error.${done.error.code}`);
    }
  }
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.title}: ${loaded.page.board.title} – Paragraf` : 'Paragraf' },
  { name: 'robots', content: 'noindex' },
];

export default function LeadBoard() {
  const { page, coverable, title } = useLoaderData<typeof loader>();
  const answered: Answer | undefined = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const { board, content } = page;
  const typed = answered?.failure?.values ?? {};
  const renamed =
    typed.intent?.[0] === 'rename'
      ? content.groups.find(({ number }) => String(number) === typed.number?.[0])
      : undefined;
  const failureOf = (...intents: string[]) => (intents.includes(typed.intent?.[0] ?? '') ? answered?.failure : null);
  return (
    <Page
      crumbs={[
        { label: t('boards.title'), to: to.boards() },
        { label: board.title, to: to.board(board.slug), lang: 'pl' },
        { label: title },
      ]}
    >
      <LiveFrame slug={board.slug} n={board.revision}>
        <PageHead kind={title} title={<Polish>{board.title}</Polish>} lead={t('boards.lead-lead')}>
          <LivePart name="facts">
            <BoardFacts page={page} />
          </LivePart>
        </PageHead>
        {answered?.trouble ? (
          <Notice warn>
            <p>{t(answered.trouble, { name: renamed?.name ?? '' })}</p>
          </Notice>
        ) : null}
        <ReloadNote href={to.leadBoard(board.slug)} />
        <LivePart name="phases">
          <PhaseLine spans={page.spans} />
          <PhaseForms open={board.openPhases} />
        </LivePart>
        <p className="actions">
          <a className="btn btn--quiet" href={to.boardScreen(board.slug)}>
            {t('boards.screen')}
          </a>
          <a className="btn btn--quiet" href={to.boardSlips(board.slug)}>
            {t('boards.slips')}
          </a>
          <a className="btn btn--quiet" href={to.boardPrint(board.slug)}>
            {t('boards.print')}
          </a>
          <a className="btn btn--quiet" href={to.boardChange(board.slug)}>
            {t('boards.change')}
          </a>
        </p>
        <Section id="h-karty" title={t('boards.sort')}>
          <CardsForm content={content} failure={failureOf('group', 'place')} />
        </Section>
        <Section id="h-grupy" title={t('boards.groups')}>
          <GroupForms groups={content.groups} failure={failureOf('rename')} />
        </Section>
        <Section id="h-dolacz" title={t('boards.attach-title')}>
          <AttachForm failure={failureOf('attach')} />
        </Section>
        <Section id="h-ukryj" title={t('boards.hide-title')}>
          <HideForms cards={content.cards} failure={failureOf('hide')} />
        </Section>
        {coverable.length > 0 ? (
          <Section id="h-zaslon" title={t('boards.cover')}>
            <p>{t('boards.cover-lead')}</p>
            <ul className="filters">
              {coverable.map(({ type, id, number }) => (
                <li key={id}>
                  <a href={to.covering(type, id)}>
                    {t(type === 'board-card' ? 'boards.card-no' : 'boards.group', { number })}
                  </a>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
      </LiveFrame>
    </Page>
  );
}
