/**
 * Whether a failure says that the database is away, overloaded or too slow at the moment, and not that the question was
 * wrong. Every layer has names of its own for it: the client, its adapter, the driver, the server and the machine.
 */
const codes = new Set([
  // The client: not reachable, timed out, closed, no connection free, transaction not begun or over in the meantime.
  'P1000',
  'P1001',
  'P1002',
  'P1003',
  'P1008',
  'P1010',
  'P1011',
  'P1017',
  'P2024',
  'P2028',
  'P2037',
  // The machine and the network.
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  // The server: access while it is set up anew, out of memory or connections, statement or lock waited for too long, shut down, starting.
  '28000',
  '28P01',
  '3D000',
  '53200',
  '53300',
  '53400',
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '25P03',
  '25P04',
]);
/** Connection exceptions of the server are a class of their own. */
const connectionClass = /^08[0-9A-Z]{3}$/;
const kinds = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
  'DatabaseDoesNotExist',
  'DatabaseAccessDenied',
  'AuthenticationFailed',
  'TlsConnectionError',
]);
/** What the driver says without a code. */
const sentences = [
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Connection terminated',
  'Client has encountered a connection error',
  'Query read timeout',
  'Client was closed',
  'Cannot use a pool after calling end',
  "Can't reach database server",
  'Server has closed the connection',
  'PGlite is closed',
  'PGlite is closing',
];

export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 6) return false;
  const { code, originalCode, kind, message, cause, meta, driverAdapterError } = error as Record<string, unknown>;
  if ([code, originalCode].some((each) => typeof each === 'string' && (codes.has(each) || connectionClass.test(each))))
    return true;
  if (typeof kind === 'string' && kinds.has(kind)) return true;
  if (typeof message === 'string' && sentences.some((sentence) => message.slice(0, 2_000).includes(sentence)))
    return true;
  return [cause, meta, driverAdapterError].some((inner) => isDatabaseAway(inner, depth + 1));
}
