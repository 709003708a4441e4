import type { RefChain } from './reference-scan.ts';
import type { Act, Unit } from '../tree/types.ts';
import { blankUnseen } from '../tree/unseen.ts';

/** Words before the kind of act that point at another one: "tej ustawy", "dotychczasowej uchwały". */
const POINTED = String.raw`tej\s+samej|tego\s+samego|innej|innego|odrębn\p{L}{1,3}|tej|tego|tejże|tegoż|wyżej\s+wymienion\p{L}{1,4}|ww\.?|w\/w|powyższe\p{L}{0,3}|cytowan\p{L}{1,4}|powołan\p{L}{1,4}|wskazan\p{L}{1,4}|dotychczasow\p{L}{1,4}|poprzedni\p{L}{1,3}|zmienian\p{L}{1,4}|uchylan\p{L}{1,4}|uchylon\p{L}{1,4}|uprzedni\p{L}{1,3}|wcześniejsz\p{L}{1,3}|(?:dotychczas|poprzednio|uprzednio|dotąd|wcześniej)\s+obowiązując\p{L}{1,4}|obowiązując\p{L}{1,4}\s+(?:dotychczas|poprzednio|uprzednio|dotąd|wcześniej)|wymienion\p{L}{1,4}`;
const KINDS = String.raw`ustaw(?:y|ą|ie|ę)(?!\p{L})|[Uu]chwa(?:ły|łą|le|łę)(?!\p{L})|[Kk]odeks\p{L}{0,3}|[Kk]onstytuc\p{L}{1,3}|[Rr]ozporządzeni\p{L}{1,3}|[Oo]rdynacj\p{L}{1,3}|Praw(?:a|o|em|ie)(?!\p{L})|[Dd]yrektyw\p{L}{1,3}|[Kk]onwencj\p{L}{1,3}|[Tt]raktat\p{L}{0,3}|TFUE|TUE|RODO|ZTP|KPA|K\.?p\.?a\.?|k\.p\.a\.?|[Zz]arządze(?:nia|niu|niem|ń)(?!\p{L})|[Dd]ekret\p{L}{0,3}|[Uu]m(?:owy|owie|ów)(?!\p{L})|[Pp]orozumieni\p{L}{1,3}|[Uu]kładu|[Oo]bwieszczeni\p{L}{1,3}|[Ss]tatu(?:t|tu|cie|tem)(?!\p{L})|[Rr]egulamin\p{L}{0,3}|[Pp]rzepisów\s+wprowadzając\p{L}{1,3}|u\.(?:\s?\p{Ll}\.){1,6}|k\.(?:\s?\p{Ll}\.){1,3}|(?:usg|ufp|udpp|udip|uopl|upzp|ucpg|kpa|kpc|kpk|kc|kk|kw)(?!\p{L})|USTAWY|UCHWAŁY(?!\p{L})|ROZPORZĄDZENIA|KODEKSU|STATUTU|REGULAMINU|ZARZĄDZENIA|Karty\s+Nauczyciela|[Zz]asad(?:y|ach|ami)?\s+techniki\s+prawodawczej|[Ii]nstrukcj(?:i|ą|ę)(?!\p{L})|[Dd]ecyzji(?!\p{L})|[Pp]ostanowieni(?:a|u|em)\s+(?:[Nn]r|[Ss]ądu|[Ww]ojewod)|[Ww]ytyczn(?:ych|ymi)(?!\p{L})|[Pp]rocedur(?:y|ze|ą)(?!\p{L})|[Rr]ozstrzygnięci(?:a|u)\s+nadzorcz\p{L}{1,4}|[Pp]olskich\s+Norm|[Pp]rotokołu(?!\p{L})`;
/** Documents that have § of their own and whose names are common words: only behind a § or with a number or a date. */
const DOCUMENTS = String.raw`[Aa]neksu(?!\p{L})|[Oo]głoszenia(?!\p{L})|[Kk]omunikatu(?!\p{L})|[Pp]lanu(?!\p{L})|[Pp]rogramu(?!\p{L})|[Ss]trategii(?!\p{L})|[Ss]tudium(?!\p{L})|[Tt]aryfy(?!\p{L})|[Cc]ennika(?!\p{L})|[Kk]ontraktu(?!\p{L})|[Aa]ktu\s+(?:założycielsk|notarialn)\p{L}{1,4}`;
/** Papers that are no acts, and documents with a name of their own: what they say of a unit counts only where this act has no such unit. */
const PAPERS =
  /^\s+((?:wniosku|oferty|formularza|zapytania|opinii|pisma|petycji|specyfikacji|ankiety|zgłoszenia|harmonogramu|kosztorysu|zaproszenia|sprawozdania|arkusza)(?!\p{L})|(?:regulaminu|statutu|programu|planu|procedury|instrukcji)\s\p{Ll}{4,20}|„\p{Lu}[^„”]{3,40})/u;
