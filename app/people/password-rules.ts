import { fold } from '#app/i18n/typography.ts';
import type { MessageKey } from '#app/i18n/translate.ts';

export const minPasswordLength = 10;
/** Bounds the work of hashing; long enough for any sentence. */
export const maxPasswordLength = 200;

/** Words that guessing programs try first, alone or repeated. */
const guessedFirst = ['haslo', 'password', 'qwerty', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'polska', 'admin', 'administrator', 'paragraf', 'witaj', 'welcome', 'iloveyou', 'letmein'];
const runs = ['01234567890123456789', '98765432109876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];

/**
 * What makes a password easy to guess, as a message for people; null when it will do. Length is asked for, composition is
 * not: a sentence is better than "Abc!2345".
 */
export function passwordProblem(password: string, owner: { email: string; displayName: string }): MessageKey | null {
  const length = [...password].length;
  if (length < minPasswordLength) return 'error.password-short';
  if (length > maxPasswordLength) return 'error.password-long';
  if (new Set(password.toLowerCase()).size < 5) return 'error.password-repeats';
  const bare = fold(password).replaceAll(' ', '');
  if (isRun(bare) || isGuessedFirst(bare)) return 'error.password-common';
  return isPersonal(bare, owner) ? 'error.password-personal' : null;
}

function isRun(bare: string): boolean {
  return runs.some((run) => run.includes(bare)) && bare.length > 0;
}

/** A word from the list with nothing but figures around it, or repeated. */
function isGuessedFirst(bare: string): boolean {
  const letters = bare.replace(/\d+/g, '');
  return guessedFirst.some((word) => letters === word || (letters !== '' && letters.replaceAll(word, '') === ''));
}

/** Most of it is the owner's own name or address. */
function isPersonal(bare: string, { email, displayName }: { email: string; displayName: string }): boolean {
  const parts = [email, email.split('@')[0] ?? '', displayName, ...displayName.split(/\s+/)]
    .map((part) => fold(part).replaceAll(' ', ''))
    .filter((part) => part.length >= 4);
  return parts.some((part) => bare.includes(part) && bare.length - part.length < 6);
}
