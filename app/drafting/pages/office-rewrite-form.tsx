import { Form, Submit, type FormProblem } from '#app/components/form.tsx';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { NewWordsFields } from './consent-form.tsx';
import type { RulingPage } from '../rulings/ruling-page.server.ts';
import { isRewordable } from '../carry/plan-rewording.ts';

/** An amendment that came on paper and does not fit the newest text: the office writes it there in its author's place. */
export function OfficeRewriteForm({ page, failure }: { page: RulingPage; failure: FormProblem | undefined }) {
  const t = useT();
  const to = usePaths();
  const { remark, fields } = page;
  const asked = fields.filter(({ fit }) => fit === 'adapted' || fit === 'conflict');
  const isPossible =
    remark.state === 'open' &&
    page.isOfficesToRewrite &&
    asked.some(isRewordable) &&
    asked.every((field) => field.current !== null && (isRewordable(field) || field.fit === 'adapted'));
  if (!isPossible) return null;
  return (
    <details open={failure !== undefined}>
      <summary>{t('deciding.rewrite.title')}</summary>
      <p className="note">{t('deciding.rewrite.lead')}</p>
      {page.canReachAuthor ? null : <p className="note">{t('deciding.rewrite.nobody')}</p>}
      <Form action={to.ruling(page.slug, remark.number)} failure={failure} className="stack stack--2">
        <input type="hidden" name="revision" value={page.revision} />
        <NewWordsFields questions={asked} />
        <p className="actions">
          <Submit name="intent" value="rewrite" quiet>
            {t('deciding.rewrite.save')}
          </Submit>
        </p>
      </Form>
    </details>
  );
}
