import { createRandom } from '#app/monitoring/scoring/random.ts';

export const scaleSize = {
  characters: 450_000,
  amendments: 3_500,
  remarks: 10_000,
  people: 2_000,
  ruled: 2_500,
} as const;
export type ScaleSize = Record<keyof typeof scaleSize, number>;

/** Numbers in an order that is the same at every run. */
export function scaleRandom(seed: number) {
  const random = createRandom(seed);
  const below = (end: number) => Math.floor(random.nextUniform() * end);
  return { below, pick: <T>(list: readonly T[]): T => list[below(list.length)]! };
}
export type ScaleRandom = ReturnType<typeof scaleRandom>;

const subjects = [
  'rada',
  'burmistrz',
  'komisja',
  'sołectwo',
  'zarząd osiedla',
  'jednostka organizacyjna',
  'opiekun miejsca',
  'zespół do spraw zieleni',
];
const verbs = ['ustala', 'ogłasza', 'prowadzi', 'udostępnia', 'sprawdza', 'uzgadnia', 'przedstawia', 'zapewnia'];
const objects = [
  'wykaz miejsc spotkań',
  'plan utrzymania alejek',
  'rozkład dyżurów',
  'sposób korzystania z boisk',
  'listę potrzeb mieszkańców',
  'zasady wynajmu świetlicy',
  'harmonogram prac przy stawach',
  'rejestr ławek i pojemników',
];
const manners = [
  'po zasięgnięciu opinii mieszkańców',
  'nie rzadziej niż raz w roku',
  'w sposób dostępny dla osób starszych',
  'w terminie 14 dni',
  'na stronie i na tablicach ogłoszeń',
  'z udziałem osób, które o to poprosiły',
  'w porozumieniu z sąsiednimi gminami',
  'przed końcem kwartału',
];
const wishes = [
  'Termin jest za krótki',
  'Brakuje wskazania miejsca',
  'Proszę dopisać dyżur w soboty',
  'To powinno być na stronie gminy',
  'Nie wiadomo, kto za to odpowiada',
  'Sołectwa dowiadują się za późno',
  'Przepis jest niejasny',
  'Zapis powtarza wcześniejszy',
];
const grounds = [
  'bo w tygodniu pracujemy do późna.',
  'bo autobus jedzie trzy razy dziennie.',
  'bo starsze osoby nie korzystają z internetu.',
  'bo tak zrobiono już w sąsiedniej gminie.',
  'bo inaczej nikt tego nie sprawdzi.',
  'bo w zeszłym roku się nie udało.',
];

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function sentence(random: ScaleRandom): string {
  return `${capital(random.pick(subjects))} ${random.pick(verbs)} ${random.pick(objects)} ${random.pick(manners)}`;
}

/** What a resident wrote; `n` makes it one of its kind. */
export function wish(random: ScaleRandom, n: number): string {
  return `${random.pick(wishes)}, ${random.pick(grounds)} Zgłoszenie z ulicy ${n % 97}, sprawa ${n}.`;
}

/** The same letter that many send. */
export const campaign = 'Prosimy o wydłużenie terminu do 30 dni, bo zebranie wiejskie odbywa się raz w miesiącu.';

/** A draft resolution in invented words, chapters, §, ust., pkt and lit., of at least so many characters. */
export function scaleAct(characters: number, random: ScaleRandom): string {
  const lines = [
    'UCHWAŁA NR …/2026',
    'RADY GMINY WIELKA SKALA',
    'z dnia … 2026 r.',
    '',
    'w sprawie zasad korzystania z miejsc wspólnych',
    '',
    'Na podstawie art. 18 ust. 2 pkt 15 ustawy z dnia 8 marca 1990 r. o samorządzie gminnym uchwala się, co następuje:',
    '',
  ];
  let length = 0;
  const add = (line: string) => {
    lines.push(line);
    length += line.length + 1;
  };
  for (let n = 1; length < characters; n += 1) {
    if (n % 12 === 1) {
      add(`Rozdział ${Math.ceil(n / 12)}`);
      add(capital(random.pick(objects)));
    }
    add(`§ ${n}. 1. ${sentence(random)}.`);
    add(`2. ${sentence(random)}, w tym:`);
    add(`1) ${random.pick(objects)} ${random.pick(manners)};`);
    add(`2) ${random.pick(objects)}, obejmujące:`);
    add(`a) ${random.pick(objects)},`);
    add(`b) ${random.pick(manners)}.`);
    add(`3. ${sentence(random)}. ${sentence(random)}.`);
  }
  add(
    `§ ${lines.filter((line) => line.startsWith('§')).length + 1}. Uchwała wchodzi w życie po upływie 14 dni od dnia ogłoszenia.`,
  );
  return lines.join('\n');
}
