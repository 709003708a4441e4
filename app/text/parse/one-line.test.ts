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

test.each([
  ['numbers in brackets', 'Gmina wspiera: (1) kluby; oraz (2) chóry działające (3) lata.', ['pkt 1', 'pkt 2']],
  ['numbers in brackets from the mark on', '(1) Raz. (2) Dwa. (3) Trzy.', ['pkt 1', 'pkt 2', 'pkt 3']],
  ['letters in brackets', 'Dotacja obejmuje (a) remont, (b) zakup oraz (c) najem.', ['lit. a', 'lit. b', 'lit. c']],
  ['small Roman numbers', 'Etapy: i) projekt, ii) budowa.', ['tiret pierwsze', 'tiret drugie']],
  ['bullets', 'Wójt: • planuje, • ocenia.', ['tiret pierwsze', 'tiret drugie']],
  ['numbers without a colon', 'Wniosek zawiera 1) nazwę, 2) adres, 3) podpis.', ['pkt 1', 'pkt 2', 'pkt 3']],
  ['a first ust. without its number', 'Rada działa jawnie. 2. Sesje są otwarte.', ['ust. 2']],
  ['numbers of formulas', 'Opłatę oblicza się według wzoru (1) i wzoru (2): O = a × b (1), gdzie a (2) to stawka.', []],
  ['a date and an address', 'Rada obraduje przy ul. Jasnej. 2. maja obrad nie ma.', []],
])('%s in the line of a § are its list', (_name, words, expected) => {
  const act = parse(`UCHWAŁA NR 1\n\n§ 1. ${words}\n\n§ 2. Koniec.\n`);
  const units = outline(act).lines.map(({ citation }) => citation);
  expect(units).toEqual(['§ 1', ...expected.map((one) => `§ 1 ${one}`), '§ 2']);
  expect(outline(parse(renderText(act))).lines.map(({ citation }) => citation)).toEqual(units);
});

test('marks inside a line that are not read as a list are named with their line', () => {
  const act = parse(
    '§ 1. Opłata: 1) wjazd, 3) postój, 4) mycie.\n\n§ 2. Zgodnie z pkt 1), 2) i 3) oraz art. 1. Koniec.\n',
  );
  expect(outline(act).counts).toEqual({ paragraph: 2 });
  expect(act.problems.map(({ code, line, message }) => [code, line, message.pl.match(/„[^”]*”/g)])).toEqual([
    ['mark-in-text', 1, ['„1)”', '„3)”', '„4)”']],
  ]);
});
