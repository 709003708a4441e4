import fc from 'fast-check';

/** Lines of acts as offices write them, each a paragraph, with what a reader may take for a mark inside sentences. */

const SENTENCES = [
  'Uchwala się plan miejscowy obszaru „Zatorze” w granicach określonych na rysunku planu.',
  'Przepisy § 1 ust. 1 i 2 oraz ust. 3 pkt 1), 2) i 3) stosuje się odpowiednio.',
  'W sprawach, o których mowa w ust. 1, decyduje Burmistrz Miasta, w terminie 14 dni.',
  'Opłatę wnosi się do dnia 31 marca, 30 czerwca i 15 września każdego roku.',
  'Traci moc uchwała nr XII/88/2011 Rady Miasta z dnia 27 września 2011 r. w sprawie opłat.',
  'Wysokość zabudowy – 12,5 m, przy ul. 3 Maja 2 – do 3 kondygnacji.',
  'Zgodnie z art. 5 ust. 1 pkt 2 lit. a ustawy z dnia 8 marca 1990 r. o samorządzie gminnym (Dz. U. z 2024 r. poz. 1465).',
  'Nabór trwa od 1. do 15. dnia miesiąca, a w sprawach z § 1 ust. 1 lit. a) i b) – do końca roku.',
  'Wniosek zawiera dane z pkt 1 i 2; termin z § 2 ust. 2 nie biegnie.',
  'Komisja liczy 5 osób. Obrady są jawne. Protokół ogłasza się w Biuletynie Informacji Publicznej.',
  'Teren oznaczony 1MN, 2MN i 3U przeznacza się pod zabudowę o powierzchni 1 200 m².',
  'Rozdział środków następuje w trybie § 1.',
  'Zadania w dziale 900, rozdziale 90004, § 4210 finansuje gmina.',
];
const ITEMS = [
  'zabudowę mieszkaniową jednorodzinną',
  'drogi wewnętrzne o szerokości 6 m – z zielenią',
  'obiekty, o których mowa w ust. 1 pkt 2',
  'sieci (w tym wodociąg Ø 110 i kanalizację)',
  'co najmniej 1,5 miejsca postojowego na lokal',
  'tereny 1MN, 2MN i 3MN',
  'planie – należy przez to rozumieć plan, o którym mowa w § 1',
  '30 % powierzchni działki',
  'decyzje z art. 59 ust. 1 i 2 ustawy',
  'zgodę Rady, o ile nie została udzielona na podstawie § 2 lub 3',
];
const INTRODUCTIONS = [
  'Ustala się:',
  'Na terenie 1MN zakazuje się:',
  'Ilekroć w uchwale jest mowa o:',
  'Rada, na wniosek Burmistrza z dnia 3 marca 2026 r., określa następujące zasady:',
];
const TITLES = [
  'Przepisy ogólne',
  'Ustalenia dla terenów 1MN i 2MN',
  'Zasady ochrony środowiska, przyrody i krajobrazu',
  'Przepisy końcowe',
  'Tryb i zasady',
];
const FRONT = [
  'UCHWAŁA NR XII/88/2026',
  'RADY MIASTA ZATORZE',
  'z dnia 3 marca 2026 r.',
  'w sprawie miejscowego planu zagospodarowania przestrzennego',
  'Na podstawie art. 18 ust. 2 pkt 5 ustawy z dnia 8 marca 1990 r. o samorządzie gminnym (Dz. U. z 2024 r. poz. 1465 i 1572) oraz art. 20 ust. 1 ustawy z dnia 27 marca 2003 r. o planowaniu (Dz. U. z 2024 r. poz. 1130) Rada Miasta Zatorze uchwala, co następuje:',
];

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
type List = { intro: string; items: Item[] };
type Item = string | List;

const words = fc.constantFrom(...ITEMS);
const introduction = fc.constantFrom(...INTRODUCTIONS);
const lower = introduction.map((text) => text.charAt(0).toLowerCase() + text.slice(1));
const list = (intro: fc.Arbitrary<string>, item: fc.Arbitrary<Item>, maxLength: number): fc.Arbitrary<List> =>
  fc.record({ intro, items: fc.array(item, { minLength: 2, maxLength }) });
