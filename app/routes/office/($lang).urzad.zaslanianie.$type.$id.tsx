import type { MetaFunction } from '@remix-run/node';
import { confirmCovering } from '#app/redaction/confirm-covering.server.ts';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { groundKeys, grounds } from '#app/record/covered/grounds.ts';
import { redactText, type RedactError } from '#app/redaction/redact-text.server.ts';
import { loadRedactionPage, type RedactionPage } from '#app/redaction/redaction-page.server.ts';
import { CoverForm, EarlierSteps, UndoForm, ConfirmForm } from '#app/redaction/redaction-view.tsx';
import { isSubjectType, type SubjectType } from '#app/record/covered/subjects.ts';
import { undoRedaction } from '#app/redaction/undo-redaction.server.ts';
import { SecondLine } from '#app/redaction/second-line.tsx';
import type { FormProblem } from '#app/components/form.tsx';
import { Notice, Page, PageHead } from '#app/components/page-parts.tsx';
import { AppError, notFound } from '#app/errors/app-error.ts';
import { bounds } from '#app/forms/bounds.ts';
import { readTypedFields, typedText } from '#app/forms/typed-text.ts';
import { bodyLimits, readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { handler, type Context } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { waitForSecond } from '#app/http/wait-for-second.server.ts';
import { requireViewer } from '#app/http/session.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import type { Paths } from '#app/i18n/paths.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import { isOfficialOf } from '#app/people/viewer.ts';

const reason = typedText({ min: 3, max: bounds.coverNote });
const coverSchema = z.object({
  stamp: z.string().regex(/^[0-9a-f]{32}$/, 'error.invalid'),
  ground: z.enum(grounds),
  note: reason,
  whole: z.enum(['yes']).optional(),
});
const confirmSchema = z.object({ redaction: z.uuid() });
const undoSchema = z.object({ redaction: z.uuid(), why: reason });
function subjectOf({ params }: Pick<Context, 'params'>): { type: SubjectType; id: string } {
  const { type = '', id = '' } = params;
  if (!isSubjectType(type) || !z.uuid().safeParse(id).success) throw notFound('no such text');
  return { type, id };
}

export const loader = handler(async ({ request, params, url, db, t }) => {
  const viewer = await requireViewer(request);
  const page = await loadRedactionPage(db, { viewer, ...subjectOf({ params }) });
  const title =
    page.number === null
      ? t('redaction.title.other', { kind: t(`redaction.type.${page.type}`) })
      : t('redaction.title.remark', { number: page.number });
  return { page, withSuggestion: url.searchParams.has('podpowiedz'), title };
});

const complaints = {
  'nothing-removed': 'redaction.error.nothing',
  'not-derivable': 'redaction.error.derivable',
  moved: 'redaction.error.moved',
  'note-repeats': 'redaction.error.note',
  'shows-more': 'redaction.error.shows-more',
} as const satisfies Record<RedactError['code'], string>;

export const action = handler(async (context) => {
  const viewer = await requireViewer(context.request);
  const { type, id } = subjectOf(context);
  const data = await readForm(context.request, bodyLimits.words);
  const here = context.to.covering(type, id);
  if (data.get('intent') === 'undo') {
    const form = parseForm(data, undoSchema);
    if (!form.ok) return refuse(form.failure);
    const undoing = { type, id, redactionId: form.value.redaction, reason: form.value.why };
    const shown = await undoRedaction(context.db, { viewer, ...undoing });
    if (shown.ok) return seeOther(`${here}?info=words-uncovered`);
    if (shown.error.code === 'not-covered')
      return refuse(fieldFailure(form.values, 'why', 'redaction.error.moved'), 409);
    const { slug, teryt } = await loadRedactionPage(context.db, { viewer, type, id });
    if (!isOfficialOf(viewer, teryt)) return refuse(fieldFailure(form.values, 'why', 'redaction.error.two'), 409);
    return waitForSecond(context.db, context.to, { viewer, slug, kind: 'uncovering', input: undoing });
  }
  if (data.get('intent') === 'confirm') {
    const form = parseForm(data, confirmSchema);
    if (!form.ok) return refuse(form.failure);
    const confirmed = await confirmCovering(context.db, { viewer, type, id, redactionId: form.value.redaction });
    return confirmed.ok
      ? seeOther(`${here}?info=covering-confirmed`)
      : refuse(
          fieldFailure(
            form.values,
            'redaction',
            confirmed.error.code === 'own' ? 'redaction.confirm-own' : 'redaction.error.moved',
          ),
          409,
        );
  }
  if (data.get('intent') !== 'cover') throw new AppError('bad-request', 'unknown intent');
  const form = parseForm(data, coverSchema);
  const values = form.ok ? form.values : form.failure.values;
  const { typed, errors } = typedIn(values);
  if (!form.ok || Object.keys(errors).length > 0)
    return refuse({ values, errors: { ...(form.ok ? {} : form.failure.errors), ...errors } });
  const { stamp, ground, note, whole } = form.value;
  const covered = await redactText(context.db, {
    viewer,
    type,
    id,
    stamp,
    typed,
    isWhole: whole === 'yes',
    ground,
    note,
  });
  if (covered.ok) return seeOther(`${here}?info=words-covered`);
  const { error } = covered;
  const field =
    error.code === 'not-derivable'
      ? error.field
      : error.code === 'note-repeats'
        ? 'note'
        : error.code === 'nothing-removed'
          ? 'whole'
          : 'stamp';
  return refuse(
    fieldFailure(form.values, field === 'stamp' ? 'note' : field, complaints[error.code]),
    error.code === 'moved' ? 409 : 400,
  );
});

/** The public wordings by name of their fields. */
function typedIn(values: FormProblem['values']) {
  const errors: FormProblem['errors'] = {};
  const read = readTypedFields(values, bounds.coveredWording, errors);
  const names = Object.keys(values).filter((name) => /^t\d{1,4}-[a-zA-Z]{1,20}$/.test(name));
  return { typed: Object.fromEntries(names.map((name) => [name, read(name)])), errors };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} – Paragraf` : 'Paragraf' },
  { name: 'robots', content: 'noindex' },
];

function ownerPath(to: Paths, { within, slug, teryt }: RedactionPage): string {
  if (within === 'edition') return to.coveredInEdition(slug, teryt);
  if (within === 'board') return to.board(slug);
  return within === 'survey' ? to.officeSurveyPart(slug, 'tematy') : to.consultation(slug);
}

export default function Covering() {
  const { page, withSuggestion, title } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const { active } = page;
  const confirmComplaint = failure?.errors.redaction?.[0];
  return (
    <Page
      crumbs={[
        { label: page.title, to: ownerPath(to, page) },
        ...(page.number === null
          ? []
          : [{ label: t('drafting.kind.remark', { number: page.number }), to: to.remark(page.slug, page.number) }]),
        { label: t('redaction.link') },
      ]}
    >
      <PageHead title={title} lead={t('redaction.lead')} />
      {active ? (
        <Notice>
          <p>
            {t('redaction.done', {
              at: formatDateTime(locale, active.at),
              by: active.by,
              ground: t(groundKeys[active.ground]),
              marks: active.marks,
            })}
          </p>
          <p>{active.note}</p>
          <SecondLine second={active.second} />
        </Notice>
      ) : null}
      {active ? (
        <ConfirmForm page={page} active={active} complaint={confirmComplaint ? t(confirmComplaint.key) : null} />
      ) : null}
      <p className="note mt-4">
        {t('redaction.effect')}
        {page.type === 'remark' ? ` ${t('redaction.effect-wording')}` : ''}
      </p>
      <CoverForm page={page} withSuggestion={withSuggestion} failure={failure} />
      {active ? <UndoForm page={page} active={active} failure={failure} /> : null}
      <EarlierSteps steps={page.earlier} />
    </Page>
  );
}
