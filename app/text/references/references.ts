import { amendedActs, annexOf, externalAct, foreignDocument, namesMainAct } from './external.ts';
import { gluedNumbers } from './glued.ts';
import { isContentsEntry } from '../parse/headings.ts';
import { readableText, seenWords } from './reference-mask.ts';
import { LEVEL_ORDER, type RefChain, type RefLevel, scanReferences } from './reference-scan.ts';
import { externalTargets, inOrder, type RefTarget, resolveSteps } from './reference-targets.ts';
import { onlyAnnexReferences, selfReferences } from './self-references.ts';
import { type ActIndex, containerOf, findAnnex, indexAct, pathOf } from './resolve.ts';
import { lineAt } from '../tree/text-lines.ts';
import { walkUnits } from '../tree/tree.ts';
import { plainText } from '../tree/unseen.ts';
import type { Act, Unit } from '../tree/types.ts';
import type { Reference } from './reference.ts';

export type { RefPart, RefTarget } from './reference-targets.ts';

/**
 * Finds and resolves every cross-reference of an act in document order, or those in the units named by `within`. Quoted wording of
 * other acts is left out.
 */
export function findReferences(act: Act, within?: ReadonlySet<string>): Reference[] {
  return readReferences(act, within).filter(({ glued }) => glued === undefined);
}

/** The same with those whose numbers ran together; for lint alone, because nobody may follow or rewrite them. */
export function readReferences(printed: Act, within?: ReadonlySet<string>): Reference[] {
  const act = { ...printed, title: plainText(printed.title) };
  const index = indexAct(act);
  const hosts = amendedActs(act);
  const amended = hosts.values().next().value ?? null;
  const found: Reference[] = [];
  for (const unit of walkUnits(act)) {
    if (within !== undefined && !within.has(unit.id)) continue;
    for (const field of ['heading', 'text'] as const) {
      if (unit[field] === '' || (field === 'heading' && unit.type === 'annex')) continue;
      const text = readableText(unit[field]);
      found.push(...inField({ index, host: hosts.get(unit.id) ?? null, amended, unit, field, text }));
      found.push(...selfReferences(index, unit, field, text));
      found.push(
        ...onlyAnnexReferences(index, unit, field).filter(
          ({ words }) => !hosts.has(unit.id) || words.includes('niniejsz'),
        ),
      );
    }
  }
  return found.sort((a, b) => (a.unit === b.unit && a.field === b.field ? a.from - b.from : 0));
}

/** Where references are looked for: a field of a unit, its words as a reader sees them, the act that is amended there, and the one that the whole act amends. */
type Place = {
  index: ActIndex;
  host: string | null;
  amended: string | null;
  unit: Unit;
  field: 'text' | 'heading';
  text: string;
};

function inField(place: Place): Reference[] {
  const isInContents = contentsIn(place.text);
  const found: Reference[] = [];
  for (const row of scanReferences(place.text)) {
    if (isInContents(row)) continue;
    const chain = withoutBudget(place, row);
    if (chain !== null) found.push(...toReferences(place, chain, found));
  }
  return found;
}

/** An entry of a table of contents ("Rozdział 2. Rada ….. 3") refers to nothing. A line is looked at once for all its references. */
function contentsIn(text: string): (chain: RefChain) => boolean {
  let line = { from: 0, to: -1, isEntry: false };
  return (chain) => {
    if (chain.from >= line.from && chain.to <= line.to) return line.isEntry;
    const [from, end] = [text.lastIndexOf('\n', chain.from) + 1, text.indexOf('\n', chain.to)];
    const to = end < 0 ? text.length : end;
    const isEntry = isContentsEntry(text.slice(from, Math.min(to, from + 400)));
    if (!text.slice(chain.from, chain.to).includes('\n')) line = { from, to, isEntry };
    return isEntry;
  };
}

/**
 * One reference for each § or art. of a row: "w § 3 i § 5" are two, "§ 3 ust. 1 i 2" is one. `earlier` are those of the same field
 * before it.
 */
