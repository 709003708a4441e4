import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { approveDrafts, type ApproveError } from '#app/drafting/rulings/approve-drafts.server.ts';
import { assignRemarks, setDue } from '#app/drafting/rulings/assign.server.ts';
import { loadBulkPage, previewMany, type BulkEffects, type BulkPage } from '#app/drafting/rulings/bulk-page.server.ts';
import {
  BulkApproval,
  BulkGroupForm,
  BulkRefusal,
  BulkRulingForm,
  ChosenTable,
} from '#app/drafting/rulings/bulk-parts.tsx';
import { bulkLimits } from '#app/drafting/rulings/bulk.ts';
import {
  assignSchema,
  bulkSchema,
  dueSchema,
  numbersFrom,
  seenRevisions,
  shownOf,
} from '#app/drafting/rulings/deciding-schema.ts';
import { decideMany, type ManyError } from '#app/drafting/rulings/decide-many.server.ts';
import { readManyFinals } from '#app/drafting/rulings/ruling-input.ts';
import { HandlingForm } from '#app/drafting/rulings/handling-form.tsx';
import { handlingKeys, reviewKeys } from '#app/drafting/rulings/review-keys.ts';
import type { ConflictView } from '#app/drafting/rulings/view-conflicts.ts';
import { DeskHead } from '#app/drafting/rulings/desk-head.tsx';
import { Empty, Notice, Page } from '#app/components/page-parts.tsx';
import { isUuid } from '#app/db/is-uuid.ts';
import { AppError } from '#app/errors/app-error.ts';
import { bodyLimits, readForm } from '#app/http/body.server.ts';
import { fieldFailure, formValues, parseForm, type FormFailure } from '#app/forms/form.ts';
import { handler, type Context } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { readMarks } from '#app/drafting/acts/neighbour-marks.ts';
import type { Viewer } from '#app/people/viewer.ts';

export const loader = handler(async ({ request, params, url, db }) => {
  const viewer = await requireOfficial(request);
  return {
    page: await loadBulkPage(db, {
      viewer,
      slug: params.slug ?? '',
      numbers: numbersFrom(url.searchParams.getAll('nr'), bulkLimits.plain),
    }),
  };
});

type Answer = {
  numbers: number[];
  failure?: FormFailure;
  handling?: FormFailure;
  refused?: { error: ManyError; conflicts: ConflictView[] };
  approval?: ApproveError;
  effects?: BulkEffects;
};

type Chosen = { viewer: Viewer; slug: string; form: FormData; numbers: number[] };

export const action = handler(async (context) => {
  const viewer = await requireOfficial(context.request);
  const form = await readForm(context.request, bodyLimits.words);
  const values = formValues(form);
  const numbers = [
    ...new Set([...seenRevisions(values.seen ?? []).keys(), ...numbersFrom(values.nr ?? [], bulkLimits.plain)]),
  ];
  const chosen = { viewer, slug: context.params.slug ?? '', form, numbers };
  const intent = form.get('intent');
  const done =
    intent === 'approve' || intent === 'approve-collect'
      ? await approve(context, chosen, intent)
      : intent === 'assign' || intent === 'due'
        ? await handle(context, chosen, intent)
        : await rule(context, chosen, intent);
  if (typeof done === 'string') return seeOther(`${context.to.desk(chosen.slug)}?info=${done}`);
  // The chosen remarks as they are now: the form that comes back names their newest revisions.
  return data<Answer & { page: BulkPage }>(
    { ...done.answer, page: await loadBulkPage(context.db, chosen) },
    { status: done.status },
  );
});

type Done = string | { answer: Answer; status: number };

const notices = {
  decide: 'many-decided',
  'hand-in': 'draft-handed-in',
  collect: 'rulings-collected',
} as const;

async function rule(
  { db }: Context,
  { viewer, slug, form, numbers }: Chosen,
  intent: FormDataEntryValue | null,
): Promise<Done> {
  if (intent !== 'preview' && intent !== 'decide' && intent !== 'hand-in' && intent !== 'collect')
    throw new AppError('bad-request', 'unknown intent');
  const parsed = parseForm(form, bulkSchema);
  if (!parsed.ok) return { answer: { numbers, failure: parsed.failure }, status: 400 };
  const { decision, reason, version } = parsed.value;
  const { finals, errors } = readManyFinals(parsed.values);
  const failure: FormFailure = { values: parsed.values, errors };
  if (Object.keys(errors).length > 0) return { answer: { numbers, failure }, status: 400 };
  if (reason === '')
    return {
      answer: { numbers, failure: fieldFailure(parsed.values, 'reason', 'drafting.error.ruling-reason') },
      status: 400,
    };
  const input = {
    viewer,
    slug,
    remarks: seenRevisions(parsed.values.seen ?? []),
    decision,
    reason,
    finals,
    marks: readMarks(parsed.values, decision),
    againstVersion: version,
  };
  const preview = await previewMany(db, input);
  if (!preview.ok) return { answer: { numbers, failure, refused: preview }, status: 409 };
  if (intent === 'preview') return { answer: { numbers, failure, effects: preview.effects }, status: 200 };
  const done = await decideMany(db, { ...input, step: intent });
  if (done.ok) return notices[intent];
  return { answer: { numbers, failure, refused: { error: done.error, conflicts: [] } }, status: 409 };
}

