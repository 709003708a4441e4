import { expect, test } from 'vitest';
import { parse } from '../parse/parse.ts';
import { toReferenceJson } from './reference-json.ts';
import { findReferences } from './references.ts';

const ACT = `UCHWAŁA NR 1
RADY GMINY WZÓR
z dnia 1 maja 2020 r.
w sprawie wzoru

Na podstawie art. 18 ustawy uchwala się, co następuje:

Rozdział 1
Ogólne

§ 1. 1. Pierwszy.

2. Drugi:

1) raz;

2) dwa:

a) x,

b) y,

c) z;

3) trzy.

§ 2. Drugi paragraf:

1) jeden;

2) dwa.

Rozdział 2
Dalsze

§ 3. 1. TEKST

2. Wstęp:

1) PUNKT;

2) dwa:

a) LITERA,

b) inna.
`;

/** References found when the words stand in § 3 ust. 1, its pkt 1 or its lit. a. */
function refs(words: string, at: 'TEKST' | 'PUNKT' | 'LITERA' = 'TEKST'): string[] {
  return findReferences(parse(ACT.replace(at, words))).map((reference) => {
    const json = toReferenceJson(reference);
    return `${json.words} → ${json.targets.join(', ')}${json.status === 'resolved' ? '' : ` [${json.status}]`}`;
  });
}

test('absolute references in every printed form', () => {
  expect(refs('w § 1 ust. 2 pkt 2 lit. b stosuje się.')).toEqual([
    'w § 1 ust. 2 pkt 2 lit. b → § 1 ust. 2 pkt 2 lit. b',
  ]);
  expect(refs('w §1ust.2 pkt. 2) lit.a) stosuje się.')).toEqual(['w §1ust.2 pkt. 2) lit.a) → § 1 ust. 2 pkt 2 lit. a']);
  expect(refs('w paragrafie 1 ustępie 2 punkcie 3 stosuje się.')).toEqual([
    'w paragrafie 1 ustępie 2 punkcie 3 → § 1 ust. 2 pkt 3',
  ]);
  expect(refs('przepis § 2 pkt 1 zdanie drugie stosuje się.')).toEqual(['§ 2 pkt 1 zdanie drugie → § 2 pkt 1']);
});

test('relative references take the missing levels from where they stand', () => {
  expect(refs('o którym mowa w ust. 2.')).toEqual(['w ust. 2 → § 3 ust. 2']);
  expect(refs('o którym mowa w pkt 2', 'PUNKT')).toEqual(['w pkt 2 → § 3 ust. 2 pkt 2']);
  expect(refs('o którym mowa w pkt 1 i lit. b', 'LITERA')).toEqual([
    'w pkt 1 i lit. b → § 3 ust. 2 pkt 1, § 3 ust. 2 pkt 2 lit. b',
  ]);
  expect(refs('zgodnie z przepisami niniejszego paragrafu i niniejszego ustępu.')).toEqual([
    'niniejszego paragrafu → § 3',
    'niniejszego ustępu → § 3 ust. 1',
  ]);
  expect(refs('o których mowa w pkt 1 ust. 2.')).toEqual(['w pkt 1 ust. 2 → § 3 ust. 2 pkt 1']);
});

test('levels joined by "w" are one reference, downwards and upwards', () => {
  expect(refs('o którym mowa w ust. 2 w § 1.')).toEqual(['w ust. 2 w § 1 → § 1 ust. 2']);
  expect(refs('o których mowa w pkt 1 i 2 w ust. 2 w § 1 oraz w § 2.')).toEqual([
    'w pkt 1 i 2 w ust. 2 w § 1 → § 1 ust. 2 pkt 1, § 1 ust. 2 pkt 2',
    'w § 2 → § 2',
  ]);
  expect(refs('w § 1 w ust. 2 w pkt 3 podano stawki.')).toEqual(['w § 1 w ust. 2 w pkt 3 → § 1 ust. 2 pkt 3']);
  expect(refs('stawki z ust. 2 podano w § 2, a z § 1 w § 2.')).toEqual([
    'z ust. 2 → § 3 ust. 2',
    'w § 2 → § 2',
    'z § 1 → § 1',
    'w § 2 → § 2',
  ]);
});

