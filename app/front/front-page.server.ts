import { inForce } from '#app/drafting/state/remark-state.ts';
import type { ChangeView } from '#app/drafting/remarks/change-view.ts';
import { loadRemarkPage } from '#app/drafting/pages/remark-page.server.ts';
import { viewRemarks, type RemarkView } from '#app/drafting/remarks/remark-views.server.ts';
import { listConsultations, type ListedConsultation } from '#app/drafting/course/consultation-list.server.ts';
import { officeOfConsultation } from '#app/drafting/office/find-office-details.server.ts';
import type { OfficeDetails } from '#app/drafting/office/office-details.ts';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { listEditions, type EditionSummary } from '#app/monitoring/access/edition-queries.server.ts';

export type Decided = {
  consultation: { slug: string; title: string };
  remark: RemarkView;
  /** What the ruling changed in the text, unit by unit; empty when it was left as it was. */
  effects: ChangeView[];
};

export type FrontPage = {
  /** How many drafts take remarks now. */
  open: number;
  /** The open draft with the nearest term, and its most supported amendment that still waits. */
  lead: { consultation: ListedConsultation; disputed: RemarkView | null; office: OfficeDetails | null } | null;
  others: ListedConsultation[];
  decided: Decided[];
  editions: EditionSummary[];
};

const shown = { others: 6, decided: 3, editions: 2 } as const;

/** What is open now, what was decided, which scorecards were published. */
export async function getFrontPage(db: Db, { locale, now }: { locale: Locale; now: Date }): Promise<FrontPage> {
  const [list, editions, decided] = await Promise.all([
    listConsultations(db, { now }),
    listEditions(db, { take: shown.editions }),
    latestDecided(db, locale),
  ]);
  const [first, ...open] = list.open;
  return {
    open: list.open.length,
    lead: first
      ? {
          consultation: first,
          disputed: await mostSupported(db, first.slug, locale),
          office: await officeOfConsultation(db, first.slug),
        }
      : null,
    others: [...open, ...list.deciding, ...list.preparation, ...list.closed].slice(0, shown.others),
    decided,
    editions,
  };
}

async function mostSupported(db: Db, slug: string, locale: Locale): Promise<RemarkView | null> {
  const draft = await loadDraft(db, { slug });
  const [view] = await viewRemarks(
    db,
    {
      where: { state: 'open', kind: 'amendment', operations: { some: { op: 'replace' } } },
      orderBy: { supports: { _count: 'desc' } },
      take: 1,
    },
    { draft, locale },
  );
  return view ?? null;
}

async function latestDecided(db: Db, locale: Locale): Promise<Decided[]> {
  const rows = await db.ruling.findMany({
    where: inForce,
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    take: shown.decided,
    select: { remark: { select: { number: true } }, consultation: { select: { slug: true, title: true } } },
  });
  const decided: Decided[] = [];
  for (const {
    consultation,
    remark: { number },
  } of rows) {
    const { remark, effects } = await loadRemarkPage(db, { slug: consultation.slug, number, locale });
    decided.push({ consultation, remark, effects });
  }
  return decided;
}
