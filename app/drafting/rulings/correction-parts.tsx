import { Polish } from '#app/components/polish.tsx';
import { State } from '#app/components/icon.tsx';
import { Form, RadioField, Submit, SubmitRow, TextArea, type FormProblem } from '#app/components/form.tsx';
import { Notice } from '#app/components/page-parts.tsx';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { rowsFor } from '../register/propose-form.tsx';
import { textLimits } from '../state/remark.ts';
import { stateKeys, stateSigns, type Decision } from '../state/remark-state.ts';
import { ChangedText } from './changed-text.tsx';
import type { CorrectionCheck, CorrectionPage } from './correction-page.server.ts';
import type { TakeBackConflict } from './take-back.ts';

/** Decision, other words, reasons, and why: what the ruling says today stands in the fields. */
export function CorrectionForm({ page, failure }: { page: CorrectionPage; failure: FormProblem | undefined }) {
  const t = useT();
  const to = usePaths();
  const { consultation, remark, ruling } = page;
  return (
    <Form
      action={to.correctRuling(consultation.slug, remark.number)}
      failure={failure ?? { values: { decision: [ruling.decision], reason: [ruling.reason] }, errors: {} }}
      className="form ruling"
    >
      <input type="hidden" name="ruling" value={ruling.id} />
      <input type="hidden" name="version" value={page.version} />
      <RadioField
        name="decision"
        label={t('drafting.ruling.decision')}
        choices={page.decisions.map((decision) => ({
          value: decision,
          label: <State sign={stateSigns[decision]}>{t(stateKeys[decision])}</State>,
        }))}
      />
      <div className="finals">
        {page.fields.map(({ seq, citation, draft, rest }) => (
          <div key={seq}>
            <TextArea
              name={`final-${seq}`}
              max={textLimits.whole}
              label={bindSpaces(citation ? t('deciding.ruling.final-of', { citation }) : t('drafting.ruling.final'))}
              hint={t('drafting.ruling.final-hint')}
              defaultValue={draft}
              rows={rowsFor(draft)}
              law
            />
            {rest === null ? null : (
              <TextArea
                name={`rest-${seq}`}
                max={textLimits.whole}
                label={t('textwork.split.rest')}
                defaultValue={rest}
                rows={rowsFor(rest)}
                law
              />
            )}
          </div>
        ))}
      </div>
      <TextArea name="reason" max={textLimits.reason} label={t('drafting.reason')} rows={5} />
      <TextArea name="why" max={textLimits.comment} label={t('correct.why')} hint={t('correct.why-hint')} rows={3} />
      <SubmitRow>
        <Submit name="intent" value="check">
          {t('correct.check')}
        </Submit>
      </SubmitRow>
    </Form>
  );
}

/** Both versions, why, and the text: all of what is published, before it is. */
export function CorrectionEffects({ check }: { check: CorrectionCheck; slug: string }) {
  const t = useT();
  const side = (
    key: 'correct.was' | 'correct.will-be',
    { decision, reason }: { decision: Decision; reason: string },
  ) => (
    <div>
      <dt>{t(key)}</dt>
      <dd>
        <State sign={stateSigns[decision]}>{t(stateKeys[decision])}</State>
        <p className="pre">
          <Polish>{reason}</Polish>
        </p>
      </dd>
    </div>
  );
  return (
    <>
      {check.numbers.length > 1 ? <p>{t('correct.group', { numbers: check.numbers.join(', ') })}</p> : null}
      <dl className="sides flush">
        {side('correct.was', check.before)}
        {side('correct.will-be', check.after)}
      </dl>
      <p>
        <strong>{t('correct.why')}.</strong> <Polish>{check.why}</Polish>
      </p>
      {check.version === null ? (
        <p>{t('correct.no-text')}</p>
      ) : (
        <>
          <p>{t('correct.text', { version: check.version })}</p>
          <ChangedText units={check.result} />
          {check.isAdapted ? <p>{t('correct.adapted')}</p> : null}
        </>
      )}
    </>
  );
}

/** Everything once more, then the button; the words go along as they were typed. */
export function CorrectionConfirm({
  page,
  check,
  values,
}: {
  page: CorrectionPage;
  check: CorrectionCheck;
  values: Record<string, string[]>;
}) {
  const t = useT();
  const to = usePaths();
  const { slug, fourEyes } = page.consultation;
  return (
    <section className="stack" aria-labelledby="h-sprawdz">
      <h2 id="h-sprawdz">{t('correct.check-title')}</h2>
      <CorrectionEffects check={check} slug={slug} />
      <Form action={to.correctRuling(slug, page.remark.number)} failure={undefined}>
        {Object.entries(values)
          .filter(([name]) => name !== 'intent')
          .flatMap(([name, all]) =>
            all.map((value, at) => <input key={`${name} ${at}`} type="hidden" name={name} value={value} />),
          )}
        <SubmitRow>
          <Submit name="intent" value="write">
            {t(fourEyes ? 'correct.hand-in' : 'correct.submit')}
          </Submit>
          <Submit name="intent" value="edit" quiet>
            {t('correct.back')}
          </Submit>
        </SubmitRow>
      </Form>
    </section>
  );
}

/** Units that were changed again since: how they read before the ruling and how they read today. */
export function CorrectionConflicts({
  conflicts,
  slug,
}: {
  conflicts: readonly (TakeBackConflict & { citation: string })[];
  slug: string;
}) {
  const t = useT();
  const to = usePaths();
  return (
    <Notice warn>
      <h2 className="size-4">{t('correct.conflict-title')}</h2>
      <p>{t('correct.conflict')}</p>
      {conflicts.map(({ clauseId, citation, was, now }) => (
        <dl className="sides flush" key={clauseId}>
          <div>
            <dt>
              {bindSpaces(citation)} {t('correct.conflict-was')}
            </dt>
            <dd className="law flush">{was || t('drafting.nothing')}</dd>
          </div>
          <div>
            <dt>{t('correct.conflict-now')}</dt>
            <dd className="law flush">{now || t('drafting.nothing')}</dd>
          </div>
        </dl>
      ))}
      <p>
        <a className="tap" href={to.editorial(slug)}>
          {t('correct.by-office')}
        </a>
      </p>
    </Notice>
  );
}