test('the bracket that closes a remark belongs to no reference', () => {
  expect(refs('opłata (zgodnie z § 2 pkt 1) i kara (§ 1 ust. 2 pkt 3) oraz zwrot z pkt 2) ust. 2.')).toEqual([
    'z § 2 pkt 1 → § 2 pkt 1',
    '§ 1 ust. 2 pkt 3 → § 1 ust. 2 pkt 3',
    'z pkt 2) ust. 2 → § 3 ust. 2 pkt 2',
  ]);
  expect(refs('kara (§ 1 ust. 2 pkt 2 lit. a)) oraz (pkt 1–2 w § 2) lub (lit. a w ust. 2 pkt 2).')).toEqual([
    '§ 1 ust. 2 pkt 2 lit. a) → § 1 ust. 2 pkt 2 lit. a',
    'pkt 1–2 w § 2 → § 2 pkt 1–§ 2 pkt 2',
    'lit. a w ust. 2 pkt 2 → § 3 ust. 2 pkt 2 lit. a',
  ]);
});

test('lists and ranges', () => {
  expect(refs('w ust. 1 i 2 oraz w § 1 ust. 2 pkt 1, 2 i 3.')).toEqual([
    'w ust. 1 i 2 → § 3 ust. 1, § 3 ust. 2',
    'w § 1 ust. 2 pkt 1, 2 i 3 → § 1 ust. 2 pkt 1, § 1 ust. 2 pkt 2, § 1 ust. 2 pkt 3',
  ]);
  expect(refs('w § 1 ust. 2 pkt 1–3.')).toEqual(['w § 1 ust. 2 pkt 1–3 → § 1 ust. 2 pkt 1–§ 1 ust. 2 pkt 3']);
  expect(refs('w §1÷3 i § 1 do § 2.')).toEqual(['w §1÷3 → § 1–§ 3', '§ 1 do § 2 → § 1–§ 2']);
  expect(refs('w § 1 ust. 1 i ust. 2 pkt 3 oraz § 2 pkt 2.')).toEqual([
    'w § 1 ust. 1 i ust. 2 pkt 3 → § 1 ust. 1, § 1 ust. 2 pkt 3',
    '§ 2 pkt 2 → § 2 pkt 2',
  ]);
  expect(refs('w § 1 ust. 2 pkt 1 i pkt 2 lit. a) oraz lit. c).')).toEqual([
    'w § 1 ust. 2 pkt 1 i pkt 2 lit. a) oraz lit. c) → § 1 ust. 2 pkt 1, § 1 ust. 2 pkt 2 lit. a, § 1 ust. 2 pkt 2 lit. c',
  ]);
  expect(refs('w ust. 1 i 3 osoby.')).toEqual(['w ust. 1 → § 3 ust. 1']);
});

test('chapters and annexes', () => {
  expect(refs('na zasadach określonych w rozdziale 1 i Rozdziale 7.')).toEqual([
    'w rozdziale 1 i Rozdziale 7 → rozdział 1, rozdział 7 [dangling]',
  ]);
  expect(refs('w załączniku nr 2 do uchwały.')).toEqual(['w załączniku nr 2 → załącznik nr 2 [dangling]']);
});

test('references to other acts are external and name them', () => {
  const [first, second] = findReferences(
    parse(
      ACT.replace(
        'TEKST',
        'stosuje się art. 5a ust. 2 i art. 7 ustawy z dnia 8 marca 1990 r. o samorządzie gminnym (Dz. U. poz. 1).',
      ),
    ),
  );
  expect(toReferenceJson(first!)).toMatchObject({
    status: 'external',
    targets: ['art. 5a ust. 2'],
    act: 'ustawy z dnia 8 marca 1990 r. o samorządzie gminnym',
  });
  expect(toReferenceJson(second!)).toMatchObject({
    status: 'external',
    targets: ['art. 7'],
    act: 'ustawy z dnia 8 marca 1990 r. o samorządzie gminnym',
  });
  expect(refs('§ 4 uchwały nr V/1/2019 Rady Gminy traci moc.')).toEqual(['§ 4 → § 4 [external]']);
  expect(refs('§ 1 niniejszej uchwały stosuje się.')).toEqual(['§ 1 → § 1']);
});

