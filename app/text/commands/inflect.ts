/**
 * Polish declension, as far as commands of the kind "wyraz „raport” zastępuje się użytym w odpowiednim przypadku wyrazem
 * „sprawozdanie”" need it (§ 88 ZTP): a phrase in all its cases, so that each form found gets the same form of the new one.
 */

const CASES = ['N', 'G', 'D', 'A', 'I', 'L'] as const;
type Case = (typeof CASES)[number];
type Slot = `${'s' | 'p'}${Case}`;
/** Forms by number and case; the first of several is the one that is written. */
type Paradigm = Record<Slot, string[]>;

type Gender = 'm' | 'f' | 'n' | 'pl';

/** Nouns whose stem changes in a way no rule tells. */
const STEMS: Readonly<Record<string, string>> = {
  urząd: 'urzęd',
  zespół: 'zespoł',
  protokół: 'protokoł',
  stół: 'stoł',
  dochód: 'dochod',
  samochód: 'samochod',
  powód: 'powod',
  obwód: 'obwod',
  wybór: 'wybor',
  zbiór: 'zbior',
  nadzór: 'nadzor',
  spór: 'spor',
  dwór: 'dwor',
  wieczór: 'wieczor',
  przewóz: 'przewoz',
  wywóz: 'wywoz',
  obóz: 'oboz',
  dzień: 'dni',
  tydzień: 'tygodni',
  pies: 'ps',
  park: 'park',
  okręg: 'okręg',
};

/** Men and offices: their accusative is their genitive. */
const PERSON =
  /(?:nik|tor|arz|erz|yciel|iciel|owiec|alec|awca|owca|ista|ysta|ent|ant|wójt|burmistrz|rektor|szef|pan|radny|sołtys|prezes|członek|komendant|uczeń|rodzic|opiekun|zarządca|kierowca|mieszkaniec|obywatel|właściciel)$/iu;

type Noun = { gender: Gender; forms: Paradigm };

function paradigm(singular: readonly (string | string[])[], plural: readonly (string | string[])[]): Paradigm {
  const list = (form: string | string[] | undefined): string[] =>
    form === undefined ? [] : typeof form === 'string' ? [form] : form;
  const all = {} as Paradigm;
  CASES.forEach((name, i) => {
    all[`s${name}`] = list(singular[i]);
    all[`p${name}`] = list(plural[i]);
  });
  return all;
}

/** The locative stem: raport → raporci, urząd → urzędzi, opłata → opłaci. */
function soften(stem: string): string {
  const changes: ReadonlyArray<readonly [RegExp, string]> = [
    [/st$/, 'ści'],
    [/sł$/, 'śl'],
    [/zd$/, 'ździ'],
    [/sn$/, 'śni'],
    [/ch$/, 'sz'],
    [/t$/, 'ci'],
    [/d$/, 'dzi'],
    [/r$/, 'rz'],
    [/ł$/, 'l'],
    [/k$/, 'c'],
    [/g$/, 'dz'],
    [/([bpfvmnwsz])$/, '$1i'],
  ];
  for (const [pattern, by] of changes) if (pattern.test(stem)) return stem.replace(pattern, by);
  return stem;
}

const isSoft = (stem: string): boolean => /(?:[cjlśćźńż]|cz|sz|rz|dz|dż|i)$/u.test(stem);
const isVelar = (stem: string): boolean => /[kg]$/u.test(stem);

