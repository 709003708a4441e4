import { foldedSet, nameReadings, nameWords } from './name-words.ts';

/** Who has to be somebody’s and is not to be typed: names of municipalities and of organisations that have an account. */
export type KnownNames = {
  municipalities: readonly string[];
  organisations: readonly string[];
  /** Adjectives of counties and voivodeships, as the register has them: „sokólski”, „podlaskie”. */
  regions?: readonly string[];
  /** Municipalities that have an official here: their bare name is theirs. */
  present?: readonly string[];
};

/** Words that nobody has for a surname. */
const always =
  foldedSet(`urząd urzędu urzędem urzędowi urzędzie urzędnik urzędnika urzędniczka urzędniczki użąd urzęd urzond starostwo starostwa starostwie magistratu samorząd samorządu administrator administratorka administratorem
  admin moderator moderatorka moderacja umig ugim mgops gops mops wicewójt wiceburmistrz wiceprezydent wicestarosta wicemarszałek viceburmistrz viceprezydent vicewójt ministerstwo ministerstwa prokuratura prokuratury sejm sejmu senat senatu sejmik sejmiku
  policja policji obrachunkowa obrachunkowej`);
/** Offices that are surnames too: alone, or with a word of a municipality, they are the office. */
const offices = foldedSet(
  'wójt burmistrz prezydent starosta rada rady magistrat ratusz marszałek sołtys radny radna wojewoda minister premier mayor council councillor office',
);
/** Their other cases: a person is not signed so. */
const cases = foldedSet(
  'wójta wójtem wójtowi burmistrza burmistrzem burmistrzowi prezydenta prezydentem starosty wojewody ministra premiera marszałka',
);
/** What belongs to a municipality. */
const communal =
  foldedSet(`gmina gminy gminie gminą gminę gminny gminna gminne gminnej gminnego gminnych miasto miasta mieście miastem miejski miejska miejskie miejskiej miejskiego miejskich powiat powiatu powiatowy powiatowa powiatowe powiatowego powiatowej powiatowych
  województwo województwa wojewódzki wojewódzka wojewódzkie wojewódzkiego wojewódzkiej wojewódzkich komunalny komunalna komunalnej sołectwo sołectwa municipal municipality commune city town district government`);
/** What a municipality has besides its mayor and its council. */
const parts =
  foldedSet(`sekretarz skarbnik wydział referat zarząd biuro straż kancelaria kierownik dyrektor rzecznik przewodniczący przewodnicząca zastępca zastępczyni zca wice vice po pracownik pracownica pracownicy inspektor ośrodek centrum zakład dział
  urz burm hall authority local`);
/** Associations speak of their town in their own name. */
const civil = foldedSet(
  'stowarzyszenie stowarzyszenia fundacja fundacji towarzystwo towarzystwa koło klub komitet związek ruch inicjatywa partia spółdzielnia spółka parafia przyjaciele przyjaciół miłośników mieszkańcy rodziców',
);
const shorts = foldedSet('UM UG UMP UMK OPS');
/** Short names that are initials of people too: with a town they are a council. */
const rareShorts = foldedSet('RM RG RP');
const ofState = foldedSet('RIO ZUS NIK CBA ABW KRS NSA WSA KIO UOKIK UODO');
/** Those of them that are no person's title. */
const bodies = foldedSet('rada rady office council');
const links = foldedSet('w we z i na the of and for przy im');
/** Words that only say that the name before them is the real one. */
const assurances = foldedSet(
  'oficjalny oficjalna oficjalne oficjalnie oficjalnego official konto konta profil strona account page prawdziwy prawdziwa',
);
/** Two words that together are an office. */
const pairs = [
  ['biuro', 'obsługi'],
  ['centrum', 'obsługi'],
  ['sąd', 'rejonowy'],
  ['sąd', 'okręgowy'],
  ['sąd', 'apelacyjny'],
  ['sąd', 'administracyjny'],
  ['sąd', 'najwyższy'],
  ['wydział', 'architektury'],
  ['wydział', 'planowania'],
  ['referat', 'inwestycji'],
  ['referat', 'planowania'],
  ['izba', 'skarbowa'],
].map((pair) => foldedSet(pair.join(' ')));
/** Words around the name of an organisation that make no other organisation of it. */
const around = foldedSet(
  'stowarzyszenie stowarzyszenia stow fundacja fundacji fund towarzystwo tow koło klub związek organizacja oddział zarząd biuro redakcja zespół prezes przedstawiciel przedstawicielka imieniu oficjalny oficjalne official the association foundation',
);
const product = foldedSet('paragraf paragrafu paragrafem paragrafie');
const service = foldedSet(
  'paragraf paragrafu paragrafem zespół zespołu pomoc serwis obsługa redakcja administracja support team system portal pl eu gov org com',
);
/** Words of whoever runs a site; nobody is called so. */
const runners = foldedSet('administracja system support helpdesk webmaster root');

