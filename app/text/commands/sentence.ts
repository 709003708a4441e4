import type { Instruction, WordAnchor } from './instruction.ts';
import { citePlace, isTitled, readPlaces, within, type Place, type StepType } from './places.ts';
import type { Quote } from './quotes.ts';

/**
 * One sentence of an amending act as instructions. The sentence is cut into tokens (prepositions, places, verbs, quoted
 * words); each verb takes what stands around it, in whatever order the drafter put it.
 */

type Token =
  | {
      kind:
        | 'in'
        | 'after'
        | 'before'
        | 'separator'
        | 'with'
        | 'comma'
        | 'old'
        | 'content'
        | 'whole'
        | 'except'
        | 'instead'
        | 'at-end'
        | 'at-start'
        | 'mark-off';
    }
  | { kind: 'place'; places: Place[] }
  | { kind: 'verb'; verb: Verb; isTitle: boolean }
  | { kind: 'unit'; type: StepType }
  | { kind: 'words'; words: string[]; noun: boolean }
  | { kind: 'sign'; sign: string }
  | { kind: 'annex-of-this'; number: string }
  | { kind: 'plain'; text: string }
  | { kind: 'other'; text: string };

type Verb = 'reword' | 'add' | 'repeal' | 'strike' | 'replace' | 'designate';

const VERBS: ReadonlyArray<readonly [RegExp, Verb]> = [
  [/otrzymuj\p{L}{1,2} (?:odpowiednio )?(?:oznaczeni|numer)\p{L}{0,4}(?: jako)?/iuy, 'designate'],
  [/(?:oznacza|numeruje) się (?:odpowiednio )?(?:jako)?/iuy, 'designate'],
  [
    /(?:otrzym(?:uj|ał|a)\p{L}{0,2}|uzysk\p{L}{1,3}|nada(?:je|ć)(?: się)?|przyjmuj\p{L}{1,2}|ma otrzymać|zmienia się i otrzymuj\p{L}{1,2}|brzmi)(?=[ :])(?:(?: \p{L}{1,14})? (?:nowe|nową|nowy|następujące|następującą|następujący))?(?: (?:nowe|nową|następujące|następującą))?(?: (?:brzmieni[ea]|treść|tytuł|nazwę))?/iuy,
    'reword',
  ],
  [/(?:dodaje|dopisuje|wprowadza|wstawia|wpisuje|umieszcza|dołącza|dodać|dopisać)(?: się)?/iuy, 'add'],
  [/uchyla(?: się|ć|ją)?|uchylić|trac(?:i|ą) moc/iuy, 'repeal'],
  [/(?:skreśla|wykreśla|usuwa|likwiduje)(?: się)|(?:wy)?skreślić|wykreślić|usunąć/iuy, 'strike'],
  [/(?:zastępuje|zamienia|zastąpić|zmienia)(?: się)?(?: na)?/iuy, 'replace'],
];

const SIGNS: ReadonlyArray<readonly [RegExp, string]> = [
  [/kropk\p{L}{1,3}/iuy, '.'],
  [/średnik\p{L}{0,4}/iuy, ';'],
  [/przecin(?:ek|k)\p{L}{0,3}/iuy, ','],
  [/dwukrop(?:ek|k)\p{L}{0,3}/iuy, ':'],
];

const NOUN =
  /(?:następując\p{L}{1,3} )?(?:po )?(?:wyra[zż]|słow|słów|zwrot|cyfr|liczb|kwot|dat[aęyąo]|dacie|znak|skrót|sformułowa|nazw|określeni|fraz|stawk|godzin|treś|zapis|wartoś|oznaczeni)\p{L}{0,6}:?\s*(?=⟦)/iuy;

