import { Sentence } from '#app/components/polish.tsx';
import { inPolish } from '#app/i18n/in-polish.ts';
import { Form, RadioField, Submit, TextArea, type FormProblem } from '#app/components/form.tsx';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { State } from '#app/components/icon.tsx';
import { Redline } from '#app/components/redline.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { FitSign, useRemarkTitle } from '../remarks/remark-parts.tsx';
import type { DraftView } from './draft-views.server.ts';
import { Effects } from './effects-section.tsx';
import { FinalFields } from './final-fields.tsx';
import type { EffectsView } from './effects-view.server.ts';
import type { RulingPage } from './ruling-page.server.ts';
import { stateKeys, stateSigns, type Decision } from '#app/drafting/state/remark-state.ts';
import { SnippetPicker } from '../snippets/snippet-picker.tsx';
import { MarkFields } from '#app/drafting/acts/mark-fields.tsx';
import { textLimits } from '#app/drafting/state/remark.ts';

const notes = {
  accepted: 'drafting.ruling.accept-note',
  'accepted-in-part': 'drafting.ruling.part-note',
  'already-in-text': 'deciding.note.already',
  'not-accepted': 'drafting.ruling.reject-note',
  'out-of-scope': 'deciding.note.scope',
  answered: 'deciding.note.answered',
} as const satisfies Record<Decision, string>;

type Props = {
  page: RulingPage;
  effects: EffectsView | null;
  action: string;
  failure: FormProblem | undefined;
  wasAsked: boolean;
  /** Beside something else that is to be done first. */ quiet?: boolean;
};

/** Decision, other words, effects, reason, in the order they are thought of. Other words show only with the decision that needs them. */
export function RulingForm({ page, effects, action, failure, wasAsked, quiet = false }: Props) {
  const t = useT();
  const noteOf = (decision: Decision) =>
    decision === 'accepted' && page.remark.kind === 'remark' ? 'drafting.ruling.accept-remark-note' : notes[decision];
  const own = page.drafts.find(({ isOwn }) => isOwn);
  return (
    <Form action={action} failure={failure ?? (own && draftAsTyped(own))} className="matter ruling">
      <input type="hidden" name="version" value={page.version} />
      <input type="hidden" name="revision" value={page.revision} />
      <input type="hidden" name="draftRevision" value={own?.revision ?? 0} />
      <RadioField
        name="decision"
        label={t('drafting.ruling.decision')}
        choices={page.decisions.map((decision) => ({
          value: decision,
          label: <State sign={stateSigns[decision]}>{t(stateKeys[decision])}</State>,
          note: t(noteOf(decision)),
        }))}
      />
      <div className="finals">
        {page.fields.map((field) => (
          <FinalFields
            key={field.seq}
            field={field}
            anchors={page.anchors}
            label={
              page.fields.length > 1 && field.citation
                ? t('deciding.ruling.final-of', { citation: field.citation })
                : t('drafting.ruling.final')
            }
          />
        ))}
      </div>
      <p className="actions">
        <button className="btn btn--quiet btn--small" type="submit" name="intent" value="preview">
          {t('drafting.ruling.show')}
        </button>
      </p>
      {effects ? (
        <>
          <Effects effects={effects} slug={page.slug} citation={page.remark.citation} wasAsked={wasAsked} />
          <MarkFields
            marks={effects.marks}
            offeredFor={effects.decision}
            values={(failure ?? (own && draftAsTyped(own)))?.values}
          />
        </>
      ) : null}
      <TextArea
        name="reason"
        max={textLimits.reason}
        label={t('drafting.reason')}
        hint={t('drafting.ruling.why-hint')}
        rows={5}
      />
      <SnippetPicker snippets={page.snippets} teryt={page.teryt} />
      {page.group ? (
        <p className="note">
          <Sentence>
            {t('deciding.ruling.in-group', { number: page.group.number, title: inPolish(page.group.title) })}
          </Sentence>
        </p>
      ) : null}
      <div className="sticky-actions actions">
        {page.fourEyes ? (
          <Submit name="intent" value="hand-in" quiet={quiet}>
            {t('deciding.draft.hand-in')}
          </Submit>
        ) : (
          <>
            <Submit name="intent" value="collect" quiet={quiet}>
              {t('basket.collect')}
            </Submit>
            <Submit name="intent" value="decide" quiet>
              {wasAsked && effects
                ? t('drafting.ruling.submit-count', { count: effects.letters })
                : t('basket.at-once')}
            </Submit>
          </>
        )}
        <Submit name="intent" value="save" quiet>
          {t('deciding.draft.save')}
        </Submit>
      </div>
      {page.fourEyes ? <p className="by">{t('deciding.draft.hand-in-note')}</p> : null}
    </Form>
  );
}

/** The official's own draft in the fields, as if just typed. */
function draftAsTyped({ decision, reason, finals }: DraftView): FormProblem {
  const words = finals
    .filter(({ seq }) => seq > 0)
    .flatMap(
      ({ seq, text, anchorId, rest }) =>
        [
          [`final-${seq}`, [text]],
          [`anchor-${seq}`, [anchorId ?? '']],
          [`rest-${seq}`, [rest ?? '']],
        ] as const,
    );
  return {
    values: {
      decision: [decision],
      reason: [reason],
      'marks-for': [decision],
      marks: finals.flatMap(({ seq, text, anchorId }) => (seq < 0 ? [`${anchorId} ${text.slice(-1)}`] : [])),
      ...Object.fromEntries(words),
    },
    errors: {},
  };
}

/** Other open amendments of the same clause beside the words as they are. */
export function Rivals({ page }: { page: RulingPage }) {
  const t = useT();
  const to = usePaths();
  const title = useRemarkTitle();
  const [field] = page.fields;
  if (page.rivals.length === 0 || !field) return null;
  return (
    <section aria-labelledby="h-inne">
      <h3 id="h-inne">{t('drafting.ruling.rivals', { count: page.rivalCount })}</h3>
      <dl className="sides flush">
        <div>
          <dt>{t('drafting.ruling.current')}</dt>
          <dd className="law flush">{field.current === null ? t('drafting.nothing') : bindSpaces(field.current)}</dd>
        </div>
        {[page.remark, ...page.rivals].map((remark) => (
          <div key={remark.number}>
            <dt>
              <a
                href={to.ruling(page.slug, remark.number)}
                aria-current={remark.number === page.remark.number ? 'true' : undefined}
              >
                {title(remark)}
              </a>
              <br />
              {remark.supports > 0 ? (
                <span className="by plain">{t('drafting.supports', { count: remark.supports })}</span>
              ) : null}
              {remark.fit === 'unchanged' ? null : (
                <>
                  <br />
                  <FitSign fit={remark.fit} />
                </>
              )}
            </dt>
            <dd className="law flush">
              {remark.change?.lines.map((line, at) => (
                <span key={at} className="side-line">
                  <Redline spans={line.spans} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {page.remark.clauseCode === null ? null : (
        <p>
          <a className="tap" href={to.wordings(page.slug, page.remark.clauseCode)}>
            {t('deciding.wordings.all', { count: page.rivalCount + 1 })}
          </a>
        </p>
      )}
    </section>
  );
}
