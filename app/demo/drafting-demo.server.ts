import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assignRemarks } from '#app/drafting/rulings/assign.server.ts';
import { createGroup } from '#app/drafting/rulings/change-group.server.ts';
import { saveDraft } from '#app/drafting/rulings/save-draft.server.ts';
import { addComment } from '#app/drafting/talk/add-comment.server.ts';
import { decideRemark } from '#app/drafting/rulings/decide-remark.server.ts';
import { fileRemark } from '#app/drafting/register/file-remark.server.ts';
import { fileFiling } from '#app/drafting/register/file-filing.server.ts';
import { emptyOperation } from '#app/drafting/register/filing-draft.ts';
import type { OperationDraft, PointDraft } from '#app/drafting/register/operation-draft.ts';
import { withdrawFiling } from '#app/drafting/register/withdraw-filing.server.ts';
import type { FinalText } from '#app/drafting/rulings/ruling-plan.ts';
import { setSupport } from '#app/drafting/talk/set-support.server.ts';
import { importText } from '#app/drafting/acts/import-text.server.ts';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { publishImport } from '#app/drafting/course/publish-import.server.ts';
import { citationsOf } from '#app/drafting/acts/unit-tree.ts';
import type { Db } from '#app/db/client.server.ts';
import { dayOf, warsawEnd, warsawInstant } from '#app/i18n/dates.ts';
import { jurowice, type DemoPeople, type DemoPerson } from './people-demo.server.ts';
import { marketStory, rulesStory, type Step, type Story } from './drafting-story.ts';

const day = 86_400_000;
/** Those who asked to be named; the others sign as natural persons. */
const namedInPublic: ReadonlySet<DemoPerson> = new Set(['anna', 'marek', 'association']);

/**
 * Two consultations of Jurowice, told through the use cases that people use: nothing here writes a table. `folder` holds
 * the texts. Skips what is there already.
 */
export async function seedDraftingDemo(db: Db, people: DemoPeople, folder: string): Promise<void> {
  for (const story of [marketStory, rulesStory]) {
    const known = await db.consultation.findFirst({
      where: { teryt: jurowice, title: story.title },
      select: { id: true },
    });
    if (!known) await tell(db, people, { story, source: readFileSync(join(folder, story.file), 'utf8') });
  }
}

type Telling = { story: Story; source: string };

async function tell(db: Db, people: DemoPeople, { story, source }: Telling): Promise<void> {
  const viewer = people.official;
  const id = await importText(db, { viewer, teryt: jurowice, sourceName: story.file, source });
  const published = await publishImport(db, {
    viewer,
    id,
    revision: 1,
    title: story.title,
    summary: story.summary,
    opensAt: at(story.opened, '08:00'),
    closesAt: endOf(story.closes),
    answersDueAt: endOf(story.answersDue),
    numbering: 'draft',
    note: 'Projekt skierowany do konsultacji',
    now: at(story.opened, '07:00'),
  });
  if (!published.ok) throw new Error(`demonstration text was refused: ${published.error.code}`);
  await db.consultation.updateMany({ where: { slug: published.slug }, data: { isDemo: true } });
  for (const step of story.steps) await take(db, people, published.slug, step);
}

async function take(db: Db, people: DemoPeople, slug: string, step: Step): Promise<void> {
  if (step.do === 'file') return file(db, people, slug, step);
  if (step.do === 'letter') return enterLetter(db, people, slug, step);
  if (step.do === 'comment') return comment(db, people, slug, step);
  if (step.do === 'rule') return rule(db, people, slug, step);
  if (step.do === 'draft') return keepDraft(db, people, slug, step);
  if (step.do === 'assign') {
    await assignRemarks(db, {
      viewer: people.official,
      slug,
      numbers: step.numbers,
      officialId: people[step.to].id,
      shown: new Map(step.numbers.map((number) => [number, ''])),
      now: at(-step.daysAgo, '08:15'),
    });
    return;
  }
  const grouped = await createGroup(db, {
    viewer: people.official,
    slug,
    title: step.title,
    numbers: step.numbers,
    now: at(-step.daysAgo, '08:40'),
  });
  if (!grouped.ok) throw new Error(`demonstration group ${step.title} was refused: ${grouped.error.code}`);
}

async function file(db: Db, people: DemoPeople, slug: string, step: Step & { do: 'file' }): Promise<void> {
  const { unit } = await find(db, slug, step.at);
  const filed = await fileRemark(db, {
    viewer: people[step.by],
    slug,
    code: unit.code,
    baseRevisionId: unit.revisionId,
    now: at(-step.daysAgo, '18:20'),
    nameIsPublic: namedInPublic.has(step.by),
    proposed: {
      op: step.op,
      reason: step.reason,
      text: step.op === 'replace' ? (step.text ?? '') : '',
      inserted: step.op === 'insert-after' ? (step.text ?? '') : '',
    },
  });
  if (!filed.ok) throw new Error(`demonstration amendment to ${step.at} was refused: ${filed.error.code}`);
  for (const supporter of step.supporters ?? []) {
    await setSupport(db, {
      viewer: people[supporter],
      slug,
      number: filed.value.number,
      stance: 'support',
      now: at(-step.daysAgo, '21:00'),
    });
  }
}

