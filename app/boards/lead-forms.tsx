import type { ReactNode } from 'react';
import { Form, SelectField, Submit, SubmitRow, TextArea, TextField, type FormProblem } from '#app/components/form.tsx';
import { Polish } from '#app/components/polish.tsx';
import { useT } from '#app/i18n/context.tsx';
import { boardBounds, phases, type Phase } from './board.ts';
import type { BoardContent, Card, Group } from './board-view.ts';

type Failure = { failure: FormProblem | null | undefined };

/** A button for each phase: opens it, or closes it; they may overlap. */
export function PhaseForms({ open }: { open: readonly Phase[] }) {
  const t = useT();
  return (
    <ul className="phase-forms">
      {phases.map((phase) => {
        const isOpen = open.includes(phase);
        return (
          <li key={phase}>
            <ButtonForm
              intent={isOpen ? 'close' : 'open'}
              fields={{ phase }}
              className={isOpen ? 'btn btn--quiet' : 'btn'}
            >
              {t(isOpen ? 'boards.phase-do-close' : 'boards.phase-do-open')}: {t(`boards.phase.${phase}`)}
            </ButtonForm>
          </li>
        );
      })}
    </ul>
  );
}

/** Cards to tick, and what can be done with those ticked: a group of their own, a group that is there, joining, taking apart. */
export function CardsForm({ content, failure }: { content: BoardContent } & Failure) {
  const t = useT();
  const ticked = new Set(failure?.values.card ?? []);
  const cards = content.cards.filter(({ text }) => text !== null);
  return (
    <Form failure={failure}>
      <p>{t('boards.sort-lead')}</p>
      <fieldset className="field">
        <legend className="vh">{t('boards.sort')}</legend>
        <div className="pick-cards">
          {cards.map((card) => (
            <PickCard key={card.number} card={card} isTicked={ticked.has(String(card.number))} />
          ))}
        </div>
      </fieldset>
      <div className="cols cols--2 top">
        <div className="stack">
          <TextField name="name" label={t('boards.group-name')} max={boardBounds.group} optional />
          <TextField name="note" label={t('boards.group-note')} max={boardBounds.groupNote} optional />
          <SubmitRow>
            <Submit name="intent" value="group">
              {t('boards.act.group')}
            </Submit>
          </SubmitRow>
        </div>
        <div className="stack">
          <SelectField
            name="group"
            label={t('boards.group-into')}
            choices={[
              ...content.groups.map(({ number, name }) => ({
                value: String(number),
                label: `${number}. ${name}`,
                lang: 'pl' as const,
              })),
              { value: '', label: t('boards.act.out') },
            ]}
          />
          <SubmitRow>
            <Submit name="intent" value="place">
              {t('boards.act.place')}
            </Submit>
            <Submit name="intent" value="merge" quiet>
              {t('boards.act.merge')}
            </Submit>
          </SubmitRow>
          <p className="hint">{t('boards.merge-into')}</p>
        </div>
      </div>
    </Form>
  );
}

function PickCard({ card, isTicked }: { card: Card; isTicked: boolean }) {
  const t = useT();
  return (
    <label className="choice">
      <input type="checkbox" name="card" value={card.number} defaultChecked={isTicked} />
      <span className="plain">
        {card.number}. <Polish>{card.text}</Polish>
        <small>
          {t(`boards.kind.${card.kind}`)}, {t(`boards.view.${card.view}`)}
          {card.group ? `, ${t('boards.group', { number: card.group })}` : ''}
          {card.merged.length > 0 ? `, ${t('boards.merged', { count: card.merged.length })}` : ''}
        </small>
      </span>
    </label>
  );
}

