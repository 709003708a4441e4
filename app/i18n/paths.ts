import { pathInLocale, type Locale } from './locale.ts';

const part = encodeURIComponent;

function query(params: Record<string, string | number | undefined | null>): string {
  const pairs = Object.entries(params).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return pairs.length ? `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}` : '';
}

export type EditionFileKind = 'csv' | 'json' | 'svg' | 'png' | 'jsonld' | 'ttl' | 'csv-metadata.json';
/** Forms in which the words of a version are handed out. */
export type TextFileKind = 'txt' | 'pdf' | 'akn';
/** Both codings of an edition. */
export type CodingsFileKind = 'csv' | 'json' | 'csv-metadata.json';
export type CardFileKind = 'csv' | 'json' | 'svg' | 'png' | 'csv-metadata.json';
/** Which letters to print: about what, those sent already, one of them, a page. */
export type LettersParams = { o?: string; wyslane?: number; pismo?: number; strona?: number; info?: string };
/** What a register of remarks is narrowed to. */
export type RegisterParams = {
  stan?: string;
  jednostka?: string | number;
  q?: string;
  kanal?: string;
  grupa?: string | number;
  strona?: number;
};

/** Pages of the office about one survey. */
export type OfficeSurveyPart =
  | 'podglad'
  | 'publikacja'
  | 'kody'
  | 'druk'
  | 'arkusze'
  | 'wczytane'
  | 'arkusze/drugi'
  | 'arkusze/roznice'
  | 'tematy';
/** Which version of a survey is shown, and which two questions are crossed. */
export type SurveyResultsParams = { wersja?: number; wiersze?: string; kolumny?: string };

/** What of a conversation is shown: its page, its order, one thread whole. */
export type TalkParams = { strona?: number; kolejnosc?: string | undefined; watek?: string };

