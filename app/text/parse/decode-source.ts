import { withHyphens } from '../tree/compose.ts';

/**
 * Text of a file. A byte order mark names the encoding, and so do the zero bytes of UTF-16 without one; then UTF-8, because it proves
 * itself; then the two Polish single-byte encodings, of which the one that gives more Polish letters wins. Null when it is none of
 * them: a picture, a PDF, another alphabet. Line ends become single.
 */
export function decodeSource(bytes: Uint8Array): string | null {
  const wide = wideEncoding(bytes);
  const text =
    wide === null ? (decodeStrictly(bytes, 'utf-8') ?? decodeSingleByte(bytes)) : decodeStrictly(bytes, wide);
  if (text === null) return null;
  const read = withHyphens(text);
  if (looksBinary(read)) return null;
  return read
    .replace(STRAY, '\ufffd')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
}

/** More of a text than this need not be looked at to know how wide its units are. */
const PROBE = 4096;

/** UTF-16 by its mark; without one, one byte of nearly every unit of a Polish text is zero and the other never. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const units = Math.min(bytes.length, PROBE) >> 1;
  if (units < 2 || bytes.length % 2 !== 0) return null;
  let [even, odd] = [0, 0];
  for (let i = 0; i < units; i += 1) {
    if (bytes[2 * i] === 0) even += 1;
    if (bytes[2 * i + 1] === 0) odd += 1;
  }
  if (odd > units / 2 && even === 0) return 'utf-16le';
  return even > units / 2 && odd === 0 ? 'utf-16be' : null;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

const polish = /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]/g;
const typographic = /[§„”“’‚–—…°±×·«» ­]/g;

function decodeSingleByte(bytes: Uint8Array): string | null {
  const readings = ['windows-1250', 'iso-8859-2'].map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes);
    const high = count(text, /[^\u0000-\u007f]/g);
    const letters = count(text, polish);
    // C1 controls never occur in text: they are the typographic marks of the other encoding.
    const controls = count(text, /[\u0080-\u009f]/g);
    return { text, high, score: letters + count(text, typographic) - 3 * controls, letters };
  });
  const best = readings.reduce((a, b) => (b.score > a.score ? b : a));
  // In Polish text nearly every character above ASCII is a Polish letter or a typographic mark.
  return best.letters > 0 && best.score >= 0.8 * best.high ? best.text : null;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Control characters other than tab, line ends, page feed and the marks word processors leave. */
const STRAY = /[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/g;

/** A few stray ones are signs that a program could not write; they are shown as such, and nothing else is lost. */
function looksBinary(text: string): boolean {
  return /[\u0000\ufffe]/.test(text) || count(text, STRAY) * 200 > text.length;
}
