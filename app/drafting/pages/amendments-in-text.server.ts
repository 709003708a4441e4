import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import type { UnitView } from '#app/drafting/acts/act-view.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { ChangeView } from '../remarks/change-view.ts';
import type { Fit } from '../state/remark.ts';
import { viewRemarks } from '../remarks/remark-views.server.ts';

/** Amendments to one unit as they stand under its words: the first, and how many more there are. */
export type UnderUnit = { code: number; first: { number: number; fit: Fit; change: ChangeView }[]; more: number };

const perUnit = 3;
/** Amendments looked at for one page of the text. */
const most = 400;

/** Open amendments to the units of a page of the text, each change under the unit that it changes. */
export async function amendmentsInText(
  db: Db,
  { slug, units, locale }: { slug: string; units: readonly UnitView[]; locale: Locale },
): Promise<UnderUnit[]> {
  const draft = await loadDraft(db, { slug });
  const codes = codesOf(units);
  const remarks = await viewRemarks(
    db,
    {
      where: { kind: 'amendment', state: 'open', operations: { some: { clause: { code: { in: codes } } } } },
      take: most,
    },
    { draft, locale },
  );
  const found = new Map<number, UnderUnit['first']>();
  for (const { number, fit, changes } of remarks)
    for (const change of changes)
      found.set(change.clauseCode, [...(found.get(change.clauseCode) ?? []), { number, fit, change }]);
  return codes.flatMap((code) => {
    const all = found.get(code) ?? [];
    return all.length === 0 ? [] : [{ code, first: all.slice(0, perUnit), more: Math.max(0, all.length - perUnit) }];
  });
}

function codesOf(units: readonly UnitView[]): number[] {
  return units.flatMap(({ code, children }) => [code, ...codesOf(children)]);
}