const FIXED: ReadonlyArray<readonly [RegExp, Token['kind']]> = [
  [/(?:z wyjątkiem|za wyjątkiem|oprócz)(?=\s)/iuy, 'except'],
  [
    /(?:w|we) (?:całym tekście|całej treści|całości|całej|tekście|treści)(?: (?:niniejszej |tej )?(?:uchwały|uchwale|ustawy|ustawie|regulaminu|statutu|aktu|zarządzenia|tekstu))?(?! załącznik)/iuy,
    'whole',
  ],
  [/w całym (?:akcie|regulaminie|statucie|dokumencie)/iuy, 'whole'],
  [/użyt\p{L}{1,3} w (?:tekście |treści )?(?:uchwał\p{L}{1,2}|ustaw\p{L}{1,2})/iuy, 'whole'],
  [/(?:w (?:miejsce|miejscu)|zamiast)(?=\s)/iuy, 'instead'],
  [/na końcu/iuy, 'at-end'],
  [/na początku/iuy, 'at-start'],
  [
    /(?:w|o) (?:następując\p{L}{2,3} |nowym |nowej )?(?:brzmieniu|treści)(?: następując\p{L}{1,3})?(?=\s*(?::|⟦|–|-|$))|w brzmieniu/iuy,
    'with',
  ],
  [/(?:dotychczasow|obecn)\p{L}{1,4}/iuy, 'old'],
  [/(?:treść|tekst|brzmienie|przepis|treści)(?=\s)/iuy, 'content'],
  [
    /(?:po|za)(?=\s+(?:§|art|ust|pkt|punk|lit|tiret|pierwsz|drug|trzeci|czwart|piąt|zdani|rozdz|dzia|oddz|załącz|wyraz|słow|⟦|kropc|przecin|średni|wiersz|pozyc|podwój|liczb|cyfr|kwo|dat|zwro|znak|sformu|skró|nazw|okreś))/iuy,
    'after',
  ],
  [/przed(?=\s)/iuy, 'before'],
  [/(?:w|we)(?=\s)/iuy, 'in'],
  [/(?:,\s*)?(?:oraz|i|a|a także|zaś|natomiast)(?=\s)/iuy, 'separator'],
  [/[,;]/uy, 'separator'],
];

/** Units that a command adds without their numbers: "po tiret pierwszym dodaje się tiret". */
const UNITS: ReadonlyArray<readonly [RegExp, StepType]> = [
  [/podwójne tiret(?!\p{L})/iuy, 'subindent'],
  [/tiret(?!\p{L})/iuy, 'indent'],
  [/paragraf(?!\p{L})|§/iuy, 'paragraph'],
  [/artykuł(?!\p{L})/iuy, 'article'],
  [/ustęp(?!\p{L})/iuy, 'subsection'],
  [/punkt(?!\p{L})|pkt(?!\p{L})/iuy, 'point'],
  [/literę(?!\p{L})/iuy, 'letter'],
];

const ANNEX_OF_THIS =
  /(?:określon\p{L}{1,3}|zawart\p{L}{1,3}|ustalon\p{L}{1,3}|jak|stanowiąc\p{L}{1,4}|zgodn\p{L}{1,4} z|wskazan\p{L}{1,3}|będąc\p{L}{1,4}|które stanowi|który stanowi|w brzmieniu)?(?: w)? ?(?<![\p{L}])załącznik\p{L}{0,4}(?: nr (\w{1,6}))? do (?:niniejszej|tej|przedmiotowej) uchwały/iuy;

type Parsed = { instructions: Instruction[]; places: Place[] };

/** The most tokens of a sentence: a longer one is no command. */
const MAX_TOKENS = 4_000;

/** Reads a sentence that stands under `context`; `places` is where a list under it works. */
export function readSentence(sentence: string, quotes: readonly Quote[], context: readonly Place[]): Parsed {
  const text = sentence
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/,? któr[yae] otrzymuj[eą] (?:następujące |nowe )?brzmienie/giu, ' w brzmieniu');
  const tokens = tokenize(text, quotes);
  const verbs = tokens.flatMap((token, i) => (token.kind === 'verb' ? [i] : []));
  if (verbs.length === 0) return { instructions: [], places: placesOf(tokens, context) };
  const state: State = {
    context: [...context],
    whole: /odpowiedni\p{L}{1,3} (?:przypadk|liczb|form)|różn\p{L}{1,3} (?:przypadk|liczb|form)|odpowiednio/u.test(
      text,
    ),
  };
  const instructions: Instruction[] = [];
  let from = 0;
  verbs.forEach((verb, n) => {
    const next = verbs[n + 1];
    const to = next === undefined ? tokens.length : boundary(tokens, verb, next);
    instructions.push(
      ...clause(
        tokens.slice(from, verb),
        tokens[verb] as Extract<Token, { kind: 'verb' }>,
        tokens.slice(verb + 1, to),
        state,
      ),
    );
    from = to;
  });
  // What no longer fits is named as not understood, never left out.
  if (tokens.length >= MAX_TOKENS) instructions.push({ do: 'unknown', targets: [] });
  return { instructions, places: state.context };
}

