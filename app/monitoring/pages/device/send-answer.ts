import { formOf, type KeptAnswer, type SendResult } from './answer-queue.ts';

const seconds = 60;

/** Sends one answer to the server. Everything but a clear answer of ours counts as lost, and is tried again. */
export async function sendAnswer(answer: KeptAnswer): Promise<SendResult> {
  try {
    const response = await fetch(answer.target, {
      method: 'POST',
      body: formOf(answer),
      headers: { Accept: 'application/json' },
      redirect: 'manual',
      signal: AbortSignal.timeout(seconds * 1000),
    });
    if (response.type === 'opaqueredirect') return { kind: 'signed-out' };
    if (!(response.headers.get('Content-Type') ?? '').includes('application/json'))
      return response.status === 413 ? { kind: 'refused', why: '413' } : { kind: 'lost' };
    return resultOf(await response.json());
  } catch (error) {
    // No signal, a timeout, or a page of somebody else's network in between.
    if (error instanceof TypeError || error instanceof DOMException || error instanceof SyntaxError)
      return { kind: 'lost' };
    throw error;
  }
}

function resultOf(body: unknown): SendResult {
  if (typeof body !== 'object' || body === null || !('kind' in body)) return { kind: 'lost' };
  if (body.kind === 'saved' && 'revision' in body && typeof body.revision === 'number')
    return { kind: 'saved', revision: body.revision };
  if (body.kind === 'conflict') return { kind: 'conflict' };
  return body.kind === 'refused' && 'why' in body && typeof body.why === 'string'
    ? { kind: 'refused', why: body.why }
    : { kind: 'lost' };
}