test('dangling and lost references', () => {
  expect(refs('w § 9 ust. 1 oraz w ust. 8.')).toEqual([
    'w § 9 ust. 1 → § 9 ust. 1 [dangling]',
    'w ust. 8 → § 3 ust. 8 [dangling]',
  ]);
  expect(refs('o którym mowa w 1 ust. 2.')).toEqual(['w 1 ust. 2 → § 1 ust. 2']);
});

test('a point cited where the text prints "9." is found', () => {
  const act = parse(
    '§ 1. Ilekroć mowa o:\n\n1. planie – plan,\n\n2. terenie – teren w planie, o którym mowa w pkt 1.\n',
  );
  expect(findReferences(act).map((reference) => [reference.targets[0]?.citation, reference.status])).toEqual([
    ['§ 1 ust. 1', 'resolved'],
  ]);
});

test('everyday words are no references', () => {
  expect(
    refs(
      'od punktu 7 do punktu 8 prowadzi droga; w litrze 5 porcji; artykuły spożywcze; dział 801; ustala 3 terminy; paragon 5.',
    ),
  ).toEqual([]);
});

test('in an amending act the commands mean the amended act', () => {
  const act = parse(
    'USTAWA\nz dnia 1 maja 2000 r.\no zmianie ustawy o próbie\n\nArt. 1.\nW ustawie z dnia 1 maja 1999 r. o próbie (Dz. U. poz. 1) wprowadza się następujące zmiany:\n1) w art. 4 ust. 2 otrzymuje brzmienie:\n"2. Nowy ustęp, o którym mowa w ust. 1.";\n2) uchyla się art. 7.\n\nArt. 2.\nDo spraw z art. 1 stosuje się przepisy dotychczasowe.\n',
  );
  expect(findReferences(act).map((reference) => [reference.citation, reference.words, reference.status])).toEqual([
    ['art. 1 pkt 1', 'w art. 4 ust. 2', 'external'],
    ['art. 1 pkt 2', 'art. 7', 'external'],
    ['art. 2', 'z art. 1', 'resolved'],
  ]);
});

const targetsIn = (source: string, kind: 'resolution' | 'statute' = 'resolution'): unknown[] =>
  findReferences(parse(source, { kind }))
    .map(toReferenceJson)
    .map(({ words, targets, status }) => [words, targets, status]);

test('a letter at the end of a sentence belongs to its reference', () => {
  expect(
    targetsIn('§ 1. Ustala się:\n\n1) raz:\n\na) x,\n\nb) y;\n\n2) dwa.\n\n§ 2. Stosuje się § 1 pkt 1 lit. b.\n'),
  ).toEqual([['§ 1 pkt 1 lit. b', ['§ 1 pkt 1 lit. b'], 'resolved']]);
});

test('a chapter named after its division is looked for there', () => {
  const source =
    'DZIAŁ I\nOgólne\n\nRozdział 1\nPierwszy\n\nArt. 1. Raz.\n\nDZIAŁ II\nSzczególne\n\nRozdział 1\nDrugi\n\nArt. 2. Zgodnie z działem I rozdziałem 1. Przepisy rozdziału 1 działu I stosuje się.\n';
  expect(targetsIn(source, 'statute')).toEqual([
    ['z działem I rozdziałem 1', ['dział I rozdział 1'], 'resolved'],
    ['rozdziału 1 działu I', ['dział I rozdział 1'], 'resolved'],
  ]);
});