/**
 * Whether a name would pass for an office, for who runs the site, or for an organisation that has an account. People called Wójt,
 * Burmistrz or Rada keep their names: with a first name it is a surname. Pure, linear in the name and in what is known.
 */
export function passesForOffice(name: string, known: KnownNames): boolean {
  const isPlace = placeReader(known.municipalities);
  const organisations = known.organisations.map(wordsOfKnown);
  const present = (known.present ?? []).map((place) => wordsOfKnown(place).join(' '));
  return nameReadings(name).some(
    (words) =>
      isService(words) ||
      present.includes(words.join(' ')) ||
      isOffice(name, words, { isPlace, isRegion: regionReader(known.regions ?? []) }) ||
      organisations.some((organisation) => isSame(words, organisation) || holds(words, organisation)),
  );
}

function isService(words: readonly string[]): boolean {
  if (words.length === 1 && runners.has(words[0]!)) return true;
  return words.some((word) => product.has(word)) && words.every((word) => service.has(word) || links.has(word));
}

type Places = { isPlace(words: readonly string[]): number; isRegion(word: string): boolean };

function isOffice(name: string, words: readonly string[], { isPlace, isRegion }: Places): boolean {
  const parted = words.flatMap((word) =>
    word.split('-').every((part) => offices.has(part) || communal.has(part) || always.has(part) || parts.has(part))
      ? word.split('-')
      : [word],
  );
  const { own, hasPlace } = withoutPlaces(
    parted.filter((word) => !links.has(word) && !assurances.has(word)),
    isPlace,
  );
  const has = (set: ReadonlySet<string>) => own.some((word) => set.has(word));
  if (has(always) || own.some(isRunTogether) || isRunTogether(own.join('').replaceAll('-', ''))) return true;
  if (pairs.some((pair) => [...pair].every((word) => own.includes(word)))) return true;
  if (has(cases) && !has(civil)) return true;
  const isTown = has(communal) || hasPlace;
  if (has(shorts)) return own.length === 1 || isTown || /(?:^|\P{L})(?:UM|UG|UMP|UMK|OPS)(?:\P{L}|$)/u.test(name);
  if (has(rareShorts) && hasPlace) return true;
  if (isInCapitals(name) && own.length === 1 && (has(ofState) || /^u[mg][a-z]{1,2}$/.test(own[0]!))) return true;
  if (has(ofState) && /(?:^|\P{L})\p{Lu}{3,5}(?:\P{L}|$)/u.test(name) && hasPlace) return true;
  if (has(offices)) return standsForOffice(name, own, isTown);
  if (has(parts) && (has(communal) || (hasPlace && /(?:^|\P{L})(?:urz|burm)(?:\P{L}|$)/iu.test(name))) && !has(civil))
    return true;
  // „U. Miejski w Jurowicach”
  if (own[0] === 'u' && has(communal) && hasPlace) return true;
  return has(communal) && own.every((word) => communal.has(word) || isRegion(word));
}

function isInCapitals(name: string): boolean {
  return !/\p{Ll}/u.test(name);
}

/** The words left when names of municipalities are taken out, and whether there was one: „Gmina Zielona Góra”, „Urz. Jurowic”. */
function withoutPlaces(words: readonly string[], isPlace: Places['isPlace']): { own: string[]; hasPlace: boolean } {
  const own: string[] = [];
  let at = 0;
  while (at < words.length) {
    const length = offices.has(words[at]!) || communal.has(words[at]!) ? 0 : isPlace(words.slice(at));
    if (length === 0) own.push(words[at]!);
    at += length || 1;
  }
  return { own, hasPlace: own.length < words.length };
}

/** Whether the word of an office is one here, and not a surname. */
function standsForOffice(name: string, own: readonly string[], isTown: boolean): boolean {
  const at = own.findIndex((word) => offices.has(word));
  const others = own.filter((_, index) => index !== at);
  if (others.length === 0 || isTown) return true;
  if (others.some((word) => parts.has(word) || offices.has(word))) return true;
  // „Jan Kowalski, wójt” – „Jan Kowalski (burmistrz)”
  if (others.length > 1 && /[,;:()/\\|[\]]|\s[-–—]\s/.test(name)) return true;
  if (others.length > 1 && at === own.length - 1) return isSmall(name);
  const isTitle = at === 0 && !bodies.has(own[0]!);
  return isTitle && (others.length > 1 || looksLikeSurname(others[0]!));
}

