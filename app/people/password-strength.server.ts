import type { Db } from '#app/db/client.server.ts';
import { fold } from '#app/i18n/typography.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import { plainForms } from '#app/text/tree/compose.ts';
import { publicUrl } from '#app/mail/absolute-url.server.ts';
import { passwordProblem } from './password-rules.ts';

/** Powers of ten of guesses that a password has to withstand. Sign-in allows a few tries an hour, and the hash is slow. */
const leastGuesses = 9.5;
/** Characters that are looked at: the work grows faster than the length, and what is weak after so many stays refused. */
const lookedAt = 40;

type Owner = { email: string; displayName: string };

/**
 * What makes a password easy to guess; null when it will do. After the rules of length come the dictionaries: common passwords,
 * Polish and English words and names, keyboards and dates, and the words of this very place – the person, the site, the
 * municipalities – with figures and signs in place of letters seen through.
 */
export async function checkPassword(db: Db, password: string, owner: Owner): Promise<MessageKey | null> {
  const problem = passwordProblem(password, owner);
  if (problem) return problem;
  const start = [...password].slice(0, lookedAt).join('');
  const words = await ownWords(db, start, owner);
  const estimate = await estimator();
  const plain = plainForms(start);
  const guesses = Math.min(
    ...[...new Set([start, plain, fold(start), bare(start), unshifted(plain)])].map((spelling) =>
      estimate(spelling, words),
    ),
  );
  return guesses < leastGuesses ? 'error.password-guessable' : null;
}

/** Names of municipalities are compared here and not asked for by the password: a question to the database may be logged. */
async function ownWords(db: Db, password: string, { email, displayName }: Owner): Promise<string[]> {
  const spellings = [password, lettersOf(password, 'i'), lettersOf(password, 'l')].map((spelling) => bare(spelling));
  const named = (await db.municipality.findMany({ distinct: ['name'], select: { name: true } })).flatMap(({ name }) => {
    const plain = fold(name);
    const stem = bare(name).length > 6 ? bare(name).slice(0, -1) : bare(name);
    // „Jurowice” stands in „burmistrz.jurowic” and „wjurowicach” too.
    return stem.length >= 4 && spellings.some((spelling) => spelling.includes(stem))
      ? [bare(name), stem, plain.replaceAll(' ', '-'), ...plain.split(' ')]
      : [];
  });
  const person = [email, displayName].flatMap((text) => fold(text).split(/[^a-z0-9]+/));
  const site = [
    'paragraf',
    'gmina',
    'miasto',
    'urzad',
    'burmistrz',
    'wojt',
    'konsultacje',
    ...new URL(publicUrl()).hostname.split('.'),
  ];
  return [...new Set([...named, ...person, ...site])].filter((word) => word.length >= 3);
}

const bare = (text: string) => fold(text).replaceAll(' ', '');

/** Signs of the upper row of figures as the figures: „!QAZ@WSX" is a walk over keys, with one more held down. */
function unshifted(text: string): string {
  const upper = '!@#$%^&*()';
  return [...text.toLowerCase()]
    .map((sign) => (upper.includes(sign) ? '1234567890'[upper.indexOf(sign)] : sign))
    .join('');
}

/** „Jur0w1c3" as it is meant: figures and signs that stand for letters. */
function lettersOf(text: string, one: 'i' | 'l'): string {
  const meant: Record<string, string> = { 0: 'o', 1: one, 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': one };
  return [...text].map((sign) => meant[sign] ?? sign).join('');
}

type Estimate = (password: string, words: string[]) => number;
let made: Promise<Estimate> | null = null;

/** Dictionaries are read when the first password is set: most starts never need their 40 MB. */
function estimator(): Promise<Estimate> {
  return (made ??= makeEstimator());
}

async function makeEstimator(): Promise<Estimate> {
  const [{ ZxcvbnFactory }, common, polish] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-pl'),
  ]);
  const { wikipedia, ...spoken } = polish.dictionary;
  // People leave the Polish signs out: „haslo", „zolw".
  const plain = Object.values(spoken)
    .flat()
    .map((word) => fold(String(word)));
  const meter = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...spoken, wikipedia, plain: [...new Set(plain)] },
    graphs: common.adjacencyGraphs,
    maxLength: lookedAt,
  });
  return (password, words) => meter.check(password, words).guessesLog10;
}
