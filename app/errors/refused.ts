/** Carries an expected refusal out of a transaction, so that nothing of what was written before it stays. */
export class Refused<E> extends Error {
  readonly refusal: E;

  constructor(refusal: E) {
    super('refused');
    this.refusal = refusal;
  }
}

/** Runs `work`; a `Refused` thrown inside becomes the usual answer of a use case. */
export async function refusable<V, E>(
  work: () => Promise<{ ok: true; value: V } | { ok: false; error: E }>,
): Promise<{ ok: true; value: V } | { ok: false; error: E }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.refusal as E };
    throw error;
  }
}
