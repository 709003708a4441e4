import { readFileSync, statSync } from 'node:fs';
import { TextLimitError } from '#app/text/tree/limits.ts';
import { callerPath } from './caller-path.ts';

/** Bytes of a file, or of standard input for "-". A file over the bound is refused by its size, before anything of it is in memory. */
export function readInput(file: string, command: 'text' | 'docs', limit: number): Uint8Array {
  if (file !== '-') requireSize(file, statSync(callerPath(file, command)).size, limit);
  const bytes = readFileSync(file === '-' ? 0 : callerPath(file, command));
  // What comes through a pipe tells its size only when it is there.
  requireSize(file, bytes.length, limit);
  return bytes;
}

function requireSize(file: string, size: number, limit: number): void {
  if (size > limit) throw new TextLimitError(`bytes (${file === '-' ? 'standard input' : file})`, size, limit);
}
