import { Polish } from '#app/components/polish.tsx';
import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { cleanText } from '#app/forms/clean-text.ts';
import { Form, Submit, SubmitRow } from '#app/components/form.tsx';
import { Notice, Page, PageHead, Section } from '#app/components/page-parts.tsx';
import { FourEyesNote } from '#app/drafting/office/four-eyes-note.tsx';
import { OfficeNav } from '#app/drafting/office/office-nav.tsx';
import { hasSomethingToSay, viewReport, type ImportReport, type ReportView } from '#app/drafting/acts/import-report.ts';
import { readSettledUpload } from '#app/drafting/acts/read-upload.server.ts';
import { AdoptedForm, CorrectionForm } from '#app/drafting/unified/adopted-form.tsx';
import { AdoptedReview, type AdoptedReviewed } from '#app/drafting/unified/adopted-review.tsx';
import { reachWords } from '#app/drafting/told/told.ts';
import {
  adoptedComplaints,
  adoptedSchema,
  correctionSchema,
  sourceComplaint,
} from '#app/drafting/unified/adopted-schema.ts';
import { answerFindings, type GivenAnswer } from '#app/drafting/unified/answer-findings.server.ts';
import { correctAdopted } from '#app/drafting/unified/correct-adopted.server.ts';
import { enterAdopted } from '#app/drafting/unified/enter-adopted.server.ts';
import { freezeUnified } from '#app/drafting/unified/freeze-unified.server.ts';
import { proposeUnified, withdrawUnified } from '#app/drafting/unified/propose-unified.server.ts';
import { AnswerForm, Findings } from '#app/drafting/unified/unified-parts.tsx';
import { officeUnified } from '#app/drafting/unified/unified-page.server.ts';
import { isUuid } from '#app/db/is-uuid.ts';
import { AppError } from '#app/errors/app-error.ts';
import { bounds } from '#app/forms/bounds.ts';
import { readTypedFields } from '#app/forms/typed-text.ts';
import { bodyLimits, readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm, type FormFailure } from '#app/forms/form.ts';
import { formValues } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { waitForSecond } from '#app/http/wait-for-second.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';

/** For what is pasted with its looks; everything works without. */
export const handle = { scripts: true };

export const loader = handler(async ({ request, params, db, t }) => {
  const viewer = await requireOfficial(request);
  return {
    page: await officeUnified(db, { viewer, slug: params.slug ?? '' }),
    now: new Date(),
    title: t('unified.title'),
  };
});

type Trouble =
  | 'still-open'
  | 'moved'
  | 'proposed'
  | 'sent'
  | 'adopted'
  | 'not-proposed'
  | 'answers-moved'
  | 'same-official'
  | 'unanswered'
  | 'answered'
  | 'covered-words'
  | 'text-errors';
type Answer = {
  failure: FormFailure | null;
  trouble: Trouble | null;
  report: ReportView | null;
  /** What was typed and read, to be looked at once more before it is entered for good. */
  review: AdoptedReviewed | null;
};
const answer = (parts: Partial<Answer>, status: number) =>
  data<Answer>({ failure: null, trouble: null, report: null, review: null, ...parts }, { status });

