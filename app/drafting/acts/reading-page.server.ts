import { bindSpaces } from '#app/i18n/typography.ts';
import { correctedBasis } from './corrected-basis.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { partsOf, partWith, unitsWith, type FoundUnit } from './act-parts.ts';
import { actView, headView, type HeadView, type UnitView } from './act-view.ts';
import { clauseCounts } from './clause-counts.server.ts';
import { consultationFacts, type ConsultationFacts } from './consultation-facts.server.ts';
import { loadDraft } from './load-draft.server.ts';

/** Which part of a long act is shown (from 1; null: all of it), with amendments in the text or without, and all parts by name. */
export type PartShown = { number: number | null; names: string[]; hasAmendments: boolean };
export type Search = { words: string; found: FoundUnit[]; more: number };

export type ReadingPage = {
  facts: ConsultationFacts;
  head: HeadView | null;
  units: UnitView[];
  reasons: string | null;
  /** Null for an act that is one page. */
  part: PartShown | null;
  search: Search | null;
};

/** What of a long act is wanted: a part, the whole, or the units with some words; and amendments in the text. */
export type Wanted = { part?: number; whole?: boolean; words?: string; amendments?: boolean };

/** The current text of a consultation with what was said about each clause; a long one part by part. Throws not-found. */
export async function readingPage(db: Db, slug: string, now: Date, wanted: Wanted = {}): Promise<ReadingPage> {
  const facts = await consultationFacts(db, slug, now);
  const draft = await loadDraft(db, { id: facts.id });
  const all = actView(draft.units, await clauseCounts(db, facts.id));
  const parts = partsOf(all);
  const basis = await correctedBasis(db, facts.id);
  const head = { ...headView(draft.head), ...(basis === null ? {} : { corrected: bindSpaces(basis) }) };
  const { reasons } = draft.head;
  if (parts.length < 2) return { facts, head, units: all, reasons, part: null, search: null };
  const names = parts.map(({ name }) => name);
  const { words = '', amendments: hasAmendments = false } = wanted;
  const search = words.trim() === '' ? null : { words, ...unitsWith(all, words) };
  if (wanted.whole) return { facts, head, units: all, reasons, part: { number: null, names, hasAmendments }, search };
  const number = Math.min(wanted.part ?? 1, parts.length);
  return {
    facts,
    head: number === 1 ? head : null,
    units: parts[number - 1]!.units,
    reasons: number === parts.length ? reasons : null,
    part: { number, names, hasAmendments },
    search,
  };
}

/** The part of a long act that a unit stands in, from 1; null where the act is one page or has no such unit. */
export async function partOfUnit(db: Db, slug: string, code: number): Promise<number | null> {
  const parts = partsOf(actView((await loadDraft(db, { slug })).units));
  return parts.length < 2 ? null : partWith(parts, code);
}
