/** Expected failures that end a request. The code decides status and words; `detail` is for the log alone. */
export const statusByCode = {
  'bad-request': 400,
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  'too-much-work': 422,
  'too-many': 429,
  unavailable: 503,
  busy: 503,
  'no-room': 507,
} as const;

export type AppErrorCode = keyof typeof statusByCode;

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: AppErrorCode;
  /** After how many seconds it is worth trying again; null when waiting does not help. */
  readonly seconds: number | null;
  constructor(code: AppErrorCode, detail: string = code, options: ErrorOptions & { seconds?: number } = {}) {
    super(detail, options);
    this.code = code;
    this.seconds = options.seconds ?? null;
  }
  get status(): (typeof statusByCode)[AppErrorCode] {
    return statusByCode[this.code];
  }
}

/** Outsiders get the same answer for what does not exist and for what they may not see. */
export function notFound(detail?: string): AppError {
  return new AppError('not-found', detail);
}
