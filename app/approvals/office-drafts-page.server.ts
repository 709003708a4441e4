import { findForOffice } from '#app/drafting/office/office-write.server.ts';
import type { DraftKind } from '#app/drafting/office/office-writes.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { previewEditorial, type EditorialPreview } from '#app/drafting/editorial/editorial-page.server.ts';
import type { SubjectType } from '#app/record/covered/subjects.ts';
import { readStoredFinals } from '#app/drafting/rulings/draft-input.ts';
import { checkCorrection, type CorrectionCheck } from '#app/drafting/rulings/correction-page.server.ts';
import { officeActs } from './office-acts.server.ts';

/** What a draft would do, by its kind; `preview` is null where an editorial change cannot be made on the newest text any more. */
type OfficeDraftContent =
  | { kind: 'editorial'; preview: EditorialPreview | null; isCorrection: boolean }
  | { kind: 'terms'; terms: { term: 'opens' | 'closes' | 'answers'; before: Date; after: Date }[] }
  | { kind: 'ruling-correction'; correction: CorrectionCheck | null; number: number }
  | { kind: 'withdrawal'; filing: number; remarks: number[] }
  | { kind: 'report'; number: number }
  | { kind: 'adopted' | 'adopted-corrected'; sign: string; adoptedOn: string; text: string | null }
  | { kind: 'four-eyes-off' }
  | { kind: 'uncovering'; type: SubjectType; id: string };

export type OfficeDraftView = {
  id: string;
  revision: number;
  state: string;
  reason: string;
  draftedByName: string;
  createdAt: Date;
  isOwn: boolean;
  /** Wrote the same once: may not approve it. */ wroteSame: boolean;
  returnNote: string | null;
  reviewedByName: string | null;
  content: OfficeDraftContent;
};
export type OfficeDraftsPage = {
  consultation: { slug: string; title: string; fourEyes: boolean };
  drafts: OfficeDraftView[];
};

/** Drafts of the office that wait for a second official or came back, with what each would do. Not there for anybody else. */
export async function loadOfficeDrafts(
  db: Db,
  { viewer, slug, locale }: { viewer: Viewer; slug: string; locale: Locale },
): Promise<OfficeDraftsPage> {
  const { id: consultationId, teryt, title, fourEyes } = await findForOffice(db, { viewer, slug });
  const rows = await db.officeDraft.findMany({
    where: { consultationId, teryt, state: { in: ['waiting', 'returned'] } },
    orderBy: { id: 'asc' },
  });
  const own = await db.officeDraft.findMany({
    where: { consultationId, teryt, draftedById: viewer.id, print: { in: rows.map(({ print }) => print) } },
    select: { print: true },
  });
  const drafts: OfficeDraftView[] = [];
  for (const {
    id,
    revision,
    state,
    reason,
    draftedById,
    draftedByName,
    createdAt,
    returnNote,
    reviewedByName,
    ...row
  } of rows) {
    drafts.push({
      id,
      revision,
      state,
      reason,
      draftedByName,
      createdAt,
      returnNote,
      reviewedByName,
      isOwn: draftedById === viewer.id,
      wroteSame: own.some(({ print }) => print === row.print),
      content: await contentOf(db, { viewer, slug, locale, kind: row.kind as DraftKind, input: row.input }),
    });
  }
  return { consultation: { slug, title, fourEyes }, drafts };
}

type Stored = { viewer: Viewer; slug: string; locale: Locale; kind: DraftKind; input: unknown };

async function contentOf(db: Db, { viewer, slug, locale, kind, input }: Stored): Promise<OfficeDraftContent> {
  switch (kind) {
    case 'editorial': {
      const { change, report } = officeActs.editorial.schema.parse(input);
      const preview = await previewEditorial(db, { viewer, slug, change, locale });
      return { kind, preview: preview.ok ? preview.value : null, isCorrection: report > 0 };
    }
    case 'terms': {
      const { shown, dates } = officeActs.terms.schema.parse(input);
      const terms = (
        [
          ['opens', 'opensAt'],
          ['closes', 'closesAt'],
          ['answers', 'answersDueAt'],
        ] as const
      ).map(([term, name]) => ({ term, before: shown[name], after: dates[name] }));
      return { kind, terms: terms.filter(({ before, after }) => before.getTime() !== after.getTime()) };
    }
    case 'ruling-correction': {
      const { finals, ...asked } = officeActs['ruling-correction'].schema.parse(input);
      const check = await checkCorrection(db, { viewer, slug, ...asked, finals: readStoredFinals(finals) });
      return { kind, number: asked.number, correction: check.ok ? check.value : null };
    }
    case 'withdrawal': {
      const { number, points } = officeActs.withdrawal.schema.parse(input);
      // A point has the number of its letter and those before it.
      return { kind, filing: number, remarks: points.map(([point]) => number + point - 1) };
    }
    case 'report':
      return { kind, number: officeActs.report.schema.parse(input).after + 1 };
    case 'adopted':
    case 'adopted-corrected': {
      const { sign, adoptedOn, text } = officeActs[kind].schema.parse(input);
      return { kind, sign, adoptedOn, text };
    }
    case 'four-eyes-off':
      return { kind };
    case 'uncovering': {
      const { type, id } = officeActs.uncovering.schema.parse(input);
      return { kind, type, id };
    }
  }
}
