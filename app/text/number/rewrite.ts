import { lastWord } from '../tree/ends.ts';
import { assignCitations } from '../tree/cite.ts';
import { number, type LabelChange, type NumberMode } from './number.ts';
import { findReferences } from '../references/references.ts';
import type { Reference } from '../references/reference.ts';
import { numbersIn } from '../tree/letters.ts';
import { copyAct, indexAncestors, indexUnits } from '../tree/tree.ts';
import type { Act, Unit } from '../tree/types.ts';

/** Words of a reference that were changed so that they still mean the same unit. */
export type Rewrite = { unit: string; field: 'text' | 'heading'; before: string; after: string };

export type RewriteResult = {
  act: Act;
  rewrites: Rewrite[];
  /** References (as they stood in `before`) to units that are gone; their words stay and need a person. */
  dangling: Reference[];
};

/**
 * Rewrites cross-references after units were renumbered, moved or removed. `before` is the act in which the
 * references were right, `after` the changed tree with the same unit ids; a copy of `after` comes back. Only numbers
 * are touched where that is enough (prepositions, lists and ranges stay); a target that left its § is cited anew.
 */
export function rewriteReferences(before: Act, after: Act): RewriteResult {
  const copy = copyAct(after);
  assignCitations(copy);
  const units = indexUnits(copy);
  const jobs = collectJobs(before, units);
  const rewrites: Rewrite[] = [];
  const old = indexUnits(before);
  for (const [holder, list] of groupByField(jobs)) replaceNumbers(holder, list, units, old);
  citeMismatches(copy, units, jobs);
  for (const job of jobs) {
    if (job.words !== job.written && !job.lost)
      rewrites.push({ unit: job.holder.id, field: job.reference.field, before: job.words, after: job.written });
  }
  return { act: copy, rewrites, dangling: jobs.filter((job) => job.lost).map((job) => job.reference) };
}

/** Numbers an act anew and rewrites the references to what moved. */
export function renumber(act: Act, options: { mode: NumberMode }): RewriteResult & { changes: LabelChange[] } {
  const numbered = number(act, options);
  return { ...rewriteReferences(act, numbered.act), changes: numbered.changes };
}

type Job = {
  reference: Reference;
  holder: Unit;
  words: string;
  /** The words after rewriting and where they begin now. */
  written: string;
  from: number;
  lost: boolean;
};

function collectJobs(before: Act, units: ReadonlyMap<string, Unit>): Job[] {
  const old = indexUnits(before);
  const jobs: Job[] = [];
  for (const reference of findReferences(before)) {
    const holder = units.get(reference.unit);
    if (
      reference.status !== 'resolved' ||
      holder === undefined ||
      (reference.parts.length === 0 && !reference.isRelative)
    )
      continue;
    const words = (old.get(reference.unit)?.[reference.field] ?? '').slice(reference.from, reference.to);
    const from = locate(holder[reference.field], words, reference.from);
    if (from < 0) continue;
    const lost = idsOf(reference).some((id) => !units.has(id));
    jobs.push({ reference, holder, words, written: words, from, lost });
  }
  return jobs;
}

/** Where the words stand in the changed text: at their old place, else where they occur exactly once. */
function locate(text: string, words: string, from: number): number {
  if (text.startsWith(words, from)) return from;
  const first = text.indexOf(words);
  return first >= 0 && text.indexOf(words, first + 1) < 0 ? first : -1;
}

function idsOf(reference: Reference): string[] {
  return reference.targets.flatMap((target) => [target.unit, target.end?.unit ?? null]).filter((id) => id !== null);
}

function groupByField(jobs: readonly Job[]): Map<Unit, Job[]> {
  const groups = new Map<Unit, Job[]>();
  for (const job of jobs) {
    const group = groups.get(job.holder);
    if (group === undefined) groups.set(job.holder, [job]);
    else group.push(job);
  }
  return groups;
}