/** True when the words could be a command: a verb of change with an object that it can take. */
export function looksLikeCommand(sentence: string): boolean {
  return /(?:otrzymuj\p{L}{1,2} (?:\p{L}{1,14} ){0,2}(?:brzmieni|treść|oznaczeni|tytuł)|(?:dodaje|dopisuje|wprowadza) się|uchyla się|skreśla się|wykreśla się|zastępuje się|oznacza się jako|nadaje się)/iu.test(
    sentence,
  );
}

function tokenize(text: string, quotes: readonly Quote[]): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length && tokens.length < MAX_TOKENS) {
    if (/[\s.:–-]/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const read = readToken(text, at, quotes, tokens);
    tokens.push(read.token);
    at = read.end;
  }
  return tokens.length < MAX_TOKENS ? withLeftOutVerbs(joinWords(tokens)) : tokens;
}

/** "… zastępuje się wyrazem „a”, a wyraz „b” – wyrazem „c”": the verb is said once for both. */
function withLeftOutVerbs(tokens: readonly Token[]): Token[] {
  const whole: Token[] = [];
  let verb: Extract<Token, { kind: 'verb' }> | null = null;
  let isNext = false;
  for (const token of tokens) {
    const last = whole.at(-1);
    if (token.kind === 'verb') verb = token;
    if (token.kind === 'verb') isNext = false;
    else if (token.kind === 'separator' && last?.kind === 'words') isNext = true;
    else if (isNext && verb?.verb === 'replace' && token.kind === 'words' && token.noun && last?.kind === 'words') {
      whole.push(verb);
      isNext = false;
    }
    whole.push(token);
  }
  return whole;
}

function readToken(
  text: string,
  at: number,
  quotes: readonly Quote[],
  before: readonly Token[],
): { token: Token; end: number } {
  const hit = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const noun = hit(NOUN);
  const masked = /⟦(\d+)⟧/uy;
  masked.lastIndex = at + (noun?.[0].length ?? 0);
  const mask = masked.exec(text);
  if (mask !== null && (noun === null || !/^po /iu.test(noun[0]))) {
    const words = quotes[Number(mask[1])]?.text ?? '';
    return { token: { kind: 'words', words: [words], noun: noun !== null }, end: masked.lastIndex };
  }
  const annex = hit(ANNEX_OF_THIS);
  if (annex !== null && annex[0].trim() !== '' && before.length > 0)
    return { token: { kind: 'annex-of-this', number: annex[1] ?? '' }, end: at + annex[0].length };
  const off = hit(/oznaczenie (?=§|ust|pkt|lit)/iuy);
  if (off !== null) return { token: { kind: 'mark-off' }, end: at + off[0].length };
  for (const [pattern, verb] of VERBS) {
    const found = hit(pattern);
    if (found !== null)
      return { token: { kind: 'verb', verb, isTitle: /(?:tytuł|nazwę)$/iu.test(found[0]) }, end: at + found[0].length };
  }
  for (const [pattern, kind] of FIXED.slice(0, 8)) {
    const found = hit(pattern);
    if (found !== null) return { token: { kind } as Token, end: at + found[0].length };
  }
  const places = readPlaces(text, at);
  if (places !== null) return { token: { kind: 'place', places: places.places }, end: places.end };
  for (const [pattern, sign] of SIGNS) {
    const found = hit(pattern);
    if (found !== null) return { token: { kind: 'sign', sign }, end: at + found[0].length };
  }
  for (const [pattern, kind] of FIXED) {
    const found = hit(pattern);
    if (found !== null) return { token: { kind } as Token, end: at + found[0].length };
  }
  for (const [pattern, type] of UNITS) {
    const found = hit(pattern);
    if (found !== null) return { token: { kind: 'unit', type }, end: at + found[0].length };
  }
  const word = hit(/[\p{L}\d]+|./uy)!;
  return { token: { kind: 'other', text: word[0] }, end: at + word[0].length };
}