const ACT_WORDS = new RegExp(String.raw`^[\s,]*["„]?(?:do\s+)?(?:(?:${POINTED})\s+)?(${KINDS}|${DOCUMENTS})`, 'u');
const IS_DOCUMENT = new RegExp(String.raw`^(?:${DOCUMENTS})`, 'u');
const IS_POINTED = new RegExp(String.raw`^[\s,]*(?:do\s+)?(?:${POINTED})\s`, 'u');
/** "uchwały, o której mowa w § 1", "ustawą wymienioną w art. 2": an act is named by the unit that names it. */
const NAMED_IN_UNIT =
  /^,?\s+(?:o\s+(?:której|którym|których|jakiej|jakim)\s+(?:jest\s+)?mowa|(?:zmienian|wymienion|wskazan|określon|powołan|przywołan|uchylan|uchylon|zmienion)\p{L}{1,4})(?:\s+(?:niniejsz\p{L}{1,4}\s+(?:uchwał|ustaw)\p{L}{1,2})|\s+we?\s+(?:§|art|ust|pkt|lit))/u;
/** "§ 5 powołanej w § 1 uchwały": the unit that names the act stands before its kind. */
const NAMED_BEFORE =
  /^[\s,]*(?:(?:zmienian|wymienion|wskazan|określon|powołan|przywołan|uchylan|uchylon)\p{L}{1,4})\s+we?\s+(?:§|art|ust|pkt|lit)[^,;:()]{1,40}?\s((?:uchwały|uchwałą|uchwale|ustawy|ustawą|ustawie|zarządzenia|zarządzeniu|rozporządzenia|rozporządzeniu)(?!\p{L}))/u;
/** "§ 1 załącznika do uchwały nr III/4/2019", "§ 2 Regulaminu stanowiącego załącznik do uchwały nr 5": the annex of an act with a number. */
const OTHERS_ANNEX =
  /^[\s,]*(?:\p{L}{4,16}\s+stanowiąc\p{L}{1,4}\s+)?załącznik(?:a|u|iem)?\s+(?:[Nn]r\s+\d{1,3}[a-zA-Z]?\s+)?do\s+((?:uchwały|zarządzenia|rozporządzenia)\s+([Nn]r\s+[\p{L}\d/.-]{0,40}\d[^\s,;]{0,40}))/u;
