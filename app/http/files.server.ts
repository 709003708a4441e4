/** A file made by the program: text, CSV, JSON, SVG, PNG. `name` makes browsers save it instead of showing it; `link` is the value of a Link header. */
export function fileResponse(body: string | Uint8Array<ArrayBuffer>, type: string, extra: string | { name?: string; link?: string } = {}): Response {
  const { name, link } = typeof extra === 'string' ? { name: extra, link: undefined } : extra;
  const headers = new Headers({ 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' });
  if (name) headers.set('Content-Disposition', `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`);
  if (link) headers.set('Link', link);
  return new Response(body, { headers });
}
