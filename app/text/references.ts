import { amendedActs, externalAct, namesMainAct } from './external.ts';
import { isContentsEntry } from './headings.ts';
import { LEVEL_ORDER, scanReferences, type RefChain, type RefLevel, type RefStep } from './reference-scan.ts';
import { selfReferences, onlyAnnexReferences } from './self-references.ts';
import { containerOf, findAnnex, findBasic, findChild, findHeading, indexAct, missingCitation, pathOf, type ActIndex } from './resolve.ts';
import { lineAt } from './text-lines.ts';
import { walkUnits } from './tree.ts';
import type { Act, Unit } from './types.ts';

/** A unit meant by a reference; `unit` is null when there is none. `end` closes a range. */
export type RefTarget = { unit: string | null; citation: string; end: { unit: string | null; citation: string } | null };

/** A number in the words and the unit it stands for; rewriting replaces the number. */
export type RefPart = { level: RefLevel; from: number; to: number; number: string; unit: string | null };

export type Reference = {
  /** Unit that holds the words. */
  unit: string;
  field: 'text' | 'heading';
  /** Place of the words in the field, without the preposition before them. */
  from: number;
  to: number;
  /** The words with a preposition before them: "w ust. 1". */
  words: string;
  line: number;
  citation: string;
  targets: RefTarget[];
  status: 'resolved' | 'dangling' | 'external';
  /** Words that name the other act, null for a reference within the act. */
  act: string | null;
  parts: RefPart[];
  /** The § sign is missing ("w 2 ust. 1"). */
  lostSign: boolean;
};

/** Finds and resolves every cross-reference of an act in document order. Quoted wording of other acts is left out. */
export function findReferences(act: Act): Reference[] {
  const index = indexAct(act);
  const hosts = amendedActs(act);
  const found: Reference[] = [];
  for (const unit of walkUnits(act)) {
    for (const field of ['heading', 'text'] as const) {
      if (unit[field] === '' || (field === 'heading' && unit.type === 'annex')) continue;
      for (const chain of scanReferences(unit[field])) {
        if (isInContents(unit[field], chain)) continue;
        found.push(...toReferences(index, hosts.get(unit.id) ?? null, unit, field, chain));
      }
      found.push(...selfReferences(index, unit, field));
      found.push(...onlyAnnexReferences(index, unit, field).filter(({ words }) => !hosts.has(unit.id) || words.includes('niniejsz')));
    }
  }
  return found.sort((a, b) => (a.unit === b.unit && a.field === b.field ? a.from - b.from : 0));
}

/** One reference for each § or art. of a row: "w § 3 i § 5" are two, "§ 3 ust. 1 i 2" is one. */
/** An entry of a table of contents ("Rozdział 2. Rada ….. 3") refers to nothing. */
function isInContents(text: string, chain: RefChain): boolean {
  const end = text.indexOf('\n', chain.to);
  return isContentsEntry(text.slice(text.lastIndexOf('\n', chain.from) + 1, end < 0 ? text.length : end).slice(0, 400));
}

function toReferences(index: ActIndex, host: string | null, unit: Unit, field: 'text' | 'heading', row: RefChain): Reference[] {
  const text = unit[field];
  const external = externalAct(index.act, text, row, host);
  const inAnnex = namesMainAct(text, row) && containerOf(index, unit) !== '';
  const place = (inAnnex ? index.act.units[index.act.units.length - 1] : undefined) ?? unit;
  return splitRow(row).flatMap((chain) => {
    const steps = inOrder(chain.steps);
    const { targets, parts } = external === null ? resolveSteps(index, place, steps) : { targets: externalTargets(steps), parts: [] };
    const status = external !== null ? 'external' : targets.every(isFound) ? 'resolved' : 'dangling';
    if (status === 'dangling' && isDoubtfulWord(chain, unit, text)) return [];
    return [{
      unit: unit.id, field, from: chain.from, to: chain.to, words: withPreposition(text, chain),
      line: field === 'text' ? lineAt(unit, chain.from) : unit.line, citation: unit.citation,
      targets, status, act: external, parts, lostSign: chain.lostSign,
    } satisfies Reference];
  });
}