/** "uchwała nr V/12/2011 Rady Gminy z dnia 3 marca 2011 r. w sprawie targów w części obejmującej § 2": the act stands before its units. */
const NAMED_AHEAD =
  /(?:^|[ (])((?:[Uu]chwa(?:ła|łą|le|ły|łę)|[Zz]arządzeni(?:e|em|u|a)|[Rr]ozporządzeni(?:e|em|u|a)) ([Nn]r [\p{L}\d/-]{1,40}))(?: Rad[ya] [^,;:.()]{3,60}?)?(?: z dnia \d{1,2} \p{L}{3,12} \d{4} r\.)?(?: w sprawie [^,;:.()]{3,120}?)?,? \(?(?:w części (?:obejmującej|dotyczącej) |w zakresie |z wyjątkiem |we? )?(?:§ ?\d{1,4}[a-z]{0,2}(?: ust\. \d{1,3})?(?:,| i| oraz) ){0,4}$/u;
const OWN =
  /^[\s,]*niniejsz(?:ej|ego|ym|ych)\s+(?:ustaw|uchwał|rozporządz|zarządz|statut|regulamin|załącznik|planu|Ustaw|Uchwał|Statut|Regulamin)/u;
const AMENDING_OPEN =
  /(?:^|[\s,.:])W\s+(ustaw(?:ie|ach)|uchwa(?:le|łach)|rozporządzeniu|zarządzeniu|statucie|regulaminie|[Kk]odeksie|dekrecie|załączniku|decyzji|postanowieniu|porozumieniu|instrukcji|ordynacji)(?!\p{L})/u;
/** "W § 4 uchwały nr 3 dodaje się ust. 2": the act that is amended stands behind its unit. */
const AMENDING_UNIT =
  /^We?\s+(?:§|art\.)\s?\d[^:;„]{0,60}?\s((?:uchwały|ustawy|zarządzenia|rozporządzenia)\s+(?:[Nn]r|z\s+dnia|o\s|w\s+sprawie)[^:;„]{0,200})/u;
const COMMAND =
  /(?:wprowadza\s+się|otrzymuj\p{L}+|dodaje\s+się|skreśla\s+się|uchyla\s+się|zastępuje\s+się|w\s+brzmieniu|oznaczenie|oznacza\s+się|trac(?:i|ą)\s+moc)/u;

/**
 * Words that name another act, when the reference belongs to one; null for a reference within the act itself.
 * `host` holds the words of the amended act when the unit lies in an amending provision. `inArticles`: the annex around the reference
 * has articles of its own.
 */
export function externalAct(
  act: Act,
  text: string,
  chain: RefChain,
  { host, inArticles }: { host: string | null; inArticles: boolean },
): string | null {
  const after = text.slice(chain.to, chain.to + 260);
  if (OWN.test(after)) return null;
  const before = NAMED_BEFORE.exec(after);
  if (before !== null) return before[0].replace(/^[\s,]+/u, '').slice(0, 80);
  const annex = OTHERS_ANNEX.exec(after);
  if (annex !== null && !hasOwnNumber(act, annex[2] ?? '')) return (annex[1] ?? '').replace(/\.$/u, '');
  const named = readNamed(after, chain);
  if (named !== null) {
    const words = actWords(after, named);
    const byUnit = NAMED_IN_UNIT.exec(after.slice(named[0].length, named[0].length + 120));
    if (byUnit !== null && !/^(?:statu|regulam|instruk|procedur)/iu.test(named[1] ?? ''))
      return `${named[1] ?? ''}${after.slice(named[0].length).split(/[;.](?:\s|$)/u, 1)[0] ?? ''}`.slice(0, 80).trim();
    if (IS_POINTED.test(named[0]) || !isOwnName(act, named[1] ?? '', words)) return words;
    if (chain.steps[0]?.level !== 'article' || act.kind === 'statute' || inArticles) return host;
  }
  if (host !== null) return host;
  const spoken = SPOKEN_OF.exec(text.slice(Math.max(0, chain.from - 140), chain.from));
  if (spoken !== null) return spoken[1]!;
  const possessed = POSSESSED.exec(text.slice(Math.max(0, chain.from - 24), chain.from));
  if (possessed !== null && chain.steps[0]!.level !== 'annex') return possessedAct(act, text.slice(0, chain.from));
  const owned = OWNED_BEHIND.test(after);
  if (owned) return possessedAct(act, text.slice(0, chain.from));
  const isOfAct = chain.steps[0]?.level === 'paragraph' && chain.steps.every(({ level }) => level !== 'annex');
  const ahead = isOfAct
    ? NAMED_AHEAD.exec(text.slice(Math.max(0, chain.from - 320), chain.from).replace(/\s/g, ' '))
    : null;
  if (ahead !== null && /\d/u.test(ahead[2] ?? '') && !hasOwnNumber(act, ahead[2] ?? '')) return ahead[1] ?? '';
  if (chain.steps.some((step) => step.level === 'article') && act.kind === 'resolution' && !inArticles)
    return nextAct(text, chain.to);
  return null;
}

/** "§ 1 jej załącznika nr 2": an annex of the act the sentence has spoken of. */
const OWNED_BEHIND = /^\s+(?:jej|jego|ich)\s+(?:załącznik|statut|regulamin)/u;

/** The paper behind a unit that this act has not: "zgodnie z pkt 4 wniosku", "§ 3 regulaminu konkursu". */
export function foreignDocument(text: string, chain: RefChain): string | null {
  return PAPERS.exec(text.slice(chain.to, chain.to + 60))?.[1] ?? null;
}

/** The kind of act behind a reference. "w ust. 2 programu nie zmienia się" names none. */
function readNamed(after: string, chain: RefChain): RegExpExecArray | null {
  const named = ACT_WORDS.exec(after);
  if (named === null || !IS_DOCUMENT.test(named[1] ?? '')) return named;
  const isUnit = chain.steps.some(({ level }) => level === 'paragraph' || level === 'article');
  return isUnit || /^\s+(?:[Nn]r\s|z\s+dnia\s)/u.test(after.slice(named[0].length)) ? named : null;
}

/** "W uchwale, o której mowa w § 1, § 2 otrzymuje brzmienie": the units behind the words that name the act are its own. */
const SPOKEN_OF =
  /(?<!\p{L})[Ww]e?\s+((?:uchwale|ustawie|zarządzeniu|rozporządzeniu),?\s+(?:o\s+któr\p{L}{1,3}\s+(?:jest\s+)?mowa|(?:wymienion|wskazan|określon|powołan|przywołan)\p{L}{1,4})\s+we?\s+(?:§|art\.)\s?\d{1,4}[a-z]{0,2}(?:\s(?:ust\.|pkt)\s\d{1,3}[a-z]?){0,2}),\s+(?:we?\s+)?$/u;

/** "jego § 1", "w jej § 2 ust. 1", "ich § 3": a unit of the document the sentence has spoken of. */
const POSSESSED = /(?<!\p{L})(?:jego|jej|ich)\s+(?:(?:we?|ze?|do|od|po)\s+)?$/iu;

/** The last document named before the words, null when it is this act's own. */
function possessedAct(act: Act, before: string): string | null {
  const near = before.slice(-300).replace(/\s/g, ' ');
  const hit = [...near.matchAll(NAMED_DOCUMENT)].at(-1);
  if (hit === undefined) return 'jego';
  const kind = hit[1] ?? '';
  const words = (
    near.slice(hit.index).split(/[;,.](?:\s|$)|\s(?:stosuje|w\s+jego|w\s+jej|oraz|jest|nie)\s/u, 1)[0] ?? kind
  )
    .slice(0, 80)
    .trim();
  if (/niniejsz/iu.test(near.slice(Math.max(0, hit.index - 14), hit.index))) return null;
  return OWN_DOCUMENTS.test(kind) && isOwnName(act, kind, kind) ? null : words;
}

const NAMED_DOCUMENT =
  /(?<!\p{L})((?:[Uu]staw|[Uu]chwa[łl]|[Rr]ozporządze|[Zz]arządze|[Ss]tatu|[Rr]egulamin|[Pp]orozumie|[Uu]mow|[Ii]nstrukcj|[Pp]rocedur|[Aa]neks|[Oo]głosze|[Pp]lan|[Pp]rogram|[Kk]odeks|[Dd]ecyzj|[Oo]bwieszcz|[Ss]trategi|[Tt]aryf|[Cc]ennik)\p{L}{0,6})/gu;

/** "§ 2 uchwały" or "§ 2 zarządzenia" in an annex means the act itself, not the annex. */
export function namesMainAct(text: string, chain: RefChain): boolean {
  return /^[\s,]*(?:niniejsze(?:j|go)\s+)?(?:[Uu]chwały|[Zz]arządzenia)(?!\s+(?:[Nn]r|z\s+dnia|Rad|Burmistrz|Wójt|Prezyden|Staros|Minist))/u.test(
    text.slice(chain.to, chain.to + 60),
  );
}

/** The words from the kind of act on, up to the publication note or the end of the clause. */
function actWords(after: string, named: RegExpExecArray): string {
  const start = named.index + named[0].length - (named[1] ?? '').length;
  const rest = after.slice(start);
  const stop =
    /(?:[()]|;|\.(?=\s+\p{Lu}|$)|,(?=\s)|\s(?:i|oraz|lub|albo)\s(?=art|§|ust)|\s(?:oraz|lub|albo|nie|stosuje|jest|są|może|który|która|które|polega)\s|\n)/u.exec(
      rest,
    );
  return rest.slice(0, stop === null ? rest.length : stop.index).trim();
}

/** "ustawy" alone inside a statute, "uchwały" alone inside a resolution mean the act itself; so does its own kind of name. */
function isOwnName(act: Act, kindWord: string, words: string): boolean {
  const kind = kindWord.toLowerCase();
  const rest = words.slice(kindWord.length).trim();
  if (kind.startsWith('konstytuc')) return /^KONSTYTUCJA/iu.test(act.title);
  const specified =
    /^(?:[Nn]r\b|z\s+dnia|o\s+\p{Ll}|Rad[ya]|[–-]|Prawo|wymienion|zmienian|zmieniając|uchylając|nowelizując|uchylan|w\s+sprawie|powołan|nowelizowan|budżetow|dotychczasow|poprzedni|z\s+\d{4})/u.test(
      rest,
    );
  if (kind.startsWith('ustaw')) return act.kind === 'statute' && !specified && rest === '';
  if (kind.startsWith('uchwa')) return act.kind === 'resolution' && (!specified || hasOwnNumber(act, rest));
  if (kind.startsWith('zarządzeni')) return /^zarządzenie/iu.test(act.title) && rest === '';
  if (OWN_DOCUMENTS.test(kind) && !isOtherPlan(act, kind, rest))
    return (namesDocument(act.title, kind) || annexesNamed(act, kind).length > 0) && !specified;
  return false;
}

/** "załącznika nr 1 do uchwały nr 7/2026" with the number of this very act. */
function hasOwnNumber(act: Act, rest: string): boolean {
  const number = /^[Nn]r\s+([\p{L}\d/.]{1,40})/u.exec(rest)?.[1]?.replace(/\.$/u, '');
  return number !== undefined && act.title.toUpperCase().split(/\s+/).includes(number.toUpperCase());
}

/** Documents that resolutions adopt as annexes. */
const OWN_DOCUMENTS =
  /^(?:statu|regulamin|instrukcj|procedur|plan|program|strategi|studium|taryf|cennik|polityk|deklaracj|kart|ogłosz)/iu;

/** "planu ogólnego" in an act about a local plan, "programu opieki nad zabytkami" in one about another programme. */
function isOtherPlan({ title, annexes }: Act, kind: string, rest: string): boolean {
  const what = /^(?:plan|program|strategi|studium)/u.test(kind) ? /^\p{Ll}{5,}/u.exec(rest)?.[0] : undefined;
  if (what === undefined || !PLANNED.test(what)) return false;
  const own = [title, ...annexes.slice(0, MAX_NAMED).map(({ heading, label }) => `${heading} ${label}`)]
    .join(' ')
    .toLowerCase();
  return !own.includes(what.slice(0, 5));
}

const PLANNED =
  /^(?:ogóln|miejscow|zagospodarow|rozwoj|odnow|gospodar|finansow|ochron|współprac|rewitaliz|opiek|usuwan|profilakty|uwarunkow|mobilno|adaptac)/u;

/** Each reference looks through the names of so many annexes. */
const MAX_NAMED = 200;

function annexesNamed(act: Act, kind: string): Unit[] {
  return act.annexes.slice(0, MAX_NAMED).filter(({ heading, label }) => namesDocument(`${heading} ${label}`, kind));
}

/** "PLANU", "programie" and "Program" are one document: the words begin alike. */
function namesDocument(words: string, kind: string): boolean {
  const stem = kind.toLowerCase().slice(0, Math.min(5, kind.length - 1));
  return words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => word.startsWith(stem));
}

/**
 * The annex in which the unit of a reference lies: "§ 5 Regulaminu" where annex 2 is the Regulamin, "§ 2 załącznika" where there is
 * one annex only. Null where the words name none, or more than one.
 */
export function annexOf(act: Act, text: string, chain: RefChain): Unit | null {
  const after = text.slice(chain.to, chain.to + 60);
  if (/^\s+(?:w\s+)?załącznik(?:a|u)(?!\p{L})(?!\s+(?:[Nn]r|\d))/u.test(after))
    return act.annexes.length === 1 ? act.annexes[0]! : null;
  const kind = /^\s+([\p{L}]{6,14})/u.exec(after)?.[1] ?? '';
  const named = OWN_DOCUMENTS.test(kind) ? annexesNamed(act, kind) : [];
  return named.length === 1 ? named[0]! : null;
}

/** "art. 18 ust. 2 oraz art. 7 ustawy …": the act is named once, after the last reference of the row. */
function nextAct(text: string, from: number): string {
  const rest = text.slice(from, from + 400);
  const row =
    /^(?:[\s,()]|i\s|oraz\s|lub\s|w\s+związku\s+z\s|w\s+zw\.\s+z\s|[Aa]rt\.?\s*|ust\.?\s*|pkt\.?\s*|lit\.?\s*|§\s*|\d+[a-z]*\)?|[a-z]\)?(?=[\s,])|[–-])*/u.exec(
      rest,
    );
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