const tirets = list(lower, words, 3);
const letters = list(lower, fc.oneof({ weight: 4, arbitrary: words }, { weight: 1, arbitrary: tirets }), 12);
const points = list(introduction, fc.oneof({ weight: 3, arbitrary: words }, { weight: 1, arbitrary: letters }), 5);
const sentence = fc.constantFrom(...SENTENCES);
const body: fc.Arbitrary<Item> = fc.oneof({ weight: 3, arbitrary: sentence }, { weight: 2, arbitrary: points });
const paragraph: fc.Arbitrary<Item[]> = fc.oneof(
  body.map((one) => [one]),
  fc.array(body, { minLength: 2, maxLength: 5 }),
);
const chapter = fc.record({
  title: fc.constantFrom(...TITLES),
  paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 3 }),
});

/** How an act is written: the sign of its basic unit, the sign behind a number, careless ends. */
type Hand = { basic: '§' | 'Art.'; sign: ')' | '/'; stops: boolean };

const mark = ({ sign }: Hand, level: number, i: number): string =>
  level === 0 ? `${i + 1}${sign}` : level === 1 ? `${LETTERS.charAt(i)}${sign}` : '–';
const ENDS = [';', ',', ','];

/** The list below an introduction, with the end marks of § 57 ZTP; `last` ends the last item of all. */
function listLines({ items }: List, level: number, last: string, hand: Hand): string[] {
  return items.flatMap((item, i) => {
    const end = i === items.length - 1 ? last : ENDS[level]!;
    const printed = mark(hand, level, i);
    return typeof item === 'string'
      ? [`${printed} ${item}${end}`]
      : [`${printed} ${item.intro}`, ...listLines(item, level + 1, end, hand)];
  });
}

function paragraphLines(parts: readonly Item[], number: string, hand: Hand): string[] {
  return parts.flatMap((part, i) => {
    const printed = `${i === 0 ? `${hand.basic} ${number}. ` : ''}${parts.length > 1 ? `${i + 1}. ` : ''}`;
    const words = typeof part === 'string' && !hand.stops ? part.slice(0, -1) : part;
    return typeof words === 'string'
      ? [printed + words]
      : [printed + words.intro, ...listLines(words, 0, hand.stops ? '.' : '', hand)];
  });
}

/** An act as lines: chapters or none, perhaps a signature, an annex with its own §, reasons. */
const linesBy = (stops: fc.Arbitrary<boolean>): fc.Arbitrary<string[]> =>
  fc
    .record({
      chapters: fc.array(chapter, { minLength: 1, maxLength: 4 }),
      headed: fc.boolean(),
      inserted: fc.boolean(),
      signed: fc.boolean(),
      annex: fc.option(fc.array(paragraph, { minLength: 2, maxLength: 3 })),
      reasons: fc.boolean(),
      hand: fc.record<Hand>({
        basic: fc.constantFrom('§', '§', '§', 'Art.'),
        sign: fc.constantFrom(')', ')', ')', '/'),
        stops,
      }),
    })
    .map(({ chapters, headed, inserted, signed, annex, reasons, hand }) => {
      let next = 0;
      const isStatute = hand.basic === 'Art.';
      const lines = isStatute ? ['USTAWA', 'z dnia 3 marca 2026 r.', 'o planach'] : [...FRONT];
      chapters.forEach(({ title, paragraphs }, c) => {
        if (headed) lines.push(`Rozdział ${c + 1}`, title);
        for (const parts of paragraphs) {
          next += 1;
          lines.push(...paragraphLines(parts, String(next), hand));
          if (inserted && next === 1) lines.push(...paragraphLines(['Wójt ogłasza wykaz terenów.'], '1a', hand));
        }
      });
      lines.push(`${hand.basic} ${next + 1}. Uchwała wchodzi w życie po upływie 14 dni od dnia ogłoszenia.`);
      if (signed && !isStatute) lines.push('Przewodnicząca Rady', 'Anna Nowak');
      if (annex !== null && !isStatute) {
        lines.push('Załącznik nr 1 do uchwały nr XII/88/2026 Rady Miasta Zatorze z dnia 3 marca 2026 r.', 'REGULAMIN');
        annex.forEach((parts, i) => lines.push(...paragraphLines(parts, String(i + 1), hand)));
      }
      if (reasons && !isStatute)
        lines.push('UZASADNIENIE', 'Plan sporządzono na podstawie uchwały z 2024 r. Uwag nie złożono.');
      return lines;
    });

/** Some of them without end marks. */
export const planLines = linesBy(fc.constantFrom(true, true, true, false));
/** All with the end marks of § 57 ZTP. */
export const carefulPlanLines = linesBy(fc.constant(true));
