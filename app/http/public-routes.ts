import { isUuid } from '#app/db/is-uuid.ts';
import { isMessageKey } from '#app/i18n/translate.ts';
import { isTableFormat } from '#app/publishing/csv/table-shape.ts';

/** Which values of a parameter make another page; with any other it is the page without it. */
type Values = (value: string) => boolean;

export type PublicRoute = {
  /** Parameters the route reads, in the order of the one address. A pattern stands for a family of names. */
  reads: readonly (readonly [name: string | RegExp, values: Values])[];
  /** The same for whoever asks: nothing of a person is read, the frame of pages with his name included. */
  forEverybody: boolean;
  /** Shows comments or support, or their numbers. */
  showsTalk: boolean;
};

const oneOf =
  (...values: string[]): Values =>
  (value) =>
    values.includes(value);
const whole: Values = (value) => /^[1-9]\d{0,8}$/.test(value);
const fromSecond: Values = (value) => whole(value) && value !== '1';
const words: Values = (value) => value !== '' && value.length <= 1_000;
const word: Values = (value) => /^[\p{L}\d_-]{1,40}$/u.test(value);
const uuid: Values = isUuid;

/** Another form of the same table. */
const form = ['format', isTableFormat] as const;
const issue = ['wydanie', whole] as const;
const page = ['strona', fromSecond] as const;
const version = ['wersja', word] as const;
const versions = [
  ['od', word],
  ['do', word],
] as const;
const report = [
  ['nr', whole],
  ['stan', oneOf('dzis')],
] as const;
/** The table of remarks in another order than that of the register. */
const lineOrder = ['kolejnosc', oneOf('akt', 'autorzy')] as const;
const weights = [/^w-[a-z]{1,4}\d{0,3}$/i, (value: string) => /^\d{1,2}$/.test(value)] as const;
/** What was done, said above the page. */
const notice = ['info', (value: string) => isMessageKey(`notice.${value}`)] as const;

const route = (reads: PublicRoute['reads'], forEverybody: boolean, showsTalk: boolean): PublicRoute => ({
  reads,
  forEverybody,
  showsTalk,
});
const pageOf = (...reads: PublicRoute['reads']) => route([notice, ...reads], false, false);
const talkPage = (...reads: PublicRoute['reads']) => route([notice, ...reads], false, true);
/** A file that knows nobody. */
const file = (...reads: PublicRoute['reads']) => route(reads, true, false);
const talkFile = (...reads: PublicRoute['reads']) => route(reads, true, true);
/** A file that teams and holders of a link under embargo get earlier. */
const earlyFile = (...reads: PublicRoute['reads']) => route([issue, ...reads], false, false);

