import { Polish } from '#app/components/polish.tsx';
import { Form, Submit, TextField, type FormProblem } from '#app/components/form.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import type { GroupRow } from './group-page.server.ts';
import type { Suggestion } from './group-suggestions.server.ts';
import type { Resemblance } from '../near/near.ts';

/** Groups with how many are in them; `office` leads to the desk. */
export function GroupTable({
  groups,
  slug,
  office = false,
}: {
  groups: readonly GroupRow[];
  slug: string;
  office?: boolean;
}) {
  const t = useT();
  const to = usePaths();
  return (
    <div className="wrap" tabIndex={0} role="region" aria-label={t('deciding.groups')}>
      <table className="data">
        <caption className="vh">{t('deciding.groups')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('drafting.col.number')}</th>
            <th scope="col">{t('deciding.group.title')}</th>
            <th scope="col">{t('deciding.group.members-col')}</th>
            <th scope="col">{t('deciding.group.open-col')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ number, title, members, open }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              <td>
                <a href={office ? to.officeGroup(slug, number) : to.group(slug, number)}>
                  <Polish>{title}</Polish>
                </a>
              </td>
              <td>{members}</td>
              <td>{open}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Why two remarks were put beside each other, in numbers people can count again. */
function useResemblance() {
  const t = useT();
  return ({ isSame, sameRequest, shared, total }: Resemblance) => {
    if (isSame) return t(sameRequest ? 'deciding.near.same-request-words' : 'deciding.near.same');
    return t(sameRequest ? 'deciding.near.request' : 'deciding.near.words', { shared, total });
  };
}

/** Remarks that could be answered together: all are ticked, any can be left out. */
export function SuggestionForm({
  suggestion,
  slug,
  failure,
}: {
  suggestion: Suggestion;
  slug: string;
  failure: FormProblem | undefined;
}) {
  const t = useT();
  const to = usePaths();
  const resemblance = useResemblance();
  const { lead, members, group } = suggestion;
  const id = `s-${lead.number}`;
  return (
    <article className="amend" aria-labelledby={id}>
      <h3 id={id}>
        {group === null
          ? t('deciding.near.title', { count: members.length + 1, number: lead.number })
          : t('deciding.near.join', { count: members.length, group })}
      </h3>
      <blockquote className="quote">{lead.words}</blockquote>
      <Form action={to.officeGroups(slug)} failure={failure} className="stack stack--2">
        <input type="hidden" name="lead" value={lead.number} />
        {group === null ? (
          <input type="hidden" name="nr" value={lead.number} />
        ) : (
          <>
            <input type="hidden" name="group" value={group} />
            <input type="hidden" name="revision" value={suggestion.revision} />
          </>
        )}
        <details open={members.length <= 8}>
          <summary>{t('deciding.near.members', { count: members.length })}</summary>
          <div className="choices">
            {members.map((member) => (
              <label className="choice" key={member.number}>
                <input type="checkbox" name="nr" value={member.number} defaultChecked />
                <span>
                  {t('deciding.near.number', { number: member.number })}: {resemblance(member)}
                  <small>{member.words}</small>
                </span>
              </label>
            ))}
          </div>
        </details>
        {group === null ? (
          <TextField
            name={`title-${lead.number}`}
            max={bounds.groupTitle}
            label={t('deciding.group.title')}
            hint={t('deciding.group.title-hint')}
            defaultValue={lead.words}
          />
        ) : null}
        <p className="actions">
          <Submit name="intent" value={group === null ? 'create' : 'add'}>
            {t(group === null ? 'deciding.group.create' : 'deciding.group.add')}
          </Submit>
        </p>
      </Form>
    </article>
  );
}
