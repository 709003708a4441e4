import fc from 'fast-check';
import type { Act, Unit, UnitType } from '../tree/types.ts';

/** How many random inputs a property gets; the full run sets TEXT_PROPERTY_RUNS=100000. */
export function propertyRuns(usual: number): number {
  const wanted = Number(process.env.TEXT_PROPERTY_RUNS ?? '');
  return Number.isInteger(wanted) && wanted > 0 ? wanted : usual;
}

const FRAGMENTS = [
  '§ 1.',
  '§ 2. ',
  '§3',
  '§ 12 i § 13 niniejszej uchwały.',
  '1. Tekst ustępu.',
  '2. ',
  '2) punkt drugi;',
  '1) punkt pierwszy:',
  'a) litera a,',
  'b) litera b',
  'a) a) podwójna',
  '– tiret,',
  '- inne',
  '– – podwójne',
  '– część wspólna dla wszystkich',
  '4. 4. dwa razy',
  '1/ ukośnik',
  '(1) nawias',
  'Rozdział 1',
  'Rozdział 2.',
  'ROZDZIAŁ III',
  'DZIAŁ I',
  'Oddział 1',
  'Przepisy ogólne',
  'WOLNOŚCI I PRAWA',
  'Art. 1.',
  'Art. 2. 1. Treść.',
  'Art. 3851',
  'Art. 115–129. (pominięte)',
  'Załącznik nr 1 do uchwały',
  'Załącznik Nr 2',
  'z dnia 1 maja 2020 r.',
  'UZASADNIENIE',
  'Na podstawie art. 18 uchwala się, co następuje:',
  'UCHWAŁA NR 1',
  'w sprawie opłat',
  'o którym mowa w ust.',
  'w § 3 ust. 2 pkt 1–3 i w rozdziale 2',
  '§ 5 otrzymuje brzmienie:',
  '„§ 5. 1. Nowa treść.',
  '2. Dalej.”;',
  'w brzmieniu: „krótko”, oraz',
  'wyrazy "a" zastępuje się wyrazami "b";',
  '"1. Prosty cudzysłów',
  'Przewodniczący Rady',
  '©Kancelaria Sejmu',
  '2009-11-16',
  'Strona 2 z 3',
  '– 2 –',
  '10',
  '14.',
  '. 2) kropka',
  'a 2. litera',
  'zosta-',
  'nie dalej',
  'lokalizację nowych',
  '   ',
  '\t1.\tTab',
  '\u00a0',
  'I. Ogólne',
  'II. Szczegółowe',
  'Spis treści ........ 3',
  '𝒜 emoji 😀',
  'żółć\u0301',
  '\u200b',
  '\ufeff',
  '\u00ad',
  '1.1. dziesiętnie',
  'w 2 ust. 1',
  '1..',
  '))',
  '„„„',
  '”””',
  '""',
];

/** Lines that look like legal text, in any order, with junk among them. */
export const messySource: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...FRAGMENTS) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
      { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
    ),
    { maxLength: 40 },
  )
  .chain((lines) =>
    fc.constantFrom('\n', '\r\n', '\n\n', '\n \n', ' ', '\u2028', '\r').map((separator) => lines.join(separator)),
  );

const WORDS = [
  'gmina',
  'mieszkańcy',
  'konsultacje',
  'termin',
  'wniosek',
  'ogłoszenie',
  'plan',
  'rada',
  'opłata',
  'teren',
  'zgodnie z § 1',
  'o których mowa w ust. 1',
  '„plan” roczny',
];
const clause = (end: string): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 9 }).map((words) => words.join(' ') + end);
const sentence = clause('.').map((text) => text.charAt(0).toUpperCase() + text.slice(1));

/** A tree without ids and marks: numbering it as a draft gives a well-formed act. */
type Sketch = { type: UnitType; text: string; heading?: string; children: Sketch[] };

const indents: fc.Arbitrary<Sketch[]> = fc
  .array(clause(','), { minLength: 2, maxLength: 3 })
  .map((texts) => texts.map((text) => ({ type: 'indent', text, children: [] })));
const withItems = (type: UnitType, end: string, items: fc.Arbitrary<Sketch[]>): fc.Arbitrary<Sketch> =>
  fc.oneof(
    { weight: 3, arbitrary: clause(end).map((text): Sketch => ({ type, text, children: [] })) },
    {
      weight: 1,
      arbitrary: fc.tuple(clause(':'), items).map(([text, children]): Sketch => ({ type, text, children })),
    },
  );
const letters = fc.array(withItems('letter', ',', indents), { minLength: 2, maxLength: 30 });
const points = fc.array(withItems('point', ';', letters), { minLength: 2, maxLength: 5 });
const subsection: fc.Arbitrary<Sketch> = fc.oneof(
  { weight: 3, arbitrary: sentence.map((text): Sketch => ({ type: 'subsection', text, children: [] })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(clause(':'), points)
      .map(([text, children]): Sketch => ({ type: 'subsection', text, children })),
  },
);
const paragraph: fc.Arbitrary<Sketch> = fc.oneof(
  sentence.map((text): Sketch => ({ type: 'paragraph', text, children: [] })),
  fc.tuple(clause(':'), points).map(([text, children]): Sketch => ({ type: 'paragraph', text, children })),
  fc
    .array(subsection, { minLength: 2, maxLength: 4 })
    .map((children): Sketch => ({ type: 'paragraph', text: '', children })),
);
const chapter: fc.Arbitrary<Sketch> = fc
  .tuple(
    fc.constantFrom('Przepisy ogólne', 'Tryb konsultacji', 'Przepisy końcowe'),
    fc.array(paragraph, { minLength: 1, maxLength: 4 }),
  )
  .map(([heading, children]): Sketch => ({ type: 'chapter', text: '', heading, children }));

const FRONT =
  'UCHWAŁA NR 1/2/2024\nRADY GMINY PRZYKŁAD\nz dnia 1 marca 2024 r.\nw sprawie przykładu\n\nNa podstawie art. 18 ust. 2 ustawy o samorządzie gminnym uchwala się, co następuje:';

/** Well-formed acts without numbers: chapters or bare paragraphs. */
export const sketchedAct: fc.Arbitrary<Act> = fc
  .oneof(fc.array(paragraph, { minLength: 1, maxLength: 6 }), fc.array(chapter, { minLength: 1, maxLength: 4 }))
  .map((sketches) => toAct(sketches));

function toAct(sketches: readonly Sketch[]): Act {
  let next = 1;
  const build = (sketch: Sketch): Unit => {
    const id = `u${next}`;
    next += 1;
    const dash = sketch.type === 'indent' ? '–' : '';
    return {
      id,
      type: sketch.type,
      label: dash,
      number: '',
      heading: sketch.heading ?? '',
      text: sketch.text,
      line: 1,
      citation: '',
      children: sketch.children.map(build),
    };
  };
  return {
    kind: 'resolution',
    title: '',
    legalBasis: '',
    before: FRONT,
    units: sketches.map(build),
    annexes: [],
    reasons: null,
    reasonsLine: null,
    problems: [],
  };
}

/** The tree without what parse makes anew: ids, lines, citations. */
export function shape(units: readonly Unit[]): unknown[] {
  return units.map((unit) => ({
    type: unit.type,
    label: unit.label,
    number: unit.number,
    heading: unit.heading,
    text: unit.text,
    children: shape(unit.children),
    quoted: unit.quoted === undefined ? null : shape(unit.quoted),
  }));
}
