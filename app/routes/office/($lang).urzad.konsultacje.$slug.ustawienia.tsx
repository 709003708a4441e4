import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { DeskHead } from '#app/drafting/rulings/desk-head.tsx';
import { loadDeskHead } from '#app/drafting/rulings/desk.server.ts';
import { setFourEyes } from '#app/drafting/rulings/set-four-eyes.server.ts';
import { textLimits } from '#app/drafting/state/remark.ts';
import { correctFacts } from '#app/drafting/course/facts/correct-facts.server.ts';
import { currentFacts, listFactsChanges } from '#app/drafting/course/facts/facts-changes.server.ts';
import { FactsChanges, FactsForm } from '#app/drafting/course/facts/facts-parts.tsx';
import { factsComplaints, factsSchema } from '#app/drafting/course/facts/facts-schema.ts';
import { readTypedFields } from '#app/forms/typed-text.ts';
import { CheckField, Form, Submit, TextArea } from '#app/components/form.tsx';
import { SafeguardChanges } from '#app/drafting/office/safeguard-changes.tsx';
import { listSafeguardChanges } from '#app/drafting/office/safeguard-changes.server.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { Page } from '#app/components/page-parts.tsx';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, formValues, parseForm } from '#app/forms/form.ts';
import type { FormFailure } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { waitForSecond } from '#app/http/wait-for-second.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import type { Paths } from '#app/i18n/paths.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';

export const loader = handler(async ({ request, params, db }) => {
  const viewer = await requireOfficial(request);
  return loadSettings(db, { viewer, slug: params.slug ?? '' });
});

async function loadSettings(db: Db, where: { viewer: Viewer; slug: string }) {
  const { draft, scope: _scope, ...desk } = await loadDeskHead(db, where);
  return {
    desk,
    changes: await listSafeguardChanges(db, draft.consultationId),
    corrections: await listFactsChanges(db, draft.consultationId),
    facts: await currentFacts(db, draft.consultationId),
  };
}

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const form = await readForm(request);
  const values = formValues(form);
  if (values.intent?.[0] === 'facts') return factsCorrected(db, to, { viewer, slug, form });
  const complaints: FormFailure['errors'] = {};
  const [fourEyes, reason] = [
    values.fourEyes?.[0] === 'yes',
    readTypedFields(values, textLimits.reason, complaints)('reason'),
  ];
  if (complaints.reason) return data({ failure: { values, errors: complaints } }, { status: 400 });
  const { desk } = await loadSettings(db, { viewer, slug });
  // The form says which state it was made from: an old one switches nothing.
  if (values.shown?.[0] !== String(desk.consultation.fourEyes))
    return data({ failure: fieldFailure(values, 'fourEyes', 'deciding.error.handling-moved') }, { status: 409 });
  // Nothing was wanted of it: what somebody else changes this moment stays.
  if (fourEyes === desk.consultation.fourEyes) return seeOther(`${to.deskSettings(slug)}?info=settings-saved`);
  const set = await setFourEyes(db, { viewer, slug, fourEyes, reason });
  if (set.ok) return seeOther(`${to.deskSettings(slug)}?info=settings-saved`);
  if (set.error.code === 'four-eyes')
    return waitForSecond(db, to, { viewer, slug, kind: 'four-eyes-off', input: { reason } });
  return data(
    {
      failure:
        set.error.code === 'reason-required'
          ? fieldFailure(values, 'reason', 'drafting.error.ruling-reason')
          : fieldFailure(values, 'fourEyes', 'deciding.error.needs-two'),
    },
    { status: 400 },
  );
});

async function factsCorrected(
  db: Db,
  to: Paths,
  { viewer, slug, form }: { viewer: Viewer; slug: string; form: FormData },
) {
  const refused = (failure: FormFailure, status: number) => data({ failure, isFacts: true }, { status });
  const parsed = parseForm(form, factsSchema);
  if (!parsed.ok) return refused(parsed.failure, 400);
  const { title, summary, actKind, actBasis, factsReason, shownTitle, shownSummary, shownKind, shownBasis } =
    parsed.value;
  const done = await correctFacts(db, {
    viewer,
    slug,
    shown: { title: shownTitle, summary: shownSummary, actKind: shownKind, basis: shownBasis },
    facts: { title, summary, actKind, basis: actBasis },
    reason: factsReason,
  });
  if (done.ok) return seeOther(`${to.deskSettings(slug)}?info=facts-corrected`);
  const { code } = done.error;
  return refused(
    fieldFailure(
      parsed.values,
      code === 'reason-required' ? 'factsReason' : code === 'text-closed' ? 'actBasis' : 'title',
      factsComplaints[code],
    ),
    code === 'moved' ? 409 : 400,
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, location }) => [
  {
    title: `${translate(localeOfPath(location.pathname), 'deciding.settings')}${loaded ? `. ${loaded.desk.consultation.title}` : ''} – Paragraf`,
  },
  { name: 'robots', content: 'noindex' },
];

export default function Settings() {
  const { desk, changes, corrections, facts } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const isFacts = answered !== undefined && 'isFacts' in answered;
  const failure = isFacts ? undefined : answered?.failure;
  const t = useT();
  const to = usePaths();
  return (
    <Page>
      <DeskHead desk={desk} here="settings" />
      <section className="section" aria-labelledby="h-ustawienia">
        <h2 id="h-ustawienia">{t('deciding.settings.ruling')}</h2>
        <Form action={to.deskSettings(desk.consultation.slug)} failure={failure}>
          <CheckField
            name="fourEyes"
            label={t('deciding.four-eyes')}
            note={t('deciding.four-eyes.note')}
            defaultChecked={desk.consultation.fourEyes}
          />
          <input type="hidden" name="shown" value={String(desk.consultation.fourEyes)} />
          <TextArea
            name="reason"
            max={textLimits.reason}
            label={t('deciding.safeguard.reason')}
            hint={t('deciding.safeguard.reason-hint')}
            rows={3}
            optional={!desk.consultation.fourEyes}
          />
          <p className="by">{t('deciding.settings.recorded')}</p>
          <p className="actions">
            <Submit>{t('deciding.settings.save')}</Submit>
          </p>
        </Form>
        <SafeguardChanges changes={changes} />
      </section>
      <section className="section" aria-labelledby="h-opis">
        <h2 id="h-opis">{t('facts.title')}</h2>
        <FactsForm slug={desk.consultation.slug} facts={facts} failure={isFacts ? answered.failure : undefined} />
        <FactsChanges changes={corrections} mayCover />
      </section>
    </Page>
  );
}
