import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { isAttached } from './attached-files.server.ts';
import type { ArchiveFiles, ReadAttached } from './tables.ts';
import type { ArchiveManifest } from './manifest.ts';

const readme = (
  manifest: ArchiveManifest,
) => `Public record of ${manifest.municipality.name} (${manifest.municipality.teryt}), ${manifest.exportedAt}, made by Paragraf. Licence: ${manifest.licence}.

data/       every table as JSON, one row a line; ids are those of the addresses and of the interface
texts/      every version of every text as it is printed
registers/  remarks and rulings as CSV; private people are not named there
attachments/ files of submissions that everybody may open, named by their SHA-256 (fileHash in data/Attachment.json)
A name in a row with channel "guest" was typed by its sender and is unconfirmed.
manifest.json lists every file with its SHA-256. Check with: sha256sum -c SHA256SUMS

Not in here: ${manifest.left.join('; ')}.

Put it into an empty installation: npm run admin -- import FOLDER
`;

/** Writes an archive into a folder that is not there yet or is empty. Returns a complaint, or null when all is written. */
export async function writeFolder(
  folder: string,
  { files, manifest, attached }: { files: ArchiveFiles; manifest: ArchiveManifest; attached: ReadAttached },
): Promise<string | null> {
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0))
    return `${folder} is not an empty folder`;
  mkdirSync(folder, { recursive: true });
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  for (const { path } of manifest.files.filter((file) => isAttached(file.path))) {
    const bytes = await attached(path);
    if (!bytes) return `${path} was taken away while the archive was made: remove ${folder} and make it again`;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  writeFileSync(join(folder, 'SHA256SUMS'), manifest.files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''));
  writeFileSync(join(folder, 'README.txt'), readme(manifest));
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return null;
}

/** Reads an archive: only files that lie in the folder itself, attached ones when they are asked for. Returns a complaint where it is none. */
export function readFolder(
  folder: string,
): { manifest: unknown; files: ArchiveFiles; attached: ReadAttached } | string {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file)) return `${folder} has no manifest.json`;
  try {
    const files: ArchiveFiles = new Map();
    const bytes = new Map<string, string>();
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      // A link could lead anywhere.
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const name = relative(folder, path).split(sep).join('/');
      if (isAttached(name)) bytes.set(name, path);
      else files.set(name, readFileSync(path, 'utf8'));
    }
    const attached: ReadAttached = async (name) => {
      const path = bytes.get(name);
      return path === undefined ? null : new Uint8Array(readFileSync(path));
    };
    return { manifest: JSON.parse(readFileSync(file, 'utf8')), files, attached };
  } catch (error) {
    if (error instanceof SyntaxError) return 'manifest.json is not JSON';
    if (error instanceof Error && 'code' in error) return `cannot read ${folder}: ${error.message}`;
    throw error;
  }
}
