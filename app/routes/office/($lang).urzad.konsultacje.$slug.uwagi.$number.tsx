import type { Skip } from '#app/components/site-frame.tsx';
import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { rewriteForAuthor } from '#app/drafting/carry/answer-fit.server.ts';
import { addedBound } from '#app/drafting/state/word-limits.ts';
import { readNewWords } from '#app/drafting/rulings/new-words.ts';
import { OfficeRewriteForm } from '#app/drafting/pages/office-rewrite-form.tsx';
import { decideRemark, type DecideError } from '#app/drafting/rulings/decide-remark.server.ts';
import { approveDrafts, type ApproveError } from '#app/drafting/rulings/approve-drafts.server.ts';
import { assignRemarks, setDue } from '#app/drafting/rulings/assign.server.ts';
import { whatIfLimits } from '#app/drafting/rulings/bulk.ts';
import { assignSchema, draftSchema, dueSchema, numbersFrom, shownOf } from '#app/drafting/rulings/deciding-schema.ts';
import { DraftCards } from '#app/drafting/rulings/draft-cards.tsx';
import { HandlingForm } from '#app/drafting/rulings/handling-form.tsx';
import { WhatIfSection } from '#app/drafting/rulings/what-if-section.tsx';
import { reviewDraft } from '#app/drafting/rulings/review-draft.server.ts';
import { handlingKeys, reviewKeys } from '#app/drafting/rulings/review-keys.ts';
import { saveDraft, type SaveDraftError } from '#app/drafting/rulings/save-draft.server.ts';
import { deskParams, deskQuery, doneParam } from '#app/drafting/rulings/desk-filters.ts';
import { DeskKeyHelp } from '#app/drafting/rulings/desk-key-help.tsx';
import { DoneNotice } from '#app/drafting/rulings/done-notice.tsx';
import { loadDone, nextOnDesk } from '#app/drafting/rulings/walk.server.ts';
import { DeskHead } from '#app/drafting/rulings/desk-head.tsx';
import { loadDeskHead, loadNeighbours } from '#app/drafting/rulings/desk.server.ts';
import { wholeParam } from '#app/drafting/remarks/params.ts';
import { QueueFilters, QueueTable } from '#app/drafting/rulings/queue.tsx';
import { RulingForm, Rivals } from '#app/drafting/rulings/ruling-form.tsx';
import { complaintOf, readFinals } from '#app/drafting/rulings/ruling-input.ts';
import { Matter, TooLate } from '#app/drafting/rulings/ruling-matter.tsx';
import type { EffectsView } from '#app/drafting/rulings/effects-view.server.ts';
import { checkRuling, loadRulingPage } from '#app/drafting/rulings/ruling-page.server.ts';
import { isForViewer } from '#app/drafting/state/draft-state.ts';
import { insertSnippet } from '#app/drafting/snippets/insert-snippet.server.ts';
import { rulingSchema } from '#app/drafting/remarks/schema.ts';
import { Notice, Page } from '#app/components/page-parts.tsx';
import { AppError } from '#app/errors/app-error.ts';
import { bodyLimits, readForm } from '#app/http/body.server.ts';
import { fieldFailure, formValues, parseForm, type FormFailure } from '#app/forms/form.ts';
import { handler, type Context } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import type { Viewer } from '#app/people/viewer.ts';

/** For the keys; everything works without. */
export const handle = { scripts: true, skip: { to: 'uwaga', label: 'nav.skip-remark' } satisfies Skip };

/** Rows of the list kept beside the matter: enough around it to see where one is. */
const neighbours = 12;

export const loader = handler(async ({ request, params, url, db, locale }) => {
  const viewer = await requireOfficial(request);
  const [slug, number] = [params.slug ?? '', wholeParam(params.number)];
  const on = numbersFrom([...url.searchParams.getAll('z'), ...url.searchParams.getAll('zn')], whatIfLimits.on);
  const page = await loadRulingPage(db, { viewer, slug, number, locale, on });
  const { draft, scope, ...desk } = await loadDeskHead(db, { viewer, slug });
  const query = deskQuery(url.searchParams);
  return {
    page,
    desk,
    query,
    beside: await loadNeighbours(db, { draft, scope, number, around: neighbours, query }),
    done: await loadDone(db, { slug, viewerId: viewer.id, number: doneParam(url.searchParams) }),
  };
});

