import { plainForms } from '#app/text/tree/compose.ts';

/** The longest name any field takes, with room; what follows is not looked at. */
const mostLooked = 400;

/**
 * Signs that look like a Latin letter, by that letter: Cyrillic, Greek, Armenian, Cherokee, Coptic, Lisu, letters of phonetics and
 * with strokes and hooks. NFKD has brought wide and styled signs to Latin before.
 */
const likeness: Record<string, string> = {
  a: 'аαɑᴀⱥᶏꭺⲁꓮᗩ',
  b: 'ьвβʙƀɓꮟᏼⲃꓐᗷ',
  c: 'сϲᴄ¢ƈȼꮯⲥꓚᑕ',
  d: 'ԁđᴅðɖɗƌȡꭰꮷⅾꓓᗪ',
  e: 'еєеэᴇɇƹꭼꭱⲉꓰᗴᕮ',
  f: 'ғƒꜰꓝᖴ',
  g: 'ցɡɢǥɠꮐꓖᘜ',
  h: 'нһհʜħɦꮋⲏꓧᕼ',
  i: 'іιɩıɪӏlłӏľʟƚɨɫɬɭꭵꮖⅼꓲꓡᒪⲓ',
  j: 'јʝᴊɉȷꭻꓙᒍ',
  k: 'кκᴋƙꮶⲕꓗ',
  m: 'мᴍɱꮇⲙꓟᗰ',
  n: 'пηոɴƞɲŋɳⲛꓠᑎ',
  o: 'оοσօᴏøөɵꮎⲟꓳ',
  p: 'рρᴘƥꮲⲣꓑᑭ',
  q: 'ԛʠɋ',
  r: 'гʀᴦɍɼɽɾꮢꮁⲅꓣᖇ',
  s: 'ѕꜱȿʂꮪꮥꓢ',
  t: 'тτᴛŧƭʈꭲⲧꓔ',
  u: 'υսцᴜиʉʋꓴᑌ',
  v: 'νѵᴠꮩꓦᐯ',
  w: 'ԝωѡшᴡⱳꮃꮤꓪᗯ',
  x: 'хχ×ⲭꓫ᙭',
  y: 'уγүʏɏƴꭹⲩꓬ',
  z: 'ᴢзƶȥʐʑɀꮓⲍꓜᘔ',
};
/** Figures and marks are read as letters, and once more as what they are: „M1ejski”, „Jawne Jurowice!”. */
const figures: Record<string, string> = { a: '4', b: '8', e: '3', g: '69', i: '1', o: '0', s: '5', t: '7', z: '2' };
const marks: Record<string, string> = { a: '@', e: '€', i: '!|', s: '$' };
const readAs = (...tables: Record<string, string>[]) =>
  new Map(
    tables
      .flatMap((table) => Object.entries(table))
      .flatMap(([letter, signs]) => [...signs].map((sign) => [sign, letter] as const)),
  );
const letters = readAs(likeness);
const lettersAndFigures = readAs(likeness, figures);
const everything = readAs(likeness, figures, marks);

/** Letters in a circle, in a square and of flags, which no form of Unicode brings back to plain ones: where each row of 26 begins. */
const rowsOfLetters = [0x1f130, 0x1f150, 0x1f170, 0x1f1e6];

/**
 * A name as the eye reads it: words of Latin letters, without case, diacritics, doubled letters, invisible signs and figures in place of letters;
 * „i”, „l” and „1” are one letter, „VV” is „W” and „rn” is „m”. Letters apart („U r z ą d”, „U.M.”) are one word. A word joined with another by a hyphen keeps it:
 * „Wójt-Nowak” is a surname. Only for comparing, both sides folded here. Linear, and bounded before it starts.
 */
export function nameWords(name: string): string[] {
  return wordsOf(plainSigns(name), everything);
}

/** Every way to read a name: figures and marks as letters, marks as signs between words, both as such. */
export function nameReadings(name: string): string[][] {
  const plain = plainSigns(name);
  const readings = [everything, lettersAndFigures, letters].map((table) => wordsOf(plain, table));
  return readings.filter((words, at) => readings.findIndex((other) => other.join(' ') === words.join(' ')) === at);
}

function plainSigns(name: string): string {
  const plain = Array.from(plainForms(name.slice(0, mostLooked)), plainLetter)
    .join('')
    .toLowerCase()
    .replaceAll('|_|', 'u');
  return plainForms(plain).replace(/[\p{M}\p{Cf}\p{Cc}\p{Co}\p{Cn}\u115f\u1160\u3164]/gu, '');
}

function plainLetter(sign: string): string {
  const code = sign.codePointAt(0)!;
  const row = rowsOfLetters.find((first) => code >= first && code < first + 26);
  return row === undefined ? sign : String.fromCharCode(97 + code - row);
}

function wordsOf(plain: string, table: ReadonlyMap<string, string>): string[] {
  const latin = Array.from(plain, (sign) => table.get(sign) ?? sign)
    .join('')
    .replace(/(?<=\p{L})[-‐‑–](?=\p{L})/gu, '-');
  const words = latin
    .split(/[^a-z-]+/)
    .map((word) => single(trimmed(word).replaceAll('vv', 'w').replaceAll('rn', 'm')))
    .filter(Boolean);
  return joinedLetters(words);
}

/** „Urrząd” is read as „Urząd”. */
function single(word: string): string {
  return word.replace(/([a-z])\1+/g, '$1');
}

function trimmed(word: string): string {
  return word.split('-').filter(Boolean).join('-');
}

function joinedLetters(words: readonly string[]): string[] {
  const joined: string[] = [];
  let apart = '';
  for (const word of [...words, '']) {
    if (word.length === 1) {
      apart += word;
      continue;
    }
    // „U. M. w Jurowicach”: the last one is a word of its own.
    if (apart.length > 2 && /[wz]$/.test(apart)) joined.push(apart.slice(0, -1), apart.slice(-1));
    else if (apart) joined.push(apart);
    apart = '';
    if (word) joined.push(word);
  }
  return joined;
}

/** Words of a list written in this file’s sources, folded like what they are compared with. */
export function foldedSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).flatMap((word) => nameWords(word)));
}
