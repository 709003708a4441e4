/**
 * A backup is one compressed file of lines of JSON, the same for both databases: first what it is, then for every table its
 * name and its rows, at last how many rows there were and the SHA-256 of all lines before.
 */
import { z } from 'zod';

export const formatName = 'paragraf-backup';
export const formatVersion = 1;

export const headerLine = z.object({
  format: z.literal(formatName),
  formatVersion: z.literal(formatVersion),
  program: z.string(),
  madeAt: z.iso.datetime(),
  /** Where the rows come from; they go into either. */
  database: z.enum(['pglite', 'postgres']),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
});
export type BackupHeader = z.infer<typeof headerLine>;

export const tableLine = z.object({ table: z.string().regex(/^\w{1,63}$/) });
export const lastLine = z.object({ rows: z.int().min(0), sha256: z.string() });

/** Why a file cannot be restored, in one line. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}