function amendedBy(act: Act, printed: Unit, host: string | null): string | null {
  const unit = { ...printed, text: blankUnseen(printed.text) };
  const open = AMENDING_OPEN.exec(unit.text.slice(0, 400));
  if (open !== null && isCommanded(unit)) {
    const from = open.index + open[0].length - (open[1] ?? '').length;
    const words = unit.text.slice(from, from + 240);
    const stop = /(?:\(|,\s|\bwprowadza|\bw\s+(?:art|§)|\botrzymuj)/u.exec(words);
    return words.slice(0, stop === null ? words.length : stop.index).trim();
  }
  if (host !== null) return host;
  const inside = AMENDING_UNIT.exec(unit.text.slice(0, 400));
  if (inside !== null && isCommanded(unit)) return actWords(inside[1]!, ACT_WORDS.exec(inside[1]!) ?? inside);
  const amends =
    /zmieniając|o\s+zmianie|zmian(?:y)?\s+(?:w\s+)?(?:uchwa|zarządze|rozporządze|decyzj|statu|regulamin|porozumie)/iu.test(
      act.title,
    ) || act.title === '';
  const commands = unit.quoted !== undefined || opensWithCommand(unit.text);
  return amends && commands ? actOfTitle(act.title) : null;
}

function isCommanded({ text, children }: Unit): boolean {
  return (
    COMMAND.test(text) ||
    (text.endsWith(':') &&
      children.some((child) => child.quoted !== undefined || COMMAND.test(blankUnseen(child.text))))
  );
}

/** A unit named at the beginning, and what is done with it within the next words. */
function opensWithCommand(text: string): boolean {
  const named = /^(?:§|[Aa]rt\.?|ust\.?|pkt|po\s+§|w\s+§|uchyla\s+się|skreśla\s+się)/u.exec(text);
  if (named === null) return false;
  const command = text
    .slice(named[0].length)
    .trimStart()
    .slice(0, 100)
    .search(/otrzymuj|dodaje\s+się|skreśla|uchyla|zastępuje/u);
  return command >= 0 && command <= 60;
}

function actOfTitle(title: string): string {
  const amended =
    /(?:zmieniając\p{L}{1,3}|o\s+zmianie|zmiany)\s+(?=ustaw|[Uu]chwał|zarządze|rozporządze|decyzj|statut|regulamin|porozumie)/u.exec(
      title,
    );
  return amended === null ? 'akt zmieniany' : title.slice(amended.index + amended[0].length);
}