/** "wyrazy „a” i „b”": one list of words. */
function joinWords(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    const last = joined.at(-1);
    const next = tokens[i + 1];
    if (token.kind === 'separator' && last?.kind === 'words' && next?.kind === 'words' && !next.noun) {
      last.words.push(...next.words);
      i += 1;
    } else joined.push(token);
  }
  return joined;
}

/** Where the words of the next verb begin: at the last "i", "oraz" or comma before it. */
function boundary(tokens: readonly Token[], verb: number, next: number): number {
  for (let i = next - 1; i > verb; i -= 1) if (tokens[i]!.kind === 'separator') return i + 1;
  return next;
}

type State = { context: Place[]; whole: boolean };

type Parts = {
  subjects: Place[];
  /** Places behind "w". */
  inside: Place[];
  anchors: Place[];
  isBefore: boolean;
  words: string[][];
  anchorWords: WordAnchor | null;
  instead: string[] | null;
  signs: string[];
  whole: boolean;
  except: Place[];
  isOld: boolean;
  hasContent: boolean;
  hasWith: boolean;
  annex: string | null;
  /** A unit named without its number. */
  unit: StepType | null;
  /** Behind "w" stands a part that is no unit of the text: "w przypisie 2". */
  elsewhere: boolean;
};

/** Parts of a page that the text does not hold as such: what is said of them is not done to the whole unit. */
const ELSEWHERE = /^(?:akapi|przypis|odnośnik|legend|rysun|rycin|mapi|części|nagłówk|stopc|sekcj|kratc)/iu;

function placesOf(tokens: readonly Token[], context: readonly Place[]): Place[] {
  const named = tokens.flatMap((token) => (token.kind === 'place' ? token.places : []));
  if (tokens.some(({ kind }) => kind === 'whole') && named.length === 0) return [[{ type: 'act', number: '' }]];
  return named.length === 0 ? [...context] : combine(context, named);
}

function combine(outer: readonly Place[], inner: readonly Place[]): Place[] {
  if (outer.length === 0) return [...inner];
  if (inner.length === 0) return [...outer];
  return outer.flatMap((place) => inner.map((one) => within(place, one)));
}

/** Sorts the tokens on one side of a verb by what they are for; "w § 3" moves the context. */
function gather(tokens: readonly Token[], state: State, parts: Parts): void {
  let mode: 'in' | 'after' | 'before' | 'instead' | 'except' | 'off' | null = null;
  for (const token of tokens) {
    switch (token.kind) {
      case 'in':
      case 'after':
      case 'before':
      case 'instead':
      case 'except':
        mode = token.kind;
        break;
      case 'mark-off':
        mode = 'off';
        break;
      case 'place':
        if (mode === 'in') {
          state.context = combine(state.context, token.places);
          parts.inside.push(...token.places);
        } else if (mode === 'after' || mode === 'before') {
          parts.anchors.push(...token.places);
          parts.isBefore = mode === 'before';
        } else if (mode === 'except') parts.except.push(...token.places);
        else if (mode !== 'off') parts.subjects.push(...token.places);
        mode = null;
        break;
      case 'words':
        if (mode === 'after' || mode === 'before') parts.anchorWords = { at: mode, words: token.words[0]! };
        else if (mode === 'instead') parts.instead = token.words;
        else parts.words.push(token.words);
        mode = null;
        break;
      case 'sign':
        if (mode === 'after' || mode === 'before') parts.anchorWords = { at: mode, words: token.sign };
        else parts.signs.push(token.sign);
        mode = null;
        break;
      case 'at-end':
        parts.anchorWords = { at: 'end' };
        break;
      case 'at-start':
        parts.anchorWords = { at: 'start' };
        break;
      case 'whole':
        parts.whole = true;
        break;
      case 'old':
        parts.isOld = true;
        break;
      case 'content':
        parts.hasContent = true;
        break;
      case 'with':
        parts.hasWith = true;
        break;
      case 'annex-of-this':
        parts.annex = token.number;
        break;
      case 'unit':
        parts.unit ??= token.type;
        break;
      case 'other':
        if (mode === 'in' && ELSEWHERE.test(token.text)) parts.elsewhere = true;
        break;
      default:
        break;
    }
  }
}

