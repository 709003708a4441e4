import { randomUUID } from 'node:crypto';
import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { boardBounds, cardKinds, pointsOfView } from '#app/boards/board.ts';
import { Slip } from '#app/boards/board-parts.tsx';
import { keyOfKind, keyOfView, kindOfKey, numberOf, slipSchema, viewOfKey } from '#app/boards/card-schema.ts';
import { findLedBoard } from '#app/boards/find-board.server.ts';
import { readLedBoard } from '#app/boards/read-board.server.ts';
import { enterSlip } from '#app/boards/write-card.server.ts';
import { FieldFrame, Form, Submit, SubmitRow, TextField, useField } from '#app/components/form.tsx';
import { Page, PageHead, Section } from '#app/components/page-parts.tsx';
import { Polish } from '#app/components/polish.tsx';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireViewer } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';

export const loader = handler(async ({ request, params, db, url, t }) => {
  const viewer = await requireViewer(request);
  const slug = params.slug ?? '';
  const { board, content } = await readLedBoard(db, slug, viewer);
  const slips = content.cards.filter(({ isFromPaper }) => isFromPaper);
  return data(
    {
      slug,
      boardTitle: board.title,
      once: randomUUID(),
      // What the last slip was stays for the next one.
      kind: kindOfKey(url.searchParams.get('r') ?? '') ?? 'obstacle',
      view: viewOfKey(url.searchParams.get('s') ?? '') ?? 'residents',
      next: Math.max(0, ...slips.map(({ slip }) => slip ?? 0)) + 1,
      isAfterOne: url.searchParams.has('r'),
      last: slips.slice(-5).reverse(),
      title: t('boards.slips'),
    },
    { headers: { 'Cache-Control': 'no-store' } },
  );
});

const troubles = {
  'not-yet': ['text', 'boards.error.not-yet'],
  over: ['text', 'boards.error.closed-date'],
  'phase-closed': ['kind', 'boards.error.phase-closed'],
  'no-target': ['text', 'boards.error.no-target'],
  'no-resource': ['text', 'boards.error.no-resource'],
} as const;

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireViewer(request);
  const slug = params.slug ?? '';
  await findLedBoard(db, slug, viewer);
  const form = parseForm(await readForm(request), slipSchema);
  if (!form.ok) return refuse(form.failure);
  const { once, text, slip } = form.value;
  const [kind, view] = [kindOfKey(form.value.kind), viewOfKey(form.value.view)];
  if (!kind) return refuse(fieldFailure(form.values, 'kind', 'boards.error.slip-kind'));
  if (!view) return refuse(fieldFailure(form.values, 'view', 'boards.error.slip-view'));
  const entered = await enterSlip(db, {
    slug,
    viewer,
    card: { kind, view, text, signature: '', once: once || null, answers: null, uses: null },
    slip: numberOf(slip),
  });
  if (entered.ok) return seeOther(`${to.boardSlips(slug)}?r=${keyOfKind(kind)}&s=${keyOfView(view)}`);
  const [field, key] = troubles[entered.error.code];
  return refuse(fieldFailure(form.values, field, key), 409);
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.title}: ${loaded.boardTitle} – Paragraf` : 'Paragraf' },
  { name: 'robots', content: 'noindex' },
];

/** Where the next slip begins, without the mouse. */
const begin = { autoFocus: true } as const;

function SlipText() {
  const t = useT();
  const field = useField('text', false, t('boards.slip-text'));
  return (
    <FieldFrame name="text" label={t('boards.slip-text')} field={field}>
      <input
        className="input"
        type="text"
        id={field.id}
        name="text"
        maxLength={boardBounds.card}
        defaultValue={field.value}
        autoComplete="off"
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? true : undefined}
        {...(field.error ? {} : begin)}
      />
    </FieldFrame>
  );
}

export default function Slips() {
  const { slug, boardTitle, once, kind, view, next, isAfterOne, last, title } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('boards.title'), to: to.boards() },
        { label: boardTitle, to: to.board(slug), lang: 'pl' },
        { label: title },
      ]}
    >
      <PageHead kind={<Polish>{boardTitle}</Polish>} title={title} lead={t('boards.slip-lead')} />
      <p role="status">{isAfterOne && !answered ? t('notice.slip-added') : ''}</p>
      <p className="keys--show keys--always">
        {cardKinds.map((each) => (
          <span key={each}>
            <kbd>{keyOfKind(each)}</kbd> {t(`boards.kind.${each}`)}
          </span>
        ))}
        {pointsOfView.map((each) => (
          <span key={each}>
            <kbd>{keyOfView(each)}</kbd> {t(`boards.view.${each}`)}
          </span>
        ))}
      </p>
      <Form failure={answered?.failure}>
        <input type="hidden" name="once" value={once} />
        <div className="field-row">
          <TextField
            name="kind"
            label={t('boards.slip-kind')}
            max={12}
            defaultValue={keyOfKind(kind)}
            autoComplete="off"
            short
          />
          <TextField
            name="view"
            label={t('boards.slip-view')}
            max={12}
            defaultValue={keyOfView(view)}
            autoComplete="off"
            short
          />
        </div>
        <SlipText />
        <TextField
          name="slip"
          label={t('boards.slip-number')}
          max={boardBounds.slip}
          defaultValue={String(next)}
          inputMode="numeric"
          optional
          short
        />
        <SubmitRow>
          <Submit>{t('boards.slip-submit')}</Submit>
        </SubmitRow>
      </Form>
      {last.length > 0 ? (
        <Section id="h-ostatnie" title={t('boards.slip-last')}>
          <ul className="slips">
            {last.map((card) => (
              <Slip key={card.number} card={card} />
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}
