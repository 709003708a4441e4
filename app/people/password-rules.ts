import { fold } from '#app/i18n/typography.ts';
import type { MessageKey } from '#app/i18n/translate.ts';

export const minPasswordLength = 10;
/** Bounds the work of hashing; long enough for any sentence. */
const maxPasswordLength = 200;

/** Words that guessing programs try first, alone or repeated. */
const guessedFirst = [
  'haslo',
  'password',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'polska',
  'admin',
  'administrator',
  'paragraf',
  'witaj',
  'welcome',
  'iloveyou',
  'letmein',
];
const runs = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
];

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
  if (isPersonal(bare, owner)) return 'error.password-personal';
  return isFigures(password) || isOneWord(password) ? 'error.password-guessable' : null;
}

/** Dates, telephone and PESEL numbers, one or two of them: of figures alone many more are needed. */
function isFigures(password: string): boolean {
  return !/\p{L}/u.test(password) && (password.match(/\d/g) ?? []).length < 18;
}

/**
 * One word that can be spoken, or one word again and again, with figures and signs around it: no list has all words of a
 * language in all their forms, and a program that guesses makes „Słonecznik2024!” of every one.
 */
function isOneWord(password: string): boolean {
  const words = fold(password).replace(/\d+/g, ' ').split(' ').filter(Boolean);
  const [word] = words;
  if (word === undefined || word.length > longestWord || words.some((other) => other !== word)) return false;
  return password.length <= word.length * words.length + mostAround && isSpoken(word);
}

const longestWord = 15;
/** Signs around a word that people add when they are asked for figures. */
const mostAround = 8;

/** Latin letters with vowels among them as words have: at least one of four, and no more than four consonants together. */
function isSpoken(word: string): boolean {
  if (!/^[a-z]+$/.test(word)) return false;
  const vowels = word.replace(/[^aeiouy]/g, '').length;
  return vowels * 4 >= word.length && !/[^aeiouy]{5}/.test(word);
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
