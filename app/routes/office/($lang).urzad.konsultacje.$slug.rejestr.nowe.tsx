import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { attachFile } from '#app/drafting/attachments/attach-file.server.ts';
import { ScanField } from '#app/drafting/attachments/scan-field.tsx';
import { takeScan } from '#app/drafting/attachments/take-scan.server.ts';
import { OfficeFields } from '#app/drafting/register/filer-fields.tsx';
import { officeSchema } from '#app/drafting/register/filer-schema.ts';
import { FilingForm } from '#app/drafting/register/filing-form.tsx';
import { readOfficeEntry } from '#app/drafting/register/office-entry.ts';
import { EnteredNote } from '#app/drafting/register/entered-note.tsx';
import { keptOfLetter, loadEntered } from '#app/drafting/register/entered-filing.server.ts';
import { requireOffice } from '#app/drafting/register/require-office.server.ts';
import { OfficeRegisterHead } from '#app/drafting/register/office-frame.tsx';
import { startFiling } from '#app/drafting/register/start-filing.server.ts';
import { Notice, Page } from '#app/components/page-parts.tsx';
import { bodyLimits, readForm } from '#app/http/body.server.ts';
import { stepFilingForm } from '#app/http/filing-form.server.ts';
import { formFiles } from '#app/forms/form-files.server.ts';
import { formValues, parseForm } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { dayOf, formatDateTime } from '#app/i18n/dates.ts';
import { pageTitle } from '#app/people/page-title.ts';

export const loader = handler(async ({ request, params, url, db, locale }) => {
  const viewer = await requireOfficial(request);
  const [slug, now] = [params.slug ?? '', new Date()];
  const { id: consultationId } = await requireOffice(db, { viewer, slug });
  return {
    page: await startFiling(db, { slug, refiles: null, viewer, locale, now }),
    today: dayOf(now),
    kept: keptOfLetter(url.searchParams),
    entered: await loadEntered(db, { consultationId, number: url.searchParams.get('wpisano') }),
  };
});

export const action = handler(async (context) => {
  const { request, params, db, to } = context;
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  await requireOffice(db, { viewer, slug });
  const form = await readForm(request, bodyLimits.evidence);
  const person = parseForm(form, officeSchema);
  const entry = person.ok ? readOfficeEntry(person.value) : { ok: false as const, errors: person.failure.errors };
  const scan = await takeScan(db, { viewer, values: formValues(form), files: await formFiles(form) });
  return stepFilingForm(context, {
    slug,
    values: scan.values,
    filer: !scan.ok
      ? { kind: 'incomplete', errors: { ...(entry.ok ? {} : entry.errors), scan: [scan.complaint] } }
      : entry.ok
        ? { kind: 'office', viewer, entry: entry.value, nameIsPublic: entry.nameIsPublic }
        : { kind: 'incomplete', errors: entry.errors },
    // The next letter of the pile usually came the same way on the same day.
    done: async (number) => {
      if (scan.ok && scan.hash) await attachFile(db, { viewer, slug, filing: number, kind: 'letter', hash: scan.hash });
      return to.enterFiling(slug, {
        wpisano: number,
        ...(person.ok ? { kanal: person.value.channel, wplynelo: person.value.receivedOn } : {}),
      });
    },
  });
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'register.office.enter');

export default function EnterFiling() {
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const page = answered?.page ?? loaded.page;
  const { slug, stage, closesAt } = page.consultation;
  return (
    <Page>
      <OfficeRegisterHead
        slug={slug}
        view="enter"
        title={t('register.office.enter-title')}
        lead={t('register.office.enter-lead')}
      />
      {loaded.entered && !answered ? <EnteredNote entered={loaded.entered} slug={slug} next="#f-channel" /> : null}
      {stage === 'deciding' || stage === 'closed' ? (
        <Notice still warn>
          <h2 className="size-4">{t('register.office.over', { at: formatDateTime(locale, closesAt) })}</h2>
          <p>{t('register.office.over-note')}</p>
        </Notice>
      ) : null}
      <FilingForm
        page={page}
        action={to.enterFiling(slug)}
        errors={answered?.errors ?? {}}
        values={answered?.values}
        submit={t('register.office.submit')}
        byOffice
        before={
          <>
            <OfficeFields today={loaded.kept.receivedOn ?? loaded.today} channel={loaded.kept.channel} />
            <ScanField values={answered?.values} />
          </>
        }
        cancel={
          <a className="tap" href={to.officeRegister(slug)}>
            {t('register.office.register')}
          </a>
        }
      >
        <p className="note">{t('register.office.privacy')}</p>
      </FilingForm>
    </Page>
  );
}
