import type { Problem } from '#app/text/tree/types.ts';
import { changesText } from '../state/remark-state.ts';

type FindingKind = 'lint' | 'reference' | 'promise' | 'overwritten' | 'unexplained' | 'open' | 'drafts';

/** Something to mend or to answer before the text goes to the council. `key` stays the same while the matter does. */
export type Finding = {
  key: string;
  kind: FindingKind;
  /** Words of the text engine in both languages, for lint and references; otherwise null. */
  message: { pl: string; en: string } | null;
  unit: string;
  /** Numbers of remarks or versions it is about. */
  remarks: number[];
  version: number | null;
};

/** What the office wrote to a finding. */
export type Answer = { key: string; answer: string; by: string };

/** A finding as it is kept with a frozen text. */
export type AnsweredFinding = Finding & { answer: string; by: string };

export type RulingFact = {
  remark: number;
  decision: string;
  /** Version it made; null when the text stayed. */ version: number | null;
  isAmendment: boolean;
  /** Its words are no longer in the text although it was accepted: the version that changed them again. */ changedAgain:
    | number
    | null;
};
type VersionFact = { number: number; kind: string; hasRuling: boolean; note: string };

export type Facts = {
  /** Findings of the text engine with the citation of each unit. */
  problems: readonly (Problem & { citation: string })[];
  rulings: readonly RulingFact[];
  versions: readonly VersionFact[];
  open: readonly number[];
  drafts: readonly number[];
};

/** Everything that is not in order between register, rulings and text. Merely informative findings of the text engine are left out. */
export function findingsOf({ problems, rulings, versions, open, drafts }: Facts): Finding[] {
  const found: Finding[] = [];
  const counts = new Map<string, number>();
  const add = (finding: Omit<Finding, 'key'>, name: string) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    found.push({ ...finding, key: count === 1 ? name : `${name}#${count}` });
  };
  for (const { code, severity, message, citation } of problems) {
    if (severity === 'info') continue;
    const kind = /refer/.test(code) ? 'reference' : 'lint';
    add({ kind, message, unit: citation, remarks: [], version: null }, `${kind}:${code}:${citation}:${message.pl}`);
  }
  for (const { remark, decision, version, changedAgain } of rulings) {
    const isPromise = changesText(decision);
    if (isPromise && version === null)
      add({ kind: 'promise', message: null, unit: '', remarks: [remark], version: null }, `promise:${remark}`);
    if (isPromise && version !== null && changedAgain !== null)
      add(
        { kind: 'overwritten', message: null, unit: '', remarks: [remark], version: changedAgain },
        `overwritten:${remark}:${changedAgain}`,
      );
  }
  for (const { number, kind, hasRuling, note } of versions) {
    const isExplained = kind === 'import' || (kind === 'ruling' ? hasRuling : note.trim() !== '');
    if (!isExplained)
      add({ kind: 'unexplained', message: null, unit: '', remarks: [], version: number }, `unexplained:${number}`);
  }
  if (open.length > 0)
    add({ kind: 'open', message: null, unit: '', remarks: [...open], version: null }, `open:${open.join(',')}`);
  if (drafts.length > 0)
    add({ kind: 'drafts', message: null, unit: '', remarks: [...drafts], version: null }, `drafts:${drafts.join(',')}`);
  return found;
}

/** Findings with what the office wrote to each; '' where nothing was written. Answers to what is mended are dropped. */
export function withAnswers(findings: readonly Finding[], answers: readonly Answer[]): AnsweredFinding[] {
  const known = new Map(answers.map((one) => [one.key, one]));
  return findings.map((finding) => ({
    ...finding,
    answer: known.get(finding.key)?.answer ?? '',
    by: known.get(finding.key)?.by ?? '',
  }));
}