function clause(
  left: readonly Token[],
  { verb, isTitle }: Extract<Token, { kind: 'verb' }>,
  right: readonly Token[],
  state: State,
): Instruction[] {
  const make = (): Parts => ({
    subjects: [],
    inside: [],
    anchors: [],
    isBefore: false,
    words: [],
    anchorWords: null,
    instead: null,
    signs: [],
    whole: false,
    except: [],
    isOld: false,
    hasContent: false,
    hasWith: false,
    annex: null,
    unit: null,
    elsewhere: false,
  });
  const before = make();
  const after = make();
  gather(left, state, before);
  gather(right, state, after);
  const all: Parts = {
    ...before,
    subjects: [...before.subjects, ...after.subjects],
    anchors: [...before.anchors, ...after.anchors],
    isBefore: before.isBefore || after.isBefore,
    words: [...before.words, ...after.words],
    anchorWords: before.anchorWords ?? after.anchorWords,
    instead: before.instead ?? after.instead,
    signs: [...before.signs, ...after.signs],
    whole: before.whole || after.whole,
    except: [...before.except, ...after.except],
    hasWith: before.hasWith || after.hasWith,
    annex: after.annex ?? before.annex,
    unit: after.unit ?? before.unit,
  };
  const act: Place = [{ type: 'act', number: '' }];
  const context = all.whole ? (state.context.length > 0 ? state.context : [act]) : state.context;
  const scope = context.length > 0 ? context : [act];
  const named = all.subjects.length > 0 ? combine(state.context, all.subjects) : scope;
  const unknown: Instruction[] = [{ do: 'unknown', targets: named[0] === undefined || named[0] === act ? [] : named }];
  if (before.elsewhere || after.elsewhere) return unknown;
  const isAnnex = (place: Place): boolean => place.at(-1)?.type === 'annex';
  switch (verb) {
    case 'reword': {
      if (all.annex !== null && named.some(isAnnex))
        return [{ do: 'annex', targets: named.filter(isAnnex), source: all.annex, isNew: false, anchor: null }];
      const wording = after.words.at(-1)?.[0] ?? before.words.at(-1)?.[0];
      // "wyraz „sołtys” otrzymuje brzmienie „wójt”": about the word, not about its unit.
      const word = left.findLast((token) => token.kind === 'words');
      if (word?.noun === true && before.subjects.length === 0 && after.words.length > 0)
        return replacement(all, before, after, named, scope, state, unknown);
      if (named[0] === act) return unknown;
      // "rozdział 2 otrzymuje tytuł": its units stay.
      if (isTitle && named.every((place) => isTitled(place)))
        return [
          {
            do: 'reword',
            targets: named.map((place) => [...place, { type: 'heading', number: '' }]),
            wording: wording ?? '',
            quoted: wording !== undefined,
          },
        ];
      return [{ do: 'reword', targets: named, wording: wording ?? '', quoted: wording !== undefined }];
    }
    case 'add':
      return addition(all, after, state, named, scope, unknown);
    case 'repeal':
    case 'strike': {
      if (all.subjects.length > 0 && all.words.length === 0) return [{ do: 'repeal', targets: named }];
      // "w § 4 ust. 2 skreśla się": the preposition belongs to the § alone.
      if (all.words.length === 0 && all.signs.length === 0 && before.inside.some((place) => place.length > 1))
        return [{ do: 'repeal', targets: scope }];
      if (all.words.length > 0)
        return [
          {
            do: 'strike',
            targets: all.subjects.length > 0 ? named : scope,
            words: all.words.flat(),
            inflected: state.whole,
            except: all.except,
          },
        ];
      if (all.signs.length > 0)
        return [
          {
            do: 'mark',
            targets: scope,
            from: all.signs[0]!,
            to: '',
            after: all.anchorWords !== null && 'words' in all.anchorWords ? all.anchorWords.words : null,
          },
        ];
      return unknown;
    }
    case 'replace':
      return replacement(all, before, after, named, scope, state, unknown);
    case 'designate': {
      const to = after.subjects;
      if (to.length === 0) return unknown;
      if (before.subjects.length === 0) {
        const holder = state.context.at(-1);
        return holder === undefined ? unknown : [{ do: 'own-text', holder, to: within(holder, to[0]!) }];
      }
      const from = combine(state.context, before.subjects);
      // "§ 1 oznacza się jako § 1 ust. 1".
      const [only] = from;
      const inner = to[0]!;
      if (from.length === 1 && to.length === 1 && only !== undefined && isOwnText(only, inner)) {
        state.context = from;
        return [{ do: 'own-text', holder: only, to: within(only, inner) }];
      }
      return [
        {
          do: 'designate',
          targets: from,
          to: to.map((place, i) => within(from[Math.min(i, from.length - 1)]!.slice(0, -1), place)),
        },
      ];
    }
  }
}

