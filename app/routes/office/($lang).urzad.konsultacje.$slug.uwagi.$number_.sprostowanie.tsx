import { Polish } from '#app/components/polish.tsx';
import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { FourEyesNote } from '#app/drafting/office/four-eyes-note.tsx';
import { OfficeNav } from '#app/drafting/office/office-nav.tsx';
import { wholeParam } from '#app/drafting/remarks/params.ts';
import { correctionSchema } from '#app/drafting/remarks/schema.ts';
import { correctRuling, type CorrectRulingError } from '#app/drafting/rulings/correct-ruling.server.ts';
import {
  checkCorrection,
  citationsNow,
  loadCorrectionPage,
  type CorrectionCheck,
} from '#app/drafting/rulings/correction-page.server.ts';
import { CorrectionConfirm, CorrectionConflicts, CorrectionForm } from '#app/drafting/rulings/correction-parts.tsx';
import { correctionComplaint } from '#app/drafting/rulings/correction-words.ts';
import { storedFinals } from '#app/drafting/rulings/draft-input.ts';
import { readFinals } from '#app/drafting/rulings/ruling-input.ts';
import type { TakeBackConflict } from '#app/drafting/rulings/take-back.ts';
import { fieldFailure, parseForm, type FormFailure } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { waitForSecond } from '#app/http/wait-for-second.server.ts';
import { useT } from '#app/i18n/context.tsx';

type Answer = {
  failure: FormFailure;
  check: CorrectionCheck | null;
  conflicts: (TakeBackConflict & { citation: string })[];
};

export const loader = handler(async ({ request, params, db, locale, t }) => {
  const viewer = await requireOfficial(request);
  const number = wholeParam(params.number);
  return {
    page: await loadCorrectionPage(db, { viewer, slug: params.slug ?? '', number, locale }),
    title: t('correct.title', { number }),
  };
});

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireOfficial(request);
  const [slug, number] = [params.slug ?? '', wholeParam(params.number)];
  const parsed = parseForm(await readForm(request), correctionSchema);
  const answer = (failure: FormFailure, status: number, more: Partial<Answer> = {}) =>
    data<Answer>({ failure, check: null, conflicts: [], ...more }, { status });
  if (!parsed.ok) return answer(parsed.failure, 400);
  const { finals: typed, errors } = readFinals(parsed.values);
  if (Object.keys(errors).length > 0) return answer({ values: parsed.values, errors }, 400);
  const { intent, decision, reason, why, ruling, version } = parsed.value;
  // Other words belong to a ruling in part alone.
  const finals = decision === 'accepted-in-part' ? typed : new Map();
  const shown = { values: parsed.values, errors: {} };
  if (intent === 'edit') return answer(shown, 200);
  const asked = { number, decision, reason, why, ruling, againstVersion: version };
  const refused = async (error: CorrectRulingError) => {
    const { field, key } = correctionComplaint(error);
    const conflicts = error.code === 'conflict' ? error.conflicts : [];
    const names = conflicts.length > 0 ? await citationsNow(db, slug) : new Map<string, string>();
    return answer(fieldFailure(parsed.values, field, key), error.code === 'moved' ? 409 : 400, {
      conflicts: conflicts.map((each) => ({ ...each, citation: names.get(each.clauseId) ?? '' })),
    });
  };
  if (intent === 'check') {
    const check = await checkCorrection(db, { viewer, slug, ...asked, finals });
    return check.ok ? answer(shown, 200, { check: check.value }) : refused(check.error);
  }
  const done = await correctRuling(db, { viewer, slug, ...asked, finals });
  if (done.ok) return seeOther(`${to.remark(slug, number)}?info=ruling-corrected`);
  if (done.error.code === 'four-eyes')
    return waitForSecond(db, to, {
      viewer,
      slug,
      kind: 'ruling-correction',
      input: { ...asked, finals: storedFinals(finals) },
    });
  return refused(done.error);
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.title}. ${loaded.page.consultation.title} – Paragraf` : 'Paragraf' },
  { name: 'robots', content: 'noindex' },
];

export default function CorrectRuling() {
  const { page, title } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  return (
    <Page>
      <OfficeNav slug={page.consultation.slug} here="desk" />
      <PageHead kind={<Polish>{page.consultation.title}</Polish>} title={title} lead={t('correct.lead')} />
      <div className="stack stack--wide">
        <FourEyesNote on={page.consultation.fourEyes} />
        {answered && answered.conflicts.length > 0 ? (
          <CorrectionConflicts conflicts={answered.conflicts} slug={page.consultation.slug} />
        ) : null}
        {answered?.check ? (
          <CorrectionConfirm page={page} check={answered.check} values={answered.failure.values} />
        ) : (
          <CorrectionForm page={page} failure={answered?.failure} />
        )}
      </div>
    </Page>
  );
}
