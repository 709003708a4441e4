import { fileKind } from '../docx/file-kind.ts';
import { odtToDocx } from './odt-to-docx.ts';

/**
 * A text of a word processor as a .docx: an OpenDocument text (.odt) is written anew, anything else is given back as it is. `letters`
 * of an .odt are those of the file it came as, counted on their own.
 */
export function asDocx(bytes: Uint8Array): { docx: Uint8Array; letters: number | null } {
  return fileKind(bytes, '') === 'odt' ? odtToDocx(bytes) : { docx: bytes, letters: null };
}
