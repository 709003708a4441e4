import { strFromU8, unzipSync } from 'fflate';
import { readPdf } from './poppler.ts';

/** Everything that somebody with the file can read in it, whatever it is: a PDF's words, every part of a packed one, with and without its tags. */
export function wordsOfFile(bytes: Uint8Array): string {
  const beginning = strFromU8(bytes.subarray(0, 5), true);
  if (beginning === '%PDF-') {
    const { info, words, structure } = readPdf(bytes);
    return [info, words, structure.replace(/\s+/g, ' ')].join('\n');
  }
  if (beginning.startsWith('PK'))
    return Object.entries(unzipSync(bytes))
      .map(([name, part]) => `${name}\n${wordsOfFile(part)}`)
      .join('\n');
  const text = strFromU8(bytes);
  return `${text}\n${text.replace(/<[^>]{0,4000}>/g, '').replace(/\s+/g, ' ')}`;
}