/** The form once more, with the text of a file in its field, where more than plain words came with it: it counts when it was looked at. */
function lookFirst(values: FormFailure['values'], source: { text: string; report: ImportReport }) {
  const failure = fieldFailure({ ...values, text: [source.text] }, 'text', 'unified.error.look-first');
  return answer({ failure, report: viewReport(source.report) }, 400);
}

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const body = await readForm(request, bodyLimits.import);
  const [intent, id, stamp, now] = [
    body.get('intent'),
    String(body.get('id') ?? ''),
    String(body.get('stamp') ?? ''),
    new Date(),
  ];
  const back = (info: string) => seeOther(`${to.officeUnified(slug)}?info=${info}`);
  if (intent === 'adopt' || intent === 'adopt-check') return adopt(body);
  if (intent === 'correct' || intent === 'correct-check') return correct(body);
  if (intent === 'propose') {
    const proposed = await proposeUnified(db, { viewer, slug, version: Number(body.get('version')), now });
    return proposed.ok ? back('unified-proposed') : answer({ trouble: proposed.error.code }, 409);
  }
  if (!isUuid(id)) throw new AppError('bad-request', 'no proposal named');
  if (intent === 'answer') {
    const values = formValues(body);
    const { answers, errors } = answersOf(values);
    if (Object.keys(errors).length > 0) return answer({ failure: { values, errors } }, 400);
    const answered = await answerFindings(db, { viewer, slug, id, answers });
    return answered.ok ? back('unified-answered') : answer({ trouble: answered.error.code }, 409);
  }
  if (intent === 'withdraw') {
    const withdrawn = await withdrawUnified(db, { viewer, slug, id, stamp });
    return withdrawn.ok ? back('unified-withdrawn') : answer({ trouble: withdrawn.error.code }, 409);
  }
  if (intent !== 'freeze') throw new AppError('bad-request', 'unknown intent');
  const frozen = await freezeUnified(db, { viewer, slug, id, stamp, now });
  return frozen.ok
    ? seeOther(`${to.unifiedText(slug)}?info=unified-frozen`)
    : answer({ trouble: frozen.error.code }, 409);

  async function adopt(form: FormData) {
    const read = parseForm(form, adoptedSchema);
    if (!read.ok) return answer({ failure: read.failure }, 400);
    const file = form.get('file');
    const source = await readSettledUpload(db, {
      viewer,
      text: read.value.text,
      file: file instanceof File && file.size > 0 ? file : null,
    });
    if (!source.ok)
      return answer(
        { failure: fieldFailure(read.values, source.error.field, sourceComplaint(source.error.code)) },
        400,
      );
    const { text, report } = source;
    if (hasSomethingToSay(report)) return lookFirst(read.values, { text, report });
    const { sign, adoptedOn } = read.value;
    if (intent === 'adopt-check') return answer({ review: { write: 'adopt', sign, adoptedOn, text } }, 200);
    const entered = await enterAdopted(db, { viewer, slug, sign, adoptedOn, text, now });
    if (entered.ok) return seeOther(`${to.unifiedText(slug)}?info=text-adopted`);
    if (entered.error.code === 'four-eyes')
      return waitForSecond(db, to, { viewer, slug, kind: 'adopted', input: { sign, adoptedOn, text } });
    const { field, key } = adoptedComplaints[entered.error.code];
    return answer({ failure: fieldFailure(read.values, field, key) }, entered.error.code === 'entered' ? 409 : 400);
  }

  async function correct(form: FormData) {
    const read = parseForm(form, correctionSchema);
    if (!read.ok) return answer({ failure: read.failure }, 400);
    const file = form.get('file');
    const given = file instanceof File && file.size > 0 ? file : null;
    const source =
      given === null && read.value.text.trim() === ''
        ? null
        : await readSettledUpload(db, { viewer, text: read.value.text, file: given });
    if (source && !source.ok)
      return answer(
        { failure: fieldFailure(read.values, source.error.field, sourceComplaint(source.error.code)) },
        400,
      );
    if (source && hasSomethingToSay(source.report))
      return lookFirst(read.values, { text: source.text, report: source.report });
    const { sign, adoptedOn, after, reason } = read.value;
    const text = source?.text ?? null;
    if (intent === 'correct-check')
      return answer({ review: { write: 'correct', sign, adoptedOn, text, after, reason } }, 200);
    const corrected = await correctAdopted(db, {
      viewer,
      slug,
      after,
      sign,
      adoptedOn,
      reason,
      text: source?.text ?? null,
      now,
    });
    if (corrected.ok) return seeOther(`${to.unifiedText(slug)}?info=adopted-corrected`);
    if (corrected.error.code === 'four-eyes')
      return waitForSecond(db, to, {
        viewer,
        slug,
        kind: 'adopted-corrected',
        input: { after, sign, adoptedOn, reason, text: source?.text ?? null },
      });
    const { field, key } = adoptedComplaints[corrected.error.code];
    return answer(
      { failure: fieldFailure(read.values, field, key) },
      corrected.error.code === 'not-newest' ? 409 : 400,
    );
  }
});