/** Parts a row at every further § or art.; a § behind an art. (codes) stays with it. */
function splitRow(row: RefChain): RefChain[] {
  const chains: RefChain[] = [];
  const codes = row.steps.some((step) => step.level === 'article');
  for (const step of row.steps) {
    const starts = step.joined === 'list' && (step.level === 'article' || (step.level === 'paragraph' && !codes));
    const last = chains[chains.length - 1];
    if (last === undefined) chains.push({ ...row, to: step.to, steps: [step] });
    else if (starts) chains.push({ from: step.from, to: step.to, steps: [{ ...step, joined: 'start' }], lostSign: false });
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

/** "od punktu 7 do punktu 8", "dział 801": full words that also mean other things count only when they lead somewhere. */
function isDoubtfulWord(chain: RefChain, unit: Unit, text: string): boolean {
  const first = chain.steps[0]!;
  if (chain.lostSign) return true;
  if (/^[Pp]unk|^[Dd]zia|^[Oo]ddz|^zdani/.test(first.word)) return true;
  return unit.type === 'text' && /^spis|^treść/iu.test(text);
}

function withPreposition(text: string, chain: RefChain): string {
  const before = /(?:^|[\s(])((?:w|we|z|ze|do|od|po)\s+)$/iu.exec(text.slice(Math.max(0, chain.from - 6), chain.from));
  return (before?.[1] ?? '') + text.slice(chain.from, chain.to);
}

/** Puts reversed steps in order: "pkt 1 ust. 3" means ust. 3 pkt 1, "rozdział 2 działu IV" means dział IV rozdział 2. */
function inOrder(steps: readonly RefStep[]): RefStep[] {
  const ordered: RefStep[] = [];
  let segment = 0;
  for (const step of steps) {
    if (step.joined === 'list' || step.joined === 'range') segment = ordered.length;
    const previous = ordered[ordered.length - 1];
    if (step.joined === 'below' && previous !== undefined && LEVEL_ORDER[step.level] < LEVEL_ORDER[previous.level]) {
      const head = ordered[segment]!;
      ordered[segment] = { ...head, joined: 'below' };
      ordered.splice(segment, 0, { ...step, joined: head.joined });
    } else ordered.push(step);
  }
  return ordered;
}

type Found = { unit: Unit | null; citation: string };

function resolveSteps(index: ActIndex, holder: Unit, steps: readonly RefStep[]): { targets: RefTarget[]; parts: RefPart[] } {
  const targets: RefTarget[] = [];
  const parts: RefPart[] = [];
  const context = new Map<RefLevel, Found>();
  steps.forEach((step, i) => {
    const base = baseOf(context, step);
    const followed = steps[i + 1]?.joined === 'below';
    step.items.forEach((item, k) => {
      const found = resolveItem(index, holder, base, step, item.number);
      for (const level of context.keys()) if (LEVEL_ORDER[level] >= LEVEL_ORDER[step.level]) context.delete(level);
      context.set(step.level, found);
      if (step.level !== 'sentence') parts.push({ level: step.level, from: item.from, to: item.from + item.number.length, number: item.number, unit: found.unit?.id ?? null });
      const end = item.rangeTo === null ? null : resolveItem(index, holder, base, step, item.rangeTo.number);
      if (end !== null && item.rangeTo !== null) parts.push({ level: step.level, from: item.rangeTo.from, to: item.rangeTo.from + item.rangeTo.number.length, number: item.rangeTo.number, unit: end.unit?.id ?? null });
      if (followed && k === step.items.length - 1 && end === null) return;
      addTarget(targets, step, k, found, end);
    });
  });
  return { targets, parts };
}

function addTarget(targets: RefTarget[], step: RefStep, k: number, found: Found, end: Found | null): void {
  const last = targets[targets.length - 1];
  if (step.joined === 'range' && k === 0 && last !== undefined && last.end === null) {
    last.end = { unit: found.unit?.id ?? null, citation: found.citation };
    return;
  }
  targets.push({ unit: found.unit?.id ?? null, citation: found.citation, end: end === null ? null : { unit: end.unit?.id ?? null, citation: end.citation } });
}

/** The unit a step hangs under: the deepest earlier step of a higher level in this chain; null for the holder's own place. */
function baseOf(context: ReadonlyMap<RefLevel, Found>, step: RefStep): Found | null {
  let best: { level: RefLevel; found: Found } | null = null;
  for (const [level, found] of context) {
    if (LEVEL_ORDER[level] < LEVEL_ORDER[step.level] && (best === null || LEVEL_ORDER[level] > LEVEL_ORDER[best.level])) best = { level, found };
  }
  if (step.level === 'paragraph' && best !== null && best.level !== 'article' && best.level !== 'annex') return null;
  return best?.found ?? null;
}

/** In "w pkt 1 i lit. b" the letter may lie under pkt 1 or beside the reference: the first place that exists counts. */
function resolveItem(index: ActIndex, holder: Unit, base: Found | null, step: RefStep, number: string): Found {
  const { level } = step;
  const under = base === null ? null : resolveUnder(index, base, level, number, holder);
  const unit = under ?? (base === null || step.joined === 'list' ? resolveRelative(index, holder, level, number) : null);
  if (unit !== null) return { unit, citation: unit.citation };
  return { unit: null, citation: missingCitation(base?.citation ?? relativeBase(index, holder, level), level, number) };
}

function resolveUnder(index: ActIndex, base: Found, level: RefLevel, number: string, holder: Unit): Unit | null {
  if (base.unit === null) return null;
  if (level === 'sentence') return base.unit;
  const { unit } = base;
  if (unit.type === 'annex' && (level === 'paragraph' || level === 'article')) {
    return index.basics.get(`${unit.id}|${level}|${number}`)?.[0] ?? null;
  }
  if (level === 'chapter' && unit.type === 'division') return unit.children.find((child) => child.type === 'chapter' && child.number === number) ?? null;
  return findChild(index, unit, level, number, holder);
}

function resolveRelative(index: ActIndex, holder: Unit, level: RefLevel, number: string): Unit | null {
  const path = pathOf(index, holder);
  switch (level) {
    case 'annex':
      return findAnnex(index, number);
    case 'division':
    case 'chapter':
    case 'subchapter':
      return findHeading(index, holder, level, number);
    case 'article':
      return findBasic(index, holder, 'article', number);
    case 'paragraph': {
      const article = path.find((unit) => unit.type === 'article');
      const inner = article === undefined ? null : findChild(index, article, 'paragraph', number, holder);
      return article === undefined ? findBasic(index, holder, 'paragraph', number) : inner;
    }
    case 'sentence':
      return path.find((unit) => unit.type === 'subsection' || unit.type === 'paragraph' || unit.type === 'article') ?? null;
    default:
      return resolveWithin(index, path, level, number);
  }
}

/** ust., pkt, lit., tiret alone: looked for from the holder outwards, up to its § or art. */
function resolveWithin(index: ActIndex, path: readonly Unit[], level: RefLevel, number: string): Unit | null {
  const holder = path[0]!;
  for (const unit of path) {
    const under = level === 'subsection' && unit.type !== 'paragraph' && unit.type !== 'article' && unit.type !== 'annex';
    if (!under && (unit !== holder || unit.children.length > 0)) {
      const found = findChild(index, unit, level, number, holder);
      if (found !== null) return found;
    }
    if (unit.type === 'paragraph' || unit.type === 'article') return null;
  }
  if (containerOf(index, holder) !== '') return null;
  return index.act.units.find((unit) => unit.type === level && unit.number === number) ?? null;
}

function relativeBase(index: ActIndex, holder: Unit, level: RefLevel): string {
  const path = pathOf(index, holder);
  if (LEVEL_ORDER[level] <= LEVEL_ORDER.article) return '';
  if (level === 'paragraph') return path.find((unit) => unit.type === 'article' || unit.type === 'annex')?.citation ?? '';
  const stop = path.find((unit) => unit.type !== 'text' && unit.type !== 'closing' && LEVEL_ORDER[unit.type] < LEVEL_ORDER[level]);
  return stop?.citation ?? '';
}

function externalTargets(steps: readonly RefStep[]): RefTarget[] {
  const targets: RefTarget[] = [];
  const context = new Map<RefLevel, Found>();
  steps.forEach((step, i) => {
    const base = baseOf(context, step);
    step.items.forEach((item, k) => {
      const citation = missingCitation(base?.citation ?? '', step.level, item.number);
      for (const level of context.keys()) if (LEVEL_ORDER[level] >= LEVEL_ORDER[step.level]) context.delete(level);
      context.set(step.level, { unit: null, citation });
      if (steps[i + 1]?.joined === 'below' && k === step.items.length - 1 && item.rangeTo === null) return;
      const end = item.rangeTo === null ? null : { unit: null, citation: missingCitation(base?.citation ?? '', step.level, item.rangeTo.number) };
      addTarget(targets, step, k, { unit: null, citation }, end);
    });
  });
  return targets;
}