const inLanguages: Record<string, PublicRoute> = {
  _index: talkPage(),
  'api._index': pageOf(),
  'dane-osobowe': pageOf(),
  dostepnosc: pageOf(),
  pomoc: pageOf(),
  'gminy._index': pageOf(['q', words], ['woj', words], page),
  'gminy.$teryt': talkPage(),
  'gminy.$teryt[.]atom': file(),
  'gminy.$teryt[.]ics': file(),
  'gminy.$teryt_.pobierz': pageOf(),
  'gminy.$teryt_.zegar': pageOf(),
  'gminy.$teryt_.zegar[.]csv': file(form),
  'gminy.$teryt_.zegar[.]json': file(),
  'kanaly.oceny[.]atom': file(),
  'kanaly.stanowiska[.]atom': file(),
  'katalog[.]jsonld': file(),
  'katalog[.]ttl': file(),
  'konsultacje._index': talkPage(),
  'konsultacje.$slug._index': talkPage(),
  'konsultacje.$slug.grupy.$number': talkPage(page),
  'konsultacje.$slug.grupy._index': talkPage(),
  'konsultacje.$slug.j.$code._index': talkPage(
    page,
    ['uwagi', fromSecond],
    ['watek', uuid],
    ['kolejnosc', oneOf('najstarsze')],
  ),
  'konsultacje.$slug.j.$code.brzmienia': talkPage(),
  'konsultacje.$slug.j.$code.poprawka': pageOf(['op', word], ['cytat', words]),
  'konsultacje.$slug.j.$code.slowa': pageOf(['od', word]),
  'konsultacje.$slug.og[.]png': talkFile(),
  'konsultacje.$slug.pisma.$number': talkPage(),
  'konsultacje.$slug.pisma.wyslano': pageOf(),
  'konsultacje.$slug.pobierz': pageOf(),
  'konsultacje.$slug.poprawki[.]docx': talkFile(),
  'konsultacje.$slug.projekt': talkPage(
    ['czesc', fromSecond],
    ['calosc', oneOf('1')],
    ['jednostka', whole],
    ['szukaj', words],
    ['poprawki', oneOf('1')],
  ),
  'konsultacje.$slug.raport': talkPage(...report, lineOrder, page, ['uwaga', whole], ['druk', oneOf('1')]),
  'konsultacje.$slug.raport_.pobierz': talkPage(...report),
  'konsultacje.$slug.raport[.]csv': talkFile(...report, lineOrder, form),
  'konsultacje.$slug.raport[.]docx': talkFile(...report, lineOrder),
  'konsultacje.$slug.raport[.]json': talkFile(...report),
  'konsultacje.$slug.raport[.]pdf': talkFile(...report, lineOrder),
  'konsultacje.$slug.spotkania': pageOf(),
  'konsultacje.$slug.tekst': talkPage(),
  'konsultacje.$slug.tekst[.]akn': file(version, ['poprawki', oneOf('1')], ['uchwala', oneOf('1')]),
  'konsultacje.$slug.tekst[.]docx': file(version),
  'konsultacje.$slug.tekst[.]pdf': file(version),
  'konsultacje.$slug.tekst[.]txt': file(version),
  'konsultacje.$slug.tekst-ujednolicony': pageOf(),
  'konsultacje.$slug.tekst-ujednolicony_.pobierz': pageOf(),
  'konsultacje.$slug.tekst-ujednolicony[.]docx': file(),
  'konsultacje.$slug.tekst-ujednolicony[.]pdf': file(version),
  'konsultacje.$slug.tekst-ujednolicony[.]txt': file(version),
  'konsultacje.$slug.radni': talkPage(),
  'konsultacje.$slug.uwagi.$number': talkPage(page, ['watek', uuid], ['kolejnosc', oneOf('najstarsze')]),
  'konsultacje.$slug.uwagi._index': talkPage(
    ['stan', word],
    ['kanal', word],
    ['jednostka', word],
    ['grupa', whole],
    ['q', words],
    page,
  ),
  'konsultacje.$slug.uwagi.nowa': pageOf(),
  'konsultacje.$slug.uwagi[.]csv': talkFile(['uklad', oneOf('pelny')], form),
  'konsultacje.$slug.wersje.$n': pageOf(),
  'konsultacje.$slug.wersje.$n_.pobierz': pageOf(),
  'konsultacje.$slug.wersje._index': pageOf(),
  'konsultacje.$slug.zegar': pageOf(),
  'konsultacje.$slug.zegar[.]csv': file(form),
  'konsultacje.$slug.zegar[.]json': file(),
  'konsultacje.$slug.zmiany': pageOf(...versions, ['widok', word]),
  'konsultacje.$slug.zmiany[.]csv': file(...versions, form),
  'konsultacje.$slug.zmiany[.]docx': file(...versions),
  'konsultacje.$slug.zmiany[.]txt': file(...versions),
  'konsultacje.$slug[.]atom': talkFile(),
  'konsultacje.$slug[.]ics': file(),
  'metodyka._index': pageOf(),
  'metodyka.$key.$version._index': pageOf(['widok', oneOf('pelny')]),
  'metodyka.$key.$version.pobierz': pageOf(),
  'metodyka.$key.$version[.]csv': file(form),
  'metodyka.$key.$version[.]json': file(),
  'oceny._index': pageOf(),
  'oceny.$slug._index': pageOf(
    issue,
    page,
    ['sort', word],
    ['typ', word],
    ['lud', word],
    ['woj', words],
    ['pasmo', word],
    ['q', words],
    weights,
  ),
  'oceny.$slug.pobierz': pageOf(),
  'oceny.$slug.porownaj': pageOf(['a', whole], ['b', whole]),
  'oceny.$slug.wskaznik.$indicator._index': pageOf(issue, page),
  'oceny.$slug.wskaznik.$indicator[.]csv': earlyFile(form),
  'oceny.$slug.warianty': pageOf(issue),
  'oceny.$slug.wykres': pageOf(['x', word], ['y', word]),
  'oceny.$slug.prasa._index': pageOf(),
  'oceny.$slug[.]csv': earlyFile(weights, form),
  'oceny.$slug.kodowania[.]csv': earlyFile(form),
  'oceny.$slug.warianty[.]csv': earlyFile(form),
  ...Object.fromEntries(
    [
      '[.]csv-metadata[.]json',
      '[.]json',
      '[.]jsonld',
      '[.]png',
      '[.]svg',
      '[.]ttl',
      '.kodowania[.]csv-metadata[.]json',
      '.kodowania[.]json',
      '.warianty[.]json',
    ].map((end) => [`oceny.$slug${end}`, earlyFile()]),
  ),
  'oceny.$slug.$teryt._index': pageOf(issue),
  'oceny.$slug.$teryt.pobierz': pageOf(issue),
  'oceny.$slug.$teryt[.]csv': earlyFile(form),
  'oceny.$slug.podglad.og[.]png': file(),
  'oceny.$slug.$teryt.podglad.og[.]png': file(),
  ...Object.fromEntries(
    ['csv-metadata[.]json', 'json', 'pdf', 'png', 'svg'].map((end) => [`oceny.$slug.$teryt[.]${end}`, earlyFile()]),
  ),
  'oceny.$slug.$teryt.$indicator[.]csv': earlyFile(form),
  'oceny.$slug.$teryt.$indicator._index': pageOf(issue),
  ...Object.fromEntries(
    ['csv-metadata[.]json', 'json', 'png', 'svg'].map((end) => [`oceny.$slug.$teryt.$indicator[.]${end}`, earlyFile()]),
  ),
  'osadz.$slug._index': file(),
  'osadz.$slug.$teryt._index': file(),
  'osadz.$slug.$teryt.$indicator': file(),
};

const withoutLanguage: Record<string, PublicRoute> = {
  'api.v1.openapi[.]json': file(),
  'robots[.]txt': file(),
  'sitemap.$part[.]xml': file(),
  'sitemap[.]xml': file(),
};

/**
 * The routes whose answers are kept for everybody, by their id. What is not listed here is nobody's but the asker's: it is made
 * anew each time and nobody on the way may keep it.
 */
export const publicRoutes: ReadonlyMap<string, PublicRoute> = new Map([
  ...Object.entries(inLanguages).map(([name, of]): [string, PublicRoute] => [`routes/($lang).${name}`, of]),
  ...Object.entries(withoutLanguage).map(([name, of]): [string, PublicRoute] => [`routes/${name}`, of]),
]);