export const action = handler(async (context) => {
  const { request, params, url, to } = context;
  const viewer = await requireOfficial(request);
  const [slug, number] = [params.slug ?? '', wholeParam(params.number)];
  const form = await readForm(request, bodyLimits.words);
  const query = deskQuery(url.searchParams);
  // What is next in the chosen order is known while this remark is still among the others.
  const next = ending.has(String(form.get('intent')))
    ? await nextOnDesk(context.db, { viewer, slug, number, query })
    : null;
  const done = await act(context, { viewer, slug, number, form });
  if ('ended' in done) {
    const params = { ...deskParams(query), zrobiono: number };
    return seeOther(next === null ? to.desk(slug, params) : to.ruling(slug, next, params));
  }
  if ('notice' in done) return seeOther(to.ruling(slug, number, { ...deskParams(query), info: done.notice }));
  return data<RulingAnswer>(done.answer, { status: done.status });
});

/** What a refused or asked form of the ruling page shows. */
type RulingAnswer = {
  failure?: FormFailure;
  /** Complaints about the approval or return of a draft, and about assignment and term. */
  review?: FormFailure;
  handling?: FormFailure;
  rewriting?: FormFailure;
  trouble: 'moved' | 'late' | null;
  effects: EffectsView | null;
};

/** What ends the work on a remark: the next one opens. */
const ending: ReadonlySet<string> = new Set(['collect', 'decide', 'hand-in', 'approve-collect', 'approve', 'return']);

type Acted = { notice: string } | { ended: true } | { answer: RulingAnswer; status: number };

type Acting = { viewer: Viewer; slug: string; number: number; form: FormData };

/** One of the forms of the ruling page: what it did, or what to show. */
async function act(context: Context, acting: Acting): Promise<Acted> {
  const intent = acting.form.get('intent');
  switch (intent) {
    case 'preview':
    case 'collect':
    case 'decide':
    case 'save':
    case 'hand-in':
      return rule(context, acting, intent);
    case 'insert':
      return insert(context, acting);
    case 'approve-collect':
    case 'approve':
    case 'return':
    case 'drop':
      return review(context, acting, intent);
    case 'assign':
      return assign(context, acting);
    case 'due':
      return due(context, acting);
    case 'rewrite':
      return rewrite(context, acting);
    default:
      throw new AppError('bad-request', 'unknown intent');
  }
}

const answer = (parts: Partial<RulingAnswer>, status: number): Acted => ({
  answer: { trouble: null, effects: null, ...parts },
  status,
});

async function rule(
  { db, locale }: Context,
  { viewer, slug, number, form }: Acting,
  intent: 'preview' | 'collect' | 'decide' | 'save' | 'hand-in',
): Promise<Acted> {
  const parsed = parseForm(form, rulingSchema);
  if (!parsed.ok) return answer({ failure: parsed.failure }, 400);
  const { decision, reason, version, revision, draftRevision } = parsed.value;
  const { finals, errors } = readFinals(parsed.values);
  const failure: FormFailure = { values: parsed.values, errors };
  if (Object.keys(errors).length > 0) return answer({ failure }, 400);
  const refused = (error: DecideError | SaveDraftError): Acted => {
    if (error.code === 'moved' || error.code === 'draft-moved') return answer({ failure, trouble: 'moved' }, 409);
    if (error.code === 'decided' || error.code === 'withdrawn') return answer({ failure, trouble: 'late' }, 409);
    const { field, key } = complaintOf(error);
    return answer({ failure: fieldFailure(parsed.values, field, key) }, 400);
  };
  if (intent === 'preview') {
    const refusal = await checkRuling(db, { viewer, slug, number, decision, finals });
    if (refusal) return refused(refusal);
    const { effects } = await loadRulingPage(db, { viewer, slug, number, locale, asked: { decision, finals } });
    return answer({ failure, effects }, 200);
  }
  const ruling = { viewer, slug, number, decision, reason, finals, againstVersion: version, remarkRevision: revision };
  if (intent === 'decide') {
    const decided = await decideRemark(db, ruling);
    return decided.ok ? { ended: true } : refused(decided.error);
  }
  const saved = await saveDraft(db, { ...ruling, step: intent, draftRevision });
  if (!saved.ok) return refused(saved.error);
  return intent === 'save' ? { notice: 'draft-saved' } : { ended: true };
}