/** Every address of the product, in one place. Polish words in both languages: only the prefix differs. */
export function paths(locale: Locale) {
  const at = (path: string, params: Record<string, string | number | undefined | null> = {}) =>
    pathInLocale(path, locale) + query(params);
  const consultation = (slug: string) => `/konsultacje/${part(slug)}`;
  const office = (slug: string) => `/urzad/konsultacje/${part(slug)}`;
  const board = (slug: string) => `/tablice/${part(slug)}`;
  const edition = (slug: string) => `/oceny/${part(slug)}`;
  const survey = (slug: string) => `/ankiety/${part(slug)}`;
  return {
    home: () => at('/'),
    about: (page: 'dostepnosc' | 'dane-osobowe' | 'pomoc') => at(`/${page}`),

    register: (params: { dalej?: string; wyslano?: number } = {}) => at('/rejestracja', params),
    signIn: (next?: string) => at('/logowanie', { dalej: next }),
    keptForms: () => at('/konto/formularze'),
    signOut: () => at('/wyloguj'),
    forgotPassword: () => at('/haslo'),
    resetPassword: (token: string) => at(`/haslo/${part(token)}`),
    confirmEmail: (token: string) => at(`/potwierdz/${part(token)}`),
    account: () => at('/konto'),
    closeAccount: () => at('/konto/zamkniecie'),
    changeEmail: () => at('/konto/adres'),
    signatures: () => at('/konto/podpisy'),
    ownData: () => at('/konto/dane.json'),
    sessionEnd: () => at('/konto/sesja.json'),
    emailChange: (secret: string) => at(`/konto/adres/${part(secret)}`),
    guestConfirm: (token: string) => at(`/potwierdz/uwaga/${part(token)}`),
    signInLink: (params: { dalej?: string; wyslano?: number } = {}) => at('/logowanie/link', params),
    signInByLink: (token: string, next?: string) => at(`/logowanie/link/${part(token)}`, { dalej: next }),
    mailbox: () => at('/skrzynka'),
    mail: (id: string) => at(`/skrzynka/${part(id)}`),

    municipalities: (q?: string, params: { woj?: string; strona?: number } = {}) => at('/gminy', { q, ...params }),
    municipality: (teryt: string) => at(`/gminy/${part(teryt)}`),

    boards: () => at('/tablice'),
    newBoard: (params: { gmina?: string; konsultacje?: string } = {}) => at('/tablice/nowa', params),
    board: (slug: string, params: { info?: string } = {}) => at(board(slug), params),
    boardWeighing: (slug: string) => at(`${board(slug)}/wazenie`),
    boardResult: (slug: string) => at(`${board(slug)}/zestawienie`),
    boardChange: (slug: string) => at(`${board(slug)}/zmiana`),
    boardGroup: (slug: string, number: number) => at(`${board(slug)}/grupy/${number}`),
    leadBoard: (slug: string) => at(`${board(slug)}/prowadzenie`),
    boardSlips: (slug: string) => at(`${board(slug)}/kartki`),
    boardScreen: (slug: string) => at(`${board(slug)}/ekran`),
    boardPrint: (slug: string) => at(`${board(slug)}/druk`),
    boardFile: (slug: string, kind: 'csv' | 'json', params: { format?: 'xlsx' | 'excel' } = {}) =>
      at(`${board(slug)}/karty.${kind}`, params),
    /** Without a language: events have no words. */
    boardLine: (slug: string) => `${board(slug)}/na-zywo`,
    joinBoard: () => at('/tablice/kod'),
    joinByCode: (code: string) => at(`/tablice/kod/${part(code)}`),

    consultations: () => at('/konsultacje'),
    consultation: (slug: string) => at(consultation(slug)),
    draft: (slug: string, params: { czesc?: number | null; calosc?: 1 | null; poprawki?: 1 | null } = {}) =>
      at(`${consultation(slug)}/projekt`, params),
    clause: (slug: string, code: number) => at(`${consultation(slug)}/j/${code}`),
    propose: (slug: string, code: number, op?: string) => at(`${consultation(slug)}/j/${code}/poprawka`, { op }),
    clausePage: (slug: string, code: number, page: number) =>
      `${at(`${consultation(slug)}/j/${code}`, { uwagi: page })}#h-poprawki`,
    talk: (slug: string, code: number, params: TalkParams = {}, anchor = 'komentarze') =>
      `${at(`${consultation(slug)}/j/${code}`, params)}#${anchor}`,
    remarkTalk: (slug: string, number: number, params: TalkParams = {}, anchor = 'komentarze') =>
      `${at(`${consultation(slug)}/uwagi/${number}`, params)}#${anchor}`,
    words: (slug: string, code: number, from?: number) => at(`${consultation(slug)}/j/${code}/slowa`, { od: from }),
    comment: (slug: string, code: number) => at(`${consultation(slug)}/j/${code}/komentarz`),
    remarkComment: (slug: string, number: number) => at(`${consultation(slug)}/uwagi/${number}/komentarz`),
    remarks: (slug: string, params: RegisterParams = {}) => at(`${consultation(slug)}/uwagi`, params),
    remark: (slug: string, number: number) => at(`${consultation(slug)}/uwagi/${number}`),
    groups: (slug: string) => at(`${consultation(slug)}/grupy`),
    group: (slug: string, number: number) => at(`${consultation(slug)}/grupy/${number}`),
    wordings: (slug: string, code: number) => at(`${consultation(slug)}/j/${code}/brzmienia`),
    remarksFile: (slug: string, layout?: 'pelny') => at(`${consultation(slug)}/uwagi.csv`, { uklad: layout }),
    newRemark: (slug: string, params: { ponownie?: number } = {}) => at(`${consultation(slug)}/uwagi/nowa`, params),
    guestSent: (slug: string) => at(`${consultation(slug)}/pisma/wyslano`),
    filingCode: (slug: string, secret: string) => at(`${consultation(slug)}/pisma/kod/${part(secret)}`),
    filing: (slug: string, number: number) => at(`${consultation(slug)}/pisma/${number}`),
    attachment: (slug: string, id: string) => at(`${consultation(slug)}/zalaczniki/${id}`),
    survey: (slug: string, params: { jeszcze?: 1 } = {}) => at(survey(slug), params),
    surveySent: (slug: string, params: { numer?: string } = {}) => at(`${survey(slug)}/wyslano`, params),
    surveySheet: (slug: string, params: { duzy?: 1 } = {}) => at(`${survey(slug)}/arkusz`, params),
    surveyKiosk: (slug: string, params: { klucz: string; wyslano?: 1 }) => at(`${survey(slug)}/punkt`, params),
    surveyFile: (slug: string, kind: 'csv' | 'json' | 'csv-metadata.json', params: { wersja?: number | null } = {}) =>
      at(`${survey(slug)}/wyniki.${kind}`, params),
    surveyChart: (slug: string, question: string, kind: 'svg' | 'png', params: { wersja?: number } = {}) =>
      at(`${survey(slug)}/wyniki/${part(question)}.${kind}`, params),
    officeSurveys: () => at('/urzad/ankiety'),
    officeSurvey: (slug: string) => at(`/urzad/ankiety/${part(slug)}`),
    officeSurveyPart: (slug: string, place: OfficeSurveyPart) => at(`/urzad/ankiety/${part(slug)}/${place}`),
    officeSurveyImport: (slug: string, id: string) => at(`/urzad/ankiety/${part(slug)}/wczytane/${part(id)}`),
    officeSurveyQuestion: (slug: string, params: { pytanie?: string; strona?: string; rodzaj?: string }) =>
      at(`/urzad/ankiety/${part(slug)}/pytanie`, params),
    surveyCodesFile: (slug: string) => at(`/urzad/ankiety/${part(slug)}/kody.csv`),
    surveyResults: (slug: string, params: SurveyResultsParams = {}) => at(`${survey(slug)}/wyniki`, params),
    versions: (slug: string) => at(`${consultation(slug)}/wersje`),
    version: (slug: string, number: number) => at(`${consultation(slug)}/wersje/${number}`),
    councillor: (slug: string) => at(`${consultation(slug)}/radni`),
    redline: (slug: string, from: number, to: number, view?: 'bylo-jest' | 'obok') =>
      at(`${consultation(slug)}/zmiany`, { od: from, do: to, widok: view }),
    redlineFile: (slug: string, from: number, to: number, kind: 'txt' | 'csv' = 'txt') =>
      at(`${consultation(slug)}/zmiany.${kind}`, { od: from, do: to }),
    text: (slug: string) => at(`${consultation(slug)}/tekst`),
    textFile: (slug: string, kind: TextFileKind = 'txt', params: { wersja?: number; poprawki?: 1; uchwala?: 1 } = {}) =>
      at(`${consultation(slug)}/tekst.${kind}`, params),
    draftWord: (slug: string, version?: number) => at(`${consultation(slug)}/tekst.docx`, { wersja: version }),
    amendmentsWord: (slug: string) => at(`${consultation(slug)}/poprawki.docx`),
    redlineWord: (slug: string, from?: number, to?: number) =>
      at(`${consultation(slug)}/zmiany.docx`, { od: from, do: to }),
    unifiedWord: (slug: string) => at(`${consultation(slug)}/tekst-ujednolicony.docx`),
    officeWord: (slug: string) => at(`${office(slug)}/word`),
    report: (
      slug: string,
      params: { strona?: number; uwaga?: number; nr?: number; druk?: 1; kolejnosc?: string | null } = {},
    ) => at(`${consultation(slug)}/raport`, params),
    reportFile: (
      slug: string,
      kind: 'pdf' | 'docx' | 'csv' | 'json',
      params: { nr?: number; kolejnosc?: string | null } = {},
    ) => at(`${consultation(slug)}/raport.${kind}`, params),
    clock: (slug: string) => at(`${consultation(slug)}/zegar`),
    clockFile: (slug: string, kind: 'csv' | 'json') => at(`${consultation(slug)}/zegar.${kind}`),
    municipalityClock: (teryt: string) => at(`/gminy/${part(teryt)}/zegar`),
    municipalityClockFile: (teryt: string, kind: 'csv' | 'json') => at(`/gminy/${part(teryt)}/zegar.${kind}`),
    meetings: (slug: string) => at(`${consultation(slug)}/spotkania`),
    unifiedText: (slug: string) => at(`${consultation(slug)}/tekst-ujednolicony`),
    unifiedFile: (slug: string, kind: 'txt' | 'pdf' = 'txt', version?: number) =>
      at(`${consultation(slug)}/tekst-ujednolicony.${kind}`, { wersja: version }),

    tokens: () => at('/konto/zetony'),
    api: () => at('/api'),
    feed: (slug: string) => at(`${consultation(slug)}.atom`),
    calendar: (slug: string) => at(`${consultation(slug)}.ics`),
    download: (slug: string) => at(`${consultation(slug)}/pobierz`),
    versionDownload: (slug: string, number: number) => at(`${consultation(slug)}/wersje/${number}/pobierz`),
    reportDownload: (slug: string, params: { nr?: number } = {}) => at(`${consultation(slug)}/raport/pobierz`, params),
    unifiedDownload: (slug: string) => at(`${consultation(slug)}/tekst-ujednolicony/pobierz`),
    municipalityDownload: (teryt: string) => at(`/gminy/${part(teryt)}/pobierz`),
    scorecardDownload: (slug: string, teryt: string, issue?: number | null) =>
      at(`${edition(slug)}/${part(teryt)}/pobierz`, { wydanie: issue }),
    methodologyDownload: (key: string, version: string) => at(`/metodyka/${part(key)}/${part(version)}/pobierz`),
    consultationPicture: (slug: string) => at(`${consultation(slug)}/og.png`),
    municipalityFeed: (teryt: string) => at(`/gminy/${part(teryt)}.atom`),
    municipalityCalendar: (teryt: string) => at(`/gminy/${part(teryt)}.ics`),
    rulingsFeed: () => at('/kanaly/stanowiska.atom'),
    scorecardsFeed: () => at('/kanaly/oceny.atom'),
    editionDownload: (slug: string) => at(`${edition(slug)}/pobierz`),
    editionPicture: (slug: string) => at(`${edition(slug)}/podglad/og.png`),
    scorecardPicture: (slug: string, teryt: string) => at(`${edition(slug)}/${part(teryt)}/podglad/og.png`),
    webhooks: (teryt?: string) => at('/urzad/powiadomienia', { gmina: teryt }),
    webhook: (id: string) => at(`/urzad/powiadomienia/${part(id)}`),

    office: () => at('/urzad'),
    officeDetails: (params: { gmina?: string; dalej?: string; info?: string } = {}) => at('/urzad/dane', params),
    snippets: (params: { gmina?: string; tekst?: string; info?: string } = {}) => at('/urzad/teksty', params),
    importNew: (teryt?: string) => at('/urzad/import', { gmina: teryt }),
    importReview: (id: string, line?: number) =>
      at(`/urzad/import/${part(id)}`, { wiersz: line && line > 1 ? line : null }),
    importSource: (id: string) => at(`/urzad/import/${part(id)}/tresc`),
    importPublish: (id: string) => at(`/urzad/import/${part(id)}/publikacja`),
    desk: (slug: string, params: Record<string, string | number> = {}) => at(office(slug), params),
    ruling: (slug: string, number: number, params: Record<string, string | number> = {}) =>
      at(`${office(slug)}/uwagi/${number}`, params),
    correctRuling: (slug: string, number: number) => at(`${office(slug)}/uwagi/${number}/sprostowanie`),
    basket: (slug: string) => at(`${office(slug)}/zebrane`),
    bulk: (slug: string) => at(`${office(slug)}/zbiorczo`),
    officeGroups: (slug: string) => at(`${office(slug)}/grupy`),
    officeGroup: (slug: string, number: number) => at(`${office(slug)}/grupy/${number}`),
    officeDrafts: (slug: string) => at(`${office(slug)}/zatwierdzanie`),
    deskSettings: (slug: string) => at(`${office(slug)}/ustawienia`),
    editorial: (slug: string, params: { j?: number; zmiana?: string } = {}) => at(`${office(slug)}/redakcja`, params),
    officeTerms: (slug: string) => at(`${office(slug)}/terminy`),
    officeMeetings: (slug: string) => at(`${office(slug)}/spotkania`),
    officeMeeting: (slug: string, id: string) => at(`${office(slug)}/spotkania/${part(id)}`),
    officeGrounds: (slug: string) => at(`${office(slug)}/podstawy`),
    officeReport: (slug: string) => at(`${office(slug)}/raport`),
    officeUnified: (slug: string) => at(`${office(slug)}/ujednolicony`),
    redaction: (slug: string, number: number) => at(`${office(slug)}/uwagi/${number}/dane`),
    coveredList: (slug: string) => at(`${office(slug)}/zasloniete`),
    covering: (type: string, id: string, params: { podpowiedz?: number } = {}) =>
      at(`/urzad/zaslanianie/${part(type)}/${part(id)}`, params),
    officeRegister: (slug: string, params: RegisterParams = {}) => at(`${office(slug)}/rejestr`, params),
    enterByCode: (slug: string, params: { wpisano?: number } = {}) => at(`${office(slug)}/rejestr/kod`, params),
    enterFiling: (slug: string, params: { wpisano?: number; kanal?: string; wplynelo?: string } = {}) =>
      at(`${office(slug)}/rejestr/nowe`, params),
    importRemarks: (slug: string) => at(`${office(slug)}/rejestr/import`),
    lettersToPrint: (slug: string, params: LettersParams = {}) => at(`${office(slug)}/rejestr/listy`, params),
    lettersPdf: (slug: string, params: LettersParams = {}) => at(`${office(slug)}/rejestr/listy.pdf`, params),

    editions: () => at('/oceny'),
    edition: (slug: string, params: Record<string, string | number | null> = {}) => at(edition(slug), params),
    editionChart: (slug: string, params: { x?: string; y?: string } = {}) => at(`${edition(slug)}/wykres`, params),
    editionPair: (slug: string, params: { a?: string; b?: string } = {}) => at(`${edition(slug)}/porownaj`, params),
    indicatorAcross: (slug: string, code: string, issue?: number | null, page?: number) =>
      at(`${edition(slug)}/wskaznik/${part(code)}`, {
        wydanie: issue,
        strona: page !== undefined && page > 1 ? page : null,
      }),
    indicatorAcrossFile: (slug: string, code: string, issue?: number | null, format?: 'xlsx') =>
      at(`${edition(slug)}/wskaznik/${part(code)}.csv`, { wydanie: issue, format }),
    editionVariantsPage: (slug: string, issue?: number | null) => at(`${edition(slug)}/warianty`, { wydanie: issue }),
    editionVariants: (slug: string, kind: 'csv' | 'json', issue?: number | null, format?: 'xlsx') =>
      at(`${edition(slug)}/warianty.${kind}`, { wydanie: issue, format }),
    editionFile: (slug: string, kind: EditionFileKind, params: Record<string, string | number | null> = {}) =>
      at(`${edition(slug)}.${kind}`, params),
    editionCodings: (slug: string, kind: CodingsFileKind, issue?: number | null) =>
      at(`${edition(slug)}/kodowania.${kind}`, { wydanie: issue }),
    scorecard: (slug: string, teryt: string, issue?: number | null) =>
      at(`${edition(slug)}/${part(teryt)}`, { wydanie: issue }),
    scorecardFile: (slug: string, teryt: string, kind: CardFileKind | 'pdf', issue?: number | null) =>
      at(`${edition(slug)}/${part(teryt)}.${kind}`, { wydanie: issue }),
    indicator: (slug: string, teryt: string, code: string, issue?: number | null) =>
      at(`${edition(slug)}/${part(teryt)}/${part(code)}`, { wydanie: issue }),
    indicatorFile: (slug: string, teryt: string, code: string, kind: CardFileKind, issue?: number | null) =>
      at(`${edition(slug)}/${part(teryt)}/${part(code)}.${kind}`, { wydanie: issue }),
    embed: (slug: string, teryt?: string, code?: string) =>
      at(
        `/osadz/${[slug, teryt, code]
          .filter((each) => each !== undefined)
          .map((each) => part(each))
          .join('/')}`,
      ),
    press: (slug: string) => at(`${edition(slug)}/prasa`),
    pressConfirm: (slug: string, secret: string) => at(`${edition(slug)}/prasa/potwierdz/${part(secret)}`),
    pressLeave: (slug: string, secret: string) => at(`${edition(slug)}/prasa/wypisz/${part(secret)}`),
    embargo: (secret: string) => at(`/embargo/${part(secret)}`),
    catalogue: (kind: 'jsonld' | 'ttl') => at(`/katalog.${kind}`),
    methodologyFile: (key: string, version: string, kind: 'json' | 'csv' = 'json') =>
      at(`/metodyka/${part(key)}/${part(version)}.${kind}`),
    methodology: (key: string, version: string) => at(`/metodyka/${part(key)}/${part(version)}`),

    team: () => at('/zespol'),
    newEdition: (team: string) => at('/zespol/nowa-edycja', { zespol: team }),
    teamEdition: (slug: string) => at(`/zespol/${part(slug)}`),
    teamUnit: (slug: string, teryt: string) => at(`/zespol/${part(slug)}/${part(teryt)}`),
    coding: (slug: string, teryt: string, code: string) => at(`/zespol/${part(slug)}/${part(teryt)}/${part(code)}`),
    editionMunicipalities: (slug: string, q?: string) => at(`/zespol/${part(slug)}/gminy`, { q }),
    publishEdition: (slug: string) => at(`/zespol/${part(slug)}/publikacja`),
    embargoLinks: (slug: string) => at(`/zespol/${part(slug)}/embargo`),
    corrections: (slug: string, params: { gmina?: string; wskaznik?: string } = {}) =>
      at(`/zespol/${part(slug)}/korekty`, params),

    changes: (slug: string) => at(`/zespol/${part(slug)}/zmiany`),
    withdrawEdition: (slug: string) => at(`/zespol/${part(slug)}/wycofanie`),
    coveredInEdition: (slug: string, teryt?: string) => at(`/zespol/${part(slug)}/zasloniete`, { gmina: teryt }),
    teamPeople: (team: string) => at(`/zespol/osoby/${part(team)}`),
    teamInvitation: (secret: string) => at(`/zespol/zaproszenie/${part(secret)}`),
    ties: (teryt?: string) => at('/zespol/powiazania', { gmina: teryt }),
    assignments: (slug: string, params: { strona?: number } = {}) => at(`/zespol/${part(slug)}/przydzial`, params),
    codingSave: (slug: string, teryt: string, code: string) =>
      at(`/zespol/${part(slug)}/${part(teryt)}/${part(code)}/zapis`),
    adjudication: (slug: string, params: { gmina?: string; pytanie?: string } = {}) =>
      at(`/zespol/${part(slug)}/rozstrzyganie`, params),
    replyDesk: (slug: string) => at(`/zespol/${part(slug)}/odpowiedzi`),
    replyNotice: (slug: string, teryt: string) => at(`/zespol/${part(slug)}/odpowiedzi/${part(teryt)}`),
    replyMatter: (slug: string, teryt: string, code: string) =>
      at(`/zespol/${part(slug)}/odpowiedzi/${part(teryt)}/${part(code)}`),
    exchangeFile: (slug: string, kind: 'csv' | 'json', teryt?: string) =>
      at(`/zespol/${part(slug)}/odpowiedzi.${kind}`, { gmina: teryt }),
    /** Where an office replies without an account. */
    replyLink: (secret: string, params: { pytanie?: string; stan?: string } = {}) =>
      at(`/odpowiedz/link/${part(secret)}`, params),
    replyLinkFile: (secret: string, hash: string) => at(`/odpowiedz/link/${part(secret)}/plik/${part(hash)}`),
    officeReplies: () => at('/urzad/oceny'),
    officeReply: (slug: string, teryt: string, params: { pytanie?: string; stan?: string } = {}) =>
      at(`/urzad/oceny/${part(slug)}/${part(teryt)}`, params),
    officeExchange: (slug: string, teryt: string, kind: 'csv' | 'json') =>
      at(`/urzad/oceny/${part(slug)}/${part(teryt)}.${kind}`),
    storedFile: (slug: string, hash: string) => at(`/pliki/${part(slug)}/${part(hash)}`),
    methodologies: () => at('/metodyka'),
    methodologyUpload: () => at('/zespol/metodyka'),
  };
}

export type Paths = ReturnType<typeof paths>;
