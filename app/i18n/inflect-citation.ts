/** Cases in which a message may ask for a citation: „{citation_gen}” is what stands after „do”, „z”, „od”. */
export const cases = ['gen', 'dat', 'acc', 'ins', 'loc'] as const;
export type Case = (typeof cases)[number];

type Forms = Readonly<Record<Case, string>>;

const forms = (...[gen, dat, acc, ins, loc]: [string, string, string, string, string]): Forms => ({
  gen,
  dat,
  acc,
  ins,
  loc,
});

/** Names of units that change; §, art., ust., pkt, lit. and tiret never do. */
const nouns: Readonly<Record<string, Forms>> = {
  dział: forms('działu', 'działowi', 'dział', 'działem', 'dziale'),
  rozdział: forms('rozdziału', 'rozdziałowi', 'rozdział', 'rozdziałem', 'rozdziale'),
  oddział: forms('oddziału', 'oddziałowi', 'oddział', 'oddziałem', 'oddziale'),
  załącznik: forms('załącznika', 'załącznikowi', 'załącznik', 'załącznikiem', 'załączniku'),
  działy: forms('działów', 'działom', 'działy', 'działami', 'działach'),
  rozdziały: forms('rozdziałów', 'rozdziałom', 'rozdziały', 'rozdziałami', 'rozdziałach'),
  oddziały: forms('oddziałów', 'oddziałom', 'oddziały', 'oddziałami', 'oddziałach'),
  załączniki: forms('załączników', 'załącznikom', 'załączniki', 'załącznikami', 'załącznikach'),
  'część wspólna': forms('części wspólnej', 'części wspólnej', 'część wspólną', 'częścią wspólną', 'części wspólnej'),
};

/** Endings of what says which tiret it is: „podwójne tiret dwudzieste pierwsze”. */
const neuter: Readonly<Record<Case, readonly [hard: string, soft: string]>> = {
  gen: ['ego', 'iego'],
  dat: ['emu', 'iemu'],
  acc: ['e', 'ie'],
  ins: ['ym', 'im'],
  loc: ['ym', 'im'],
};

const noun = /(?<!\p{L})((?:dział|rozdział|oddział)y?|załączniki?|część wspólna)(?!\p{L})/gu;
const tiret = /(?<!\p{L})(podwójne\s)?tiret((?:\s\p{Ll}+e(?!\p{L}))*)/gu;

/** A citation as `assignCitations` writes it, in the case that the sentence around it asks for; whatever else stands in it is left alone. */
export function inflectCitation(citation: string, wanted: Case): string {
  return citation
    .replace(noun, (name) => nouns[name]?.[wanted] ?? name)
    .replace(tiret, (_, double: string | undefined, ordinals: string) => {
      const first = double ? double.replace('podwójne', adjective('podwójne', wanted)) : '';
      return `${first}tiret${ordinals.replace(/\p{Ll}+/gu, (word) => adjective(word, wanted))}`;
    });
}

function adjective(word: string, wanted: Case): string {
  const isSoft = word.endsWith('ie');
  const [hard, soft] = neuter[wanted];
  return isSoft ? word.slice(0, -2) + soft : word.slice(0, -1) + hard;
}

/** What a citation is up to its last mark, when more of the same may be cited with it. */
const LISTED =
  /^(.*(?:§|art\.|ust\.|pkt|lit\.|dział|rozdział|oddział|załącznik nr) )(\d+[a-z]{0,2}|[a-z]{1,2}|[IVXL]+)$/u;
/** The unit named last, where its name changes for more than one. */
const LAST_NOUN = /(dział|rozdział|oddział|załącznik)(?= (?:nr )?$)/u;

/**
 * Citations as one would say them: „§ 3 i 4”, „§ 5 ust. 1–3 i 7”, „rozdziały 1 i 2”; each once, in the order they come. What differs
 * in more than its last mark, or is no plain citation, stands apart after a comma.
 */
export function citeTogether(citations: readonly string[]): string {
  const groups: { stem: string; marks: string[] }[] = [];
  for (const citation of new Set(citations)) {
    const [, stem, mark = ''] = LISTED.exec(citation) ?? [];
    const open = groups.at(-1);
    if (stem !== undefined && open?.stem === stem) open.marks.push(mark);
    else groups.push({ stem: stem ?? citation, marks: stem === undefined ? [] : [mark] });
  }
  return groups
    .map(({ stem, marks }) => (marks.length > 1 ? stem.replace(LAST_NOUN, pluralOf) : stem) + listed(marks))
    .join(', ');
}

const pluralOf = (name: string): string => (name === 'załącznik' ? 'załączniki' : `${name}y`);

/** „1–3, 5 i 7”: three or more numbers in a row as from and to. */
function listed(marks: readonly string[]): string {
  const parts: string[] = [];
  for (let from = 0; from < marks.length;) {
    let to = from;
    while (to + 1 < marks.length && isNumber(marks[to]!) && marks[to + 1] === String(Number(marks[to]) + 1)) to += 1;
    const isRange = to - from >= 2;
    parts.push(isRange ? `${marks[from]}–${marks[to]}` : marks[from]!);
    from = isRange ? to + 1 : from + 1;
  }
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} i ${parts.at(-1)}`;
}

const isNumber = (mark: string): boolean => /^\d+$/.test(mark);
