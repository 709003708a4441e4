import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import { asRequest } from '#app/log/request-context.server.ts';

export const requestIdHeader = 'X-Request-Id';

type Trusts = (address: string, hop: number) => boolean;

/**
 * Gives every request a name, in front of everything that could answer it: on the answer, in each line of the log and on the page
 * about a failure, so that a person can tell which one went wrong. The name given by a proxy is taken over when `trusts`, which
 * knows TRUST_PROXY, trusts that proxy. `handOut` answers from memory under that name; what it leaves is for `answer`.
 */
export function named(
  trusts: Trusts,
  handOut: (...asked: [...Parameters<RequestListener>, id: string]) => boolean,
  answer: RequestListener,
): RequestListener {
  return (request, response) => {
    const id = sentByProxy(request, trusts) ?? randomUUID();
    if (handOut(request, response, id)) return;
    response.setHeader(requestIdHeader, id);
    asRequest(id, () => answer(request, response));
  };
}

function sentByProxy(request: IncomingMessage, trusts: Trusts): string | null {
  const sent = request.headers['x-request-id'];
  if (typeof sent !== 'string' || !isSaneId(sent)) return null;
  return trusts(request.socket.remoteAddress ?? '', 0) ? sent : null;
}

/** Letters, digits and what joins them: nothing that could forge a line of a log or a header. */
function isSaneId(text: string): boolean {
  return text.length >= 8 && text.length <= 100 && /^[\w.:-]+$/.test(text);
}
