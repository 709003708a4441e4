import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FolderLockedError } from '#app/db/folder-lock.server.ts';
import { openDatabase, type OpenOptions } from '#app/db/open.server.ts';
import { help, readArguments, type AdminOrder } from './arguments.ts';
import { forwardCommand } from './forward.server.ts';
import { runCommand, type AdminAnswer } from './run-command.server.ts';

/**
 * One command from its words to its answer. `cwd` is where the caller stood: relative file names are looked up there. The
 * database is opened, or, when a server has the embedded one, the command is forwarded to it.
 */
export async function commandLine(input: { words: string[]; cwd: string; places: OpenOptions }): Promise<AdminAnswer> {
  const read = readArguments(input.words);
  if (!read.ok) return { code: 2, text: read.message };
  if (read.value.command === 'help') return { code: 0, text: help };
  let file: string | null = null;
  if (read.value.command === 'import-terc') {
    try {
      file = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(resolve(input.cwd, read.value.file)));
    } catch (error) {
      const reason = error instanceof TypeError ? 'it is not UTF-8 text' : (error as Error).message;
      return { code: 2, text: `cannot read ${read.value.file}: ${reason}` };
    }
  }
  const request = { words: withFullFolder(input.words, read.value, input.cwd), file };
  try {
    const opened = await openDatabase(input.places);
    try {
      return await runCommand(opened.db, request);
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (error instanceof FolderLockedError) return forwardCommand(input.places.folder, request);
    throw error;
  }
}

/** A server that answers for us stands elsewhere, so a folder is named in full. */
function withFullFolder(words: string[], order: AdminOrder, cwd: string): string[] {
  return 'folder' in order ? [...words.slice(0, -1), resolve(cwd, order.folder)] : words;
}
