/** What a draft is, where a statute has a term of its own for remarks on it. */
export const actKinds = ['other', 'plan'] as const;
export type ActKind = (typeof actKinds)[number];
export const actKindOf = (kind: string): ActKind => actKinds.find((each) => each === kind) ?? 'other';

/** Days that a municipality's own rules give at least, where they were found, and when the office looked; as its details say. */
export type LocalRule = { termDays: number | null; termSource: string; termCheckedOn: string };

/** The fewest days that remarks have to be taken, and by what. */
export type TermRule =
  /** By statute. Its text was not looked up for this program: pages say so. */
  { by: 'statute'; days: number } | { by: 'local'; days: number; source: string; checkedOn: string };

/**
 * The rule for the time that remarks are taken. A local plan: at least 28 days, by the planning act's rules on public participation
 * (chapter 1a, from 2023), as known and not checked against its text. Anything else: the municipality's own rules, where its office gave them.
 */
export function termRuleOf(kind: ActKind, local: LocalRule | null): TermRule | null {
  if (kind === 'plan') return { by: 'statute', days: 28 };
  return local && local.termDays !== null
    ? { by: 'local', days: local.termDays, source: local.termSource, checkedOn: local.termCheckedOn }
    : null;
}

const day = 86_400_000;
/** A day may have an hour less, and the last moment of a term is a little before the next day. */
const slack = 3_660_000;

/** Whole days from the beginning to the end of remarks; the day of 23 hours counts. */
export function termDays({ opensAt, closesAt }: { opensAt: Date; closesAt: Date }): number {
  return Math.floor((closesAt.getTime() - opensAt.getTime() + slack) / day);
}

/** The rule that the dates break; null where they keep it, or there is none. */
export function shortTerm(
  dates: { opensAt: Date; closesAt: Date },
  rule: TermRule | null,
): (TermRule & { given: number }) | null {
  const given = termDays(dates);
  return rule !== null && given < rule.days ? { ...rule, given } : null;
}
