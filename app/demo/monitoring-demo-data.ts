/** Invented municipalities in a voivodeship that does not exist, and what was "seen" there. */
export const demoMunicipalities = [
  { teryt: '9901013', name: 'Jurowice', kind: 'urban-rural', population: 14_600, quality: null },
  { teryt: '9901023', name: 'Mostki Wielkie', kind: 'urban-rural', population: 15_100, quality: 0.6 },
  { teryt: '9901033', name: 'Łęgowiec', kind: 'urban-rural', population: 18_200, quality: 0.8 },
  { teryt: '9901041', name: 'Rudzianka', kind: 'urban', population: 21_700, quality: 0.72 },
  { teryt: '9901053', name: 'Brzezinek', kind: 'urban-rural', population: 12_900, quality: 0.68 },
  { teryt: '9901062', name: 'Olszynka Nowa', kind: 'rural', population: 10_400, quality: 0.63 },
  { teryt: '9901073', name: 'Kalinów Dolny', kind: 'urban-rural', population: 11_800, quality: 0.53 },
  { teryt: '9901082', name: 'Dąbrowiec', kind: 'rural', population: 13_300, quality: 0.49 },
  { teryt: '9901091', name: 'Wierzbnik Mały', kind: 'urban', population: 23_500, quality: 0.46 },
  { teryt: '9901102', name: 'Czarny Stok', kind: 'rural', population: 10_900, quality: 0.38 },
  { teryt: '9901113', name: 'Gajkowo Stare', kind: 'urban-rural', population: 16_000, quality: 0.28 },
  { teryt: '9901122', name: 'Tarnówek', kind: 'rural', population: 11_200, quality: 0.5 },
] as const;

export type DemoMunicipality = (typeof demoMunicipalities)[number];

/** Too little was looked at here for a score: every second question stays open. */
export const demoGap = '9901122';

/** Jurowice answers with the worked example of the method: 49.5. "-" is not applicable, "?" not assessed. */
export const jurowiceLevels: Record<string, string> = {
  T: '2 1 2 1 3 2 1 2 3 2 0 -',
  I: '2 1 1 2 1 0 2 3 1 2 2 - 1',
  P: '1 1 2 1 0 ? 1 2 3 1 0',
};

/** Share of answers that stood a level lower a year before, taken in turn by the municipalities. */
export const demoProgress = [0.35, 0.1, 0.6, 0.2] as const;

/** The one that was better a year before. */
export const demoDecline = 'Wierzbnik Mały';

/** What the team corrected after the release of the published edition. */
export const demoCorrection = {
  teryt: '9901073',
  indicator: 'P03',
  state: 'scored',
  level: 3,
  requestedOn: null,
  note: 'Raport o stanie gminy zawiera tabelę wykonania uchwał, była w osobnym załączniku.',
  reason:
    'Kodujący nie zauważył załącznika do raportu o stanie gminy. Urząd wskazał go 28 września 2026 r., plik był w BIP w okresie pomiaru.',
  evidence: [
    { url: 'https://bip.example/kalinow-dolny/p03/zalacznik', place: 'strona 2', note: 'Załącznik: wykonanie uchwał' },
  ],
} as const satisfies { state: 'scored'; evidence: readonly { url: string; place: string; note: string }[] } & Record<
  string,
  unknown
>;

/** What a piece of evidence is called, by indicator. */
export const evidenceNames: Record<string, string> = {
  T01: 'Nagranie sesji rady',
  T02: 'Porządek obrad i projekty uchwał',
  T03: 'Imienny wykaz głosowań',
  T04: 'Protokół posiedzenia komisji',
  T05: 'Interpelacja z odpowiedzią',
  T06: 'Wykaz oświadczeń majątkowych',
  T07: 'Rejestr umów',
  T08: 'Dokument budżetowy',
  T09: 'Odpowiedź na wniosek o informację',
  T10: 'Zapis próby wyszukania',
  T11: 'Tekst ujednolicony uchwały',
  T12: 'Wykaz dotacji',
  I01: 'Uchwała o zasadach konsultacji',
  I02: 'Uchwała z próby',
  I03: 'Ogłoszenie konsultacji',
  I04: 'Zaproszenie na spotkanie',
  I05: 'Raport z konsultacji',
  I06: 'Projekt uchwały przed konsultacjami i po nich',
  I07: 'Uchwała o inicjatywie obywatelskiej',
  I08: 'Rejestr petycji',
  I09: 'Ogłoszenie konsultacji z organizacjami',
  I10: 'Statut gminy',
  I11: 'Uchwała o budżecie obywatelskim',
  I12: 'Ogłoszenie o planie miejscowym',
  I13: 'Opinia rady seniorów',
  P01: 'Wykaz strategii i programów',
  P02: 'Program gminny',
  P03: 'Raport o stanie gminy',
  P04: 'Protokół sesji z debatą nad raportem',
  P05: 'Uchwała z próby i jej wykonanie',
  P06: 'Zobowiązanie z terminem',
  P07: 'Załącznik do budżetu',
  P08: 'Wykaz projektów mieszkańców',
  P09: 'Sprawozdanie z programu współpracy',
  P10: 'Wystąpienie pokontrolne',
  P11: 'Zestawienie skarg i wniosków',
};

export const scoredNotes = [
  'Sprawdzono wszystkie pozycje z próby. Warunki tego poziomu są spełnione w całości.',
  'Do wyższego poziomu zabrakło części pozycji z próby.',
  'Oceniono według stanu w BIP, strona gminy pokazuje to samo.',
  'Dokumenty są w różnych działach BIP, ale da się do nich dojść.',
  'Przy wątpliwości między dwoma poziomami wpisano niższy.',
] as const;