/** A letter entered by the office, with the points its sender took back. */
async function enterLetter(
  db: Db,
  people: DemoPeople,
  slug: string,
  { letter, daysAgo }: Step & { do: 'letter' },
): Promise<void> {
  const { points, withdraws = [], ...entry } = letter;
  const drafts: PointDraft[] = [];
  for (const { reason, changes } of points) {
    const operations: OperationDraft[] = [];
    for (const change of changes) {
      const { unit } = await find(db, slug, change.at);
      const start = emptyOperation(unit, change.op);
      operations.push({
        ...start,
        text: change.op === 'replace' ? (change.text ?? '') : start.text,
        inserted: change.op === 'insert-after' ? (change.text ?? '') : '',
      });
    }
    drafts.push({ reason, place: '', operations });
  }
  const filed = await fileFiling(db, {
    slug,
    points: drafts,
    now: at(-daysAgo, '12:10'),
    filer: {
      kind: 'office',
      viewer: people.official,
      entry: { ...entry, contactEmail: null, receivedAt: at(-daysAgo, '09:35') },
    },
  });
  if (!filed.ok) throw new Error(`demonstration letter of ${entry.authorName} was refused: ${filed.error.code}`);
  if (withdraws.length > 0)
    await withdrawFiling(db, {
      viewer: people.official,
      slug,
      number: filed.value.number,
      points: new Map(withdraws.map((point) => [point, 1])),
      now: at(-daysAgo, '14:30'),
    });
}

async function comment(db: Db, people: DemoPeople, slug: string, step: Step & { do: 'comment' }): Promise<void> {
  const { unit } = await find(db, slug, step.at);
  const now = at(-step.daysAgo, '20:05');
  const added = await addComment(db, {
    viewer: people[step.by],
    slug,
    code: unit.code,
    body: step.body,
    parentId: null,
    now,
  });
  if (!added.ok) throw new Error(`demonstration comment on ${step.at} was refused: ${added.error.code}`);
  if (!step.answer) return;
  await addComment(db, {
    viewer: people[step.answer.by],
    slug,
    code: unit.code,
    body: step.answer.body,
    parentId: added.value.id,
    now: at(-step.daysAgo + 1, '09:40'),
  });
}

async function rule(db: Db, people: DemoPeople, slug: string, step: Step & { do: 'rule' }): Promise<void> {
  const seen = await seenNow(db, slug, step.number);
  const finals = new Map<number, FinalText>(step.final ? [[1, { text: step.final, anchorId: null }]] : []);
  const decided = await decideRemark(db, {
    viewer: people.official,
    slug,
    number: step.number,
    decision: step.decision,
    reason: step.reason,
    finals,
    ...seen,
    now: at(-step.daysAgo, '10:05'),
  });
  if (!decided.ok) throw new Error(`demonstration ruling on ${step.number} was refused: ${decided.error.code}`);
}

async function keepDraft(
  db: Db,
  people: DemoPeople,
  slug: string,
  { by, daysAgo, number, decision, reason, step }: Step & { do: 'draft' },
): Promise<void> {
  const kept = await saveDraft(db, {
    viewer: people[by],
    slug,
    number,
    decision,
    reason,
    step,
    finals: new Map(),
    draftRevision: 0,
    ...(await seenNow(db, slug, number)),
    now: at(-daysAgo, '11:20'),
  });
  if (!kept.ok) throw new Error(`demonstration draft on ${number} was refused: ${kept.error.code}`);
}

/** What an official who opens the page of a remark has before them. */
async function seenNow(
  db: Db,
  slug: string,
  number: number,
): Promise<{ againstVersion: number; remarkRevision: number }> {
  const { version } = await loadDraft(db, { slug });
  const { revision } = await db.remark.findFirstOrThrow({
    where: { consultation: { slug }, number },
    select: { revision: true },
  });
  return { againstVersion: version, remarkRevision: revision };
}

async function find(db: Db, slug: string, citation: string) {
  const draft = await loadDraft(db, { slug });
  const unit = draft.units[citationsOf(draft.units).indexOf(citation)];
  if (!unit) throw new Error(`the demonstration text has no ${citation}`);
  return { draft, unit };
}

/** The end of a day counted from today, in Poland. */
function endOf(daysFromNow: number): Date {
  return warsawEnd(dayOf(new Date(Date.now() + daysFromNow * day)), '23:59') ?? at(daysFromNow, '23:59');
}

/** An hour of a day counted from today, in Poland. */
function at(daysFromNow: number, time: string): Date {
  const instant = warsawInstant(dayOf(new Date(Date.now() + daysFromNow * day)), time);
  if (!instant) throw new Error(`no such time: ${time}`);
  return instant;
}
