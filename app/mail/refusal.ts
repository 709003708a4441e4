/** What a mail server, or the way to it, said when a letter was not taken. */
export type Refusal = {
  /** For good; this letter again later; the server itself is in trouble, whatever the letter. */
  kind: 'permanent' | 'later' | 'server';
  /** Reply of the server (550, 421 …); null when it said nothing. */
  smtp: number | null;
  /** Code of the failure, as in ECONNECTION. */
  code: string | null;
  /** It was this addressee who was refused: a full mailbox, one that is unknown for now. */
  isAddressee?: true;
};

/** Whether a failure says something about its letter alone, and nothing about the way of the next one. */
export function isOwnFault({ kind, smtp, isAddressee }: Refusal): boolean {
  return kind === 'permanent' || (kind === 'later' && (smtp === null || isAddressee === true));
}

/** Before a letter is named: what is refused here says nothing about the letter. */
const beforeLetter = /^(CONN|EHLO|HELO|LHLO|STARTTLS|AUTH|API)/i;
const onTheWay = new Set([
  'ECONNECTION',
  'ETIMEDOUT',
  'ESOCKET',
  'EDNS',
  'ETLS',
  'EAUTH',
  'ENOAUTH',
  'EOAUTH2',
  'EPROTOCOL',
  'EPROXY',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'EAI_AGAIN',
]);

/** Reads the failure of one attempt. RFC 5321: 4xx may be tried again, 5xx may not. */
export function refusalOf(error: unknown): Refusal {
  const { responseCode, code, command } = (typeof error === 'object' && error !== null ? error : {}) as Record<
    string,
    unknown
  >;
  const smtp = typeof responseCode === 'number' && responseCode >= 400 && responseCode < 600 ? responseCode : null;
  const name = typeof code === 'string' ? code : null;
  const isOnTheWay = name === 'EAUTH' || (typeof command === 'string' && beforeLetter.test(command));
  // 421 is said of the server, whatever was asked (RFC 5321, 4.2.3).
  const isAddressee = smtp !== 421 && typeof command === 'string' && /^RCPT/i.test(command);
  if (smtp !== null && !isOnTheWay)
    return { kind: smtp >= 500 ? 'permanent' : 'later', smtp, code: name, ...(isAddressee ? { isAddressee } : {}) };
  return { kind: isOnTheWay || (name !== null && onTheWay.has(name)) ? 'server' : 'later', smtp, code: name };
}

const pauses = [1, 2, 5, 10, 20, 30];

/** Minutes that nothing is sent through a server after so many failures of it in a row. */
export function pauseMinutes(failures: number): number {
  return pauses[Math.min(failures, pauses.length) - 1] ?? 0;
}
