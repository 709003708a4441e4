import { data, redirect } from '@remix-run/node';
import type { AppError } from '#app/errors/app-error.ts';
import { waitMessage } from '#app/limits/wait.ts';
import type { FormFailure } from '#app/forms/form.ts';
import { forgetSent, withTypedForm } from './kept-form.server.ts';
import { refusalOf, refusedPage } from './unavailable.server.ts';

export { redirect };

/** After a successful form: the reader is sent on and a reload repeats nothing. */
export function seeOther(path: string, headers: Headers = new Headers()): Response {
  return redirect(path, { status: 303, headers });
}

/** A refused form: 400 with every field's complaint and everything that was typed. */
export function refuse(failure: FormFailure, status = 400) {
  return data({ failure }, { status });
}

/** A form refused because it came too often: 429 with the seconds to wait, and with everything that was typed. */
export function refuseForNow(values: FormFailure['values'], field: string, seconds: number) {
  return data(
    { failure: { values, errors: { [field]: [waitMessage(seconds)] } } satisfies FormFailure },
    { status: 429, headers: { 'Retry-After': String(seconds) } },
  );
}

/** Turns expected failures into responses that the error pages know; everything else goes on to the log. */
export async function answering<T>(request: Request, work: () => Promise<T>): Promise<T> {
  try {
    const answer = await work();
    if (answer instanceof Response) await forgetSent(request, answer);
    return answer;
  } catch (error) {
    if (error instanceof Response) throw await withTypedForm(request, error);
    const refusal = refusalOf(error, request);
    if (refusal) throw data(await refusedPage(refusal, request), { status: refusal.status, headers: waiting(refusal) });
    throw error;
  }
}

/** When it is worth trying again, where waiting helps. */
export function waiting({ seconds }: AppError): Record<string, string> {
  return seconds === null ? {} : { 'Retry-After': String(seconds) };
}

/** Only an address of this site: "//evil" and "https://evil" give the fallback. */
export function localPath(path: string | null | undefined, fallback: string): string {
  return path && /^\/(?![/\\])/.test(path) && !/[\u0000-\u001f\\]/.test(path) ? path : fallback;
}
