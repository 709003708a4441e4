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

const noun = /(?<!\p{L})(dział|rozdział|oddział|załącznik|część wspólna)(?!\p{L})/gu;
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
