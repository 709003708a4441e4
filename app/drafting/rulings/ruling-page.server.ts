import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { requireLimit } from '#app/limits/take-limit.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { notFound } from '#app/errors/app-error.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import type { AttachmentView } from '../attachments/attachment.ts';
import { findAttachments } from '../attachments/find-attachments.server.ts';
import { officialsOf, type Official } from './assign.server.ts';
import { isForViewer } from '../state/draft-state.ts';
import { loadDrafts, type DraftView } from './draft-views.server.ts';
import { whatIf, type WhatIf } from './what-if.server.ts';
import { listSnippets } from '../snippets/list-snippets.server.ts';
import { loadDecidable, type Decidable } from './load-decidable.server.ts';
import { viewEffects, type EffectsView } from './effects-view.server.ts';
import { acceptedWithMarks, previewRuling } from './preview-ruling.server.ts';
import type { Fit, OperationKind } from '../state/remark.ts';
import type { Decision } from '#app/drafting/state/remark-state.ts';
import { viewRemarks, type RemarkView } from '../remarks/remark-views.server.ts';
import { decisionsFor, type FinalText, type PlanError } from './ruling-plan.ts';

export type RulingField = {
  seq: number;
  citation: string;
  op: OperationKind;
  fit: Fit;
  /** Words of the clause now, null when it is gone. */
  current: string | null;
  /** What the field for other words starts with. */
  draft: string;
  /** split: the words of the second unit to begin with. */
  rest: string | null;
};

export type RulingPage = {
  slug: string;
  teryt: string;
  /** Texts that the office uses often. */
  snippets: { id: string; name: string }[];
  remark: RemarkView;
  /** Files of its letter. */
  attachments: AttachmentView[];
  version: number;
  revision: number;
  decisions: Decision[];
  fields: RulingField[];
  /** Open amendments of the same clauses, the first few; all of them stand on the page of competing wordings. */
  rivals: RemarkView[];
  rivalCount: number;
  /** A ruling needs another official's approval. */
  fourEyes: boolean;
  drafts: DraftView[];
  whatIf: WhatIf;
  officials: Official[];
  assignedToId: string | null;
  dueAt: Date | null;
  group: { number: number; title: string } | null;
  /** Came on another channel than the web: the office may write its author's amendment on the new text. */
  isOfficesToRewrite: boolean;
  canReachAuthor: boolean;
  /** The author's account is closed or disabled: no letter reaches them and they answer no question. */
  isAuthorGone: boolean;
  /** Where words can go when their clause is gone. */
  anchors: { id: string; citation: string }[];
  /** What accepting as it is would do, or the decision asked about; nothing unasked where a draft waits for the viewer, which has its own. */
  effects: EffectsView | null;
};

type Input = {
  viewer: Viewer;
  slug: string;
  number: number;
  locale: Locale;
  asked?: { decision: Decision; finals: ReadonlyMap<number, FinalText> } | null;
  /** Other open amendments switched on to see what if. */
  on?: readonly number[];
};

/** Rivals shown beside the matter. */
const rivalsShown = 6;

/** A remark on the office's desk. Throws not-found for everybody but officials of the municipality. */
export async function loadRulingPage(db: Db, input: Input): Promise<RulingPage> {
  const decidable = await loadDecidable(db, input);
  if (input.on && input.on.length > 0) await requireLimit(db, 'office-preview', { person: input.viewer.id });
  const { draft, remark, operations } = decidable;
  const decisions = decisionsFor(remark);
  const context = { draft, locale: input.locale };
  const rivals = {
    state: 'open',
    kind: 'amendment',
    id: { not: remark.id },
    operations: { some: { clauseId: { in: operations.map(({ clauseId }) => clauseId) } } },
  };
  // Side by side: none of them needs what another one finds.
  const [matter, consequences, snippets, rivalViews, rivalCount, officials, handling] = await Promise.all([
    loadMatter(db, input, decidable),
    loadConsequences(db, input, decidable),
    listSnippets(db, draft.teryt),
    viewRemarks(db, { where: rivals, take: rivalsShown }, context),
    db.remark.count({ where: { ...rivals, consultationId: draft.consultationId } }),
    officialsOf(db, draft.teryt),
    loadHandling(db, { remarkId: remark.id, consultationId: draft.consultationId }),
  ]);
  const citations = citationsByClause(draft.units);
  return {
    slug: draft.slug,
    teryt: draft.teryt,
    snippets: snippets.map(({ id, name }) => ({ id, name })),
    ...matter,
    version: draft.version,
    revision: remark.revision,
    decisions,
    fields: operations.map(({ seq, op, fit, current, after, rest, clauseId }, at) => ({
      seq,
      op,
      fit,
      current,
      citation: citations.get(clauseId) ?? '',
      rest: op === 'split' ? (rest ?? '') : null,
      draft:
        after ?? (op === 'delete' || op === 'none' || op === 'move' ? current : matter.remark.changes[at]?.is) ?? '',
    })),
    rivals: rivalViews,
    rivalCount,
    anchors: operations.some(({ current }) => current === null)
      ? draft.units.map(({ clauseId }) => ({ id: clauseId, citation: citations.get(clauseId) ?? '' }))
      : [],
    ...consequences,
    officials,
    ...handling,
  };
}

