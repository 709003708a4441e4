import { z } from 'zod';

/** What an archive says about itself. The hash of the whole covers path and hash of every file, in order of the paths. */
export const manifestSchema = z.object({
  schema: z.literal('paragraf-archive/1'),
  municipality: z.object({ teryt: z.string().regex(/^\d{7}$/), name: z.string() }),
  exportedAt: z.iso.datetime(),
  licence: z.string(),
  left: z.array(z.string()),
  files: z.array(
    z.object({
      path: z.string().regex(/^[a-z0-9][\w-]*(\/[\w-]+)*\.[a-z]+$/i),
      bytes: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ArchiveManifest = z.infer<typeof manifestSchema>;

/** The text whose SHA-256 is that of the whole: as `sha256sum` prints it. */
export function wholeText(files: readonly { path: string; sha256: string }[]): string {
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('');
}