/** The new mark stands one level below the unit: its text becomes ust. 1. */
function isOwnText(unit: Place, mark: Place): boolean {
  const whole = within(unit, mark);
  return whole.length === unit.length + 1 && citePlace(whole.slice(0, -1)) === citePlace(unit);
}

function addition(
  all: Parts,
  after: Parts,
  state: State,
  named: Place[],
  scope: Place[],
  unknown: Instruction[],
): Instruction[] {
  if (all.instead !== null && after.words.length > 0)
    return [
      {
        do: 'replace',
        targets: scope,
        words: all.instead,
        by: after.words[0]!.join(' '),
        inflected: state.whole,
        except: all.except,
      },
    ];
  if (all.subjects.length > 0) {
    const anchor = all.anchors[0] === undefined ? null : (combine(state.context, [all.anchors[0]])[0] ?? null);
    const targets =
      anchor === null
        ? named
        : combine([anchor], all.subjects).map((place, i) => (anchor.length === 1 ? (named[i] ?? place) : place));
    const annexes = targets.filter((place) => place.at(-1)?.type === 'annex');
    if (annexes.length > 0 && all.annex !== null)
      return [{ do: 'annex', targets: annexes, source: all.annex, isNew: true, anchor }];
    const wording = after.words.at(-1)?.[0] ?? all.words.at(-1)?.[0];
    if (wording === undefined) return unknown.map((one) => ({ ...one, targets }) as Instruction);
    const into = anchor === null ? (state.context.at(-1) ?? []) : anchor.slice(0, -1);
    return [
      {
        do: 'insert',
        targets,
        anchor,
        before: all.isBefore,
        into: anchor !== null && into.length === 0 ? (state.context.at(-1) ?? []) : into,
        wording,
      },
    ];
  }
  if (all.unit !== null && after.words.length > 0) {
    const numbered = unnumbered(all, after.words.at(-1)![0]!, state);
    if (numbered !== null) return numbered;
  }
  const sentence = all.anchors[0]?.at(-1);
  if (sentence?.type === 'sentence' && after.words[0] !== undefined) {
    // "po zdaniu pierwszym dodaje się zdanie w brzmieniu: …": the new one is the next.
    const anchor = combine(state.context, [all.anchors[0]!])[0]!;
    const number = String(Number(sentence.number) + (all.isBefore ? 0 : 1));
    const target: Place = [...anchor.slice(0, -1), { type: 'sentence', number }];
    return [
      {
        do: 'insert',
        targets: [target],
        anchor: null,
        before: false,
        into: target.slice(0, -1),
        wording: after.words[0][0]!,
      },
    ];
  }
  const sign = after.signs[0] ?? '';
  const words = after.words[0]?.join(' ') ?? '';
  if (sign === '' && words === '') return unknown;
  const added = `${sign}${sign !== '' && words !== '' ? ' ' : ''}${words}`;
  return [{ do: 'add-words', targets: scope, anchor: all.anchorWords ?? { at: 'end' }, words: added }];
}

