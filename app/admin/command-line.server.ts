import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BackupError } from '#app/backup/backup-format.ts';
import { makeBackup } from '#app/backup/make-backup.server.ts';
import { restoreBackup } from '#app/backup/restore-backup.server.ts';
import { FolderLockedError } from '#app/db/folder-lock.server.ts';
import { openDatabase, type OpenOptions } from '#app/db/open.server.ts';
import { copyCommand } from './answer-forwarded.server.ts';
import { help, readArguments, type AdminOrder } from './arguments.ts';
import { forwardCommand } from './forward.server.ts';
import { runCommand } from './run-command.server.ts';
import type { AdminAnswer } from './answers.ts';

export type CommandLine = {
  words: string[];
  cwd: string;
  places: OpenOptions;
  /** Version of the program, for backups. */ program?: string;
};

/**
 * One command from its words to its answer. `cwd` is where the caller stood: relative file names are looked up there. The
 * database is opened, or, when a server has the embedded one, the command is forwarded to it.
 */
export async function commandLine(input: CommandLine): Promise<AdminAnswer> {
  const read = readArguments(input.words);
  if (!read.ok) return { code: 2, text: read.message };
  switch (read.value.command) {
    case 'help':
      return { code: 0, text: help };
    case 'backup':
      return orComplaint(() => backUp(input, resolve(input.cwd, input.words[1] ?? '')));
    case 'restore': {
      const { file, replace } = read.value;
      return orComplaint(() => restore(input, { file: resolve(input.cwd, file), replace }));
    }
    case 'doctor':
      return (await import('./doctor.server.ts')).doctor(input.places);
  }
  let file: string | null = null;
  if (read.value.command === 'import-terc' || read.value.command === 'load-survey') {
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

async function orComplaint(work: () => Promise<AdminAnswer>): Promise<AdminAnswer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BackupError) return { code: 2, text: error.message };
    throw error;
  }
}

async function backUp({ places, program = 'unknown' }: CommandLine, file: string): Promise<AdminAnswer> {
  const { rows, bytes } = await makeBackup(file, {
    ...places,
    program,
    askForCopy: async (copy) => {
      const answer = await forwardCommand(places.folder, { words: [copyCommand, resolve(copy)], file: null });
      return answer.code === 0 ? { ok: true } : { ok: false, message: answer.text };
    },
  });
  return {
    code: 0,
    text: `${rows} rows in ${file} (${(bytes / 1_000_000).toFixed(1)} MB). It holds personal data and lets whoever has it act for everybody: keep it where nobody else can read it.`,
  };
}

/** Restores and then opens the result as the program would, and checks what was released. */
async function restore({ places }: CommandLine, order: { file: string; replace: boolean }): Promise<AdminAnswer> {
  const { rows, madeAt, before } = await restoreBackup({ ...places, ...order });
  const opened = await openDatabase(places);
  try {
    const checked = await runCommand(opened.db, { words: ['verify'], file: null });
    const kept = before ? `\nThe database that was there is now ${before}.` : '';
    return { code: checked.code, text: `${rows} rows as of ${madeAt} restored.${kept}\n${checked.text}` };
  } finally {
    await opened.close();
  }
}
