import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { sessionSecret } from '#app/http/session.server.ts';
import { withoutSession } from '#app/http/sign-in.server.ts';
import { endSession } from '#app/people/sessions.server.ts';

/** Only a form ends a session; a link to this address leads home. */
export const loader = handler(async ({ to }) => seeOther(to.home()));

export const action = handler(async ({ request, db, to }) => {
  const secret = await sessionSecret(request);
  if (secret) await endSession(db, secret);
  return withoutSession(`${to.home()}?info=signed-out`, secret);
});
