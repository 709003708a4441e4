import { chmodSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Names of what this program puts into its data folder; what else lies there is not its own to change. */
const ours = /^(?:pglite|lock|admin|uploads|backup|letters)/;

/** From here on nothing this process makes can be read by another user of the machine. */
export function keepFilesPrivate(): void {
  process.umask(0o077);
}

/**
 * Takes the rights of others from the data folder and from everything of ours inside, as earlier versions left them. Links
 * are not followed; a folder that is everybody's by design (sticky, like /tmp) keeps its own rights.
 */
export function tightenFolder(folder: string): void {
  const { mode } = statSync(folder);
  if ((mode & 0o1000) === 0) takeRights(folder, mode);
  for (const name of readdirSync(folder)) if (ours.test(name)) tighten(join(folder, name));
}

function tighten(path: string): void {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat || stat.isSymbolicLink()) return;
  takeRights(path, stat.mode);
  if (stat.isDirectory()) for (const name of readdirSync(path)) tighten(join(path, name));
}

function takeRights(path: string, mode: number): void {
  if ((mode & 0o077) === 0) return;
  try {
    chmodSync(path, mode & 0o700);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Gone meanwhile, or on a file system that has no rights: nothing more can be done there.
    if (code !== 'ENOENT' && code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EROFS') throw error;
  }
}
