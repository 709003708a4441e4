import type { RefChain } from './reference-scan.ts';
import type { Act, Unit } from './types.ts';

const ACT_WORDS = /^[\s,]*(?:(?:tej|tego|tejże|wyżej\s+wymienion\p{L}+|ww\.?|w\/w|powyższe\p{L}*|cytowan\p{L}+|powołan\p{L}+|wskazan\p{L}+)\s+)?(ustaw(?:y|ą|ie|ę)|[Uu]chwa(?:ły|łą|le|łę)|[Kk]odeks\p{L}*|[Kk]onstytuc\p{L}+|[Rr]ozporządzeni\p{L}+|[Oo]rdynacj\p{L}+|Praw(?:a|o|em|ie)\b|[Dd]yrektyw\p{L}+|[Kk]onwencj\p{L}+|[Tt]raktat\p{L}*|TFUE|TUE|RODO|KPA|K\.?p\.?a\.?|k\.p\.a\.?|[Zz]arządze(?:nia|niu|niem|ń)(?!\p{L})|[Dd]ekret\p{L}*|[Uu]m(?:owy|owie|ów)(?!\p{L})|[Pp]orozumieni\p{L}+|[Uu]kładu|[Oo]bwieszczeni\p{L}+|[Ss]tatut\p{L}+|[Rr]egulamin\p{L}+|[Pp]rzepisów\s+wprowadzając\p{L}+|u\.?s\.?g\.?|u\.?f\.?p\.?|upzp|Karty\s+Nauczyciela)/u;
const OWN = /^[\s,]*niniejsz(?:ej|ego|ym|ych)\s+(?:ustaw|uchwał|rozporządz|zarządz|statut|regulamin|załącznik|planu|Ustaw|Uchwał|Statut|Regulamin)/u;
const AMENDING_OPEN = /(?:^|[\s,.:])W\s+(ustaw(?:ie|ach)|uchwa(?:le|łach)|rozporządzeniu|zarządzeniu|statucie|regulaminie|[Kk]odeksie|dekrecie|załączniku)\b/u;
const COMMAND = /(?:wprowadza\s+się|otrzymuj\p{L}+|dodaje\s+się|skreśla\s+się|uchyla\s+się|zastępuje\s+się|w\s+brzmieniu|oznaczenie|oznacza\s+się|traci\s+moc)/u;

/**
 * Words that name another act, when the reference belongs to one; null for a reference within the act itself.
 * `host` holds the words of the amended act when the unit lies in an amending provision.
 */
export function externalAct(act: Act, text: string, chain: RefChain, host: string | null): string | null {
  const after = text.slice(chain.to, chain.to + 260);
  if (OWN.test(after)) return null;
  const named = ACT_WORDS.exec(after);
  if (named !== null) {
    const words = actWords(after, named);
    const isPointedAt = /\bte(?:j|go)\s/u.test(named[0]);
    if (isPointedAt || !isOwnName(act, named[1] ?? '', words)) return words;
    if (chain.steps[0]?.level !== 'article' || act.kind === 'statute') return host;
  }
  if (host !== null) return host;
  if (chain.steps.some((step) => step.level === 'article') && act.kind === 'resolution') return nextAct(text, chain.to);
  return null;
}

/** "§ 2 uchwały" or "§ 2 zarządzenia" in an annex means the act itself, not the annex. */
export function namesMainAct(text: string, chain: RefChain): boolean {
  return /^[\s,]*(?:niniejsze(?:j|go)\s+)?(?:[Uu]chwały|[Zz]arządzenia)(?!\s+(?:[Nn]r|z\s+dnia|Rad|Burmistrz|Wójt|Prezyden|Staros|Minist))/u.test(text.slice(chain.to, chain.to + 60));
}

/** The words from the kind of act on, up to the publication note or the end of the clause. */
function actWords(after: string, named: RegExpExecArray): string {
  const start = named.index + named[0].length - (named[1] ?? '').length;
  const rest = after.slice(start);
  const stop = /(?:[()]|;|\.(?=\s+\p{Lu}|$)|,(?=\s)|\s(?:i|oraz|lub|albo)\s(?=art|§|ust)|\s(?:oraz|lub|albo|nie|stosuje|jest|są|może|który|która|które|polega)\s|\n)/u.exec(rest);
  return rest.slice(0, stop === null ? rest.length : stop.index).trim();
}

