/** What a file made here is: the draft alone, with its open amendments, the unified text, or a comparison of two versions. */
const fileKinds = ['draft', 'amendments', 'unified', 'redline'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What a file says about where it comes from. `at` is when it was made; `numbers` are the amendments it shows. */
export type FileOrigin = { slug: string; kind: FileKind; version: number; at: Date; numbers: readonly number[] };

const names = {
  slug: 'Paragraf konsultacja',
  kind: 'Paragraf rodzaj',
  version: 'Paragraf wersja',
  at: 'Paragraf pobrano',
  numbers: 'Paragraf poprawki',
} as const;

/** The origin as properties of the file, which word processors keep. */
export function originProperties({ slug, kind, version, at, numbers }: FileOrigin): Record<string, string> {
  return {
    [names.slug]: slug,
    [names.kind]: kind,
    [names.version]: String(version),
    [names.at]: at.toISOString(),
    [names.numbers]: writeRanges(numbers),
  };
}

/** Null when the file does not say whole and sound where it comes from: then people have to. */
export function readOrigin(properties: ReadonlyMap<string, string>): FileOrigin | null {
  const read = (name: keyof typeof names) => properties.get(names[name]) ?? '';
  const kind = fileKinds.find((each) => each === read('kind'));
  const at = new Date(read('at'));
  const numbers = readRanges(read('numbers'));
  if (
    !kind ||
    read('slug') === '' ||
    !/^[1-9]\d{0,8}$/.test(read('version')) ||
    Number.isNaN(at.getTime()) ||
    numbers === null
  )
    return null;
  return { slug: read('slug'), kind, version: Number(read('version')), at, numbers };
}

/** "1-3,7": thousands of numbers in a row stay one short property. */
function writeRanges(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const number of sorted) {
    const last = ranges.at(-1);
    if (last && number <= last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}

const maxNumbers = 20_000;

function readRanges(text: string): number[] | null {
  if (text === '') return [];
  const numbers: number[] = [];
  for (const part of text.split(',')) {
    const found = /^([1-9]\d{0,6})(?:-([1-9]\d{0,6}))?$/.exec(part);
    const [from, to] = [Number(found?.[1]), Number(found?.[2] ?? found?.[1])];
    if (!found || to < from || numbers.length + to - from >= maxNumbers) return null;
    for (let number = from; number <= to; number += 1) numbers.push(number);
  }
  return numbers;
}

/** Name of an author of tracked changes: the public signature; the number tells amendments apart. */
export function changeAuthor(signature: string, number: number): string {
  return `${signature} (nr ${number})`;
}

/** Number of the amendment behind such a name; null for other names. */
export function numberOfAuthor(author: string): number | null {
  const found = / \(nr ([1-9]\d{0,6})\)$/.exec(author);
  return found ? Number(found[1]) : null;
}
