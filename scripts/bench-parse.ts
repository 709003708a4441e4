/** Time and memory of parsing: an act of 150,000 characters, and one four times as long to show how both grow. */
import { parse } from '#app/text/parse/parse.ts';

const limitMs = 150;

/** An act of about `characters` characters with chapters, §, ust., pkt and lit. */
function act(characters: number): string {
  const parts = [
    'UCHWAŁA NR 1/2026',
    'RADY GMINY',
    'w sprawie pomiaru',
    '',
    'Na podstawie art. 40 ust. 1 ustawy uchwala się, co następuje:',
  ];
  let length = 0;
  for (let n = 1; length < characters; n += 1) {
    if (n % 10 === 1) parts.push(`Rozdział ${Math.ceil(n / 10)}`, 'Przepisy kolejne');
    const paragraph = `§ ${n}. 1. Rada ustala w sprawie numer ${n}, o której mowa w ust. 2, następujące zasady:\n1) pierwszą, opisaną dokładnie w kilku słowach;\n2) drugą, w tym:\na) część wcześniejszą,\nb) część późniejszą.\n2. Przepis § ${n} ust. 1 stosuje się odpowiednio do spraw rozpoczętych wcześniej.`;
    parts.push(paragraph);
    length += paragraph.length + 1;
  }
  return parts.join('\n');
}

/** Median milliseconds of parsing and of the naive way: one pass over the lines that only tells their marks. */
function measure(source: string): { ours: number; naive: number; bytes: number } {
  const median = (work: () => unknown) => {
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }).sort((a, b) => a - b);
    return times[4]!;
  };
  const marks = /^\s*(§\s*\d+[a-z]*\.|\d+[a-z]*[.)]|[a-z]+\)|[–-])/;
  const before = process.memoryUsage().heapUsed;
  const kept = parse(source);
  const bytes = process.memoryUsage().heapUsed - before;
  if (kept.units.length === 0) throw new Error('nothing was parsed');
  return {
    ours: median(() => parse(source)),
    naive: median(() => source.split('\n').map((line) => marks.exec(line)?.[1])),
    bytes,
  };
}

measure(act(20_000));
const [one, four] = [measure(act(150_000)), measure(act(600_000))];
const ok = one.ours < limitMs;
console.log(
  `${ok ? 'ok  ' : 'MISS'} parsing 150,000 characters: ${one.ours.toFixed(1)} ms (limit ${limitMs} ms)  marks of lines alone ${one.naive.toFixed(1)} ms, ratio ${(one.ours / one.naive).toFixed(1)}`,
);
console.log(
  `     four times the text: ${(four.ours / one.ours).toFixed(1)} times the time, ${(four.bytes / one.bytes).toFixed(1)} times the memory (${(one.bytes / 2 ** 20).toFixed(1)} and ${(four.bytes / 2 ** 20).toFixed(1)} MiB)`,
);
if (!ok) process.exitCode = 1;
