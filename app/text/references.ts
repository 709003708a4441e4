import { amendedActs, externalAct, namesMainAct } from './external.ts';
import { isContentsEntry } from './headings.ts';
import { scanReferences, type RefChain } from './reference-scan.ts';
import { externalTargets, inOrder, resolveSteps, type RefPart, type RefTarget } from './reference-targets.ts';
import { selfReferences, onlyAnnexReferences } from './self-references.ts';
import { containerOf, indexAct, type ActIndex } from './resolve.ts';
import { lineAt } from './text-lines.ts';
import { walkUnits } from './tree.ts';
import type { Act, Unit } from './types.ts';

export type { RefPart, RefTarget } from './reference-targets.ts';

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
      const isInContents = contentsIn(unit[field]);
      for (const chain of scanReferences(unit[field])) {
        if (isInContents(chain)) continue;
        found.push(...toReferences(index, hosts.get(unit.id) ?? null, unit, field, chain));
      }
      found.push(...selfReferences(index, unit, field));
      found.push(...onlyAnnexReferences(index, unit, field).filter(({ words }) => !hosts.has(unit.id) || words.includes('niniejsz')));
    }
  }
  return found.sort((a, b) => (a.unit === b.unit && a.field === b.field ? a.from - b.from : 0));
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

/** One reference for each § or art. of a row: "w § 3 i § 5" are two, "§ 3 ust. 1 i 2" is one. */
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
