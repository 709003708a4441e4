import { hasSecondOfficial } from '../office/has-second-official.server.ts';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import { isUniqueViolation, transaction } from '#app/db/transaction.server.ts';
import { freeSlug, slugify } from '#app/i18n/typography.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { findLocalRule } from '../office/local-rule.server.ts';
import { shortTerm, termDays, termRuleOf, type ActKind } from '../state/legal-term.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { isOpen } from '../acts/import-report.ts';
import { getImport, type ImportDraft } from '../acts/get-import.server.ts';
import type { headOf, toFlat } from '../acts/unit-tree.ts';
import { writeFirstVersion } from '../acts/publish-text.server.ts';
import { readText } from '../acts/tasks.server.ts';

export type PublishImport = {
  viewer: Viewer;
  id: string;
  revision: number;
  title: string;
  summary: string;
  opensAt: Date;
  closesAt: Date;
  answersDueAt: Date;
  numbering: 'draft' | 'adopted';
  /** A ruling needs the approval of another official. */
  fourEyes?: boolean;
  actKind?: ActKind;
  /** The official knows that remarks are taken for fewer days than a rule gives. */
  shortTerm?: boolean;
  /** Note of version 1, in the language of the office. */
  note: string;
  now: Date;
};

export type PublishError = {
  code:
    | 'conflict'
    | 'no-units'
    | 'closes-before-opens'
    | 'answers-before-close'
    | 'closes-in-past'
    | 'needs-two'
    | 'term-short'
    | 'changes-open';
};
export type PublishResult =
  | { ok: true; slug: string; /** The file has changes that are to become amendments. */ toAmend: boolean }
  | { ok: false; error: PublishError };

/** Publishes an import as a consultation with version 1 of its text. A second submit gives the consultation of the first. */
export async function publishImport(db: Db, input: PublishImport): Promise<PublishResult> {
  const draft = await getImport(db, input);
  const toAmend = draft.report?.changes?.decision === 'amendments';
  if (draft.slug) return { ok: true, slug: draft.slug, toAmend };
  if (isOpen(draft.report)) return { ok: false, error: { code: 'changes-open' } };
  const rule = termRuleOf(input.actKind ?? 'other', await findLocalRule(db, draft.teryt));
  const isShort = shortTerm(input, rule) !== null;
  const code =
    wrongDates(input) ??
    (isShort && !input.shortTerm ? 'term-short' : null) ??
    (input.fourEyes && !(await hasSecondOfficial(db, draft.teryt)) ? 'needs-two' : null) ??
    (draft.revision === input.revision ? null : 'conflict');
  if (code) return { ok: false, error: { code } };
  const { head, units } = await runTask(readText, { source: draft.source, overrides: draft.overrides });
  if (units.length === 0) return { ok: false, error: { code: 'no-units' } };
  for (let attempt = 0; ; attempt += 1) {
    const slug = await slugFor(db, input.title);
    try {
      const done = await transaction(db, (tx) =>
        publish(tx, draft, { ...input, slug, head, units, leastDays: rule?.days ?? null }),
      );
      if (done) return { ok: true, slug, toAmend };
      // Somebody else was quicker: either it is published already, or it has changed.
      const now = await getImport(db, input);
      return now.slug ? { ok: true, slug: now.slug, toAmend } : { ok: false, error: { code: 'conflict' } };
    } catch (error) {
      if (attempt >= 4 || !isUniqueViolation(error)) throw error;
    }
  }
}

function wrongDates(input: PublishImport): PublishError['code'] | null {
  if (input.closesAt <= input.opensAt) return 'closes-before-opens';
  if (input.answersDueAt <= input.closesAt) return 'answers-before-close';
  return input.closesAt <= input.now ? 'closes-in-past' : null;
}

async function slugFor(db: Db, title: string): Promise<string> {
  const base = slugify(title);
  const rows = await db.consultation.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } });
  return freeSlug(base, new Set(rows.map(({ slug }) => slug)));
}

type Prepared = PublishImport & {
  slug: string;
  leastDays: number | null;
  head: ReturnType<typeof headOf>;
  units: ReturnType<typeof toFlat>;
};

async function publish(tx: Db, draft: ImportDraft, input: Prepared): Promise<boolean> {
  const consultationId = uuidv7();
  const { teryt } = draft;
  const { count } = await tx.importDraft.updateMany({
    where: { id: draft.id, teryt, revision: input.revision, consultationId: null },
    data: { consultationId },
  });
  if (count === 0) return false;
  await tx.consultation.create({
    data: {
      id: consultationId,
      teryt,
      slug: input.slug,
      title: input.title,
      summary: input.summary,
      head: input.head,
      numbering: input.numbering,
      actKind: input.actKind ?? 'other',
      opensAt: input.opensAt,
      closesAt: input.closesAt,
      answersDueAt: input.answersDueAt,
      isDemo: draft.isDemo,
      createdById: input.viewer.id,
      fourEyes: input.fourEyes ?? false,
      publishedAt: input.now,
    },
  });
  await writeFirstVersion(tx, {
    teryt,
    consultationId,
    head: input.head,
    units: input.units,
    note: input.note,
    createdById: input.viewer.id,
    now: input.now,
  });
  await recordEvent(tx, {
    teryt,
    consultationId,
    actorId: input.viewer.id,
    kind: 'consultation-published',
    subject: { type: 'consultation', id: consultationId },
    at: input.now,
    data: {
      version: 1,
      units: input.units.length,
      importId: draft.id,
      fourEyes: input.fourEyes ?? false,
      actKind: input.actKind ?? 'other',
      days: termDays(input),
      leastDays: input.leastDays,
    },
  });
  await bumpRevision(tx, consultationScope(input.slug));
  return true;
}