test('in an order of a mayor "zarządzenia" alone is the order itself, "tego zarządzenia" the one named before', () => {
  const head = 'ZARZĄDZENIE NR 5/2023\nBURMISTRZA MIASTA WZÓR\nz dnia 3 marca 2023 r.\n\n';
  const body =
    '§ 1. Ustala się regulamin.\n\n§ 2. Traci moc zarządzenie nr 1/2010, z wyjątkiem § 4 tego zarządzenia.\n\n';
  expect(
    targetsIn(
      `${head}${body}Załącznik do zarządzenia nr 5/2023\n\n§ 1. Raz.\n\n§ 2. Przepis § 1 zarządzenia stosuje się odpowiednio.\n`,
    ),
  ).toEqual([
    ['§ 4', ['§ 4'], 'external'],
    ['§ 1', ['§ 1'], 'resolved'],
  ]);
});

test('an amending provision may refer to the annex of the amending act', () => {
  const head = 'UCHWAŁA NR 2\nRADY GMINY WZÓR\nw sprawie zmiany uchwały w sprawie opłat\n\n';
  const body =
    '§ 1. W uchwale nr 1/2017 Rady Gminy Wzór wprowadza się następujące zmiany:\n\n1) załącznik nr 3 otrzymuje brzmienie określone w załączniku do niniejszej uchwały.\n\n';
  expect(targetsIn(`${head}${body}Załącznik do uchwały nr 2\n\n1) bilet normalny.\n`)).toEqual([
    ['załącznik nr 3', ['załącznik nr 3'], 'external'],
    ['załączniku do niniejszej uchwały', ['załącznik'], 'resolved'],
  ]);
});

test('a table of contents refers to nothing', () => {
  const source =
    '§ 1. Uchwala się statut.\n\nSPIS TREŚCI\n\nRozdział 1. Ogólne ............ 2\n\nRozdział 2. Rada .............. 3\n\nRozdział 1\nOgólne\n\n§ 2. Raz.\n\nRozdział 2\nRada\n\n§ 3. Dwa.\n';
  expect(targetsIn(source)).toEqual([]);
});

test('the subject of the main clause is not the name of another act', () => {
  const source =
    '§ 1. Ustala się opłatę.\n\n§ 2. W przypadku naruszenia § 1, umowa podlega rozwiązaniu.\n\n§ 3. W sprawach z § 2, zarządzenie wydaje wójt.\n\n§ 4. Stosuje się § 3 umowy z dnia 5 maja 2020 r.\n';
  expect(targetsIn(source)).toEqual([
    ['§ 1', ['§ 1'], 'resolved'],
    ['z § 2', ['§ 2'], 'resolved'],
    ['§ 3', ['§ 3'], 'external'],
  ]);
});

test('units behind the words that name an act are its own, and units are found however they are spelled', () => {
  const body = (words: string): string[] => {
    const act = parse(`UCHWAŁA NR 1\n\n§ 1. 1. Raz:\n\n1) a:\n\na) x,\n\nb) y.\n\n2. Dwa.\n\n§ 2. ${words}\n`);
    return findReferences(act).map((one) => `${toReferenceJson(one).targets.join(' + ')} ${one.status}`);
  };
  expect(body('W uchwale, o której mowa w § 1, § 2 ust. 3 stosuje się do targów.')).toEqual([
    '§ 1 resolved',
    '§ 2 ust. 3 external',
  ]);
  expect(body('Stosuje się par 1 ust 2.')).toEqual(['§ 1 ust. 2 resolved']);
  expect(body('Stosuje się § 1 ust. 1 pkt 1 litera b oraz § 1 ust. 1 pkt 1 lit. „a”.')).toEqual([
    '§ 1 ust. 1 pkt 1 lit. b resolved',
    '§ 1 ust. 1 pkt 1 lit. a resolved',
  ]);
});

test.each([
  ['§ 1 pkt 1 uchwały zmieniającej', '§ 1 pkt 1'],
  ['§ 1 ust. 2 tej samej uchwały', '§ 1 ust. 2'],
  ['art. 5 ust. 2 pkt 3 u.d.p.p.', 'art. 5 ust. 2 pkt 3'],
  ['ART. 5 UST. 1 USTAWY', 'art. 5 ust. 1'],
  ['§ 4 uchwały nr 3 i § 1 jej załącznika nr 2', '§ 4', '§ 1'],
])('%s is of another act', (words, ...targets) => {
  const act = parse(`UCHWAŁA NR 1\n\n§ 1. 1. Raz:\n\n1) a.\n\n2. Dwa.\n\n§ 2. Zgodnie z ${words} orzeka rada.\n`);
  const found = findReferences(act).filter(({ status }) => status === 'external');
  expect(found.map((one) => toReferenceJson(one).targets[0])).toEqual(targets);
});