/** Fields come together: a key, the words that stood there, and those in the field of the same place now. */
function answersOf(values: FormFailure['values']): {
  answers: Map<string, GivenAnswer>;
  errors: FormFailure['errors'];
} {
  const errors: FormFailure['errors'] = {};
  const typed = readTypedFields(values, bounds.findingAnswer, errors);
  // What stood there was kept within the bound: anything longer was never shown.
  const shown = (values.shown ?? []).map((words) => cleanText(words.slice(0, bounds.findingAnswer)));
  return {
    answers: new Map(
      (values.key ?? []).map((key, at) => [key, { answer: typed(`answer${at}`), shown: shown[at] ?? '' }]),
    ),
    errors,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.title}: ${loaded.page.consultation.title} – Paragraf` : 'Paragraf' },
  { name: 'robots', content: 'noindex' },
];

export default function OfficeUnified() {
  const { page, title } = useLoaderData<typeof loader>();
  const answered: Answer | undefined = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const { consultation, proposed, frozen, adopted, findings, reach } = page;
  if (answered?.review)
    return (
      <Page>
        <OfficeNav slug={consultation.slug} here="unified" />
        <PageHead kind={<Polish>{consultation.title}</Polish>} title={t('unified.once-more')} />
        <AdoptedReview review={answered.review} reach={reach} back={to.officeUnified(consultation.slug)} />
      </Page>
    );
  return (
    <Page>
      <OfficeNav slug={consultation.slug} here="unified" />
      <PageHead kind={<Polish>{consultation.title}</Polish>} title={title} lead={t('unified.office-lead')} />
      <FourEyesNote on={consultation.fourEyes} />
      {answered?.trouble ? (
        <Notice warn>
          <p>{t(`unified.error.${answered.trouble}`)}</p>
        </Notice>
      ) : null}
      {frozen ? (
        <>
          <Notice>
            <p>{t('unified.sent-on', { at: formatDateTime(locale, frozen.frozenAt), version: frozen.version })}</p>
            <p>
              <a href={to.unifiedText(consultation.slug)}>{t('unified.public')}</a>
            </p>
          </Notice>
          {consultation.adoptedOn ? null : (
            <Section id="h-uchwalone" title={t('unified.enter')}>
              <AdoptedForm failure={answered?.failure} report={answered?.report ?? null} />
            </Section>
          )}
          {adopted ? (
            <Section id="h-popraw" title={t('unified.correct')}>
              <CorrectionForm entry={adopted} failure={answered?.failure} report={answered?.report ?? null} />
            </Section>
          ) : null}
        </>
      ) : null}
      <Section id="h-sprawdzenia" title={t('unified.checks')}>
        {proposed && findings.length > 0 ? (
          <AnswerForm slug={consultation.slug} id={proposed.id} findings={findings} failure={answered?.failure} />
        ) : (
          <Findings slug={consultation.slug} findings={findings} />
        )}
      </Section>
      {frozen ? null : <Next />}
    </Page>
  );
}

/** Proposing, then freezing or taking back. */
function Next() {
  const {
    page: { consultation, proposed, findings, reach, errors },
    now,
  } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const unanswered = findings.filter((finding) => finding.answer === '').length;
  if (!proposed) {
    return now < consultation.closesAt ? (
      <Notice>
        <p>{t('unified.error.still-open')}</p>
      </Notice>
    ) : (
      <Form>
        <input type="hidden" name="version" value={consultation.version} />
        <p>{t('unified.propose-effect')}</p>
        <SubmitRow>
          <Submit name="intent" value="propose">
            {t('unified.propose', { version: consultation.version })}
          </Submit>
        </SubmitRow>
      </Form>
    );
  }
  const waitsForOther = consultation.fourEyes && proposed.isMine;
  return (
    <Section id="h-zamknij" title={t('unified.freeze-title')}>
      <p>
        {t('unified.proposed-by', {
          by: proposed.proposedByName,
          at: formatDateTime(locale, proposed.proposedAt),
          version: proposed.version,
        })}
      </p>
      <p>
        {t('unified.hash')} <code className="hash hash--long">{proposed.hash}</code>
      </p>
      {errors.length > 0 ? (
        <>
          <p>
            <strong>{t('unified.error.text-errors')}</strong>
          </p>
          <ul>
            {errors.map(({ message }, at) => (
              <li key={at}>{message[locale]}</li>
            ))}
          </ul>
        </>
      ) : unanswered > 0 ? (
        <p>
          <strong>{t('unified.unanswered', { count: unanswered })}</strong>
        </p>
      ) : waitsForOther ? (
        <p>
          <strong>{t('unified.error.same-official')}</strong>
        </p>
      ) : (
        <>
          <p>{t('unified.freeze-effect')}</p>
          <ul>
            <li>{t('unified.freeze-answered', { count: findings.length })}</li>
            <li>{t('unified.freeze-reach', { reach: reachWords(t, reach) })}</li>
            <li>
              <a href={to.version(consultation.slug, proposed.version)}>{t('unified.freeze-read')}</a>
            </li>
            {proposed.version > 1 ? (
              <li>
                <a href={to.redline(consultation.slug, 1, proposed.version)}>{t('report.same-in-text')}</a>
              </li>
            ) : null}
          </ul>
        </>
      )}
      <Form>
        <input type="hidden" name="id" value={proposed.id} />
        <input type="hidden" name="stamp" value={proposed.stamp} />
        <SubmitRow>
          {errors.length > 0 || unanswered > 0 || waitsForOther ? null : (
            <Submit name="intent" value="freeze">
              {t('unified.freeze')}
            </Submit>
          )}
          <Submit name="intent" value="withdraw" quiet>
            {t('unified.withdraw')}
          </Submit>
        </SubmitRow>
      </Form>
    </Section>
  );
}