function masculine(word: string): Noun {
  let stem = STEMS[word.toLowerCase()] ?? word;
  if (stem === word && /[^aeiouyąęó]ek$/u.test(word)) stem = `${word.slice(0, -2)}k`;
  else if (stem === word && /iec$/u.test(word)) stem = `${word.slice(0, -3).replace(/n$/u, 'ń')}c`;
  else if (stem === word && /[^i]ec$/u.test(word)) stem = `${word.slice(0, -2)}c`;
  if (/[A-ZŻŹĆŚŁÓ]/u.test(word.charAt(0))) stem = stem.charAt(0).toUpperCase() + stem.slice(1);
  const person = PERSON.test(word);
  const soft = /(?:ń|ć|ś|ź)$/u.test(stem)
    ? stem.replace(/.$/u, (sign) => ({ ń: 'ni', ć: 'ci', ś: 'si', ź: 'zi' })[sign] ?? sign)
    : stem;
  const genitive =
    person || /(?:ośrodek|zbiornik|chodnik|arkusz|miesiąc|plecak|domek|kwiatek)$/iu.test(word)
      ? [`${soft}a`]
      : [`${soft}u`, `${soft}a`];
  const locative = isSoft(stem) || isVelar(stem) || /ch$/u.test(stem) ? `${soft}u` : `${soften(stem)}e`;
  const instrumental = isVelar(stem) ? `${soft}iem` : `${soft}em`;
  const plural =
    isVelar(stem) && !person
      ? `${stem}i`
      : isSoft(stem)
        ? `${soft}e`
        : person
          ? isVelar(stem)
            ? `${soften(stem)}y`
            : /r$/u.test(stem)
              ? `${stem}zy`
              : /t$|ys$/u.test(stem)
                ? `${soften(stem)}`
                : `${stem}owie`
          : `${stem}y`;
  const pluralGenitive =
    isSoft(stem) && !/c$|j$/u.test(stem)
      ? [/(?:cz|sz|rz|ż)$/u.test(stem) ? `${soft}y` : soft.endsWith('i') ? soft : `${soft}i`, `${soft}ów`]
      : [`${soft}ów`];
  return {
    gender: 'm',
    forms: paradigm(
      [word, genitive, [`${soft}owi`, `${soft}u`], person ? genitive : word, instrumental, locative],
      [plural, pluralGenitive, `${soft}om`, person ? pluralGenitive : plural, `${soft}ami`, `${soft}ach`],
    ),
  };
}

function feminine(word: string): Noun {
  if (!/a$/u.test(word)) {
    const stem = word.replace(/ść$/u, 'ści').replace(/ć$/u, 'ci').replace(/ń$/u, 'ni').replace(/ż$/u, 'ż');
    const i = /i$/u.test(stem) ? stem : `${stem}y`;
    return {
      gender: 'f',
      forms: paradigm([word, i, i, word, `${stem}ą`, i], [i, i, `${stem}om`, i, `${stem}ami`, `${stem}ach`]),
    };
  }
  const stem = word.slice(0, -1);
  // Men and firms: "zarządca", "wykonawcy", "dostawców".
  if (/[^aeiouyąęó]ca$/u.test(word) && !/^owca$/iu.test(word))
    return {
      gender: 'm',
      forms: paradigm(
        [word, `${stem}y`, `${stem}y`, `${stem}ę`, `${stem}ą`, `${stem}y`],
        [`${stem}y`, `${stem}ów`, `${stem}om`, `${stem}ów`, `${stem}ami`, `${stem}ach`],
      ),
    };
  const velar = isVelar(stem);
  const soft = isSoft(stem);
  const foreign = /[^aeiouy](?:ji|[fglkmnbprtdw]i)$/u.test(stem) || /(?:[lnrmbt]i)$/u.test(stem);
  const genitive = velar
    ? `${stem}i`
    : /j$/u.test(stem)
      ? `${stem}i`
      : /i$/u.test(stem)
        ? foreign
          ? `${stem}i`
          : stem
        : /(?:l|ń|ś|ć)$/u.test(stem)
          ? `${stem}i`
          : `${stem}y`;
  const locative = soft ? genitive : `${soften(stem)}e`;
  const plural = soft ? `${stem}e` : velar ? `${stem}i` : `${stem}y`;
  const bare = bareStem(stem);
  const pluralGenitive = soft ? [genitive, stem] : [bare, stem];
  return {
    gender: 'f',
    forms: paradigm(
      [word, genitive, locative, `${stem}ę`, `${stem}ą`, locative],
      [plural, pluralGenitive, `${stem}om`, plural, `${stem}ami`, `${stem}ach`],
    ),
  };
}