/** First pass: every number becomes the number its unit has now. */
function replaceNumbers(
  holder: Unit,
  jobs: readonly Job[],
  units: ReadonlyMap<string, Unit>,
  old: ReadonlyMap<string, Unit>,
): void {
  for (const job of jobs) {
    if (job.lost) continue;
    let written = job.words;
    const parts = [...job.reference.parts].sort((a, b) => b.from - a.from);
    for (const part of parts) {
      const target = part.unit === null ? undefined : units.get(part.unit);
      const at = part.from - job.reference.from;
      // A number that stays is left as it is printed ("12¹", "nr 2" for "Załącznik II").
      if (old.get(part.unit ?? '')?.number === target?.number) continue;
      if (target === undefined || target.number === '' || !written.startsWith(part.number, at)) continue;
      const now = movedNumber(part.number, old.get(part.unit ?? '')?.number ?? '', target.number);
      written = written.slice(0, at) + now + written.slice(at + part.number.length);
    }
    job.written = written;
  }
  writeBack(holder, jobs);
}

/** The number that a printed one becomes; "3" out of "2–4" moves with the range. */
function movedNumber(printed: string, before: string, after: string): string {
  if (printed === before || !before.includes('–') || !after.includes('–')) return after;
  return numbersIn(after)[numbersIn(before).indexOf(printed)] ?? printed;
}

/** Puts the new words of all references of a unit into its text, last first, and notes where they begin. */
function writeBack(holder: Unit, jobs: readonly Job[]): void {
  for (const field of ['text', 'heading'] as const) {
    const own = jobs.filter((job) => job.reference.field === field).sort((a, b) => a.from - b.from);
    let shift = 0;
    for (const job of own) {
      const at = job.from + shift;
      holder[field] = holder[field].slice(0, at) + job.written + holder[field].slice(at + job.words.length);
      shift += job.written.length - job.words.length;
      job.from = at;
    }
  }
}

/** Second pass: what does not lead to the same units now is cited in full. */
function citeMismatches(act: Act, units: ReadonlyMap<string, Unit>, jobs: readonly Job[]): void {
  const found = new Map<string, Reference>();
  for (const reference of findReferences(act, new Set(jobs.map(({ holder }) => holder.id))))
    found.set(`${reference.unit} ${reference.field} ${reference.from}`, reference);
  const ancestors = indexAncestors(act);
  const shifts = new Map<string, number>();
  for (const job of [...jobs].sort((a, b) => a.from - b.from)) {
    if (job.lost) continue;
    const key = `${job.holder.id} ${job.reference.field}`;
    const now = found.get(`${key} ${job.from}`);
    if (now !== undefined && idsOf(now).join() === idsOf(job.reference).join()) continue;
    const cited = citeAnew(job, units, ancestors);
    const at = job.from + (shifts.get(key) ?? 0);
    const { field } = job.reference;
    job.holder[field] = job.holder[field].slice(0, at) + cited + job.holder[field].slice(at + job.written.length);
    shifts.set(key, (shifts.get(key) ?? 0) + cited.length - job.written.length);
    job.written = cited;
  }
}

function citeAnew(job: Job, units: ReadonlyMap<string, Unit>, ancestors: ReadonlyMap<string, Unit[]>): string {
  const path = [...(ancestors.get(job.holder.id) ?? []), job.holder];
  const cited = job.reference.targets.map((target) => {
    const first = shorten(units.get(target.unit ?? '')?.citation ?? target.citation, path);
    if (target.end === null) return first;
    const last = units.get(target.end.unit ?? '');
    const sameList = last !== undefined && holderOf(first) === holderOf(shorten(last.citation, path));
    return sameList ? `${first}–${last.number}` : `${first}–${shorten(last?.citation ?? target.end.citation, path)}`;
  });
  return cited.length < 2
    ? (cited[0] ?? job.written)
    : `${cited.slice(0, -1).join(', ')} i ${cited[cited.length - 1] ?? ''}`;
}

/** A citation without its last number: „§ 2 ust. ”. */
function holderOf(citation: string): string {
  return citation.slice(0, citation.length - lastWord(citation).length);
}

/** Leaves out what the reader has around: the annex, and the § or art. the reference stands in. */
function shorten(citation: string, path: readonly Unit[]): string {
  const basic = path.findLast((unit) => unit.type === 'paragraph' || unit.type === 'article');
  const annex = path.find((unit) => unit.type === 'annex');
  for (const unit of [basic, annex]) {
    if (unit !== undefined && citation.startsWith(`${unit.citation} `)) return citation.slice(unit.citation.length + 1);
  }
  return citation;
}
