import { Form, Submit, SubmitRow, TextField, type FormProblem } from '#app/components/form.tsx';
import { PageHead } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { useWords } from '../bridge/use-words.ts';

/** Joining the press list of one edition. */
export function PressView({ title, failure }: { title: string; failure: FormProblem | null }) {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t('publication.press')} kind={title} lead={t('publication.press.lead')} />
      <Form failure={failure}>
        <TextField
          name="email"
          max={bounds.email}
          type="email"
          label={t('publication.press.email')}
          hint={t('publication.press.email-hint')}
          autoComplete="email"
        />
        <SubmitRow>
          <Submit>{t('publication.press.join')}</Submit>
        </SubmitRow>
      </Form>
      <p className="by">{t('publication.press.privacy')}</p>
    </>
  );
}

export type PressLinkState = 'ask' | 'done' | 'gone';

/** One question behind a link of a letter, answered by a button: programs that read mail press none. */
export function PressLinkView({
  kind,
  state,
  email,
  slug,
}: {
  kind: 'confirm' | 'leave';
  state: PressLinkState;
  email: string;
  slug: string;
}) {
  const { t, to } = useWords();
  return (
    <>
      <PageHead
        title={t(`publication.press.${kind}.${state}`)}
        lead={state === 'gone' ? '' : t(`publication.press.${kind}.lead`, { email })}
      />
      {state === 'ask' ? (
        <Form>
          <SubmitRow>
            <Submit>{t(`publication.press.${kind}.submit`)}</Submit>
          </SubmitRow>
        </Form>
      ) : (
        <p className="actions">
          <a className="btn btn--quiet" href={to.edition(slug)}>
            {t('publication.press.back')}
          </a>
        </p>
      )}
    </>
  );
}
