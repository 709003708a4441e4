import { plainForms } from '#app/text/compose.ts';

/** The longest name any field takes, with room; what follows is not looked at. */
const mostLooked = 400;

/** Signs that look like a Latin letter, by that letter: Cyrillic, Greek, Armenian, small capitals, figures and marks. NFKD has brought wide and styled signs to Latin before. */
const likeness: Record<string, string> = {
  a: 'аαɑᴀ@4', b: 'ьвβʙ8', c: 'сϲᴄ¢', d: 'ԁđᴅð', e: 'еєεэᴇ3€', f: 'ғƒꜰ', g: 'ցɡɢ69', h: 'нһհʜħ', i: 'іιɩıɪӏlłӀ1!|ľʟ', j: 'јʝᴊ', k: 'кκᴋ', m: 'мᴍ', n: 'пηոɴ', o: 'оοσօᴏ0øө', p: 'рρᴘ',
  q: 'ԛ', r: 'гʀᴦ', s: 'ѕꜱ5$', t: 'тτᴛ7', u: 'υսцᴜи', v: 'νѵᴠ', w: 'ԝωѡшᴡ', x: 'хχ×', y: 'уγүʏ', z: 'ᴢ2з',
};
const meant = new Map(Object.entries(likeness).flatMap(([letter, signs]) => [...signs].map((sign) => [sign, letter] as const)));

/**
 * A name as the eye reads it: words of Latin letters, without case, diacritics, invisible signs and figures in place of letters;
 * „i”, „l” and „1” are one letter, „VV” is „W” and „rn” is „m”. Letters apart („U r z ą d”, „U.M.”) are one word. A word joined with another by a hyphen keeps it:
 * „Wójt-Nowak” is a surname. Only for comparing, both sides folded here. Linear, and bounded before it starts.
 */
export function nameWords(name: string): string[] {
  const plain = plainForms(name.slice(0, mostLooked)).toLowerCase().replace(/[\p{M}\p{Cf}\p{Cc}\p{Co}\p{Cn}\u115f\u1160\u3164]/gu, '');
  const latin = Array.from(plain, (sign) => meant.get(sign) ?? sign).join('').replace(/(?<=\p{L})[-‐‑–](?=\p{L})/gu, '-');
  const words = latin.split(/[^a-z-]+/).map((word) => trimmed(word).replaceAll('vv', 'w').replaceAll('rn', 'm')).filter(Boolean);
  return joinedLetters(words);
}

function trimmed(word: string): string {
  return word.split('-').filter(Boolean).join('-');
}

function joinedLetters(words: readonly string[]): string[] {
  const joined: string[] = [];
  let letters = '';
  for (const word of [...words, '']) {
    if (word.length === 1) {
      letters += word;
      continue;
    }
    if (letters) joined.push(letters);
    letters = '';
    if (word) joined.push(word);
  }
  return joined;
}

/** Words of a list written in this file’s sources, folded like what they are compared with. */
export function foldedSet(words: string): ReadonlySet<string> {
  return new Set(nameWords(words.split(/\s+/).join(' , ')));
}
