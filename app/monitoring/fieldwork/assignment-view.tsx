import { Form, SelectField, Submit, SubmitRow, type FormProblem } from '#app/components/form.tsx';
import { PageHead, Section } from '#app/components/page-parts.tsx';
import { editionTitle } from '../cards/edition-title.ts';
import { useWords } from '../bridge/use-words.ts';
import { assignmentField, heldField } from './assignment-field.ts';
import type { AssignmentPage, AssignmentRow } from './assignment-page.server.ts';
import { TeamNav } from './team-nav.tsx';

/** The board: municipality × area, who codes and who codes again. */
export function AssignmentView({ page, failure }: { page: AssignmentPage; failure: FormProblem | null }) {
  const { t, to, locale } = useWords();
  const { edition } = page;
  return (
    <>
      <TeamNav edition={edition} current="assignments" />
      <PageHead
        title={t('fieldwork.assign.title')}
        kind={editionTitle(locale, edition)}
        lead={t('fieldwork.assign.lead')}
      />
      {edition.state === 'coding' ? (
        <Form className="stack" failure={failure}>
          {page.rows.map((row) => (
            <Municipality key={row.teryt} page={page} row={row} />
          ))}
          <SubmitRow>
            <Submit>{t('fieldwork.assign.submit')}</Submit>
          </SubmitRow>
        </Form>
      ) : (
        <p>{t('fieldwork.assign.error.published')}</p>
      )}
      {page.pages > 1 ? (
        <p className="actions pt-3">
          {page.page > 1 ? (
            <a href={to.assignments(edition.slug, { strona: page.page - 1 })}>{t('fieldwork.page.previous')}</a>
          ) : null}
          <span>{t('fieldwork.page', { n: page.page, of: page.pages })}</span>
          {page.page < page.pages ? (
            <a href={to.assignments(edition.slug, { strona: page.page + 1 })}>{t('fieldwork.page.next')}</a>
          ) : null}
        </p>
      ) : null}
      <Section id="h-progress" title={t('fieldwork.assign.progress')}>
        <Progress page={page} />
      </Section>
    </>
  );
}

function Municipality({ page, row }: { page: AssignmentPage; row: AssignmentRow }) {
  const { t, say } = useWords();
  const { coders, areas, edition } = page;
  const tied = coders.filter((coder) => row.barred.includes(coder.id));
  const choices = [
    { value: '', label: t('fieldwork.assign.nobody') },
    ...coders.filter((coder) => !row.barred.includes(coder.id)).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <fieldset className="assign-row">
      <legend>
        {row.name} <span className="quiet plain">{row.teryt}</span>
      </legend>
      {tied.length > 0 ? (
        <p className="by">{t('fieldwork.assign.tied', { names: tied.map((coder) => coder.name).join(', ') })}</p>
      ) : null}
      <div className="assign-areas">
        {areas.map((area) => {
          const cell = row.cells.find((each) => each.area === area.id);
          return (
            <div key={area.id} className="stack">
              <p className="sub-head">
                <strong>{say(area)}</strong>
              </p>
              <input type="hidden" name={heldField(row.teryt, area.id, 1)} value={cell?.first ?? ''} />
              {edition.doubleShare > 0 ? (
                <input type="hidden" name={heldField(row.teryt, area.id, 2)} value={cell?.second ?? ''} />
              ) : null}
              <SelectField
                name={assignmentField(row.teryt, area.id, 1)}
                label={
                  <>
                    <span className="vh">
                      {row.name}, {say(area)}:{' '}
                    </span>
                    {t('fieldwork.assign.first')}
                  </>
                }
                choices={choices}
                defaultValue={cell?.first ?? ''}
              />
              {edition.doubleShare > 0 ? (
                <SelectField
                  name={assignmentField(row.teryt, area.id, 2)}
                  label={
                    <>
                      <span className="vh">
                        {row.name}, {say(area)}:{' '}
                      </span>
                      {t('fieldwork.assign.second')}
                    </>
                  }
                  choices={choices}
                  defaultValue={cell?.second ?? ''}
                />
              ) : null}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

function Progress({ page }: { page: AssignmentPage }) {
  const { t } = useWords();
  const heads = [t('fieldwork.assign.areas'), t('fieldwork.assign.answers'), t('fieldwork.assign.handed-in')];
  return (
    <div className="room">
      <table role="table" className="data data--stack w-56">
        <caption className="vh">{t('fieldwork.assign.progress.caption')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t('fieldwork.people.person')}
            </th>
            {heads.map((head) => (
              <th key={head} role="columnheader" scope="col" className="end">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {page.coders.map((coder) => (
            <tr key={coder.id} role="row">
              <th role="rowheader" scope="row">
                {coder.name}
              </th>
              {[coder.areas, coder.answers, coder.handedIn].map((count, at) => (
                <td key={heads[at]} role="cell" className="end" data-label={heads[at]}>
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
