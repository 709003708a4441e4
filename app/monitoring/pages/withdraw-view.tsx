import { Form, RadioField, SelectField, Submit, SubmitRow, TextArea, type FormProblem } from '#app/components/form.tsx';
import { Notice, PageHead } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { editionTitle } from '../cards/edition-title.ts';
import { GROUNDS } from '../cards/withdrawal.ts';
import { useWords } from '../bridge/use-words.ts';
import type { ChangeDesk } from '../publication/changes/change-desk.server.ts';

type Refusal = 'not-public' | 'withdrawn' | 'conflict' | 'tie' | 'too-many-waiting' | 'last-card' | 'waiting-already';
type Props = { desk: ChangeDesk; failure: FormProblem | null; problem: Refusal | null };

/** The form with which a lead puts a withdrawal forward: effects first. */
export function WithdrawView({ desk, failure, problem }: Props) {
  const { t, to, locale } = useWords();
  const isOpen = desk.stage === 'public' && !desk.isWithdrawn;
  return (
    <>
      <PageHead
        title={t('publication.withdraw')}
        kind={editionTitle(locale, desk)}
        lead={t('publication.withdraw.lead')}
      />
      {problem ? (
        <Notice warn>
          <p>{t(`publication.change.problem.${problem}`)}</p>
        </Notice>
      ) : null}
      {isOpen ? (
        <Form failure={failure}>
          <input type="hidden" name="issue" value={desk.issue} />
          <SelectField
            name="what"
            label={t('publication.withdraw.what')}
            choices={[
              { value: '', label: t('publication.withdraw.choose') },
              ...desk.municipalities.map(({ teryt, name }) => ({
                value: teryt,
                label: t('publication.withdraw.card', { name, teryt }),
              })),
              { value: 'wszystko', label: t('publication.withdraw.edition') },
            ]}
          />
          <RadioField
            name="ground"
            label={t('publication.withdraw.ground')}
            choices={GROUNDS.map((ground) => ({ value: ground, label: t(`publication.withdrawn.ground.${ground}`) }))}
          />
          <TextArea
            name="reason"
            max={bounds.correctionReason}
            label={t('publication.withdrawn.reason')}
            hint={t('publication.withdraw.reason-hint')}
          />
          <p>{t('publication.withdraw.effects')}</p>
          <SubmitRow>
            <Submit>{t('publication.withdraw.submit')}</Submit>
            <a className="btn btn--quiet" href={to.changes(desk.slug)}>
              {t('form.cancel')}
            </a>
          </SubmitRow>
        </Form>
      ) : (
        <Notice warn>
          <p>{t(`publication.change.problem.${desk.isWithdrawn ? 'withdrawn' : 'not-public'}`)}</p>
        </Notice>
      )}
    </>
  );
}