function toReferences(place: Place, row: RefChain, earlier: readonly Reference[]): Reference[] {
  const { index, unit, field, text } = place;
  const container = containerOf(index, unit);
  const inArticles = index.act.kind === 'resolution' && index.basics.has(`${container}|article|1`);
  const external = externalAct(index.act, text, row, { host: place.host, inArticles });
  const chains = splitRow(row);
  const inner = innerPlace(place, row, earlier);
  return chains.flatMap((chain, i) => {
    const steps = inOrder(chain.steps);
    const holder = inner?.holds.includes(LEVEL_ORDER[steps[0]!.level]) === true ? inner.unit : unit;
    const own = resolveSteps(index, holder, steps, chain.steps);
    // "na podstawie art. 5 oraz § 2": an article whose act is not named takes no § along.
    const isOther =
      external !== null && belongsToOther(index.act, chains, i, place.host) && (external !== '' || isArticle(chain));
    const act = isOther
      ? external
      : (amendedAct(place, row, own.targets) ?? (own.targets.every(isFound) ? null : foreignDocument(text, row)));
    const { targets, parts } = act === null ? own : { targets: externalTargets(steps), parts: [] };
    const status = act !== null ? 'external' : targets.every(isFound) ? 'resolved' : 'dangling';
    if (status === 'dangling' && isDoubtfulWord(chain, unit, text)) return [];
    const glued = status === 'dangling' ? gluedIn(index, unit, chain) : undefined;
    return [
      {
        unit: unit.id,
        field,
        from: chain.from,
        to: chain.to,
        words: withPreposition(text, chain),
        line: field === 'text' ? lineAt(unit, chain.from) : unit.line,
        citation: unit.citation,
        targets,
        status,
        act,
        parts,
        lostSign: chain.lostSign,
        isRelative: false,
        ...(glued === undefined ? {} : { glued }),
      } satisfies Reference,
    ];
  });
}

/** "§ 5 uchwały pozostaje bez zmian" in an act that amends another and has no § 5 of its own: the amended act is meant. */
function amendedAct({ amended, text }: Place, row: RefChain, targets: readonly RefTarget[]): string | null {
  if (amended === null || targets.every(isFound)) return null;
  return /^\s+(?:tej\s+)?(?:uchwały|zarządzenia|ustawy)(?!\p{L})/u.test(text.slice(row.to, row.to + 30))
    ? amended
    : null;
}

const isArticle = (chain: RefChain): boolean => inOrder(chain.steps)[0]!.level === 'article';

/**
 * In "w § 2 oraz art. 5 ust. 1 ustawy" the statute has art. 5 and nothing else: what stands before it in the row is of this act,
 * as is an ust. before "§ 5 uchwały nr 3". In "§ 3 i § 5 uchwały nr 3" all is of the other act.
 */
function belongsToOther(act: Act, chains: readonly RefChain[], i: number, host: string | null): boolean {
  if (host !== null) return true;
  const levelOf = (chain: RefChain): RefLevel => inOrder(chain.steps)[0]!.level;
  const own = levelOf(chains[i]!);
  if (own === 'article')
    return act.kind === 'resolution' || chains.slice(i).every((chain) => levelOf(chain) !== 'paragraph');
  return chains
    .slice(i + 1)
    .every((chain) => LEVEL_ORDER[levelOf(chain)] >= LEVEL_ORDER[own] && levelOf(chain) !== 'article');
}

/** Where the words of a row are to be looked for when they name it: an annex, or the § just cited ("ust. 2 tego paragrafu"). */
function innerPlace(
  { index, unit, text }: Place,
  row: RefChain,
  earlier: readonly Reference[],
): { unit: Unit; holds: number[] } | null {
  const basics = [
    LEVEL_ORDER.article,
    LEVEL_ORDER.paragraph,
    LEVEL_ORDER.subsection,
    LEVEL_ORDER.point,
    LEVEL_ORDER.letter,
  ];
  if (namesMainAct(text, row) && containerOf(index, unit) !== '') {
    const last = index.act.units[index.act.units.length - 1];
    return last === undefined ? null : { unit: last, holds: basics };
  }
  const annexStep = row.steps.find(({ level, joined }) => level === 'annex' && joined === 'below');
  const annex = annexStep === undefined ? annexOf(index.act, text, row) : findAnnex(index, annexStep.items[0]!.number);
  if (annex !== null && pathOf(index, unit).every((one) => one !== annex)) return { unit: annex, holds: basics };
  const pointed = THAT_UNIT.exec(text.slice(row.to, row.to + 40))?.[1];
  if (pointed === undefined) return joinedPlace(index, row, { text, earlier, basics });
  const level = pointed.startsWith('par') ? 'paragraph' : pointed.startsWith('art') ? 'article' : 'subsection';
  const cited = earlier
    .flatMap(({ status, parts }) => (status === 'resolved' ? parts : []))
    .findLast((part) => part.level === level && part.unit !== null);
  const meant = cited === undefined ? undefined : index.units.get(cited.unit ?? '');
  return meant === undefined ? null : { unit: meant, holds: basics.filter((order) => order > LEVEL_ORDER[level]) };
}

