/**
 * Text of an uploaded file. UTF-8 first, because it proves itself; then the two Polish single-byte encodings, of which
 * the one that gives more Polish letters wins. Null when it is none of them: a picture, a PDF, another alphabet.
 */
export function decodeSource(bytes: Uint8Array): string | null {
  const marked = decodeMarked(bytes);
  const text = marked ?? decodeUtf8(bytes) ?? decodeSingleByte(bytes);
  return text === null || looksBinary(text) ? null : text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** A byte order mark names the encoding. */
function decodeMarked(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return null;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
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
function looksBinary(text: string): boolean {
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffe]/.test(text);
}
