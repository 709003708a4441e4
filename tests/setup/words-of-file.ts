import { strFromU8, unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { readPdf } from './poppler.ts';

/** Words of files that were read already: a walk gets the same bytes from some addresses, and each costs three programs. */
const read = new Map<string, string>();

/** Everything that somebody with the file can read in it, whatever it is: a PDF's words, every part of a packed one, with and without its tags. */
export function wordsOfFile(bytes: Uint8Array): string {
  const beginning = strFromU8(bytes.subarray(0, 5), true);
  if (beginning === '%PDF-') {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const known = read.get(hash);
    if (known !== undefined) return known;
    const { info, words, structure } = readPdf(bytes);
    const found = [info, words, structure.replace(/\s+/g, ' ')].join('\n');
    read.set(hash, found);
    return found;
  }
  if (beginning.startsWith('PK'))
    return Object.entries(unzipSync(bytes))
      .map(([name, part]) => `${name}\n${wordsOfFile(part)}`)
      .join('\n');
  const text = strFromU8(bytes);
  return `${text}\n${text.replace(/<[^>]{0,4000}>/g, '').replace(/\s+/g, ' ')}`;
}
