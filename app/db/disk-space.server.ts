import { statfsSync } from 'node:fs';
import { NoRoomError } from '#app/errors/known-refusal.ts';

/** What a file system says of itself; sizes in blocks of `bsize` bytes, and how many more files it can name. */
export type FileSystemState = { bsize: number; bavail: number; files: number; ffree: number };

/**
 * Bytes that writes leave alone: four segments of the write-ahead log, which the embedded database takes 16 MB at a time.
 * When it gets none of them it waits inside WebAssembly for ever, so it must never come to ask in vain.
 */
const reservedBytes = 64 * 1024 * 1024;
const reservedFiles = 100;
/** A row stands in the log and in its table; an index or two come on top. */
const copiesOfARow = 3;

/**
 * Returns the gate of writes for a folder: throws NoRoomError (507) when less than the reserve and room for `bytes`
 * more is free. It asks the system each time, a few microseconds: what is free now says nothing about the next second.
 */
export function spaceGate(
  folder: string,
  stateOf: (folder: string) => FileSystemState = statfsSync,
): (bytes: number) => void {
  return (bytes) => {
    const state = stateOf(folder);
    const free = state.bsize * state.bavail;
    if (free < reservedBytes + copiesOfARow * bytes) throw new NoRoomError(`${megabytes(free)} free in ${folder}`);
    // Some file systems count no files and answer 0 of 0.
    if (state.files > 0 && state.ffree < reservedFiles)
      throw new NoRoomError(`${state.ffree} more files possible in ${folder}`);
  };
}

/** Throws an Error in words when there is too little room to start: opening writes too. */
export function requireRoomToStart(folder: string, stateOf: (folder: string) => FileSystemState = statfsSync): void {
  try {
    spaceGate(folder, stateOf)(0);
  } catch (cause) {
    if (!(cause instanceof NoRoomError)) throw cause;
    throw new Error(
      `the disk of the data folder is full (${cause.message}): make ${megabytes(reservedBytes)} free, then start again`,
      { cause },
    );
  }
}

const megabytes = (bytes: number) => `${Math.floor(bytes / 1024 / 1024)} MB`;
