import type { Bilingual } from '../tree/types.ts';

/** Why a command could not be carried out, in words for the person who reads the table of commands. */
export const REFUSED = {
  notUnderstood: {
    pl: 'Tego polecenia program nie rozumie; nic nie zostało zmienione.',
    en: 'The program does not understand this command; nothing was changed.',
  },
  otherAct: (name: string): Bilingual => ({
    pl: `Polecenie dotyczy innego aktu: ${name}.`,
    en: `The command is about another act: ${name}.`,
  }),
  noWords: (words: string, place: string): Bilingual => ({
    pl: `Wyrazów „${words}” nie ma w miejscu: ${place}.`,
    en: `The words "${words}" do not occur in ${place}.`,
  }),
  noMark: (mark: string, place: string): Bilingual => ({
    pl: `Znaku „${mark}” nie ma w miejscu, które wskazuje polecenie: ${place}.`,
    en: `The mark "${mark}" does not stand where the command says: ${place}.`,
  }),
  taken: (place: string): Bilingual => ({
    pl: `Numer jest już zajęty: ${place}. Tego samego numeru nie nadaje się dwa razy (§ 89 ZTP).`,
    en: `The number is taken already: ${place}. No number is given twice (§ 89 of the drafting rules).`,
  }),
  repealedAlready: (place: string): Bilingual => ({
    pl: `Ta jednostka jest już uchylona: ${place}.`,
    en: `This unit is repealed already: ${place}.`,
  }),
  otherNumber: (place: string, found: string): Bilingual => ({
    pl: `Polecenie mówi o jednostce ${place}, a przytoczone brzmienie nosi oznaczenie „${found}”.`,
    en: `The command is about ${place}, and the quoted wording bears the mark "${found}".`,
  }),
  notQuoted: (place: string): Bilingual => ({
    pl: `W przytoczonym brzmieniu nie ma jednostki: ${place}.`,
    en: `The quoted wording has no unit ${place}.`,
  }),
  noSentence: (place: string): Bilingual => ({
    pl: `Nie ma takiego zdania: ${place}.`,
    en: `There is no such sentence: ${place}.`,
  }),
  noRow: (place: string): Bilingual => ({
    pl: `Nie ma takiego wiersza tabeli: ${place}.`,
    en: `The table has no such row: ${place}.`,
  }),
  noAnnex: {
    pl: 'Akt zmieniający nie ma załącznika, na który powołuje się polecenie.',
    en: 'The amending act has no annex that the command refers to.',
  },
  noList: (place: string): Bilingual => ({
    pl: `Ta jednostka nie zawiera wyliczenia: ${place}.`,
    en: `This unit holds no enumeration: ${place}.`,
  }),
  undivided: (place: string): Bilingual => ({
    pl: `Ta jednostka nie dzieli się na ustępy: ${place}. Najpierw jej treść trzeba oznaczyć jako ust. 1.`,
    en: `This unit has no subsections: ${place}. Its text has to be marked as ust. 1 first.`,
  }),
  divided: (place: string): Bilingual => ({
    pl: `Ta jednostka dzieli się już na ustępy: ${place}.`,
    en: `This unit is divided into subsections already: ${place}.`,
  }),
  cannot: (place: string): Bilingual => ({
    pl: `Takiej zmiany nie da się przeprowadzić w tym miejscu: ${place}.`,
    en: `Such a change cannot be made here: ${place}.`,
  }),
  inForce: (day: string): Bilingual => ({
    pl: `Zmieniana uchwała weszła już w życie (${day}); po tym dniu zmienia się akt, który ona zmieniła (§ 91 ZTP).`,
    en: `The amended act is in force already (since ${day}); from that day the act that it changed is amended (§ 91 of the drafting rules).`,
  }),
} as const;
