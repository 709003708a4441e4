/** Expected failures that end a request. The code decides status and words; `detail` is for the log alone. */
export const statusByCode = {
  'bad-request': 400,
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  'too-large': 413,
  'too-much-work': 422,
  'too-many': 429,
  busy: 503,
} as const;

export type AppErrorCode = keyof typeof statusByCode;

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: AppErrorCode;
  constructor(code: AppErrorCode, detail: string = code, options?: ErrorOptions) {
    super(detail, options);
    this.code = code;
  }
  get status(): (typeof statusByCode)[AppErrorCode] {
    return statusByCode[this.code];
  }
}

/** Seconds after which a refused one may come again, by status; null where coming again changes nothing. */
export function retryAfter(status: number): number | null {
  return status === 503 ? 5 : null;
}

/** Outsiders get the same answer for what does not exist and for what they may not see. */
export function notFound(detail?: string): AppError {
  return new AppError('not-found', detail);
}