/** The remark itself with the files of its letter. */
async function loadMatter(
  db: Db,
  { viewer, locale }: Input,
  { draft, remark: { id } }: Decidable,
): Promise<Pick<RulingPage, 'remark' | 'attachments'>> {
  const [remark] = await viewRemarks(db, { where: { id } }, { draft, locale });
  if (!remark) throw notFound('no such remark');
  const where = { consultationId: draft.consultationId, filing: { number: remark.filing.number } };
  return { remark, attachments: await findAttachments(db, { where, viewer }) };
}

/** What is drafted about it and what deciding would do. */
async function loadConsequences(
  db: Db,
  input: Input,
  decidable: Decidable,
): Promise<Pick<RulingPage, 'drafts' | 'effects' | 'whatIf'>> {
  const decisions = decisionsFor(decidable.remark);
  const drafts = await loadDrafts(db, { decidable, viewerId: input.viewer.id });
  const asked =
    input.asked ??
    (decisions.includes('accepted') && !drafts.some(isForViewer) ? await acceptedWithMarks(decidable) : null);
  const [effects, beside] = await Promise.all([
    asked && decisions.length > 0 ? effectsOf(db, { decidable, ...asked }) : null,
    whatIf(db, {
      viewer: input.viewer,
      slug: input.slug,
      decidable,
      decision: asked?.decision ?? null,
      finals: asked?.finals ?? new Map(),
      on: input.on ?? [],
    }),
  ]);
  return { drafts, effects, whatIf: beside };
}

async function effectsOf(db: Db, asked: Parameters<typeof previewRuling>[1]): Promise<EffectsView | null> {
  const preview = await previewRuling(db, asked);
  return preview.ok
    ? viewEffects(db, { decidable: asked.decidable, decision: asked.decision, effects: preview.value })
    : null;
}

/** Who works on it, until when, and with which others it is answered. */
async function loadHandling(db: Db, where: { remarkId: string; consultationId: string }) {
  const { consultation, filing, authorId, ...handling } = await db.remark.findFirstOrThrow({
    where: { id: where.remarkId, consultationId: where.consultationId },
    select: {
      assignedToId: true,
      dueAt: true,
      group: { select: { number: true, title: true } },
      authorId: true,
      filing: { select: { enteredById: true, contactEmail: true } },
      consultation: { select: { fourEyes: true } },
    },
  });
  const isAuthorGone =
    authorId !== null && (await db.user.count({ where: { id: authorId, disabledAt: { not: null } } })) > 0;
  return {
    ...handling,
    fourEyes: consultation.fourEyes,
    isOfficesToRewrite: filing.enteredById !== null,
    isAuthorGone,
    canReachAuthor: !isAuthorGone && (authorId !== null || filing.contactEmail !== null),
  };
}

/** Whether other words could be decided on, before anything is written. */
export async function checkRuling(
  db: Db,
  input: { viewer: Viewer; slug: string; number: number; decision: Decision; finals: ReadonlyMap<number, FinalText> },
): Promise<PlanError | null> {
  await requireLimit(db, 'office-preview', { person: input.viewer.id });
  const preview = await previewRuling(db, {
    decidable: await loadDecidable(db, input),
    decision: input.decision,
    finals: input.finals,
  });
  return preview.ok ? null : preview.error;
}