/** Puts a text of the office under the reason typed so far; nothing is written. */
async function insert({ db, locale }: Context, { viewer, slug, number, form }: Acting): Promise<Acted> {
  const values = formValues(form);
  const filled = await insertSnippet(db, { viewer, slug, number, id: values.snippet?.[0] ?? '', locale });
  if (!filled.ok)
    return answer(
      {
        failure: fieldFailure(
          values,
          'snippet',
          filled.error.code === 'gone' ? 'office.snippet.gone' : 'office.snippet.unknown',
          filled.error.code === 'gone' ? {} : { names: filled.error.names.map((name) => `{${name}}`).join(', ') },
        ),
      },
      400,
    );
  const typed = values.reason?.[0] ?? '';
  const reason = typed === '' ? filled.value : `${typed}\n${filled.value}`;
  const failure: FormFailure = { values: { ...values, reason: [reason] }, errors: {} };
  return answer({ failure }, 200);
}

async function review(
  { db }: Context,
  { viewer, slug, form }: Acting,
  intent: 'approve-collect' | 'approve' | 'return' | 'drop',
): Promise<Acted> {
  const parsed = parseForm(form, draftSchema);
  if (!parsed.ok) return answer({ review: parsed.failure }, 400);
  const { draft, draftRevision, version, note } = parsed.value;
  if (intent === 'approve' || intent === 'approve-collect') {
    const approved = await approveDrafts(db, {
      viewer,
      slug,
      drafts: [{ id: draft, revision: draftRevision }],
      againstVersion: version,
      step: intent === 'approve' ? 'release' : 'collect',
    });
    return approved.ok
      ? { ended: true }
      : answer(
          {
            review: fieldFailure(parsed.values, 'note', reviewKeys(approved.error)),
            trouble: troubleOf(approved.error),
          },
          409,
        );
  }
  const reviewed = await reviewDraft(db, {
    viewer,
    slug,
    draftId: draft,
    draftRevision,
    step: intent === 'return' ? { kind: 'return', note } : { kind: 'drop' },
  });
  if (reviewed.ok) return intent === 'return' ? { ended: true } : { notice: 'draft-dropped' };
  return answer(
    { review: fieldFailure(parsed.values, 'note', reviewKeys(reviewed.error)) },
    reviewed.error.code === 'note-required' ? 400 : 409,
  );
}

function troubleOf({ code }: ApproveError): RulingAnswer['trouble'] {
  if (code === 'decided' || code === 'withdrawn') return 'late';
  return code === 'moved' || code === 'changed' || code === 'draft-moved' ? 'moved' : null;
}

async function assign({ db }: Context, { viewer, slug, number, form }: Acting): Promise<Acted> {
  const parsed = parseForm(form, assignSchema);
  if (!parsed.ok) return answer({ handling: parsed.failure }, 400);
  const assigned = await assignRemarks(db, {
    viewer,
    slug,
    numbers: [number],
    officialId: parsed.value.person || null,
    shown: shownOf(parsed.values.shown ?? []),
  });
  return assigned.ok
    ? { notice: 'remarks-assigned' }
    : answer(
        { handling: fieldFailure(parsed.values, 'person', handlingKeys[assigned.error.code]) },
        assigned.error.code === 'moved' ? 409 : 400,
      );
}

async function due({ db }: Context, { viewer, slug, number, form }: Acting): Promise<Acted> {
  const parsed = parseForm(form, dueSchema);
  if (!parsed.ok) return answer({ handling: parsed.failure }, 400);
  const set = await setDue(db, {
    viewer,
    slug,
    numbers: [number],
    dueAt: parsed.value.due,
    shown: shownOf(parsed.values.shown ?? []),
  });
  return set.ok
    ? { notice: 'due-set' }
    : answer({ handling: fieldFailure(parsed.values, 'due', handlingKeys[set.error.code]) }, 409);
}

const rewordingComplaints = {
  'nothing-changed': 'drafting.error.same',
  'clause-gone': 'drafting.error.clause-gone',
  'covered-words': 'redaction.error.typed',
  'too-much': 'drafting.error.too-much',
  'text-required': 'drafting.error.text',
  'not-asked': 'drafting.error.text',
} as const;

async function rewrite({ db }: Context, { viewer, slug, number, form }: Acting): Promise<Acted> {
  const values = formValues(form);
  const { words, errors } = readNewWords(values);
  if (Object.keys(errors).length > 0) return answer({ rewriting: { values, errors } }, 400);
  const done = await rewriteForAuthor(db, {
    viewer,
    slug,
    number,
    revision: numbersFrom(values.revision ?? [], 1)[0] ?? 0,
    words,
  });
  if (done.ok) return { notice: 'office-rewritten' };
  if (done.error.code === 'moved' || done.error.code === 'decided')
    return answer({ rewriting: { values, errors: {} }, trouble: done.error.code === 'moved' ? 'moved' : 'late' }, 409);
  const field = 'seq' in done.error ? `text-${done.error.seq}` : 'text-1';
  const key = rewordingComplaints[done.error.code];
  return answer({ rewriting: fieldFailure(values, field, key, addedBound) }, 400);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, location }) => {
  const locale = localeOfPath(location.pathname);
  const desk = translate(locale, 'drafting.desk');
  if (!loaded) return [{ title: `${desk} – Paragraf` }, { name: 'robots', content: 'noindex' }];
  const { kind, number, citation } = loaded.page.remark;
  const remark = citation
    ? translate(locale, `drafting.kind-to.${kind}`, { number, citation })
    : translate(locale, `drafting.kind.${kind}`, { number });
  return [{ title: `${remark}. ${desk} – Paragraf` }, { name: 'robots', content: 'noindex' }];
};

