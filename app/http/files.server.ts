/** A file made by the program: text, CSV, JSON, SVG. `name` makes browsers save it instead of showing it. */
export function fileResponse(body: string | Uint8Array<ArrayBuffer>, type: string, name?: string): Response {
  const headers = new Headers({ 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' });
  if (name) headers.set('Content-Disposition', `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`);
  return new Response(body, { headers });
}
