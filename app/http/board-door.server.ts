import { createCookie } from '@remix-run/node';
import { boardChannel } from '#app/boards/board-write.server.ts';
import { findBoard, type AtBoard } from '#app/boards/find-board.server.ts';
import type { JoinResult } from '#app/boards/join-board.server.ts';
import { boardSubject } from '#app/boards/read-board.server.ts';
import { AppError } from '#app/errors/app-error.ts';
import { fieldFailure, type FormFailure } from '#app/forms/form.ts';
import { locales } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { addLiveSubject } from '#app/live/subjects.server.ts';
import { isSecure } from '#app/mail/absolute-url.server.ts';
import { readOwnCookie } from './cookies.server.ts';
import type { LiveDoor } from './live-line.server.ts';
import { refuse, refuseForNow } from './responses.server.ts';
import { getViewer } from './session.server.ts';

const boardDays = 120;

/** By which a browser takes part in boards. Sent with their pages alone, so that no page that everybody reads ever sees it. */
const boardCookie = createCookie('paragraf_board', {
  httpOnly: true,
  sameSite: 'lax',
  secure: isSecure(),
  maxAge: boardDays * 86_400,
});

/** Who is at a board. */
export async function atBoard(request: Request): Promise<AtBoard> {
  return { viewer: await getViewer(request), pass: await readOwnCookie(request, boardCookie) };
}

/** Headers that give a browser its secret: for the boards of each language. */
export async function boardCookies(secret: string | null): Promise<Headers> {
  const headers = new Headers();
  if (secret === null) return headers;
  for (const locale of locales)
    headers.append('Set-Cookie', await boardCookie.serialize(secret, { path: paths(locale).boards() }));
  return headers;
}

type JoinError = Extract<JoinResult, { ok: false }>['error'];

/** Why nobody joined, with what was typed; the status says the kind of refusal. */
export function refuseJoin(values: FormFailure['values'], error: JoinError) {
  if (error.code === 'too-many') return refuseForNow(values, 'code', error.seconds);
  if (error.code === 'name') return refuse(fieldFailure(values, 'name', error.key));
  return refuse(fieldFailure(values, 'code', `boards.error.${error.code}`), error.code === 'over' ? 409 : 404);
}

addLiveSubject(boardChannel, boardSubject);

/** Whoever may see a board may listen to it. */
export const boardDoor: LiveDoor = async (db, { request, params }) => {
  try {
    const { board } = await findBoard(db, params.slug ?? '', await atBoard(request));
    return { channel: `${boardChannel}:${board.id}`, n: board.revision };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
};