/** "ustawy" alone inside a statute, "uchwały" alone inside a resolution mean the act itself; so does its own kind of name. */
function isOwnName(act: Act, kindWord: string, words: string): boolean {
  const kind = kindWord.toLowerCase();
  const rest = words.slice(kindWord.length).trim();
  if (kind.startsWith('konstytuc')) return /^KONSTYTUCJA/iu.test(act.title);
  const specified = /^(?:[Nn]r\b|z\s+dnia|o\s+\p{Ll}|Rad[ya]|[–-]|Prawo|wymienion|zmienian|, o któr|o któr|w\s+sprawie|powołan|nowelizowan|budżetow)/u.test(rest);
  if (kind.startsWith('ustaw')) return act.kind === 'statute' && !specified && rest === '' ;
  if (kind.startsWith('uchwa')) return act.kind === 'resolution' && !specified;
  if (kind.startsWith('zarządzeni')) return /^zarządzenie/iu.test(act.title) && rest === '';
  if (/^(?:statut|regulamin)/.test(kind)) return ownsAnnex(act, kind) && !specified;
  return false;
}

function ownsAnnex(act: Act, kind: string): boolean {
  const stem = kind.slice(0, 6).toUpperCase();
  return act.title.toUpperCase().includes(stem) || act.annexes.some((annex) => `${annex.heading} ${annex.label}`.toUpperCase().includes(stem));
}

/** "art. 18 ust. 2 oraz art. 7 ustawy …": the act is named once, after the last reference of the row. */
function nextAct(text: string, from: number): string {
  const rest = text.slice(from, from + 400);
  const row = /^(?:[\s,()]|i\s|oraz\s|lub\s|w\s+związku\s+z\s|w\s+zw\.\s+z\s|[Aa]rt\.?\s*|ust\.?\s*|pkt\.?\s*|lit\.?\s*|§\s*|\d+[a-z]*\)?|[a-z]\)?(?=[\s,])|[–-])*/u.exec(rest);
  const after = rest.slice(row?.[0].length ?? 0);
  const named = ACT_WORDS.exec(after);
  return named === null ? '' : actWords(after, named);
}

/** For every unit of an amending act the words that name the act it amends; other units are not in the map. */
export function amendedActs(act: Act): Map<string, string> {
  const hosts = new Map<string, string>();
  const visit = (unit: Unit, host: string | null): void => {
    const own = amendedBy(act, unit, host);
    if (own !== null) hosts.set(unit.id, own);
    for (const child of unit.children) visit(child, own);
  };
  for (const unit of [...act.units, ...act.annexes]) visit(unit, null);
  return hosts;
}

function amendedBy(act: Act, unit: Unit, host: string | null): string | null {
  const open = AMENDING_OPEN.exec(unit.text.slice(0, 400));
  const commanded = COMMAND.test(unit.text) || (unit.text.endsWith(':') && unit.children.some((child) => child.quoted !== undefined || COMMAND.test(child.text)));
  if (open !== null && commanded) {
    const from = open.index + open[0].length - (open[1] ?? '').length;
    const words = unit.text.slice(from, from + 240);
    const stop = /(?:\(|,\s|\bwprowadza|\bw\s+(?:art|§)|\botrzymuj)/u.exec(words);
    return words.slice(0, stop === null ? words.length : stop.index).trim();
  }
  if (host !== null) return host;
  const amends = /zmieniając|o\s+zmianie|zmiany\s+uchwały/iu.test(act.title) || act.title === '';
  const commands = unit.quoted !== undefined || opensWithCommand(unit.text);
  return amends && commands ? actOfTitle(act.title) : null;
}

/** A unit named at the beginning, and what is done with it within the next words. */
function opensWithCommand(text: string): boolean {
  const named = /^(?:§|[Aa]rt\.?|ust\.?|pkt|po\s+§|w\s+§|uchyla\s+się|skreśla\s+się)/u.exec(text);
  if (named === null) return false;
  const command = text.slice(named[0].length).trimStart().slice(0, 100).search(/otrzymuj|dodaje\s+się|skreśla|uchyla|zastępuje/u);
  return command >= 0 && command <= 60;
}

function actOfTitle(title: string): string {
  const amended = /(?:zmieniając\p{L}{1,3}|o\s+zmianie|zmiany)\s+(?=ustaw|[Uu]chwał)/u.exec(title);
  return amended === null ? 'akt zmieniany' : title.slice(amended.index + amended[0].length);
}
