import type { NextFunction, Request, Response } from 'express';
import { plainPage } from './plain-page.server.ts';
import { sendProblem } from './send-problem.server.ts';

const pageMethods = ['GET', 'HEAD', 'POST'];
/** The interface says itself, in its own words, which of these an address does not know. */
const interfaceMethods = [...pageMethods, 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** What no page of ours can be asked: another server's address, a U+0000 (PostgreSQL takes none in a question), a method nothing answers to. */
export function refuseOddRequests(request: Request, response: Response, next: NextFunction): void {
  if (!request.originalUrl.startsWith('/') || /%00/.test(request.originalUrl) || !canBeRead(request.path))
    return isInterface(request) ? sendProblem(request, response, 'bad-request') : plainPage(request, response, 400);
  const allowed = request.path.startsWith('/api/v1/') ? interfaceMethods : pageMethods;
  if (allowed.includes(request.method)) return next();
  response.setHeader('Allow', allowed.join(', '));
  if (request.method === 'OPTIONS') response.status(204).end();
  else plainPage(request, response, 405);
}

const isInterface = ({ originalUrl }: Request) => /^\/api\/v1(?:\/|\?|$)/.test(originalUrl);

function canBeRead(path: string): boolean {
  try {
    // No address of ours has control characters or ends of lines, and the router's patterns end at them.
    return !/[\u0000-\u001f\u007f\u2028\u2029]/.test(decodeURIComponent(path));
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
