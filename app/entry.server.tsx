import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { NonceProvider } from '#app/components/nonce.tsx';
import { RequestIdProvider } from '#app/components/request-id.tsx';
import { pageStream } from '#app/http/page-stream.ts';
import { localeOfPath } from '#app/i18n/locale.ts';
import { logFailure } from '#app/log/log.server.ts';
import { loggedPath } from '#app/log/logged-path.ts';

export const streamTimeout = 30_000;

/** Waits for the whole page: readers without scripts get everything, and nothing arrives twice. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let code = status;
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <RequestIdProvider value={requestId}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} />
        </RequestIdProvider>
      </NonceProvider>,
      {
        nonce,
        // A part that waited for others stands in its place, however long it is; it would be put there by a script.
        progressiveChunkSize: Number.POSITIVE_INFINITY,
        onAllReady() {
          const body = pageStream(refused(remixContext) ? localeOfPath(new URL(request.url).pathname) : null);
          headers.set('Content-Type', 'text/html; charset=utf-8');
          const seconds = retryAfter(remixContext);
          if (seconds) headers.set('Retry-After', seconds);
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }));
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          code = 500;
          logFailure('a page failed while it was made', error, { path: loggedPath(new URL(request.url).pathname) });
        },
      },
    );
    setTimeout(abort, streamTimeout).unref();
  });
}

/** When to come again, as the loader or the action said that sent the reader away: headers of error pages are not handed on by themselves. */
function retryAfter({
  staticHandlerContext: { statusCode, loaderHeaders, actionHeaders },
}: EntryContext): string | null {
  if (statusCode < 400) return null;
  return (
    [...Object.values(actionHeaders), ...Object.values(loaderHeaders)]
      .map((each) => each.get('Retry-After'))
      .find(Boolean) ?? null
  );
}

/** A form was answered with complaints: its page came back, not an error page. */
function refused({ staticHandlerContext }: EntryContext): boolean {
  return staticHandlerContext.statusCode >= 400 && staticHandlerContext.errors === null;
}

/** Expected failures have been answered with their page; only the others belong in the log. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  logFailure('a request failed', error, { method: request.method, path: loggedPath(new URL(request.url).pathname) });
}
