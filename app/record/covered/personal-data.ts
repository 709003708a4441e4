export type PersonalDataKind = 'pesel' | 'phone' | 'email' | 'iban' | 'address';

/** A stretch of a text that looks like personal data, [from, to) in UTF-16 units. */
export type Suspect = { from: number; to: number; kind: PersonalDataKind };

/**
 * Likely personal data in a remark, in order and without overlaps. A help for the official, who decides: a PESEL and an
 * account number count only with a right check digit, an address needs a street or a place with its postal code.
 */
export function findPersonalData(text: string): Suspect[] {
  const found: Suspect[] = [];
  const taken = new Uint8Array(text.length);
  const add = (kind: PersonalDataKind, pattern: RegExp, isRight: (words: string) => boolean = () => true) => {
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (!isRight(match[0]) || taken.subarray(from, to).includes(1)) continue;
      taken.fill(1, from, to);
      found.push({ from, to, kind });
    }
  };
  // The order is that of certainty: a number with a check digit is not taken for a telephone.
  add('email', /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu);
  add('iban', /(?<![\p{L}\p{N}])(?:PL[ \u00a0]?)?\d{2}(?:[ \u00a0-]?\d{4}){6}(?!\d)/giu, isAccount);
  add('pesel', /(?<!\d)\d{11}(?!\d)/g, isPesel);
  add(
    'phone',
    /(?<![\d/.,§-])(?:(?:\+|00)48[ \u00a0-]?)?(?:\d{3}[ \u00a0-]?\d{3}[ \u00a0-]?\d{3}|\(?\d{2}\)?[ \u00a0-]\d{3}[ \u00a0-]\d{2}[ \u00a0-]\d{2})(?![\d/])/g,
  );
  add(
    'address',
    /(?<!\p{L})(?:ul|al|os|pl)\.[ \u00a0]{0,3}\p{Lu}[\p{L}.-]{0,60}(?:[ \u00a0](?:\p{Lu}|\d{1,4}[ \u00a0]\p{Lu}|[iw][ \u00a0]\p{Lu})[\p{L}.-]{0,60}){0,4}[ \u00a0]\d{1,6}[A-Za-z]?(?:[ \u00a0]?\/[ \u00a0]?\d{1,6}|[ \u00a0]m\.?[ \u00a0]?\d{1,6})?(?:,?[ \u00a0]\d{2}-\d{3}(?:[ \u00a0]\p{Lu}[\p{L}-]{1,60}){0,3})?/gu,
  );
  add('address', /(?<!\d)\d{2}-\d{3}[ \u00a0]\p{Lu}[\p{L}-]+/gu);
  return found.sort((a, b) => a.from - b.from);
}

/** Eleven digits of a person's number: check digit, and a month and day that exist (the century is in the month). */
function isPesel(digits: string): boolean {
  const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  const [month, day] = [Number(digits.slice(2, 4)) % 20, Number(digits.slice(4, 6))];
  return (10 - (sum % 10)) % 10 === Number(digits[10]) && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** A Polish account number: modulo 97 with PL moved to the end (ISO 13616). */
function isAccount(words: string): boolean {
  const digits = words.replace(/\D/g, '');
  const moved = `${digits.slice(2)}2521${digits.slice(0, 2)}`;
  let rest = 0;
  for (const digit of moved) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}
