import { marksIn } from '#app/record/covered/grounds.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { consultationFacts, type ConsultationFacts } from '../acts/consultation-facts.server.ts';
import { findForOffice } from '../office/office-write.server.ts';
import type { BroughtProblem } from '../acts/brought-problems.ts';
import type { Reach } from '../told/told.ts';
import { reachOf } from '../told/told-authors.server.ts';
import { checkText } from './check-text.server.ts';
import type { Comparison } from './compare-texts.ts';
import { findingsStamp } from './findings-stamp.server.ts';
import { withAnswers, type AnsweredFinding } from './findings.ts';
import { readFindings } from './stored-findings.ts';
import { compareTexts } from './tasks.server.ts';

type FrozenRow = {
  version: number;
  state: string;
  hash: string;
  /** Words were covered since. */ isCovered: boolean;
  bytes: number;
  frozenAt: Date;
  frozenByName: string;
  proposedByName: string;
  checks: AnsweredFinding[];
};

/** What was entered as adopted; `reason` says why it corrects the entry before. */
type AdoptedRow = {
  number: number;
  sign: string;
  adoptedOn: string;
  hash: string;
  /** Words were covered since. */ isCovered: boolean;
  text: string;
  reason: string;
  enteredAt: Date;
  enteredByName: string;
};

export type UnifiedPage = {
  facts: ConsultationFacts;
  /** The text that went to the council; null while there is none. */
  frozen: (FrozenRow & { text: string }) | null;
  /** Texts that were frozen and then replaced by a later version. */
  earlier: FrozenRow[];
  adopted: (AdoptedRow & { comparison: Comparison }) | null;
  /** Entries that were corrected since, newest first. */
  corrected: AdoptedRow[];
};

const adoptedColumns = {
  number: true,
  sign: true,
  adoptedOn: true,
  hash: true,
  text: true,
  reason: true,
  enteredAt: true,
  enteredByName: true,
} as const;
const select = {
  version: true,
  state: true,
  hash: true,
  text: true,
  frozenAt: true,
  frozenByName: true,
  proposedByName: true,
  checks: true,
} as const;

/** The public page of the unified text. Throws not-found. */
export async function unifiedPage(db: Db, where: { slug: string; locale: Locale; now: Date }): Promise<UnifiedPage> {
  const facts = await consultationFacts(db, where.slug, where.now);
  const rows = await db.unifiedText.findMany({
    where: { consultationId: facts.id, frozenAt: { not: null } },
    orderBy: { id: 'desc' },
    select: { ...select, adopted: { orderBy: { number: 'desc' }, select: adoptedColumns } },
  });
  const views = rows.map(({ text, frozenAt, frozenByName, checks, adopted: _adopted, ...row }) => ({
    ...row,
    text,
    isCovered: marksIn(text) > 0,
    frozenAt: frozenAt!,
    frozenByName: frozenByName ?? '',
    checks: readFindings(checks),
    bytes: Buffer.byteLength(text),
  }));
  const frozen = views.find(({ state }) => state === 'frozen') ?? null;
  const [adopted = null, ...corrected] = (rows.find(({ state }) => state === 'frozen')?.adopted ?? []).map((entry) => ({
    ...entry,
    isCovered: marksIn(entry.text) > 0,
  }));
  return {
    facts,
    frozen,
    earlier: views.filter(({ state }) => state !== 'frozen').map(({ text: _text, ...row }) => row),
    adopted:
      adopted && frozen
        ? {
            ...adopted,
            comparison: await runTask(compareTexts, {
              before: frozen.text,
              after: adopted.text,
              language: where.locale,
            }),
          }
        : null,
    corrected,
  };
}

export type FrozenText = {
  text: string;
  version: number;
  hash: string;
  frozenAt: Date;
  /** Of the consultation. */ title: string;
  name: string;
};

/** A frozen text, byte for byte; the newest unless `version` names one. Throws not-found. */
export async function frozenText(db: Db, where: { slug: string; version: number | null }): Promise<FrozenText> {
  const row = await db.unifiedText.findFirst({
    where: {
      consultation: { slug: where.slug },
      frozenAt: { not: null },
      ...(where.version === null ? { state: 'frozen' } : { version: where.version }),
    },
    orderBy: { id: 'desc' },
    select: { text: true, version: true, hash: true, frozenAt: true, consultation: { select: { title: true } } },
  });
  if (!row?.frozenAt) throw notFound('no frozen text');
  const {
    consultation: { title },
    frozenAt,
    ...frozen
  } = row;
  return { ...frozen, frozenAt, title, name: `${where.slug}-tekst-ujednolicony-${row.version}.txt` };
}

export type OfficeUnified = {
  /** Numbers and references that changes made wrong: with them nothing is frozen. */
  errors: BroughtProblem[];
  /** Whom the closing of the text and the adoption are told to. */
  reach: Reach;
  consultation: Awaited<ReturnType<typeof findForOffice>>;
  proposed: {
    id: string;
    version: number;
    hash: string;
    proposedByName: string;
    proposedAt: Date;
    isMine: boolean;
    /** Of the findings and the answers. */ stamp: string;
  } | null;
  frozen: { version: number; hash: string; frozenAt: Date } | null;
  /** The entry of what the council adopted that counts; null while there is none. */
  adopted: Omit<AdoptedRow, 'text' | 'isCovered'> | null;
  /** Findings of the newest text, with what was written to each so far. */
  findings: AnsweredFinding[];
};

/** The office's side: what is proposed, what the checks say now. */
export async function officeUnified(db: Db, where: { viewer: Viewer; slug: string }): Promise<OfficeUnified> {
  const consultation = await findForOffice(db, where);
  const rows = await db.unifiedText.findMany({
    where: { consultationId: consultation.id, state: { in: ['proposed', 'frozen'] } },
    orderBy: { id: 'desc' },
    include: { adopted: { orderBy: { number: 'desc' }, take: 1, select: { ...adoptedColumns, text: false } } },
  });
  const proposed = rows.find(({ state }) => state === 'proposed');
  const frozen = rows.find(({ state }) => state === 'frozen');
  const { findings, errors } = await checkText(db, consultation.id);
  return {
    consultation,
    errors: frozen ? [] : errors,
    findings: frozen
      ? readFindings(frozen.checks)
      : withAnswers(findings, proposed ? readFindings(proposed.checks) : []),
    proposed: proposed
      ? {
          id: proposed.id,
          version: proposed.version,
          hash: proposed.hash,
          proposedByName: proposed.proposedByName,
          proposedAt: proposed.proposedAt,
          isMine: proposed.proposedById === where.viewer.id,
          stamp: findingsStamp(withAnswers(findings, readFindings(proposed.checks))),
        }
      : null,
    frozen: frozen?.frozenAt ? { version: frozen.version, hash: frozen.hash, frozenAt: frozen.frozenAt } : null,
    adopted: frozen?.adopted[0] ?? null,
    reach: await reachOf(db, consultation.id),
  };
}
