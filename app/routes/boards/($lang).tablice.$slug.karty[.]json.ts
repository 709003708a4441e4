import { boardJson } from '#app/boards/board-files.ts';
import { readBoard } from '#app/boards/read-board.server.ts';
import { atBoard } from '#app/http/board-door.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';

export const loader = fileHandler(async ({ params, db, request }) => {
  const page = await readBoard(db, params.slug ?? '', await atBoard(request));
  return fileResponse(boardJson(page), 'application/json', `tablica-${page.board.slug}.json`);
});
