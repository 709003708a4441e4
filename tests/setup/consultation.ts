import { withoutLimits } from '#app/limits/asker.server.ts';
import { v7 as uuidv7 } from 'uuid';
import { writeFirstVersion } from '#app/drafting/acts/publish-text.server.ts';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import type { FlatUnit } from '#app/drafting/acts/unit-tree.ts';
import type { PrismaClient } from '#app/generated/prisma/client.ts';
import type { Role, Viewer } from '#app/people/viewer.ts';
import { draftText } from '#app/drafting/acts/unit-tree.ts';
import { decideRemark } from '#app/drafting/rulings/decide-remark.server.ts';
import { fileRemark, type FileRemarkResult } from '#app/drafting/register/file-remark.server.ts';
import type { Proposed } from '#app/drafting/remarks/proposal.ts';
import type { Decision } from '#app/drafting/state/remark-state.ts';

/** A consultation with four § and two people and an office, for database tests. */
export const teryt = '2464011';
export const opensAt = new Date('2026-11-02T07:00:00Z');
/** 30 November 2026, 23.59 in Warsaw. */
export const closesAt = new Date('2026-11-30T22:59:00Z');
export const answersDue = new Date('2026-12-30T22:59:00Z');
export const during = new Date('2026-11-10T12:00:00Z');
/** After its end, and after all that the database dates by its own clock: whatever day the tests are run on, what closes comes last. */
export const afterwards = new Date(Math.max(closesAt.getTime(), Date.now()) + 3_600_000);

const unit = (type: FlatUnit['type'], depth: number, words: Partial<FlatUnit>): FlatUnit => ({
  type,
  depth,
  label: '',
  number: '',
  heading: '',
  text: '',
  quoted: false,
  ...words,
});

export const testUnits: FlatUnit[] = [
  unit('paragraph', 0, { label: '§ 1.', number: '1', text: 'Uchwała określa zasady konsultacji z mieszkańcami.' }),
  unit('paragraph', 0, { label: '§ 2.', number: '2' }),
  unit('subsection', 1, {
    label: '1.',
    number: '1',
    text: 'Konsultacje trwają co najmniej 14 dni i obejmują jedno spotkanie w siedzibie urzędu.',
  }),
  unit('subsection', 1, { label: '2.', number: '2', text: 'Ogłoszenie zamieszcza się na tablicy.' }),
  unit('subsection', 1, { label: '3.', number: '3', text: 'Raport sporządza się w terminie 30 dni.' }),
  unit('paragraph', 0, { label: '§ 3.', number: '3', text: 'Uchwała wchodzi w życie po upływie 14 dni.' }),
];

/** Codes of the clauses in the addresses. */
export const codes = { first: 1, second: 2, term: 3, notice: 4, report: 5, last: 6 } as const;

export async function makePerson(
  db: PrismaClient,
  name: string,
  options: { role?: Role; verified?: boolean; organisation?: string; teryt?: string; locale?: string } = {},
): Promise<Viewer> {
  const email = `${name.toLowerCase()}-${uuidv7()}@example.org`;
  const verified = options.verified ?? true;
  const { id } = await db.user.create({
    data: {
      email,
      displayName: name,
      passwordHash: '-',
      locale: options.locale ?? 'pl',
      emailVerifiedAt: verified ? during : null,
    },
  });
  const grants = options.role
    ? [
        {
          role: options.role,
          teryt: options.role === 'official' ? (options.teryt ?? teryt) : null,
          teamId: null,
          organisationName: options.organisation ?? null,
        },
      ]
    : [];
  return { id, email, displayName: name, verified, grants };
}

/** The municipality of these tests, where it is not there yet. */
export async function makeMunicipality(db: PrismaClient): Promise<void> {
  await db.municipality.createMany({
    data: {
      teryt,
      name: 'Jurowice',
      kind: 'rural',
      county: 'jurowicki',
      voivodeship: 'śląskie',
      searchKey: 'jurowice',
      stateOn: '2026-01-01',
      isDemo: true,
    },
    skipDuplicates: true,
  });
}

