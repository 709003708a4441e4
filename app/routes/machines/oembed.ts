import { z } from 'zod';
import { fileHandler } from '#app/http/handlers.server.ts';
import { oEmbed } from '#app/openness/oembed.server.ts';

const size = z.coerce.number().int().min(100).max(10_000).nullable().catch(null);

/** Called by other sites' programs and pages: JSON for everybody. */
export const loader = fileHandler(async ({ db, url }) => {
  const headers = { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'application/json; charset=utf-8' };
  // The standard's answer to a format that is not offered.
  if ((url.searchParams.get('format') ?? 'json') !== 'json')
    return new Response(JSON.stringify({ error: 'format' }), { status: 501, headers });
  const answer = await oEmbed(db, {
    url: url.searchParams.get('url') ?? '',
    maxWidth: size.parse(url.searchParams.get('maxwidth')),
    maxHeight: size.parse(url.searchParams.get('maxheight')),
  });
  return new Response(JSON.stringify(answer), { headers });
});