const MARK_OF: Partial<Record<StepType, RegExp>> = {
  paragraph: /^§\s?(\d+[a-z]{0,3})/u,
  article: /^art\.\s?(\d+[a-z]{0,3})/iu,
  subsection: /^(\d+[a-z]{0,3})\./u,
  point: /^(\d+[a-z]{0,3})[)./]/u,
  letter: /^([a-z]{1,3})[).]/u,
};

/** "po tiret pierwszym dodaje się tiret", "dodaje się nowy punkt": the place follows the one named, or the mark of the wording tells it. */
function unnumbered(all: Parts, wording: string, state: State): Instruction[] | null {
  const type = all.unit!;
  const anchor = all.anchors[0] === undefined ? null : (combine(state.context, [all.anchors[0]])[0] ?? null);
  const last = anchor?.at(-1);
  const counted = type === 'indent' || type === 'subindent';
  const number = counted
    ? last?.type === type
      ? String(Number(last.number) + (all.isBefore ? 0 : 1))
      : null
    : (MARK_OF[type]?.exec(wording.trim())?.[1] ?? null);
  if (number === null) return null;
  const outer = anchor?.slice(0, -1) ?? state.context.at(-1) ?? [];
  const target = within(outer, [{ type, number }]);
  return [{ do: 'insert', targets: [target], anchor, before: all.isBefore, into: outer, wording }];
}

function replacement(
  all: Parts,
  before: Parts,
  after: Parts,
  named: Place[],
  scope: Place[],
  state: State,
  unknown: Instruction[],
): Instruction[] {
  const isAnnex = (place: Place): boolean => place.at(-1)?.type === 'annex';
  if (all.annex !== null && combine(state.context, before.subjects).some(isAnnex) && all.words.length === 0)
    return [
      {
        do: 'annex',
        targets: combine(state.context, before.subjects).filter(isAnnex),
        source: all.annex,
        isNew: false,
        anchor: null,
      },
    ];
  const old = before.words[0] ?? (all.words.length > 1 ? all.words[0] : undefined);
  const fresh = after.words.at(-1) ?? (all.words.length > 1 ? all.words.at(-1) : undefined);
  if (old !== undefined && fresh !== undefined && old !== fresh)
    return [
      {
        do: 'replace',
        targets: before.subjects.length > 0 ? named : scope,
        words: old,
        by: fresh.join(' '),
        inflected: state.whole,
        except: all.except,
      },
    ];
  // "punkt 3 zastępuje się następującym: „3) …”", "treść § 5 zastępuje się treścią: „…”": the unit is worded anew.
  const unit =
    before.subjects.length > 0 || before.inside.some((place) => place.length > 1) ? after.words.at(-1)?.[0] : undefined;
  if (old === undefined && unit !== undefined && all.signs.length === 0)
    return [
      {
        do: 'reword',
        targets:
          before.subjects.length > 0 ? combine(before.inside.length > 0 ? state.context : [], before.subjects) : scope,
        wording: unit,
        quoted: true,
      },
    ];
  const [sign, by] = all.signs;
  const anchor = all.anchorWords !== null && 'words' in all.anchorWords ? all.anchorWords.words : null;
  if (sign !== undefined && by !== undefined)
    return [{ do: 'mark', targets: scope, from: sign, to: by, after: anchor }];
  if (sign !== undefined && fresh !== undefined)
    return [{ do: 'mark', targets: scope, from: sign, to: fresh.join(' '), after: anchor }];
  if (old !== undefined && by === undefined && sign !== undefined)
    return [{ do: 'replace', targets: scope, words: old, by: sign, inflected: false, except: all.except }];
  return unknown;
}