/** A title after a name is written with a small letter, a surname is not. */
function isSmall(name: string): boolean {
  const typed = name.trim().split(/\s+/);
  return /^\p{Lu}/u.test(typed[0] ?? '') && /^\p{Ll}/u.test(typed.at(-1) ?? '');
}

function looksLikeSurname(word: string): boolean {
  return /(?:ski|cki|ska|cka|wicz)$/.test(word);
}

/** „UrządMiejski” and „Urz ąd Miejski” say what „Urząd Miejski” says. */
function isRunTogether(word: string): boolean {
  return runTogether.some((words) => word.includes(words));
}

const runTogether = ['urząd', 'rada', 'wójt', 'burmistrz', 'prezydent', 'starosta']
  .flatMap((office) => ['miejsk', 'gmin', 'miast', 'powiat'].map((where) => nameWords(office + where)[0]!))
  .concat(
    ['miejskiurząd', 'gminnyurząd', 'miejskarada', 'radagminy', 'starostwopowiatowe'].map(
      (words) => nameWords(words)[0]!,
    ),
  );

const remembered = new Map<string, string[]>();

/** The register is the same for every name that is typed; folding its 2,477 lines each time would be most of the work. */
function wordsOfKnown(name: string): string[] {
  const known = remembered.get(name);
  if (known) return known;
  if (remembered.size >= 10_000) remembered.clear();
  const words = nameWords(name);
  remembered.set(name, words);
  return words;
}

/** How many of the first words are the name of a municipality, in the cases that Polish gives it: „Jurowic”, „Zielonej Górze”; 0 for none. */
function placeReader(municipalities: readonly string[]): Places['isPlace'] {
  const byStart = new Map<string, string[][]>();
  for (const name of municipalities) {
    const words = wordsOfKnown(name).flatMap((word) => word.split('-'));
    if (words.length > 0) byStart.set(words[0]!.slice(0, 3), [...(byStart.get(words[0]!.slice(0, 3)) ?? []), words]);
  }
  return (typed) => {
    const parted = typed.slice(0, 4).flatMap((word, at) => word.split('-').map((part) => ({ part, at })));
    const found = (byStart.get(parted[0]?.part.slice(0, 3) ?? '') ?? []).filter((place) =>
      place.every((word, at) => isCaseOf(parted[at]?.part ?? '', word, place.length > 1)),
    );
    return Math.max(0, ...found.map((place) => parted[place.length - 1]!.at + 1));
  };
}

const endings = new Set(
  ' a u y i e o ie ze em iem ow ach iach om ami owi ych ich im ym ego iego emu iemu ej iej a ie ez'.split(' '),
);

/** Of a name of several words each may be short and change more: „Nowy Targ”, „Nowego Targu”. */
function isCaseOf(word: string, name: string, oneOfMore: boolean): boolean {
  if (word === name) return true;
  if (name.length < (oneOfMore ? 3 : 5)) return false;
  const cuts = oneOfMore && name.length > 4 ? [0, 1, 2] : [0, 1];
  return cuts.some((cut) => {
    const stem = name.slice(0, name.length - cut);
    return word.startsWith(stem) && endings.has(word.slice(stem.length));
  });
}

function regionReader(regions: readonly string[]): Places['isRegion'] {
  const names = regions
    .flatMap((region) => wordsOfKnown(region).flatMap((word) => word.split('-')))
    .filter((word) => word.length >= 5);
  return (word) => names.some((name) => word.startsWith(name.slice(0, -1)) && word.length <= name.length + 2);
}

function isSame(typed: readonly string[], organisation: readonly string[]): boolean {
  if (organisation.length === 0 || typed.length === 0) return false;
  const [one, other] = [bare(typed), bare(organisation)];
  return (
    one.join('') === other.join('') ||
    one.toSorted().join(' ') === other.toSorted().join(' ') ||
    typed.join('').replaceAll('-', '') === organisation.join('').replaceAll('-', '')
  );
}

/** „Jan Nowak, Jawne Jurowice”, „Jawnych Jurowic”: all the words of an organisation, one behind the other. One word alone may be a surname. */
function holds(typed: readonly string[], organisation: readonly string[]): boolean {
  const [words, name] = [bare(typed), bare(organisation)];
  if (name.length < 2 || name.join('').length < 8) return false;
  return words.some((_, at) => name.every((word, index) => isCaseOf(words[at + index] ?? '', word, false)));
}

function bare(words: readonly string[]): string[] {
  const kept = words.flatMap((word) => word.split('-')).filter((word) => !around.has(word) && !links.has(word));
  return kept.length > 0 ? kept : [...words];
}
