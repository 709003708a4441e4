import { Form, RadioField, Submit, TextArea, TextField, type FormProblem } from '#app/components/form.tsx';
import { State } from '#app/components/icon.tsx';
import { landing } from '#app/components/landing.tsx';
import { Notice } from '#app/components/page-parts.tsx';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { stateKeys, stateSigns } from '#app/drafting/state/remark-state.ts';
import { bounds } from '#app/forms/bounds.ts';
import { placeWords } from '../remarks/filed-place.ts';
import { FitSign, RemarkStateSign } from '../remarks/remark-parts.tsx';
import type { BulkEffects, BulkPage, BulkRow } from './bulk-page.server.ts';
import { bulkDecisions, wordedLimit } from './bulk.ts';
import { ChangedText } from './changed-text.tsx';
import { MarkFields } from '#app/drafting/acts/mark-fields.tsx';
import { FinalFields } from './final-fields.tsx';
import { reasonKeys } from './reason-keys.ts';
import { ConflictList } from './conflict-list.tsx';
import type { ManyError } from './decide-many.server.ts';
import type { ConflictView } from './view-conflicts.ts';
import { textLimits } from '#app/drafting/state/remark.ts';

/** Chosen remarks, each with where it stands. */
export function ChosenTable({ rows, slug }: { rows: readonly BulkRow[]; slug: string }) {
  const t = useT();
  const to = usePaths();
  return (
    <div className="room">
      <table className="data data--dense">
        <caption className="vh">{t('deciding.bulk.chosen', { count: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('drafting.col.number')}</th>
            <th scope="col">{t('drafting.col.unit')}</th>
            <th scope="col">{t('drafting.col.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <th scope="row">{row.number}</th>
              <td>
                <a href={to.ruling(slug, row.number)}>
                  {bindSpaces(row.place ? placeWords(t, row.place) : t('deciding.desk.whole'))}
                </a>
                <br />
                {row.words}
              </td>
              <td>
                {row.state === 'open' && row.fit !== 'unchanged' ? (
                  <FitSign fit={row.fit} />
                ) : (
                  <RemarkStateSign state={row.state} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RulingProps = { page: BulkPage; failure: FormProblem | undefined; effects: BulkEffects | null };

/** The same decision and reason for all; one look at the effects, one confirmation. */
export function BulkRulingForm({ page, failure, effects }: RulingProps) {
  const t = useT();
  const to = usePaths();
  const open = page.rows.filter(({ state }) => state === 'open');
  const choices = bulkDecisions.filter(
    (decision) => decision !== 'answered' || open.every(({ kind }) => kind === 'remark'),
  );
  return (
    <Form action={to.bulk(page.desk.consultation.slug)} failure={failure} className="matter ruling">
      <input type="hidden" name="version" value={page.version} />
      {open.map(({ number, revision }) => (
        <input key={number} type="hidden" name="seen" value={`${number}:${revision}`} />
      ))}
      <RadioField
        name="decision"
        label={t('drafting.ruling.decision')}
        hint={t('deciding.bulk.decision-hint')}
        choices={choices.map((decision) => ({
          value: decision,
          label: <State sign={stateSigns[decision]}>{t(stateKeys[decision])}</State>,
        }))}
      />
      <div className="finals">
        <p className="note">
          {open.some(({ fields }) => fields.length > 0) || open.every(({ kind }) => kind === 'remark')
            ? t('deciding.bulk.part')
            : t('deciding.bulk.part-many', { limit: wordedLimit })}
        </p>
        {open.flatMap(({ number, fields }) =>
          fields.map((field) => (
            <FinalFields
              key={`${number}-${field.seq}`}
              of={number}
              field={field}
              anchors={page.anchors}
              label={t('deciding.bulk.final-of', { number, citation: field.citation })}
            />
          )),
        )}
      </div>
      <TextArea
        name="reason"
        max={textLimits.reason}
        label={t('drafting.reason')}
        hint={t('deciding.bulk.reason-hint')}
        rows={5}
      />
      {effects ? (
        <section aria-labelledby="h-skutki" id="skutki">
          <h3 id="h-skutki" {...landing}>
            {t('drafting.ruling.effects')}
          </h3>
          <p>
            {t('deciding.bulk.effects', { count: effects.numbers.length })}{' '}
            <State sign={stateSigns[effects.decision]}>{t(stateKeys[effects.decision])}</State>
          </p>
          {effects.result.length > 0 ? (
            <ChangedText units={effects.result} />
          ) : (
            <p>{t('drafting.ruling.no-text-change')}</p>
          )}
          <MarkFields marks={effects.marks} offeredFor={effects.decision} values={failure?.values} />
        </section>
      ) : null}
      <p className="actions">
        {effects ? (
          page.desk.consultation.fourEyes ? (
            <Submit name="intent" value="hand-in">
              {t('deciding.bulk.hand-in', { count: open.length })}
            </Submit>
          ) : (
            <>
              <Submit name="intent" value="collect">
                {t('basket.collect-many', { count: open.length })}
              </Submit>
              <Submit name="intent" value="decide" quiet>
                {t('deciding.bulk.decide', { count: open.length })}
              </Submit>
            </>
          )
        ) : null}
        <Submit name="intent" value="preview" quiet={effects !== null}>
          {t('drafting.ruling.show')}
        </Submit>
      </p>
    </Form>
  );
}

/** Why nothing was written, remark by remark. */
export function BulkRefusal({
  error,
  conflicts,
  slug,
}: {
  error: ManyError;
  conflicts: readonly ConflictView[];
  slug: string;
}) {
  const t = useT();
  const to = usePaths();
  switch (error.code) {
    case 'refused':
      return (
        <Notice warn>
          <p>{t('deciding.bulk.refused')}</p>
          <ul>
            {error.remarks.map(({ number, code }) => (
              <li key={number}>
                <a href={to.ruling(slug, number)}>{t('deciding.near.number', { number })}</a>: {t(reasonKeys[code])}
              </li>
            ))}
          </ul>
        </Notice>
      );
    case 'contradict':
      return (
        <section className="stack" aria-labelledby="h-sprzeczne">
          <h3 id="h-sprzeczne">{t('deciding.bulk.contradict')}</h3>
          <ConflictList conflicts={conflicts} slug={slug} />
        </section>
      );
    case 'too-many':
      return (
        <Notice warn>
          <p>{t('deciding.bulk.too-many', { limit: error.limit })}</p>
        </Notice>
      );
    case 'nothing-chosen':
      return (
        <Notice warn>
          <p>{t('deciding.bulk.nothing')}</p>
        </Notice>
      );
    case 'basket-full':
      return (
        <Notice warn>
          <p>{t('basket.error.full')}</p>
        </Notice>
      );
    case 'collected':
      return (
        <Notice warn>
          <p>{t('basket.bulk.collected', { numbers: error.numbers.join(', ') })}</p>
        </Notice>
      );
    case 'four-eyes':
      return (
        <Notice warn>
          <p>{t('deciding.error.four-eyes')}</p>
        </Notice>
      );
    case 'reason-required':
      return null;
  }
}

/** Drafts of others on the chosen remarks, approved together. */
export function BulkApproval({ page }: { page: BulkPage }) {
  const t = useT();
  const to = usePaths();
  if (page.waiting.length === 0) return null;
  return (
    <section aria-labelledby="h-zatwierdz">
      <h2 id="h-zatwierdz">{t('deciding.bulk.waiting', { count: page.waiting.length })}</h2>
      <ul className="effects">
        {page.waiting.map(({ id, number, draftedByName }) => (
          <li key={id}>
            <span>
              <a href={to.ruling(page.desk.consultation.slug, number)}>{t('deciding.near.number', { number })}</a>,{' '}
              {draftedByName}
            </span>
          </li>
        ))}
      </ul>
      <form method="post" action={to.bulk(page.desk.consultation.slug)}>
        <input type="hidden" name="version" value={page.version} />
        {page.rows.map(({ number }) => (
          <input key={number} type="hidden" name="nr" value={number} />
        ))}
        {page.waiting.map(({ id, revision }) => (
          <input key={id} type="hidden" name="draft" value={`${id}:${revision}`} />
        ))}
        <p className="actions">
          <button className="btn" type="submit" name="intent" value="approve-collect">
            {t('basket.approve-collect')}
          </button>
          <button className="btn btn--quiet" type="submit" name="intent" value="approve">
            {t('deciding.bulk.approve', { count: page.waiting.length })}
          </button>
        </p>
      </form>
    </section>
  );
}

/** Puts the chosen remarks into a new group. */
export function BulkGroupForm({ page }: { page: BulkPage }) {
  const t = useT();
  const to = usePaths();
  const open = page.rows.filter(({ state }) => state === 'open');
  if (open.length < 2) return null;
  return (
    <Form action={to.officeGroups(page.desk.consultation.slug)}>
      {open.map(({ number }) => (
        <input key={number} type="hidden" name="nr" value={number} />
      ))}
      <TextField
        name="title"
        max={bounds.groupTitle}
        label={t('deciding.group.title')}
        hint={t('deciding.group.title-hint')}
      />
      <p className="actions">
        <Submit name="intent" value="create" quiet>
          {t('deciding.group.create')}
        </Submit>
      </p>
    </Form>
  );
}