/** "§ 1 ust. 1 w zw. z ust. 3": the ust. is of the § just named, where that has one. */
function joinedPlace(
  index: ActIndex,
  row: RefChain,
  { text, earlier, basics }: { text: string; earlier: readonly Reference[]; basics: readonly number[] },
): { unit: Unit; holds: number[] } | null {
  const last = earlier.at(-1);
  if (last === undefined || last.status !== 'resolved' || row.from - last.to > 16) return null;
  if (!/^\s+w\s+(?:zw\.|związku)\s+z\s+$/u.test(text.slice(last.to, row.from))) return null;
  const part = last.parts.findLast(({ level }) => level === 'paragraph' || level === 'article');
  const unit = index.units.get(part?.unit ?? '');
  return unit === undefined ? null : { unit, holds: basics.filter((order) => order > LEVEL_ORDER.paragraph) };
}

const THAT_UNIT = /^\s+te(?:go|goż|jże|j)\s+(paragraf|artykuł|ustęp)u/u;

/**
 * Without classes of the budget: "w dziale 900, rozdziale 90004, § 4210" names no units. Numbers of three digits are classes where
 * the act has no such unit and the words are about a budget. Null when nothing is left.
 */
function withoutBudget({ index, text }: Place, row: RefChain): RefChain | null {
  if (!row.steps.some(({ items }) => items.some(({ number }) => /^\d{3,5}$/.test(number)))) return row;
  const about = text.slice(Math.max(0, row.from - 300), row.to + 60);
  const isBudget = BUDGET.test(about);
  const isClass = ({ level, items }: RefChain['steps'][number]): boolean => {
    const digits = Math.max(...items.map(({ number }) => (/^\d+$/.test(number) ? number.length : 0)));
    if (level === 'division') return digits >= 3;
    if (level === 'chapter') return digits >= 4 || (digits === 3 && isBudget);
    if (level !== 'paragraph' || index.basics.has(`|paragraph|${items[0]!.number}`)) return false;
    return digits >= 4 || (digits === 3 && isBudget);
  };
  const first = row.steps.findIndex(isClass);
  if (first < 0 || row.steps.some(({ level }) => level === 'article')) return row;
  if (first === 0 || row.steps[0]!.level === 'division' || row.steps[0]!.level === 'chapter') return null;
  const steps = row.steps.slice(0, first);
  return { ...row, steps, to: steps[steps.length - 1]!.to };
}

const BUDGET =
  /[Dd]zia(?:ł|łu|le|ły|łów|łach)\s+\d{3}|[Rr]ozdz\p{L}{0,5}\.?\s+\d{5}|klasyfikacj|dochod|wydatk|przychod|rozchod|budżet/u;

/** Parts a row at every further § or art.; a § behind "art. 299 § 1" (codes) stays with it. */
function splitRow(row: RefChain): RefChain[] {
  const chains: RefChain[] = [];
  const codes = row.steps.some(
    (step, i) => step.level === 'paragraph' && step.joined === 'below' && row.steps[i - 1]?.level === 'article',
  );
  for (const step of row.steps) {
    const starts = step.joined === 'list' && (step.level === 'article' || (step.level === 'paragraph' && !codes));
    const last = chains[chains.length - 1];
    if (last === undefined) chains.push({ ...row, to: step.to, steps: [step] });
    else if (starts)
      chains.push({ from: step.from, to: step.to, steps: [{ ...step, joined: 'start' }], lostSign: false });
    else {
      last.steps.push(step);
      last.to = step.to;
    }
  }
  return chains;
}

function isFound(target: RefTarget): boolean {
  return target.unit !== null && (target.end === null || target.end.unit !== null);
}

function gluedIn(index: ActIndex, unit: Unit, chain: RefChain): [string, string] | undefined {
  const container = containerOf(index, unit);
  for (const { level, items } of chain.steps) {
    if (level !== 'article' && level !== 'paragraph') continue;
    for (const { number } of items) {
      const pair = gluedNumbers(number, (one) => index.basics.has(`${container}|${level}|${one}`));
      if (pair !== null) return pair;
    }
  }
  return undefined;
}

/** "od punktu 7 do punktu 8", "dział 801": full words that also mean other things count only when they lead somewhere. */
function isDoubtfulWord(chain: RefChain, unit: Unit, text: string): boolean {
  const first = chain.steps[0]!;
  if (chain.lostSign) return true;
  if (/^[Pp]unk|^[Dd]zia|^[Oo]ddz|^zdani/.test(first.word)) return true;
  return unit.type === 'text' && /^spis|^treść/iu.test(text);
}

function withPreposition(text: string, chain: RefChain): string {
  const before = /(?:^|[\s(])((?:w|we|z|ze|do|od|po)\s+)$/iu.exec(text.slice(Math.max(0, chain.from - 6), chain.from));
  return (before?.[1] ?? '') + seenWords(text, chain.from, chain.to);
}