async function approve(
  { db }: Context,
  { viewer, slug, form, numbers }: Chosen,
  intent: 'approve' | 'approve-collect',
): Promise<Done> {
  const drafts = form.getAll('draft').flatMap((value) => {
    const [id, revision = ''] = String(value).split(':', 2);
    return isUuid(id) && /^\d{1,9}$/.test(revision) ? [{ id, revision: Number(revision) }] : [];
  });
  const done = await approveDrafts(db, {
    viewer,
    slug,
    drafts: drafts.slice(0, bulkLimits.plain),
    againstVersion: numbersFrom([String(form.get('version'))], 1)[0] ?? 0,
    step: intent === 'approve' ? 'release' : 'collect',
  });
  return done.ok
    ? intent === 'approve'
      ? 'many-decided'
      : 'rulings-collected'
    : { answer: { numbers, approval: done.error }, status: 409 };
}

async function handle(
  { db }: Context,
  { viewer, slug, form, numbers }: Chosen,
  intent: 'assign' | 'due',
): Promise<Done> {
  if (intent === 'due') {
    const parsed = parseForm(form, dueSchema);
    if (!parsed.ok) return { answer: { numbers, handling: parsed.failure }, status: 400 };
    const set = await setDue(db, {
      viewer,
      slug,
      numbers,
      dueAt: parsed.value.due,
      shown: shownOf(parsed.values.shown ?? []),
    });
    return set.ok
      ? 'due-set'
      : {
          answer: { numbers, handling: fieldFailure(parsed.values, 'due', handlingKeys[set.error.code]) },
          status: 409,
        };
  }
  const parsed = parseForm(form, assignSchema);
  if (!parsed.ok) return { answer: { numbers, handling: parsed.failure }, status: 400 };
  const assigned = await assignRemarks(db, {
    viewer,
    slug,
    numbers,
    officialId: parsed.value.person || null,
    shown: shownOf(parsed.values.shown ?? []),
  });
  return assigned.ok
    ? 'remarks-assigned'
    : {
        answer: { numbers, handling: fieldFailure(parsed.values, 'person', handlingKeys[assigned.error.code]) },
        status: assigned.error.code === 'moved' ? 409 : 400,
      };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, location }) => [
  {
    title: `${translate(localeOfPath(location.pathname), 'deciding.bulk')}${loaded ? `. ${loaded.page.desk.consultation.title}` : ''} – Paragraf`,
  },
  { name: 'robots', content: 'noindex' },
];

export default function Bulk() {
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const page: BulkPage = answered?.page ?? loaded.page;
  const { slug } = page.desk.consultation;
  const open = page.rows.filter(({ state }) => state === 'open');
  return (
    <Page>
      <DeskHead desk={page.desk} />
      <div className="matter">
        <h2>{t('deciding.bulk.chosen', { count: page.rows.length })}</h2>
        {answered?.refused ? (
          <BulkRefusal error={answered.refused.error} conflicts={answered.refused.conflicts} slug={slug} />
        ) : null}
        {answered?.approval ? (
          <Notice warn>
            <p>
              {t('deciding.near.number', { number: answered.approval.number })}: {t(reviewKeys(answered.approval))}
            </p>
          </Notice>
        ) : null}
        {page.rows.length === 0 ? (
          <Empty>
            <p>{t('deciding.bulk.nothing')}</p>
            <a className="tap" href={to.desk(slug)}>
              {t('drafting.desk.queue')}
            </a>
          </Empty>
        ) : (
          <ChosenTable rows={page.rows} slug={slug} />
        )}
        <BulkApproval page={page} />
        {open.length > 0 ? (
          <>
            <section aria-labelledby="h-stanowisko">
              <h2 id="h-stanowisko">{t('deciding.bulk.rule')}</h2>
              <BulkRulingForm page={page} failure={answered?.failure} effects={answered?.effects ?? null} />
            </section>
            <section aria-labelledby="h-przydzial">
              <h2 id="h-przydzial">{t('deciding.bulk.handling')}</h2>
              <HandlingForm
                action={to.bulk(slug)}
                officials={page.officials}
                assignedToId={null}
                dueAt={null}
                failure={answered?.handling}
                shown={open}
              />
            </section>
            {open.length > 1 ? (
              <section aria-labelledby="h-grupa">
                <h2 id="h-grupa">{t('deciding.bulk.group')}</h2>
                <BulkGroupForm page={page} />
              </section>
            ) : null}
          </>
        ) : null}
        <p>
          <a className="tap" href={to.desk(slug)}>
            {t('drafting.desk.queue')}
          </a>
        </p>
      </div>
    </Page>
  );
}
