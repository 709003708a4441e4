import { readIdentity, type Identity } from './identity.ts';
import { readPlaces, type Place } from './places.ts';

/** The words that open a list of changes: which act they change, where in it, and the words that are left. */
export type Frame = { amended: Identity; words: string; context: Place[]; rest: string };

const OPENING =
  /^(?:W|We|w)\s+(?:(?:uchwale|uchwałach|ustawie|zarządzeniu|rozporządzeniu|obwieszczeniu)|(?:\p{L}+\s){0,8}?(?:stanowiąc\p{L}{1,4}\s+)?załącznik\p{L}{0,4}(?:\s+nr\s+\w{1,6})?\s+do\s+(?:uchwały|ustawy|zarządzenia)|(?:statucie|regulaminie|programie|planie)\b)/iu;
const CHANGING =
  /^(?:zmienia się|dokonuje się (?:następującej )?zmian\p{L}{0,2}(?: w)?|wprowadza się (?:następujące )?zmian\p{L}{1,2}(?: w| do)|ulega zmianie)\s+(?:treści\s+)?(?:uchwał|ustaw|załącznik\p{L}{0,4}(?: nr \w{1,6})? do uchwał|zarządze)/iu;
/** "wprowadza się następujące zmiany": the frame alone, no command. */
export const ANNOUNCES_CHANGES =
  /(?:wprowadza|dokonuje|wprowadzić|dokonać|ustala|przyjmuje)\s*(?:się\s+)?(?:(?:następując|poniższ|nast)\p{L}{0,4}\.?\s+)?zmian\p{L}{0,3}(?:\s+(?:następujących|o (?:następującej )?treści|polegając\p{L}{1,4} na tym, że|w (?:jej|jego) treści))?|(?:zmienia|zmieniając)\s+się\s+w\s+(?:następujący\s+sposób|ten\s+sposób,?\s*że|sposób\s+następujący)|w\s+ten\s+sposób,?\s*(?:że|iż)/iu;
/** Where the first command may begin behind the name of the act. */
const COMMAND =
  /(?:,\s*|\s)(?:(?:w|we|po|przed)\s+)?(?:§|art\.\s?\d|paragraf|załącznik(?:u|a|iem)?\s(?:nr|otrzym|doda|wprow|zastęp)|rozdzia[łl]|dziale?\s[IVXL\d]|tytu[łl]|uchyla\s|skreśla\s|wykreśla\s|dodaje\s|dopisuje\s|wyraz|słow|w\scałym|w\scałej|użyt|dotychczasow|uchwał[aę]\sotrzym|zapis\s|zdanie\s|pkt\s|ust\.|podstaw\p{L}\sprawn)/iu;

/** Reads the frame at the head of a §; null when the words name no act that is changed. */
export function readFrame(text: string): Frame | null {
  const words = text.replace(/\s+/g, ' ').trim();
  const opening = OPENING.exec(words) ?? CHANGING.exec(words);
  if (opening === null) return null;
  const end = endOfName(words, opening[0].length);
  const name = words.slice(0, end);
  const rest = words
    .slice(end)
    .replace(ANNOUNCES_CHANGES, ' ')
    .replace(/^[\s,:]+/u, '')
    .trim();
  return { amended: readIdentity(name), words: name.trim(), context: annexContext(opening[0]), rest };
}

/** Behind the journal in brackets; without one where the changes are announced, or where a command begins. */
function endOfName(words: string, from: number): number {
  const announced = ANNOUNCES_CHANGES.exec(words.slice(from));
  const limit = announced === null ? words.length : from + announced.index;
  let end = from;
  for (const found of words.slice(0, limit).matchAll(/\((?:[^()]|\([^()]{0,200}\)){0,4000}\)+/gu))
    if (found.index >= from && /Dz|Mon|poz/u.test(found[0])) end = Math.max(end, found.index + found[0].length);
  if (announced !== null) return placeBefore(words, Math.max(from, end), limit);
  const command = COMMAND.exec(words.slice(end, limit));
  return command === null ? limit : end + command.index;
}

/** "… w § 3 wprowadza się następujące zmiany": where the place begins that stands right before the announcement. */
function placeBefore(words: string, from: number, limit: number): number {
  for (const found of words.slice(from, limit).matchAll(/(?:^|\s)(?:w|we)\s(?=§|art\.|rozdz|dzia|oddz|załącz)/giu)) {
    const at = from + found.index + found[0].length;
    const places = readPlaces(words, at);
    if (places !== null && words.slice(places.end, limit).trim() === '') return from + found.index;
  }
  return limit;
}

/** "W załączniku nr 1 do uchwały …": the changes are those of the annex. */
function annexContext(opening: string): Place[] {
  const annex = /załącznik\p{L}{0,4}(?:\s+nr\s+(\w{1,6}))?\s+do/iu.exec(opening);
  return annex === null ? [] : [[{ type: 'annex', number: annex[1] ?? '' }]];
}
