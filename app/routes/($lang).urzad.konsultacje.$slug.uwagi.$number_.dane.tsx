import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { typedText } from '#app/forms/typed-text.ts';
import { wholeParam } from '#app/amendments/params.ts';
import { redactRemark, type RedactError } from '#app/amendments/redaction/redact-remark.server.ts';
import { textLimits } from '#app/amendments/remark.ts';
import { loadRedactionPage } from '#app/amendments/redaction/redaction-page.server.ts';
import { Form, Submit, SubmitRow, TextArea, TextField } from '#app/components/form.tsx';
import { Notice, Page, PageHead } from '#app/components/page-parts.tsx';
import { OfficeNav } from '#app/consultations/office-nav.tsx';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm } from '#app/http/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';

const schema = z.object({
  revision: z.string().regex(/^\d{1,9}$/, 'error.invalid').transform(Number),
  wording: typedText({ min: 1, max: textLimits.wording }),
  note: typedText({ min: 3, max: 500 }),
});

const complaints = {
  'nothing-removed': ['wording', 'redaction.error.nothing'], 'not-derivable': ['wording', 'redaction.error.derivable'], moved: ['wording', 'redaction.error.moved'],
  'note-repeats': ['note', 'redaction.error.note'], 'in-wording': ['wording', 'redaction.error.wording'], 'in-ruling': ['wording', 'redaction.error.ruling'],
} as const satisfies Record<RedactError['code'], readonly [string, string]>;

export const loader = handler(async ({ request, params, url, db, t }) => {
  const viewer = await requireOfficial(request);
  const page = await loadRedactionPage(db, { viewer, slug: params.slug ?? '', number: wholeParam(params.number) });
  return { page, withSuggestion: url.searchParams.has('podpowiedz'), title: t('redaction.title', { number: page.number }) };
});

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireOfficial(request);
  const [slug, number] = [params.slug ?? '', wholeParam(params.number)];
  const form = parseForm(await readForm(request), schema);
  if (!form.ok) return refuse(form.failure);
  const redacted = await redactRemark(db, { viewer, slug, number, revision: form.value.revision, typed: form.value.wording, note: form.value.note });
  if (redacted.ok) return seeOther(`${to.redaction(slug, number)}?info=remark-redacted`);
  const [field, key] = complaints[redacted.error.code];
  return refuse(fieldFailure(form.values, field, key), redacted.error.code === 'moved' ? 409 : 400);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} – Paragraf` : 'Paragraf' }, { name: 'robots', content: 'noindex' }];

export default function Redaction() {
  const { page, withSuggestion, title } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const typed = withSuggestion && page.suggested ? page.suggested : (page.wording ?? page.original);
  return (
    <Page>
      <OfficeNav slug={page.slug} here={null} />
      <PageHead kind={<a href={to.remark(page.slug, page.number)}>{page.title}</a>} title={title} lead={t('redaction.lead')} />
      {page.redaction ? <Notice><p>{t('redaction.done', { at: formatDateTime(locale, page.redaction.at), by: page.redaction.by })}</p><p>{page.redaction.note}</p></Notice> : null}
      <section className="section" aria-labelledby="h-jak-zlozono">
        <h2 id="h-jak-zlozono">{t('redaction.filed')}</h2>
        <p className="quote pre w-40">{page.parts.map((part, at) => (part.kind ? <mark key={at}>{part.text}<span className="vh"> ({t(`redaction.kind.${part.kind}`)})</span></mark> : <span key={at}>{part.text}</span>))}</p>
        {page.suggested ? <p><a className="tap" href={to.redaction(page.slug, page.number, { podpowiedz: 1 })}>{t('redaction.suggest')}</a></p> : <p className="hint">{t('redaction.nothing-found')}</p>}
      </section>
      <Form className="form mt-4" failure={answered?.failure} action={to.redaction(page.slug, page.number)}>
        <input type="hidden" name="revision" value={page.revision} />
        <TextArea key={typed} name="wording" label={t('redaction.wording')} hint={t('redaction.wording-hint')} rows={10} defaultValue={typed} />
        <TextField name="note" label={t('redaction.note')} hint={t('redaction.note-hint')} defaultValue={page.redaction?.note ?? ''} />
        <SubmitRow><Submit>{t('redaction.submit')}</Submit><a className="tap" href={to.remark(page.slug, page.number)}>{t('redaction.back')}</a></SubmitRow>
      </Form>
    </Page>
  );
}
