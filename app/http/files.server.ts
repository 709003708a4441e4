export type FileExtra = { name?: string; link?: string };

/** A file made by the program: text, CSV, JSON, SVG, PNG. `name` makes browsers save it instead of showing it; `link` is the value of a Link header. */
export function fileResponse(
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  extra: string | FileExtra = {},
): Response {
  return new Response(body, { headers: fileHeaders(type, typeof extra === 'string' ? { name: extra } : extra) });
}

/** A file that is made while it is sent: no more of it than one piece is in memory. */
export function streamResponse(pieces: AsyncGenerator<string | Uint8Array>, type: string, name: string): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, { headers: fileHeaders(type, { name }) });
}

/** A file that strangers made: it is saved, never shown as a page of ours, and runs nothing. */
export function strangersFile(file: { bytes: Uint8Array<ArrayBuffer>; type: string; name: string }): Response {
  const response = fileResponse(file.bytes, file.type, file.name);
  response.headers.set('Content-Security-Policy', "default-src 'none'; sandbox");
  response.headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  return response;
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export function wordResponse({ bytes, name }: { bytes: Uint8Array<ArrayBuffer>; name: string }): Response {
  return fileResponse(bytes, wordType, name);
}

function fileHeaders(type: string, { name, link }: FileExtra): Headers {
  const headers = new Headers({ 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' });
  if (name)
    headers.set(
      'Content-Disposition',
      `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    );
  if (link) headers.set('Link', link);
  return headers;
}