export async function makeConsultation(
  db: PrismaClient,
  slug: string,
  units: readonly FlatUnit[] = testUnits,
): Promise<{ id: string; slug: string; official: Viewer }> {
  await makeMunicipality(db);
  const official = await makePerson(db, 'Marta', { role: 'official' });
  const { id } = await db.consultation.create({
    data: {
      teryt,
      slug,
      title: 'Zasady konsultacji',
      summary: '',
      head: { title: 'Zasady', legalBasis: '', before: '', reasons: null },
      opensAt,
      closesAt,
      answersDueAt: answersDue,
      createdById: official.id,
    },
  });
  await writeFirstVersion(db, {
    teryt,
    consultationId: id,
    head: { title: 'Zasady', legalBasis: '', before: '', reasons: null },
    units: [...units],
    note: 'Projekt',
    createdById: official.id,
  });
  return { id, slug, official };
}

/** Files against the newest words unless `base` names others. */
export async function file(
  db: PrismaClient,
  input: { slug: string; viewer: Viewer; code: number; base?: string; now?: Date } & Partial<Proposed>,
): Promise<FileRemarkResult> {
  const draft = await loadDraft(db, { slug: input.slug });
  const base = input.base ?? draft.units.find(({ code }) => code === input.code)?.revisionId ?? uuidv7();
  const proposed = { op: 'replace' as const, text: '', inserted: '', reason: 'Bo tak będzie lepiej.', ...pick(input) };
  return fileRemark(db, {
    viewer: input.viewer,
    slug: input.slug,
    code: input.code,
    baseRevisionId: base,
    proposed,
    now: input.now ?? during,
  });
}

function pick({ op, text, inserted, reason }: Partial<Proposed>): Partial<Proposed> {
  return Object.fromEntries(Object.entries({ op, text, inserted, reason }).filter(([, value]) => value !== undefined));
}

/** Number of a remark that must have been filed. */
export async function filed(...args: Parameters<typeof file>): Promise<number> {
  // A test files in a minute what people file in a year.
  const result = await withoutLimits(() => file(...args));
  if (!result.ok) throw new Error(`not filed: ${JSON.stringify(result.error)}`);
  return result.value.number;
}

/** Decides on what is there now; `final` are other words for the one operation. */
export async function decide(
  db: PrismaClient,
  input: {
    slug: string;
    viewer: Viewer;
    number: number;
    decision: Decision;
    reason?: string;
    final?: string;
    anchorId?: string;
    version?: number;
    revision?: number;
  },
) {
  const remark = await db.remark.findFirstOrThrow({
    where: { number: input.number, consultation: { slug: input.slug } },
    include: { consultation: true },
  });
  return decideRemark(db, {
    viewer: input.viewer,
    slug: input.slug,
    number: input.number,
    decision: input.decision,
    reason: input.reason ?? 'Uzasadnienie urzędu.',
    finals: new Map(input.final === undefined ? [] : [[1, { text: input.final, anchorId: input.anchorId ?? null }]]),
    againstVersion: input.version ?? remark.consultation.version,
    remarkRevision: input.revision ?? remark.revision,
  });
}

export async function remarkNow(db: PrismaClient, slug: string, number: number) {
  return db.remark.findFirstOrThrow({
    where: { number, consultation: { slug } },
    include: { operations: { include: { wordings: { orderBy: { id: 'asc' } } } }, rulings: true },
  });
}

export async function textNow(db: PrismaClient, slug: string): Promise<string> {
  const draft = await loadDraft(db, { slug });
  return draftText(draft.head, draft.units);
}

/** Words and printed marks of one clause, null when it is gone. */
export async function clauseNow(
  db: PrismaClient,
  slug: string,
  code: number,
): Promise<{ label: string; text: string } | null> {
  const draft = await loadDraft(db, { slug });
  const unit = draft.units.find((each) => each.code === code);
  return unit ? { label: unit.label, text: unit.text } : null;
}

export async function eventsOf(db: PrismaClient, subjectId: string): Promise<string[]> {
  const events = await db.event.findMany({ where: { subjectId }, orderBy: { id: 'asc' } });
  return events.map(({ kind }) => kind);
}

export async function lettersTo(db: PrismaClient, viewer: Viewer): Promise<string[]> {
  const letters = await db.mailMessage.findMany({ where: { toEmail: viewer.email }, orderBy: { id: 'asc' } });
  return letters.map(({ dedupeKey }) => (dedupeKey ?? '').split(':')[0] ?? '');
}
