/** The work of the text engine that takes longer the longer a text is, each as one function of plain data. */
import type { Language } from '#app/text/diff/describe-change.ts';
import { lint } from '#app/text/lint/lint.ts';
import { parse } from '#app/text/parse/parse.ts';
import type { Act } from '#app/text/tree/types.ts';
import type { DraftChange, DraftUnit } from './draft.ts';
import { nextText, type NextTextResult } from './next-text.ts';
import { carryOverrides, reviewSource, type Overrides, type Review } from './import-lines.ts';
import { publicationPreview, type PublicationPreview } from './publication-preview.ts';
import { headOf, toFlat } from './unit-tree.ts';
import { diffVersions, type VersionDiff } from './version-diff.ts';

type Source = { source: string; overrides: Overrides };

export function review({ source, overrides }: Source): Omit<Review, 'act'> {
  const { act, ...rest } = reviewSource(source, overrides);
  return { ...rest, problems: lint(act, source) };
}

export function preview({ source, overrides }: Source): PublicationPreview {
  return publicationPreview(source, overrides);
}

export const parseText = (source: string): Act => parse(source);

/** The units of a text in their order, and the words around them. */
export function read({ source, overrides }: Source): {
  head: ReturnType<typeof headOf>;
  units: ReturnType<typeof toFlat>;
} {
  const act = parse(source, { overrides });
  return { head: headOf(act), units: toFlat(act) };
}

export function carryRoles({
  before,
  after,
  overrides,
}: {
  before: string;
  after: string;
  overrides: Overrides;
}): ReturnType<typeof carryOverrides> {
  return carryOverrides(before, after, overrides);
}

export function diff({
  before,
  after,
  language,
}: {
  before: readonly DraftUnit[];
  after: readonly DraftUnit[];
  language: Language;
}): VersionDiff {
  return diffVersions(before, after, language);
}

export function makeNextText({
  draft,
  changes,
}: {
  draft: Parameters<typeof nextText>[0];
  changes: readonly DraftChange[];
}): NextTextResult {
  return nextText(draft, changes);
}
