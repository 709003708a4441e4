import fc from 'fast-check';
import { expect, test } from 'vitest';
import { number } from '../number/number.ts';
import { renderText } from '../render/render-text.ts';
import { propertyRuns, sketchedAct } from '../testing/arbitrary.ts';
import { carefulPlanLines, planLines } from '../testing/plan-lines.ts';
import { outline } from './outline.ts';
import { parse } from './parse.ts';

/** Places and first words of all units; a text without a mark is none. */
function see(source: string): string[] {
  const { lines } = outline(parse(source));
  return lines.filter(({ type }) => type !== 'text').map(({ citation, text }) => `${citation} | ${text}`);
}

test('an act pasted in one line has the outline it has in lines', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(planLines, fc.constantFrom(' ', '  ', '\t', '\u00a0'), (lines, between) => {
      expect(see(lines.join(between))).toEqual(see(lines.join('\n\n')));
    }),
    { numRuns: propertyRuns(300) },
  );
});

test('a rendered draft reads the same with its lines joined', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(sketchedAct, (sketch) => {
      const text = renderText(number(sketch, { mode: 'draft' }).act);
      expect(see(text.replace(/\s*\n\s*/g, ' '))).toEqual(see(text));
    }),
    { numRuns: propertyRuns(200) },
  );
});

/** Lines that begin anew: the first lines, § and what `also` says. */
function joined(lines: readonly string[], also: RegExp): string {
  const begins = /^(?:§|Art\.|\n|Rozdział|Załącznik|REGULAMIN|UZASADNIENIE|Przewodnicz|Anna)/u;
  const front = lines.findIndex((line) => /^(?:§|Art\.|Rozdział)/u.test(line));
  return lines.reduce(
    (text, line, i) => `${text}${i <= front || begins.test(line) || also.test(line) ? '\n' : ' '}${line}`,
  );
}

test('a list that stands in the line of its unit is read as one', { timeout: 600_000 }, () => {
  const kept = [/^(?!)/u, /^\d+[a-z]?\.\s/u, /^\d+[a-z]?[.)/]\s/u];
  fc.assert(
    fc.property(carefulPlanLines, fc.constantFrom(...kept), (lines, also) => {
      const titled = lines.map((line, i) => (/^Rozdział \d+$/.test(lines[i - 1] ?? '') ? `\n${line}\n` : line));
      expect(see(joined(titled, also))).toEqual(see(lines.join('\n\n')));
    }),
    { numRuns: propertyRuns(200) },
  );
});

test.each([
  [
    'a row of references',
    '§ 1. Rada, z uwzględnieniem § 2 ust. 1, 2 i 3 oraz pkt 1), 2) i 3), orzeka. § 2. 1. Raz. 2. Dwa.',
    4,
  ],
  [
    'a date and an address',
    '§ 1. 1. Nabór trwa do 1. maja, 2. czerwca wywiesza się listę. 2. Urząd mieści się przy ul. 3. Maja. § 2. Raz.',
    4,
  ],
  [
    'no colon before the list',
    '§ 1. 1. Uchwala się plan. 2. Plan obejmuje 1) halę; 2) plac: a) duży, b) mały. § 2. Raz.',
    8,
  ],
  [
    'items named inside an item',
    '§ 1. Targ: 1) duży, o którym mowa w pkt 2; 2) mały, z wyjątkiem lit. a) i b). § 2. Raz.',
    4,
  ],
  ['a § named at the end of a sentence', '§ 1. Stosuje się przepisy § 2. § 2. Raz. § 3. Dwa.', 3],
  ['reasons named in a sentence', '§ 1. Składa się wniosek. Uzasadnienie wniosku jest jawne. § 2. Raz.', 2],
])('%s in one line begins no unit of its own', (_name, text, count) => {
  expect(see(`UCHWAŁA NR 1 w sprawie targu Na podstawie art. 18 uchwala się, co następuje: ${text}`)).toHaveLength(
    count,
  );
});
