import { getDb } from '#app/db/client.server.ts';
import { findSessionEnd } from '#app/people/sessions.server.ts';
import { sessionSecret } from './session.server.ts';

type SessionLeft = {
  /** Until the session ends when nobody uses it. */ seconds: number;
  /** Until it ends however much it is used. */ most: number;
  isShared: boolean;
  endsAtLatest: Date;
};

/** What is left of the session of a request, by the clock of the server: a device may have another. */
export async function sessionLeft(request: Request, now = new Date()): Promise<SessionLeft | null> {
  const secret = await sessionSecret(request);
  const end = secret ? await findSessionEnd(getDb(), secret, now) : null;
  if (!end) return null;
  const until = (date: Date) => Math.max(0, Math.floor((date.getTime() - now.getTime()) / 1000));
  return {
    seconds: until(end.endsAt),
    most: until(end.endsAtLatest),
    isShared: end.isShared,
    endsAtLatest: end.endsAtLatest,
  };
}
