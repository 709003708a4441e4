/** Letters and digits that nobody takes for one another on paper. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
export const codeLength = 8;

/** A code as it is compared: without blanks and dashes, in capitals; null where it cannot be one. */
export function codeOf(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  return code.length === codeLength && [...code].every((letter) => letters.includes(letter)) ? code : null;
}

/** A code of random bytes, as many as it has letters. */
export function codeFrom(bytes: Uint8Array): string {
  return Array.from(bytes.slice(0, codeLength), (byte) => letters[byte % letters.length]).join('');
}

/** As it is printed: in two halves. */
export function printedCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}
