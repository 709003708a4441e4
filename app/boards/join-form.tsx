import { z } from 'zod';
import { Form, Submit, SubmitRow, TextField, type FormProblem } from '#app/components/form.tsx';
import { typedLine } from '#app/forms/typed-text.ts';
import { useT } from '#app/i18n/context.tsx';
import { boardBounds, shownCode } from './board.ts';

export const joinSchema = z.object({
  code: z.string().max(boardBounds.code).min(1),
  name: typedLine({ max: boardBounds.signature }),
});

/** Joining by the code on the screen; a name only for whoever wants one. */
export function JoinForm({ failure, code = '' }: { failure: FormProblem | null | undefined; code?: string }) {
  const t = useT();
  return (
    <Form failure={failure}>
      <p>{t('boards.join-lead')}</p>
      <TextField
        name="code"
        label={t('boards.code')}
        hint={t('boards.code-hint')}
        max={boardBounds.code}
        defaultValue={code ? shownCode(code) : ''}
        inputMode="numeric"
        autoComplete="off"
        short
      />
      <TextField
        name="name"
        label={t('boards.name')}
        hint={t('boards.name-hint')}
        max={boardBounds.signature}
        autoComplete="nickname"
        optional
      />
      <SubmitRow>
        <Submit>{t('boards.join-submit')}</Submit>
      </SubmitRow>
    </Form>
  );
}
