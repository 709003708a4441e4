import { wholeParam } from '#app/drafting/remarks/params.ts';
import { remarkToCover } from '#app/redaction/remark-to-cover.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireViewer } from '#app/http/session.server.ts';

/** The page on which words of a remark are covered, by the number of the remark. */
export const loader = handler(async ({ request, params, db, to }) => {
  const viewer = await requireViewer(request);
  return seeOther(
    to.covering(
      'remark',
      await remarkToCover(db, { viewer, slug: params.slug ?? '', number: wholeParam(params.number) }),
    ),
  );
});
