/** Nothing that this program takes is nested deeper; reading what is would exhaust the stack. */
export const jsonDepth = 64;

/** Whether JSON is nested deeper than `most`, found in one pass before it is read. Signs inside strings do not count. */
export function isDeeper(text: string, most = jsonDepth): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (quoted) {
      // A backslash takes the next sign with it.
      if (sign === 0x5c) at += 1;
      else if (sign === 0x22) quoted = false;
    } else if (sign === 0x22) quoted = true;
    else if (sign === 0x5b || sign === 0x7b) {
      depth += 1;
      if (depth > most) return true;
    } else if (sign === 0x5d || sign === 0x7d) depth -= 1;
  }
  return false;
}

/**
 * JSON that somebody sent. Throws SyntaxError for what is none or is nested too deep. PostgreSQL stores neither U+0000 nor half
 * a surrogate pair, and nobody types them.
 */
export function readJson(text: string): unknown {
  if (isDeeper(text)) throw new SyntaxError('nested too deep');
  return JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\u{fffd}') : value,
  );
}
