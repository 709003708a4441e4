import { foldedSet, nameWords } from './name-words.ts';

/** Who has to be somebody’s and is not to be typed: names of municipalities and of organisations that have an account. */
export type KnownNames = { municipalities: readonly string[]; organisations: readonly string[] };

/** Words that nobody has for a surname. */
const always = foldedSet('urząd urzędu urzędem urzędowi urzędzie starostwo starostwa magistratu administrator administratorka administratorem admin moderator moderatorka umig ugim mgops gops mops');
/** Offices that are surnames too: alone, or with a word of a municipality, they are the office. */
const offices = foldedSet('wójt burmistrz prezydent starosta rada rady magistrat ratusz marszałek mayor council office');
/** Their other cases: a person is not signed so. */
const cases = foldedSet('wójta wójtem wójtowi burmistrza burmistrzem burmistrzowi prezydenta prezydentem starosty');
/** What belongs to a municipality. */
const communal = foldedSet('gmina gminy gminie gminą gminny gminna gminne gminnej gminnego miasto miasta mieście miastem miejski miejska miejskie miejskiej miejskiego powiat powiatu powiatowy powiatowa powiatowe województwo województwa wojewódzki sejmik municipal municipality commune city town district');
/** What a municipality has besides its mayor and its council. */
const parts = foldedSet('sekretarz skarbnik wydział referat zarząd biuro straż kancelaria kierownik dyrektor rzecznik przewodniczący przewodnicząca zastępca wiceburmistrz wiceprezydent zastępczyni hall authority');
/** Associations speak of their town in their own name. */
const civil = foldedSet('stowarzyszenie stowarzyszenia fundacja fundacji towarzystwo towarzystwa koło klub komitet związek ruch inicjatywa partia spółdzielnia spółka parafia przyjaciele przyjaciół miłośników');
const shorts = foldedSet('UM UG UMP UMK OPS');
/** Those of them that are no person's title. */
const bodies = foldedSet('rada rady office council');
const links = foldedSet('w we z i na the of and for przy im');
/** Words around the name of an organisation that make no other organisation of it. */
const around = foldedSet('stowarzyszenie stowarzyszenia fundacja fundacji towarzystwo koło klub związek organizacja oddział zarząd biuro redakcja zespół prezes przedstawiciel przedstawicielka imieniu oficjalny oficjalne official the association foundation');
const product = foldedSet('paragraf');
const service = foldedSet('paragraf zespół pomoc serwis obsługa redakcja administracja support team system portal');

/**
 * Whether a name would pass for an office, for who runs the site, or for an organisation that has an account. People called Wójt,
 * Burmistrz or Rada keep their names: with a first name it is a surname. Pure, linear in the name and in what is known.
 */
export function passesForOffice(name: string, known: KnownNames): boolean {
  const words = nameWords(name);
  return isService(words) || isOffice(name, words, known) || known.organisations.some((organisation) => isSame(words, nameWords(organisation)));
}

function isService(words: readonly string[]): boolean {
  return words.some((word) => product.has(word)) && words.every((word) => service.has(word) || links.has(word));
}

function isOffice(name: string, words: readonly string[], known: KnownNames): boolean {
  const parted = words.flatMap((word) => (word.split('-').every((part) => offices.has(part) || communal.has(part) || always.has(part)) ? word.split('-') : [word]));
  const own = parted.filter((word) => !links.has(word));
  const has = (set: ReadonlySet<string>) => own.some((word) => set.has(word));
  if (has(always) || own.some(isRunTogether) || isRunTogether(own.join('').replaceAll('-', ''))) return true;
  if (has(cases) && !has(civil)) return true;
  const isPlace = placeReader(known.municipalities);
  if (has(shorts)) return own.length === 1 || has(communal) || own.some(isPlace) || /(?:^|\P{L})(?:UM|UG|UMP|UMK|OPS)(?:\P{L}|$)/u.test(name);
  if (has(offices)) return standsForOffice(name, own, { isPlace, isCommunal: has(communal) });
  if (has(parts) && has(communal) && !has(civil)) return true;
  return has(communal) && own.every((word) => communal.has(word) || isPlace(word));
}

/** Whether the word of an office is one here, and not a surname. */
function standsForOffice(name: string, own: readonly string[], { isPlace, isCommunal }: { isPlace: (word: string) => boolean; isCommunal: boolean }): boolean {
  const at = own.findIndex((word) => offices.has(word));
  const others = own.filter((_, index) => index !== at);
  if (others.length === 0 || isCommunal) return true;
  if (others.some((word) => parts.has(word) || offices.has(word))) return true;
  if (others.some(isPlace)) return true;
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

const runTogether = ['urząd', 'rada', 'wójt', 'burmistrz', 'prezydent', 'starosta'].flatMap((office) => ['miejsk', 'gmin', 'miast', 'powiat'].map((where) => nameWords(office + where)[0]!))
  .concat(['miejskiurząd', 'gminnyurząd', 'miejskarada', 'radagminy', 'starostwopowiatowe'].map((words) => nameWords(words)[0]!));

/** Reads a word as the name of a municipality, in the cases that Polish gives it: „Jurowice”, „Jurowic”, „Jurowicach”. */
function placeReader(municipalities: readonly string[]): (word: string) => boolean {
  const names = municipalities.map((name) => nameWords(name)).flatMap((words) => (words.length === 1 ? words : [words.join('')]));
  return (word) => names.some((name) => word === name || (name.length >= 5 && word.length <= name.length + 2 && word.length >= name.length - 1 && word.startsWith(name.slice(0, -1))));
}

function isSame(typed: readonly string[], organisation: readonly string[]): boolean {
  if (organisation.length === 0 || typed.length === 0) return false;
  const bare = (words: readonly string[]) => {
    const kept = words.flatMap((word) => word.split('-')).filter((word) => !around.has(word) && !links.has(word));
    return kept.length > 0 ? kept : [...words];
  };
  const [one, other] = [bare(typed), bare(organisation)];
  return one.join('') === other.join('') || one.toSorted().join(' ') === other.toSorted().join(' ') || typed.join('').replaceAll('-', '') === organisation.join('').replaceAll('-', '');
}
