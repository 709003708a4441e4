import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { startSha256 } from '#app/hash/sha256.server.ts';
import { BackupError, headerLine, lastLine, tableLine, type BackupHeader } from './backup-format.ts';

export type BackupPart = { header: BackupHeader } | { table: string } | { row: string };

/** The longest row: an upload of 21 MB in hexadecimal digits, and its name. */
const longestLine = 64 * 1024 * 1024;

/** Reads a backup piece by piece. Throws BackupError at a file of another kind, a damaged or a shortened one, at the latest at its end. */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  const hash = startSha256();
  let rows = 0;
  let table: string | null = null;
  let header: BackupHeader | null = null;
  let isOver = false;
  for await (const line of linesOf(file)) {
    if (isOver) throw new BackupError(`${file} is damaged: something follows its end`);
    const text = line.toString('utf8');
    const last = text.startsWith('{"rows":') ? lastLine.safeParse(parsed(text)) : null;
    if (last?.success) {
      if (last.data.rows !== rows || last.data.sha256 !== hash.digest('hex'))
        throw new BackupError(`${file} is damaged: its checksum does not agree`);
      isOver = true;
      continue;
    }
    hash.update(line).update('\n');
    if (!header) {
      header = headerOf(file, text);
      yield { header };
    } else if (text.startsWith('{"table":"') && tableLine.strict().safeParse(parsed(text)).success) {
      table = tableLine.parse(JSON.parse(text)).table;
      yield { table };
    } else {
      if (table === null) throw new BackupError(`${file} is damaged: a row stands in no table`);
      rows += 1;
      yield { row: text };
    }
  }
  if (!header) throw new BackupError(`${file} is not a backup of this program`);
  if (!isOver) throw new BackupError(`${file} is cut off: its end is missing`);
}

function headerOf(file: string, text: string): BackupHeader {
  const read = headerLine.safeParse(parsed(text));
  if (!read.success)
    throw new BackupError(`${file} is not a backup of this program, or of another version of its form`);
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Reads the whole file without doing anything; returns what it is. */
export async function checkBackup(
  file: string,
): Promise<{ header: BackupHeader; rows: number; tables: Map<string, number> }> {
  let found: BackupHeader | null = null;
  const tables = new Map<string, number>();
  let table = '';
  let rows = 0;
  for await (const part of readBackup(file)) {
    if ('header' in part) found = part.header;
    else if ('table' in part) tables.set((table = part.table), 0);
    else {
      rows += 1;
      tables.set(table, (tables.get(table) ?? 0) + 1);
    }
  }
  if (!found) throw new BackupError(`${file} is not a backup of this program`);
  return { header: found, rows, tables };
}

async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  const unpacked = source.pipe(createGunzip());
  source.on('error', (error) => unpacked.destroy(error));
  let begun: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
        yield Buffer.concat([...begun, chunk.subarray(from, at)]);
        begun = [];
        length = 0;
        from = at + 1;
      }
      begun.push(chunk.subarray(from));
      length += chunk.length - from;
      if (length > longestLine) throw new BackupError(`${file} is not a backup of this program`);
    }
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError(complaint(file, error as NodeJS.ErrnoException), { cause: error });
  } finally {
    source.destroy();
  }
  if (length > 0) throw new BackupError(`${file} is cut off: its end is missing`);
}

function complaint(file: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'Z_BUF_ERROR') return `${file} is cut off: its end is missing`;
  if (code?.startsWith('Z_')) return `${file} is damaged, or not a backup of this program`;
  return `${file} cannot be read: ${code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : message}`;
}
