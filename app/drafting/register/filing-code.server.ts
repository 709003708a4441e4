import { sha256, sha256Bytes } from '#app/hash/sha256.server.ts';

/** Digits of a code: they can be read out over the phone and typed without a mistake. Only officials can try codes, few in an hour. */
const digits = 9;

/** The code of a waiting letter, made of the secret in its address, so that it is kept nowhere: „482 193 076”. */
export function codeOfSecret(secret: string): string {
  const hash = sha256Bytes(`filing-code:${secret}`);
  const number = hash.readBigUInt64BE() % 10n ** BigInt(digits);
  return (String(number).padStart(digits, '0').match(/\d{3}/g) ?? []).join(' ');
}

/** What is kept of a code, for the office of one municipality; null for words that are no code. Blanks and hyphens do not count. */
export function codeHash(teryt: string, code: string): string | null {
  const plain = code.replace(/[\s\u00a0-]+/g, '');
  return /^\d+$/.test(plain) && plain.length === digits ? sha256(`${teryt}:${plain}`) : null;
}