export default function Ruling() {
  const { page, desk, beside, query, done } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const isOpen = page.remark.state === 'open';
  const here = to.ruling(page.slug, page.remark.number, deskParams(query));
  const goTo = (number: number) => to.ruling(page.slug, number, deskParams(query));
  // A draft that waits for the viewer comes first, alone with what it would do; all else is one click away.
  const isReview = isOpen && page.drafts.some(isForViewer);
  const isAsking = page.whatIf.others.length > 0 || page.whatIf.offered.some(({ isOn }) => isOn);
  const form = isOpen ? (
    <RulingForm
      page={page}
      effects={answered?.effects ?? page.effects}
      wasAsked={Boolean(answered?.effects)}
      action={here}
      failure={answered?.failure}
      quiet={isReview}
    />
  ) : (
    <TooLate page={page} failure={answered?.failure} />
  );
  const around = (
    <>
      {isOpen ? (
        <HandlingForm
          action={here}
          officials={page.officials}
          assignedToId={page.assignedToId}
          dueAt={page.dueAt}
          failure={answered?.handling}
          shown={[{ number: page.remark.number, assignedToId: page.assignedToId, dueAt: page.dueAt }]}
        />
      ) : null}
      <OfficeRewriteForm page={page} failure={answered?.rewriting} />
      <Rivals page={page} />
    </>
  );
  const whatIf = isOpen && page.remark.kind === 'amendment' ? <WhatIfSection page={page} /> : null;
  return (
    <Page>
      <DoneNotice slug={page.slug} done={done} query={query} />
      <DeskHead desk={desk} />
      <div className="desk desk--matter">
        <section className="queue" aria-labelledby="h-q">
          <h2 className="size-4 mb-2" id="h-q">
            {t('drafting.desk.queue')}
          </h2>
          <QueueFilters desk={desk} query={query.filter === 'all' ? { ...query, filter: 'waiting' } : query} />
          <QueueTable slug={page.slug} query={query} rows={beside.rows} picked={page.remark.number} />
        </section>
        <div className="matter">
          {page.isAuthorGone && isOpen ? (
            <Notice still warn>
              <p>{t('deciding.author-gone')}</p>
            </Notice>
          ) : null}
          {answered?.trouble === 'moved' && isOpen ? (
            <Notice warn>
              <h2 className="size-4">{t('drafting.ruling.moved-title')}</h2>
              <p>{t('drafting.ruling.moved-text')}</p>
              <p>
                <a href={to.versions(page.slug)}>{t('drafting.ruling.moved-versions')}</a>
              </p>
            </Notice>
          ) : null}
          <Matter page={page} />
          {isOpen ? <DraftCards page={page} action={here} reviewFailure={answered?.review} /> : null}
          {isReview ? (
            <>
              <details className="more" open={Boolean(answered?.failure)}>
                <summary>{t('deciding.draft.own-instead')}</summary>
                {form}
              </details>
              <details className="more" open={Boolean(answered?.handling ?? answered?.rewriting) || isAsking}>
                <summary>{t('deciding.draft.around')}</summary>
                {around}
                {whatIf}
              </details>
            </>
          ) : (
            <>
              {around}
              {form}
              {whatIf}
            </>
          )}
          <p className="actions">
            {beside.previous === null ? null : (
              <a className="tap" rel="prev" data-keys href={goTo(beside.previous)}>
                {t('office.ruling.previous', { number: beside.previous })}
              </a>
            )}
            {beside.next === null ? null : (
              <a className="tap" rel="next" data-keys href={goTo(beside.next)}>
                {t('drafting.ruling.next', { number: beside.next })}
              </a>
            )}
            <a className="tap" href={to.desk(page.slug, deskParams(query))}>
              {t('drafting.ruling.back')}
            </a>
          </p>
          <DeskKeyHelp place="ruling" />
        </div>
      </div>
    </Page>
  );
}
