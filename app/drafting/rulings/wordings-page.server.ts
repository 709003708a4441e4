import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { isOfficialOf, type Viewer } from '#app/people/viewer.ts';
import { loadHead, type ConsultationHead } from '../course/consultation-head.server.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import { viewRemarks, type RemarkView } from '../remarks/remark-views.server.ts';

export type CompetingWording = RemarkView & { objections: number };

export type WordingsPage = {
  consultation: ConsultationHead;
  clause: { code: number; citation: string; label: string; text: string };
  wordings: CompetingWording[];
  /** Open amendments beyond those shown. */
  more: number;
};

/** Wordings shown on one page: what people can still compare. */
const shown = 60;

/** Every open amendment of one clause beside its words now. Throws not-found when the newest text has no such clause. */
export async function loadWordings(
  db: Db,
  input: { slug: string; code: number; locale: Locale; now?: Date },
): Promise<WordingsPage> {
  const draft = await loadDraft(db, { slug: input.slug });
  const unit = draft.units.find(({ code }) => code === input.code);
  if (!unit) throw notFound('no such clause');
  const where = {
    state: 'open',
    kind: 'amendment',
    operations: { some: { clauseId: unit.clauseId, op: { not: 'none' } } },
  };
  const remarks = await viewRemarks(db, { where, take: shown }, { draft, locale: input.locale });
  const total = await db.remark.count({ where: { ...where, consultationId: draft.consultationId } });
  const objections = await db.remark.findMany({
    where: { consultationId: draft.consultationId, number: { in: remarks.map(({ number }) => number) } },
    select: { number: true, _count: { select: { supports: { where: { stance: 'objection' } } } } },
  });
  return {
    consultation: await loadHead(db, draft, input.now ?? new Date()),
    more: total - remarks.length,
    clause: {
      code: unit.code,
      citation: citationsByClause(draft.units).get(unit.clauseId) ?? '',
      label: unit.label,
      text: unit.text,
    },
    wordings: remarks.map((remark) => ({
      ...remark,
      objections: objections.find(({ number }) => number === remark.number)?._count.supports ?? 0,
    })),
  };
}

/** Whether the viewer rules on remarks here. */
export async function rulesHere(db: Db, { slug, viewer }: { slug: string; viewer: Viewer | null }): Promise<boolean> {
  const consultation = await db.consultation.findUnique({ where: { slug }, select: { teryt: true } });
  return consultation !== null && isOfficialOf(viewer, consultation.teryt);
}
