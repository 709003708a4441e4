import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { editorialOps, type EditorialOp } from '#app/drafting/editorial/editorial-change.ts';
import { EditorialForm, OpLinks, RenumberForm, UnitChoice } from '#app/drafting/editorial/editorial-form.tsx';
import {
  loadEditorialPage,
  previewEditorial,
  type EditorialPreview,
} from '#app/drafting/editorial/editorial-page.server.ts';
import { editorialSchema } from '#app/drafting/editorial/editorial-schema.ts';
import { editorialComplaint } from '#app/drafting/editorial/editorial-words.ts';
import { writeEditorial } from '#app/drafting/editorial/write-editorial.server.ts';
import { readMarks } from '#app/drafting/acts/neighbour-marks.ts';
import { wholeParam } from '#app/drafting/remarks/params.ts';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { bodyLimits, readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm, type FormFailure } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { waitForSecond } from '#app/http/wait-for-second.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { bindSpaces } from '#app/i18n/typography.ts';

export const loader = handler(async ({ request, params, url, db }) => {
  const viewer = await requireOfficial(request);
  const asked = url.searchParams.get('j');
  const page = await loadEditorialPage(db, { viewer, slug: params.slug ?? '', code: asked ? wholeParam(asked) : null });
  return { page, op: opOf(url.searchParams.get('zmiana'), page.unit?.ops ?? []) };
});

/** The kind of change asked for in the address, else the first one the unit allows. */
function opOf(asked: string | null, allowed: readonly EditorialOp[]): EditorialOp {
  return allowed.find((op) => op === asked) ?? allowed[0] ?? editorialOps[0];
}

type Answer = { failure: FormFailure; preview: EditorialPreview | null };
const answer = (failure: FormFailure, status: number, preview: EditorialPreview | null = null) =>
  data<Answer>({ failure, preview }, { status });

export const action = handler(async ({ request, params, db, locale, to }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const body = await readForm(request, bodyLimits.words);
  const form = parseForm(body, editorialSchema);
  if (!form.ok) return answer(form.failure, 400);
  const { reason, version, report, ...asked } = form.value;
  const change = { ...asked, marks: readMarks(form.values, asked.op) };
  if (body.get('intent') === 'preview') {
    const preview = await previewEditorial(db, { viewer, slug, change, locale });
    if (preview.ok) return answer({ values: form.values, errors: {} }, 200, preview.value);
    const { field, key, params: said } = editorialComplaint(preview.error);
    return answer(fieldFailure(form.values, field, key, said), 400);
  }
  const input = { change, reason, againstVersion: version, report };
  const written = await writeEditorial(db, { viewer, slug, ...input });
  if (written.ok)
    return seeOther(to.redline(slug, written.value.version - 1, written.value.version) + '&info=editorial-made');
  if (written.error.code === 'four-eyes') return waitForSecond(db, to, { viewer, slug, kind: 'editorial', input });
  const { field, key, params: said } = editorialComplaint(written.error);
  return answer(
    fieldFailure(form.values, field, key, said),
    written.error.code === 'moved' || written.error.code === 'report-closed' ? 409 : 400,
  );
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded, location }) => [
  {
    title: `${translate(localeOfPath(location.pathname), 'textwork.edit')}${loaded?.page.unit ? `: ${loaded.page.unit.citation}` : ''} – Paragraf`,
  },
  { name: 'robots', content: 'noindex' },
];

export default function Editorial() {
  const { page, op } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const { unit, slug } = page;
  const crumbs = [
    { label: page.title, to: to.consultation(slug), lang: 'pl' as const },
    { label: t('drafting.desk'), to: to.desk(slug) },
  ];
  const given = { page, preview: answered?.preview ?? null, failure: answered?.failure };
  return (
    <Page
      crumbs={
        unit
          ? [...crumbs, { label: t('textwork.edit'), to: to.editorial(slug) }, { label: unit.citation }]
          : [...crumbs, { label: t('textwork.edit') }]
      }
    >
      <PageHead
        kind={t('textwork.edit')}
        title={unit ? bindSpaces(unit.citation) : t('textwork.edit.title', { version: page.version })}
        lead={t('textwork.edit.lead')}
      />
      {unit ? (
        <div className="stack">
          <OpLinks page={page} unit={unit} op={op} />
          <EditorialForm {...given} unit={unit} op={op} />
        </div>
      ) : (
        <div className="stack">
          <UnitChoice page={page} />
          <RenumberForm {...given} />
        </div>
      )}
    </Page>
  );
}