/** The name of each group, against the one it had on the page; and joined cards, to be taken apart. */
export function GroupForms({ groups, failure }: { groups: readonly Group[] } & Failure) {
  const t = useT();
  if (groups.length === 0) return <p>{t('boards.group-none')}</p>;
  return (
    <div className="stack">
      {groups.map((group) => {
        const own = failure?.values.number?.[0] === String(group.number) ? failure : null;
        return (
          <Form key={group.number} failure={own} className="form group-form">
            <input type="hidden" name="number" value={group.number} />
            <input type="hidden" name="revision" value={group.revision} />
            <h3 className="sub-head">{t('boards.group', { number: group.number })}</h3>
            <GroupField name="name" group={group} failure={own}>
              {(field) => <input className="input" maxLength={boardBounds.group} {...field} />}
            </GroupField>
            <GroupField name="note" group={group} failure={own}>
              {(field) => <textarea className="input" rows={2} maxLength={boardBounds.groupNote} {...field} />}
            </GroupField>
            <SubmitRow>
              <Submit name="intent" value="rename" quiet>
                {t('boards.group-rename')}
              </Submit>
            </SubmitRow>
          </Form>
        );
      })}
    </div>
  );
}

type ControlProps = {
  id: string;
  name: string;
  defaultValue: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
};

/** A field of one group among several forms alike: only the one that was refused has the id that the summary leads to. */
function GroupField({
  name,
  group,
  failure,
  children,
}: {
  name: 'name' | 'note';
  group: Group;
  children: (field: ControlProps) => ReactNode;
} & Failure) {
  const t = useT();
  const id = failure ? `f-${name}` : `${name}-${group.number}`;
  const [complaint] = failure?.errors[name] ?? [];
  return (
    <div className="field">
      <label htmlFor={id}>{t(`boards.group-${name}`)}</label>
      {children({
        id,
        name,
        defaultValue: failure?.values[name]?.[0] ?? group[name],
        'aria-invalid': complaint ? true : undefined,
        'aria-describedby': complaint ? `${id}-error` : undefined,
      })}
      {complaint ? (
        <p className="error" id={`${id}-error`}>
          {t(complaint.key, complaint.params)}
        </p>
      ) : null}
    </div>
  );
}

/** A form that is one button: what it does, to what, in words. */
function ButtonForm({
  intent,
  fields,
  className,
  children,
}: {
  intent: string;
  fields: Readonly<Record<string, string | number>>;
  className: string;
  children: ReactNode;
}) {
  return (
    <form method="post">
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <button className={className} type="submit" name="intent" value={intent}>
        {children}
      </button>
    </form>
  );
}

/** By numbers: an answer to what it answers, a resource to the answer that uses it. */
export function AttachForm({ failure }: Failure) {
  const t = useT();
  return (
    <Form failure={failure}>
      <p>{t('boards.attach-lead')}</p>
      <div className="field-row">
        <TextField name="from" label={t('boards.attach-from')} max={boardBounds.number} inputMode="numeric" short />
        <TextField name="to" label={t('boards.attach-to')} max={boardBounds.number} inputMode="numeric" short />
      </div>
      <SubmitRow>
        <Submit name="intent" value="attach" quiet>
          {t('boards.act.attach')}
        </Submit>
      </SubmitRow>
    </Form>
  );
}

/** Hides a card with a reason for its writer; those hidden can be shown again, and joined ones taken apart. */
export function HideForms({ cards, failure }: { cards: readonly Card[] } & Failure) {
  const t = useT();
  const hidden = cards.filter(({ text }) => text === null);
  const joined = cards.flatMap(({ merged }) => merged);
  return (
    <div className="stack">
      <Form failure={failure}>
        <TextField name="number" label={t('boards.hide-number')} max={boardBounds.number} inputMode="numeric" short />
        <TextArea
          name="reason"
          label={t('boards.hide-reason')}
          hint={t('boards.hide-reason-hint')}
          max={boardBounds.reason}
          rows={2}
        />
        <SubmitRow>
          <Submit name="intent" value="hide" quiet>
            {t('boards.act.hide')}
          </Submit>
        </SubmitRow>
      </Form>
      {hidden.map(({ number }) => (
        <ButtonForm key={number} intent="show" fields={{ number }} className="btn btn--quiet btn--small">
          {t('boards.act.show')}: {t('boards.card-no', { number })}
        </ButtonForm>
      ))}
      {joined.map(({ number }) => (
        <ButtonForm key={number} intent="part" fields={{ card: number }} className="btn btn--quiet btn--small">
          {t('boards.act.part')}: {t('boards.card-no', { number })}
        </ButtonForm>
      ))}
    </div>
  );
}