function neuter(word: string): Noun {
  const ending = /(?:um|ie|e|o)$/u.exec(word)?.[0] ?? '';
  const stem = word.slice(0, word.length - ending.length);
  if (ending === 'um')
    return {
      gender: 'n',
      forms: paradigm(
        [word, word, word, word, word, word],
        [`${stem}a`, `${stem}ów`, `${stem}om`, `${stem}a`, `${stem}ami`, `${stem}ach`],
      ),
    };
  const soft = ending === 'ie' ? `${stem}i` : stem;
  const bare =
    ending === 'ie'
      ? `${stem.replace(/n$/u, 'ń').replace(/c$/u, 'ć')}`
      : /sk$/u.test(stem)
        ? stem
        : /[^aeiouy]n$/u.test(stem)
          ? `${stem.slice(0, -1)}en`
          : stem;
  const locative = ending !== 'o' || isVelar(stem) || isSoft(stem) ? `${soft}u` : `${soften(stem)}e`;
  const instrumental = isVelar(stem) ? `${soft}iem` : `${soft}em`;
  return {
    gender: 'n',
    forms: paradigm(
      [word, `${soft}a`, `${soft}u`, word, instrumental, locative],
      [`${soft}a`, bare, `${soft}om`, `${soft}a`, `${soft}ami`, `${soft}ach`],
    ),
  };
}

function adjective(word: string, gender: Gender, person: boolean): Paradigm {
  const stem = word.replace(/(?:y|i|a|e)$/u, '');
  const y = isVelar(stem) || /(?:[^csrd]z|[lnw])i$/u.test(word) || word.endsWith('i') ? 'i' : 'y';
  const e = isVelar(stem) ? 'ie' : word.endsWith('i') && !isVelar(stem) ? 'ie' : 'e';
  const a = word.endsWith('i') && !isVelar(stem) ? 'ia' : 'a';
  const ym = `${stem}${y}m`;
  const ego = `${stem}${e}go`;
  const emu = `${stem}${e}mu`;
  const virile = `${soften(stem).replace(/i$/u, '')}${/[kg]$/u.test(stem) ? 'y' : 'i'}`;
  const plural = [
    person ? virile : `${stem}${e}`,
    `${stem}${y}ch`,
    ym,
    person ? `${stem}${y}ch` : `${stem}${e}`,
    `${stem}${y}mi`,
    `${stem}${y}ch`,
  ];
  if (gender === 'f')
    return paradigm(
      [
        word,
        `${stem}${e}j`,
        `${stem}${e}j`,
        `${stem}${a.replace('a', 'ą')}`,
        `${stem}${a.replace('a', 'ą')}`,
        `${stem}${e}j`,
      ],
      plural,
    );
  if (gender === 'n') return paradigm([word, ego, emu, word, ym, ym], plural);
  return paradigm([word, ego, emu, person ? ego : word, ym, ym], plural);
}

const ADJECTIVE: Readonly<Record<Exclude<Gender, 'pl'>, RegExp>> = {
  m: /(?:[nwłtm]y|[ckg]i|czy|szy|ży|dni|tni|ący)$/u,
  f: /(?:[nwłtm]a|[ck]ka|ska|cka|cza|sza|ża|dnia|tnia|ąca)$/u,
  n: /(?:[nwłtm]e|[kg]ie|cze|sze|że|dnie|tnie|ące)$/u,
};

