import { Polish } from '#app/components/polish.tsx';
import { Form, RadioField, Submit, TextArea, type FormProblem } from '#app/components/form.tsx';
import { landing } from '#app/components/landing.tsx';
import { State } from '#app/components/icon.tsx';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { DecisionState } from '#app/drafting/state/decision-state.tsx';
import { stateKeys, stateSigns } from '#app/drafting/state/remark-state.ts';
import { ChangedText } from './changed-text.tsx';
import { MarkFields } from '#app/drafting/acts/mark-fields.tsx';
import { FinalFields } from './final-fields.tsx';
import type { OfficeGroup } from './office-group.server.ts';
import { textLimits } from '#app/drafting/state/remark.ts';

type Props = { group: OfficeGroup; failure: FormProblem | undefined };

/** One answer for the open members of a group. */
export function GroupRulingForm({ group, failure }: Props) {
  const t = useT();
  const to = usePaths();
  const { consultation } = group.desk;
  // Beside an answer that waits for the viewer, that one is the thing to do.
  const quiet = group.waiting !== null && !group.waiting.isOwn;
  return (
    <Form
      action={to.officeGroup(consultation.slug, group.page.group.number)}
      failure={failure ?? ownAsTyped(group)}
      className="matter ruling"
    >
      <Seen group={group} />
      {group.lead === null ? null : <p className="by">{t('deciding.group.lead', { number: group.lead })}</p>}
      {group.different.length > 0 ? (
        <p className="note">{t('deciding.group.different', { numbers: group.different.join(', ') })}</p>
      ) : null}
      <RadioField
        name="decision"
        label={t('drafting.ruling.decision')}
        choices={group.decisions.map((decision) => ({
          value: decision,
          label: <State sign={stateSigns[decision]}>{t(stateKeys[decision])}</State>,
        }))}
      />
      <div className="finals">
        {group.fields.map((field) => (
          <FinalFields
            key={field.seq}
            field={field}
            anchors={group.anchors}
            label={t('deciding.ruling.final-of', { citation: field.citation })}
          />
        ))}
      </div>
      <p className="actions">
        <button className="btn btn--quiet btn--small" type="submit" name="intent" value="preview">
          {t('drafting.ruling.show')}
        </button>
      </p>
      {group.result ? (
        <section aria-labelledby="h-skutki">
          <h3 id="h-skutki" {...landing}>
            {t('drafting.ruling.effects')}
          </h3>
          <p className="by">
            <DecisionState decision={group.result.decision} />
          </p>
          {group.result.units.length > 0 ? (
            <ChangedText units={group.result.units} />
          ) : (
            <p>{t('drafting.ruling.no-text-change')}</p>
          )}
          <MarkFields
            marks={group.result.marks}
            offeredFor={group.result.decision}
            values={(failure ?? ownAsTyped(group))?.values}
          />
        </section>
      ) : null}
      <TextArea
        name="reason"
        max={textLimits.reason}
        label={t('drafting.reason')}
        hint={t('drafting.ruling.why-hint')}
        rows={5}
      />
      <p className="actions">
        {consultation.fourEyes ? (
          <Submit name="intent" value="hand-in" quiet={quiet}>
            {t('deciding.draft.hand-in')}
          </Submit>
        ) : (
          <>
            <Submit name="intent" value="collect" quiet={quiet}>
              {t('basket.collect-many', { count: group.open.length })}
            </Submit>
            <Submit name="intent" value="decide" quiet>
              {t('deciding.group.decide', { count: group.open.length })}
            </Submit>
          </>
        )}
      </p>
    </Form>
  );
}

/** The official's own answer to all members in the fields, as if just typed. */
function ownAsTyped({ own }: OfficeGroup): FormProblem | undefined {
  if (!own) return undefined;
  const words = own.finals
    .filter(({ seq }) => seq > 0)
    .flatMap(({ seq, text, anchorId, rest }) => [
      [`final-${seq}`, [text]],
      [`anchor-${seq}`, [anchorId ?? '']],
      [`rest-${seq}`, [rest ?? '']],
    ]);
  const marks = own.finals.flatMap(({ seq, text, anchorId }) => (seq < 0 ? [`${anchorId} ${text.slice(-1)}`] : []));
  return {
    values: {
      decision: [own.decision],
      reason: [own.reason],
      'marks-for': [own.decision],
      marks,
      ...Object.fromEntries(words),
    },
    errors: {},
  };
}

/** What the official has on the page: members and revisions. */
function Seen({ group }: { group: OfficeGroup }) {
  return (
    <>
      <input type="hidden" name="version" value={group.version} />
      <input type="hidden" name="revision" value={group.revision} />
      {group.open.map(({ number, revision }) => (
        <input key={number} type="hidden" name="seen" value={`${number}:${revision}`} />
      ))}
    </>
  );
}

/** The answer handed in for all members, for another official to approve. */
export function GroupApproval({ group }: { group: OfficeGroup }) {
  const t = useT();
  const to = usePaths();
  const { waiting, own } = group;
  if (!waiting)
    return own?.state === 'collected' ? (
      <p className="note">
        {t('basket.group-own')}{' '}
        <a className="tap" href={to.basket(group.desk.consultation.slug)}>
          {t('basket.see')}
        </a>
      </p>
    ) : null;
  return (
    <section className="amend" aria-labelledby="h-czeka">
      <h3 id="h-czeka">{t('deciding.draft.of', { name: waiting.draftedByName })}</h3>
      <p>
        <DecisionState decision={waiting.decision} />
      </p>
      {waiting.decision === 'accepted-in-part'
        ? waiting.finals.map(({ seq, text }) => (
            <p className="law" key={seq}>
              {bindSpaces(text)}
            </p>
          ))
        : null}
      <p className="why">
        <strong>{t('drafting.reason')}.</strong> <Polish>{waiting.reason}</Polish>
      </p>
      {waiting.isOwn ? (
        <p className="by">{t('deciding.draft.own-waits')}</p>
      ) : (
        <form method="post" action={to.officeGroup(group.desk.consultation.slug, group.page.group.number)}>
          <Seen group={group} />
          <input type="hidden" name="decision" value={waiting.decision} />
          <input type="hidden" name="reason" value={waiting.reason} />
          {waiting.finals.map(({ seq, text, anchorId, rest }) => (
            <span key={seq}>
              <input type="hidden" name={`final-${seq}`} value={text} />
              <input type="hidden" name={`rest-${seq}`} value={rest ?? ''} />
              <input type="hidden" name={`anchor-${seq}`} value={anchorId ?? ''} />
            </span>
          ))}
          <p className="actions">
            <button className="btn" type="submit" name="intent" value="approve-collect">
              {t('basket.approve-collect')}
            </button>
            <button className="btn btn--quiet" type="submit" name="intent" value="approve">
              {t('deciding.group.approve', { count: group.open.length })}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}