test('what is added to a § of another act is of that act', () => {
  const act = parse(
    'UCHWAŁA NR 1\n\n§ 1. W § 4 uchwały nr 3 dodaje się ust. 2 w brzmieniu: „2. Raz.”.\n\n§ 2. Koniec.\n',
  );
  expect(findReferences(act).map(({ status }) => status)).toEqual(['external', 'external']);
});

test('signs that print nothing inside words, and letters of two characters, hide no act and no command', () => {
  const source =
    'UCHWAŁA NR 1\n\n§ 1. W uchwale nr 3/2020 wprowadza się zmiany:\n\n1) § 5 otrzymuje brzmienie:\n\n„§ 5. Raz.”;\n\n2) uchyla się § 6.\n\n§ 2. Stosuje się § 2 uchwały, o której mowa w § 1, oraz załącznik nr 1 do uchwały.\n\nZałącznik nr 1 do uchwały nr 1\n\nMapa\n';
  const seen = (text: string): string[] =>
    findReferences(parse(text)).map((one) => `${one.citation} → ${one.targets[0]?.citation} ${one.status}`);
  const expected = seen(source);
  expect(expected).toHaveLength(5);
  expect(seen(source.replace(/(\p{L}{3})(\p{L}{4})/gu, '$1\u00ad$2'))).toEqual(expected);
  expect(seen(source.normalize('NFD'))).toEqual(expected);
});

test('what stands „w zw. z” a unit lies in the § just named', () => {
  const act = parse('UCHWAŁA NR 1\n\n§ 1. 1. Raz.\n\n2. Dwa.\n\n§ 2. Stosuje się § 1 ust. 1 w zw. z ust. 2.\n');
  expect(findReferences(act).map(({ targets, status }) => `${targets[0]?.citation} ${status}`)).toEqual([
    '§ 1 ust. 1 resolved',
    '§ 1 ust. 2 resolved',
  ]);
});

test.each([
  ['Na podstawie art. 5 i art. 6 ust. 1 oraz § 1 stosuje się zasady.', ['external', 'external', 'resolved']],
  ['W myśl § 1 oraz art. 5 ust. 1 ustawy o drogach płaci się.', ['resolved', 'external']],
  ['Zgodnie z pkt 4 wniosku i § 1 płaci się.', ['external', 'resolved']],
  ['Do naboru stosuje się § 30 ust. 1 regulaminu konkursu.', ['external']],
  ['W pkt 4 nie ma nic.', ['dangling']],
])('whose unit it is: %s', (words, statuses) => {
  const act = parse(`§ 1. Raz.\n\n§ 2. ${words}\n\n§ 3. Koniec.\n`);
  expect(findReferences(act).map(({ status }) => status)).toEqual(statuses);
});

test('a named document and a decision that is amended have units of their own', () => {
  const act = parse(
    'DECYZJA NR 7\nWÓJTA GMINY WIERZBIN\nz dnia 5 stycznia 2026 r.\nw sprawie zmiany decyzji nr 3 Wójta Gminy Wierzbin\n\n§ 1. W decyzji nr 3 Wójta Gminy Wierzbin wprowadza się następujące zmiany:\n1) w § 4:\na) w ust. 1 wyrazy „raz” zastępuje się wyrazami „dwa”,\nb) uchyla się ust. 2;\n2) w § 5 uchyla się pkt 3.\n§ 2. Skład określa § 9 pkt 2 „Karty Placu”.\n§ 3. Decyzja wchodzi w życie z dniem podpisania.\n',
  );
  expect(findReferences(act).map(({ status }) => status)).toEqual(Array(6).fill('external'));
});
