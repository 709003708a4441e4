import { z } from 'zod';
import { Form, Submit, SubmitRow, TextField, type FormProblem } from '#app/components/form.tsx';
import { fieldFailure, type FormFailure } from '#app/forms/form.ts';
import { typedLine } from '#app/forms/typed-text.ts';
import { useT } from '#app/i18n/context.tsx';
import type { MessageKey } from '#app/i18n/translate.ts';
import { waitMessage } from '#app/limits/wait.ts';
import { boardBounds, shownCode } from './board.ts';

export const joinSchema = z.object({
  code: z.string().max(boardBounds.code).min(1),
  name: typedLine({ max: boardBounds.signature }),
});

type JoinError =
  | { code: 'unknown-code' | 'over' }
  | { code: 'name'; key: MessageKey }
  | { code: 'too-many'; seconds: number };
/** Why nobody joined, with what was typed; the status says the kind of refusal. */
export function joinRefusal(
  values: FormFailure['values'],
  error: JoinError,
): { failure: FormFailure; init: { status: number; headers?: Record<string, string> } } {
  if (error.code === 'too-many') {
    const { key, params } = waitMessage(error.seconds);
    return {
      failure: fieldFailure(values, 'code', key, params),
      init: { status: 429, headers: { 'Retry-After': String(error.seconds) } },
    };
  }
  if (error.code === 'name') return { failure: fieldFailure(values, 'name', error.key), init: { status: 400 } };
  return {
    failure: fieldFailure(values, 'code', `boards.error.${error.code}`),
    init: { status: error.code === 'over' ? 409 : 404 },
  };
}

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