const INDECLINABLE = /[\d„”"()]|^(?:w|z|i|na|do|od|o|oraz|lub|albo|dla|przy|przez|po|nr)$/iu;

/** The genitive plural without an ending: "umów", "szkół", "jednostek". */
function bareStem(stem: string): string {
  if (/[^aeiouyąęó]k$/u.test(stem)) return `${stem.slice(0, -1)}ek`;
  return /(?:m|gł)ow$|sob$|szkoł$|(?:^|[^aeiouyąęó])drog$/iu.test(stem) ? stem.replace(/o(?=.$)/u, 'ó') : stem;
}

/** A noun given in the plural: "konsultacje", "opłaty", "wnioski". Where its genitive could be two both are known. */
function pluralNoun(word: string): Noun | null {
  if (!/(?:[csz]je|[kg]i|[bcdfhłmnprstwz]y|(?<!miejs|słoń|ser)ce)$/u.test(word)) return null;
  const stem = word.slice(0, -1);
  const men = `${stem}ów`;
  const women = bareStem(stem);
  const genitive = /je$/u.test(word)
    ? [`${stem}i`]
    : /ce$/u.test(word)
      ? [stem]
      : /[kg]i$/u.test(word) && !/(?:w|ł|st)ki$/u.test(word)
        ? [men, women]
        : [women, men];
  return {
    gender: 'pl',
    forms: paradigm([], [word, genitive, `${stem}om`, word, `${stem}ami`, `${stem}ach`]),
  };
}

function nounOf(word: string): Noun | null {
  if (INDECLINABLE.test(word) || word.length < 3 || /^[A-ZĄĆĘŁŃÓŚŹŻ]{2,}$/u.test(word)) return null;
  if (/(?:przewodniczący|radny|budowlany|pełnomocny)$/iu.test(word))
    return { gender: 'm', forms: adjective(word, 'm', true) };
  const plural = pluralNoun(word);
  if (plural !== null) return plural;
  if (/a$/u.test(word)) return feminine(word);
  if (/(?:um|o|e)$/u.test(word)) return neuter(word);
  if (
    /(?:ość|aść|eść|oź|uż|aż|dź|eń|owiedź|wieś|sieć|część|sól|straż|sprzedaż|odzież|młodzież|kradzież|pomoc|noc|moc)$/iu.test(
      word,
    ) &&
    !/(?:dzień|tydzień|uczeń|stopień|kamień|jesień|grzebień)$/iu.test(word)
  )
    return feminine(word);
  return /[^aeiouyąęó]$/u.test(word) ? masculine(word) : null;
}

/** The gender in which adjectives go with a noun; with one given in the plural they end like neuter ones. */
const agreeing = (gender: Gender): Exclude<Gender, 'pl'> => (gender === 'pl' ? 'n' : gender);

/** All forms of a phrase given in the nominative; null where nothing in it declines. */
function decline(phrase: string): Paradigm | null {
  const words = phrase.split(' ');
  // The head is the first word that is no adjective agreeing with the noun behind it.
  for (let head = 0; head < Math.min(words.length, 3); head += 1) {
    const next = words[head + 1];
    const following = next === undefined ? null : nounOf(next);
    if (
      following !== null &&
      head === 0 &&
      ADJECTIVE[agreeing(following.gender)].test(words[head]!) &&
      /(?:ny|na|ne|wy|wa|we|ski|ska|skie|cki|cka|ckie|ły|ła|łe|czy|cza|cze|szy|sza|sze)$/u.test(words[head]!)
    )
      continue;
    const noun = nounOf(words[head]!);
    if (noun === null) return null;
    const gender = agreeing(noun.gender);
    const person = gender === 'm' && PERSON.test(words[head]!);
    const parts = words.map((word, i): Paradigm | string => {
      if (i === head) return noun.forms;
      const agrees = ADJECTIVE[gender].test(word) && !/iska$/u.test(word);
      return i < head || (agrees && i === head + 1) ? adjective(word, gender, person) : word;
    });
    return combine(parts);
  }
  return null;
}

function combine(parts: readonly (Paradigm | string)[]): Paradigm {
  const all = {} as Paradigm;
  for (const number of ['s', 'p'] as const)
    for (const name of CASES) {
      const slot: Slot = `${number}${name}`;
      let forms = [''];
      for (const part of parts) {
        const next = typeof part === 'string' ? [part] : part[slot];
        forms = forms.flatMap((form) => next.map((one) => (form === '' ? one : `${form} ${one}`))).slice(0, 8);
      }
      all[slot] = forms;
    }
  return all;
}

/** What a preposition asks for, where a form could be of several cases. */
const AFTER: ReadonlyArray<readonly [RegExp, readonly Case[]]> = [
  [/(?:^|\s)(?:w|we|o|po|przy)$/iu, ['L', 'A']],
  [/(?:^|\s)na$/iu, ['L', 'A']],
  [/(?:^|\s)(?:do|od|dla|bez|u|spośród|wobec|według|podczas|oprócz)$/iu, ['G']],
  [/(?:^|\s)(?:z|ze)$/iu, ['G', 'I']],
  [/(?:^|\s)(?:nad|pod|przed|między)$/iu, ['I', 'A']],
  [/(?:^|\s)(?:przez|za)$/iu, ['A', 'I']],
  [/(?:^|\s)(?:ku|dzięki|przeciw)$/iu, ['D']],
];

/** Verbs whose person stands in the dative: "przysługuje Kierownikowi". */
const GIVES =
  /(?:przysług|powierz|zgłasz|zgłosi|przeka[zż]|przedkłada|przedłoż|przedstawi|udziel|zlec|doręcz|podleg|służ|przyzna|wypłac|umożliwi|zapewni|odpowiada|wydaj|zwrac|przesyła|poleca|pomaga|nadaj)/iu;

const TAKES_GENITIVE = /^(?:zabrania|zakazuje|wymaga|udziela|używa|dokonuje|odmawia|żąda|nie)$/iu;

/** A form of the new phrase; not `sure` where the place could ask for another one, or the rules know two. */
type Written = { form: string; sure: boolean };

/** The form of the new phrase for each form of the old one. `before` and `after` are the text around the place. */
export type Inflection = { forms: string[]; replace: (found: string, before: string, after: string) => Written };

/** Pairs the cases of two phrases; both are given in the nominative. Null where the old one does not decline. */
export function inflection(old: string, fresh: string): Inflection | null {
  const from = decline(old);
  if (from === null) return null;
  const to = fresh === '' ? null : decline(fresh);
  const slots = new Map<string, Slot[]>();
  for (const slot of Object.keys(from) as Slot[])
    for (const form of from[slot]) {
      const key = form.toLowerCase();
      const known = slots.get(key);
      if (known === undefined) slots.set(key, [slot]);
      else known.push(slot);
    }
  return {
    forms: [...slots.keys()],
    replace: (found, before, after) => {
      if (to === null) return { form: keepCapital(found, old, fresh), sure: false };
      const asked = fitting(slots.get(found.toLowerCase().replace(/\s+/g, ' ')) ?? [], before, after);
      // A plural has no forms of the singular, and the other way round.
      const slot = choose(asked, from, found);
      const number = to[slot].length > 0 ? slot[0] : slot[0] === 's' ? 'p' : 's';
      const others = new Set(asked.flatMap((one) => to[`${number}${one[1]}` as Slot]));
      const written = to[`${number}${slot[1]}` as Slot][0] ?? fresh;
      return { form: keepCapital(found, old, written), sure: others.size === 1 && number === slot[0] };
    },
  };
}

/** Which of the cases that a form can be its place allows: what stands before it asks for one, or rules one out. */
function fitting(slots: readonly Slot[], before: string, after: string): readonly Slot[] {
  const only = (cases: readonly Case[]): readonly Slot[] => {
    for (const one of cases) {
      const fit = slots.filter((slot) => slot.endsWith(one));
      if (fit.length > 0) return fit;
    }
    return slots;
  };
  // "na gminnym placu": adjectives stand between the preposition and its noun.
  const words = before.trim().split(/\s+/u);
  while (words.length > 1 && /(?:ego|emu|[yi]mi?|ej|[yi]ch|ą)$/u.test(words.at(-1)!)) words.pop();
  const asked = AFTER.find(([pattern]) => pattern.test(words.join(' ')))?.[1];
  if (asked !== undefined) return only(asked);
  // "Ilekroć jest mowa o: 1) zarządcy – należy przez to rozumieć …".
  if (before.trim() === '' && /^\s*[–—-]\s*(?:należy|rozumie się|oznacza)/u.test(after)) return only(['L']);
  const free = slots.filter((slot) => !slot.endsWith('L'));
  if (free.length === 0) return slots;
  // "ustala się opłaty": what is done stands in the accusative.
  const named = free.filter((slot) => slot.endsWith('A') || slot.endsWith('N'));
  if (words.at(-1) === 'się' && !TAKES_GENITIVE.test(words.at(-2) ?? '') && words.at(-3) !== 'nie' && named.length > 0)
    return named;
  const dative = free.filter((slot) => slot.endsWith('D'));
  return dative.length > 0 && words.slice(-3).some((word) => GIVES.test(word)) ? dative : free;
}

function choose(slots: readonly Slot[], from: Paradigm, found: string): Slot {
  // A form that is the first choice of its case is rather that case than another one's second form.
  const first = slots.find((slot) => from[slot][0]?.toLowerCase() === found.toLowerCase().replace(/\s+/g, ' '));
  return first ?? slots[0] ?? 'sN';
}

/** A capital at the head of a sentence stays one. */
export function keepCapital(found: string, old: string, written: string): string {
  const isUpper = (text: string): boolean => /^\p{Lu}/u.test(text);
  if (isUpper(found) && !isUpper(old)) return written.charAt(0).toUpperCase() + written.slice(1);
  return written;
}
