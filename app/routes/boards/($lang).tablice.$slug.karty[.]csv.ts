import { boardShape, boardTable } from '#app/boards/board-files.ts';
import { readBoard } from '#app/boards/read-board.server.ts';
import { atBoard } from '#app/http/board-door.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { liveTable, tableResponse } from '#app/http/table-response.server.ts';
import { writeTable } from '#app/publishing/csv/write-table.server.ts';

export const loader = fileHandler(async (context) => {
  const { params, db, request } = context;
  const page = await readBoard(db, params.slug ?? '', await atBoard(request));
  return tableResponse(context, await writeTable(...boardTable(page.content)), {
    name: `tablica-${page.board.slug}.csv`,
    facts: () => liveTable(boardShape),
  });
});
