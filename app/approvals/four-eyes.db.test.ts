import { expect, test } from 'vitest';
import { officeWrites, type DraftKind, type OfficeWrite } from '#app/drafting/office/office-writes.ts';
import { listSafeguardChanges } from '#app/drafting/office/safeguard-changes.server.ts';
import { openReport } from '#app/drafting/report/load-report.server.ts';
import { readDetails } from '#app/drafting/report/details.ts';
import { publishReport } from '#app/drafting/report/publish-report.server.ts';
import { saveDetails } from '#app/drafting/report/save-details.server.ts';
import { changeTerms } from '#app/drafting/course/terms/change-terms.server.ts';
import { correctAdopted } from '#app/drafting/unified/correct-adopted.server.ts';
import { enterAdopted } from '#app/drafting/unified/enter-adopted.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import {
  answersDue,
  closesAt,
  codes,
  decide,
  during,
  filed,
  makeConsultation,
  makePerson,
  opensAt,
  teryt,
} from '#tests/setup/consultation.ts';
import { coverIn } from '#tests/setup/cover-words.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { createGroup } from '#app/drafting/rulings/change-group.server.ts';
import { decideMany } from '#app/drafting/rulings/decide-many.server.ts';
import { ruleGroup } from '#app/drafting/rulings/rule-group.server.ts';
import { correctRuling } from '#app/drafting/rulings/correct-ruling.server.ts';
import { withdrawFiling } from '#app/drafting/register/withdraw-filing.server.ts';
import { saveDraft } from '#app/drafting/rulings/save-draft.server.ts';
import { approveDrafts } from '#app/drafting/rulings/approve-drafts.server.ts';
import { setFourEyes } from '#app/drafting/rulings/set-four-eyes.server.ts';
import { writeEditorial } from '#app/drafting/editorial/write-editorial.server.ts';
import { importRemarks } from '#app/drafting/exchange/import-remarks.server.ts';
import { undoRedaction } from '#app/redaction/undo-redaction.server.ts';
import { approveOfficeDraft } from './approve-office-draft.server.ts';
import { handInOfficeDraft } from './hand-in-office-draft.server.ts';
import type { ActInput } from './office-acts.server.ts';
import { reviewOfficeDraft } from './review-office-draft.server.ts';
import { freezeNow } from '#tests/setup/unified.ts';

const db = await testDb();
const after = new Date(closesAt.getTime() + 3_600_000);
const council = new Date('2026-12-20T10:00:00Z');
let scenes = 0;

/** A consultation in which everything that needs two could be done: remarks to rule on, a text sent and one to send, a report to close. */
async function scene() {
  scenes += 1;
  const made = await makeConsultation(db, `cztery-oczy-${scenes}`);
  const { id, slug, official } = made;
  const [second, third, anna] = [
    await makePerson(db, 'Piotr', { role: 'official' }),
    await makePerson(db, 'Ewa', { role: 'official' }),
    await makePerson(db, 'Anna'),
  ];
  for (const { id: userId } of [official, second, third])
    await db.roleGrant.create({ data: { userId, role: 'official', teryt, grantedById: userId } });
  const say = (reason: string) => filed(db, { slug, viewer: anna, code: codes.first, op: 'none', reason });
  return {
    ...made,
    second,
    third,
    anna,
    say,
    on: (viewer = official) => setFourEyes(db, { viewer, slug, fourEyes: true, reason: 'Ważna uchwała.' }),
    id,
  };
}
type Scene = Awaited<ReturnType<typeof scene>>;

const change = {
  op: 'replace' as const,
  code: codes.report,
  heading: '',
  text: 'Raport sporządza się w ciągu 30 dni.',
  rest: '',
  target: null,
};
const shown = { opensAt, closesAt, answersDueAt: answersDue };
const adopted = { sign: 'XII/87/2026', adoptedOn: '2026-12-18', text: '§ 1. Tekst.' };
const inputs: { [K in DraftKind]: ActInput<K> } = {
  editorial: { change, reason: 'Język.', againstVersion: 1, report: 0 },
  terms: { shown, dates: { ...shown, answersDueAt: new Date(answersDue.getTime() + 86_400_000) }, reason: 'Święta.' },
  // The ruling is named by its grounds.
  'ruling-correction': {
    number: 1,
    decision: 'out-of-scope',
    reason: 'To nie jest sprawa tej uchwały.',
    why: 'Pomyłka.',
    finals: {},
    ruling: '',
    againstVersion: 1,
  },
  withdrawal: { number: 1, points: [[1, 1]] },
  report: { after: 0, note: '' },
  adopted,
  'adopted-corrected': { after: 1, ...adopted, sign: 'XII/88/2026', reason: 'Zły numer.' },
  'four-eyes-off': { reason: 'Urlopy.' },
  // Named by its grounds, since it is about something that was covered before.
  uncovering: { type: 'consultation', id: '', redactionId: '', reason: 'Zgoda tej osoby.' },
};

/** What has to be there before each write of the office could be made at all. */
const grounds: Partial<Record<OfficeWrite, (made: Scene) => Promise<unknown>>> = {
  report: async ({ slug, official }) =>
    saveDetails(db, {
      viewer: official,
      slug,
      revision: 0,
      details: { ...readDetails(null), legalBasis: 'art. 5a', aim: 'Cel', nextSteps: 'Rada', preparedBy: 'Biuro' },
    }),
  'ruling-correction': async ({ slug, id, official, say }) => {
    await decide(db, { slug, viewer: official, number: await say('Jeden.'), decision: 'not-accepted' });
    const { id: ruling } = await db.ruling.findFirstOrThrow({ where: { consultationId: id } });
    Object.assign(inputs['ruling-correction'], { ruling });
  },
  withdrawal: async ({ id, say }) => {
    await say('Na papierze.');
    // As the office enters a letter of somebody without an account.
    await db.filing.updateMany({ where: { consultationId: id }, data: { authorId: null, channel: 'paper' } });
    await db.remark.updateMany({ where: { consultationId: id }, data: { authorId: null, channel: 'paper' } });
  },
  adopted: (made) => sendToCouncil(made, 'frozen'),
  'unified-frozen': (made) => sendToCouncil(made, 'proposed'),
  uncovering: async ({ id, official }) => {
    await db.consultation.update({ where: { id }, data: { summary: 'Pisać do: Wrona Czarna.' } });
    const covered = await coverIn(
      db,
      { type: 'consultation', id },
      { viewer: official, words: 'Wrona Czarna', now: during },
    );
    if (!covered.ok) throw new Error(covered.error.code);
    Object.assign(inputs.uncovering, { id, redactionId: covered.value.id });
  },
  'adopted-corrected': async (made) => {
    await sendToCouncil(made, 'frozen');
    await enterAdopted(db, { viewer: made.official, slug: made.slug, ...adopted, now: council });
  },
};

async function sendToCouncil({ id, official }: Scene, state: 'proposed' | 'frozen') {
  await db.unifiedText.create({
    data: {
      teryt,
      consultationId: id,
      version: 1,
      state,
      text: 'x',
      hash: 'x',
      proposedById: official.id,
      proposedByName: 'Marta',
      proposedAt: after,
    },
  });
  if (state === 'frozen') await db.consultation.update({ where: { id }, data: { sentAt: after } });
}

type Answer = { ok: boolean; error?: { code: string } };

/** Each write that needs two, as one official would make it alone. */
const alone: Record<Extract<OfficeWrite, string>, null | ((made: Scene, viewer: Viewer) => Promise<Answer>)> = {
  ruling: async ({ slug, say }, viewer) =>
    decide(db, { slug, viewer, number: await say('Raz.'), decision: 'not-accepted' }),
  'many-rulings': async ({ slug, say }, viewer) =>
    decideMany(db, {
      viewer,
      slug,
      remarks: new Map([[await say('Dwa.'), 1]]),
      decision: 'not-accepted',
      reason: 'Nie.',
      againstVersion: 1,
      step: 'decide',
    }),
  'group-ruling': async ({ slug, say }, viewer) => {
    const numbers = [await say('Trzy.'), await say('Trzy i pół.')];
    const group = await createGroup(db, { viewer, slug, title: 'Grupa', numbers });
    if (!group.ok) throw new Error(group.error.code);
    const remarks = await db.remark.findMany({ where: { consultation: { slug }, number: { in: numbers } } });
    const { revision } = await db.remarkGroup.findFirstOrThrow({ where: { consultation: { slug } } });
    return ruleGroup(db, {
      viewer,
      slug,
      group: group.value.number,
      groupRevision: revision,
      decision: 'not-accepted',
      reason: 'Nie.',
      finals: new Map(),
      againstVersion: 1,
      step: 'decide',
      members: new Map(remarks.map((each) => [each.number, each.revision])),
    });
  },
  // The letters are entered; their rulings are drafts for somebody else.
  'imported-rulings': async ({ slug, id }, viewer) => {
    const done = await importRemarks(db, {
      viewer,
      slug,
      now: after,
      remarks: [
        {
          row: 1,
          receivedOn: '2026-11-10',
          sign: '1/A',
          place: null,
          category: null,
          reason: 'Cztery.',
          authorName: 'Jan',
          organisation: null,
          channel: 'paper',
          caseSign: null,
          contactEmail: null,
          contactAddress: null,
          ruling: { decision: 'not-accepted', words: 'nieuwzględniona', reason: 'Nie.' },
        },
      ],
    });
    const rulings = await db.ruling.count({ where: { consultationId: id } });
    return rulings > 0
      ? done
      : {
          ok: false,
          error: {
            code:
              (await db.rulingDraft.count({
                where: { consultationId: id, state: 'waiting', decisionWords: 'nieuwzględniona' },
              })) === 1
                ? 'four-eyes'
                : 'lost',
          },
        };
  },
  editorial: ({ slug }, viewer) => writeEditorial(db, { viewer, slug, ...inputs.editorial }),
  terms: ({ slug }, viewer) => changeTerms(db, { viewer, slug, ...inputs.terms, now: during }),
  'ruling-correction': ({ slug }, viewer) =>
    correctRuling(db, { viewer, slug, ...inputs['ruling-correction'], finals: new Map(), now: during }),
  withdrawal: ({ slug }, viewer) => withdrawFiling(db, { viewer, slug, number: 1, points: new Map([[1, 1]]) }),
  report: ({ slug }, viewer) => publishReport(db, { viewer, slug, ...inputs.report, now: after }),
  'unified-frozen': async ({ slug, id }, viewer) => {
    const { id: unified } = await db.unifiedText.findFirstOrThrow({ where: { consultationId: id } });
    const done = await freezeNow(db, { viewer, slug, id: unified, now: after });
    return !done.ok && done.error.code === 'same-official'
      ? { ok: false, error: { code: 'four-eyes' } }
      : done.ok || done.error.code === 'unanswered'
        ? { ok: true }
        : done;
  },
  adopted: ({ slug }, viewer) => enterAdopted(db, { viewer, slug, ...adopted, now: council }),
  'adopted-corrected': ({ slug }, viewer) =>
    correctAdopted(db, { viewer, slug, ...inputs['adopted-corrected'], now: council }),
  'four-eyes-off': ({ slug }, viewer) => setFourEyes(db, { viewer, slug, fourEyes: false, reason: 'Urlopy.' }),
  uncovering: async (_made, viewer) => undoRedaction(db, { viewer, ...inputs.uncovering, now: during }),
  'four-eyes-on': null,
  'ruling-draft': null,
  'office-draft': null,
  group: null,
  handling: null,
  meeting: null,
  'report-details': null,
  'unified-proposed': null,
  filing: null,
  rewording: null,
  'word-returned': null,
  redaction: null,
  'letters-posted': null,
  'covering-confirmed': null,
};

/** Text, rulings, report, terms, what goes to the council and what came back, and the safeguard itself. */
async function inForce({ id, slug }: Scene): Promise<string> {
  const where = { consultationId: id };
  return JSON.stringify([
    await db.version.findMany({ where }),
    await db.ruling.findMany({ where }),
    await db.remark.findMany({ where: { ...where, state: 'withdrawn' } }),
    await db.report.findMany({ where }),
    await db.termChange.findMany({ where }),
    await db.unifiedText.findMany({ where }),
    await db.adoptedText.findMany({ where: { unified: where } }),
    await db.consultation.findUniqueOrThrow({
      where: { slug },
      select: {
        summary: true,
        version: true,
        fourEyes: true,
        sentAt: true,
        adoptedOn: true,
        opensAt: true,
        closesAt: true,
      },
    }),
  ]);
}

const needTwo = (Object.keys(officeWrites) as OfficeWrite[]).filter((write) => officeWrites[write] === 'two');

test.each(needTwo)('under four eyes one official alone changes nothing by: %s', async (write) => {
  const made = await scene();
  await grounds[write]?.(made);
  await made.on();
  const run = alone[write];
  if (!run) throw new Error(`nobody tries ${write}`);
  const before = await inForce(made);
  expect(await run(made, made.official)).toMatchObject({ ok: false, error: { code: 'four-eyes' } });
  expect(await inForce(made)).toBe(before);
});

test.each(needTwo.filter((write) => write !== 'four-eyes-off'))(
  'without four eyes one official is enough for: %s',
  async (write) => {
    const made = await scene();
    await grounds[write]?.(made);
    expect(await alone[write]?.(made, made.official)).toMatchObject({ ok: true });
  },
);

const moment: Record<DraftKind, Date> = {
  editorial: during,
  terms: during,
  'ruling-correction': during,
  withdrawal: during,
  report: after,
  adopted: council,
  'adopted-corrected': council,
  'four-eyes-off': during,
  uncovering: during,
};

test.each(Object.keys(inputs) as DraftKind[])(
  'what waits is approved by another official alone, never by who wrote it, by whatever way: %s',
  async (kind) => {
    const made = await scene();
    const { slug, official, second, third, id } = made;
    await grounds[kind]?.(made);
    await made.on();
    const now = moment[kind];
    const handIn = async (viewer: Viewer) => {
      const done = await handInOfficeDraft(db, { viewer, slug, kind, input: inputs[kind], now });
      if (!done.ok) throw new Error(done.error.code);
      return done.value.id;
    };
    const approve = (viewer: Viewer, draft: string, revision = 1) =>
      approveOfficeDraft(db, { viewer, slug, id: draft, revision, now });
    const before = await inForce(made);
    const first = await handIn(official);
    expect(await approve(official, first)).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect(
      await reviewOfficeDraft(db, { viewer: official, slug, id: first, revision: 1, step: { kind: 'drop' } }),
    ).toEqual({ ok: true });
    expect(await approve(second, first, 2)).toEqual({ ok: false, error: { code: 'not-allowed' } });
    // Somebody else hands in a copy of what was given up: it is still the first official's.
    const copy = await handIn(second);
    expect(await approve(official, copy)).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect(await approve(second, copy)).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect(await inForce(made)).toBe(before);
    expect(await approve(third, copy, 7)).toEqual({ ok: false, error: { code: 'draft-moved' } });
    expect(await approve(third, copy)).toMatchObject({ ok: true, value: { kind } });
    expect(await inForce(made)).not.toBe(before);
    expect(await db.officeDraft.findUniqueOrThrow({ where: { id: copy } })).toMatchObject({
      state: 'approved',
      draftedByName: 'Piotr',
      reviewedByName: 'Ewa',
    });
    const done = await inForce(made);
    expect(await approve(third, copy, 2)).toMatchObject({ ok: false });
    expect(await inForce(made)).toBe(done);
    expect(
      (await db.event.findMany({ where: { consultationId: id, kind: { startsWith: 'office-draft' } } })).length,
    ).toBe(4);
  },
);

test('a draft that another write has overtaken is refused as it is, and so is one that could never be made', async () => {
  const made = await scene();
  const { slug, official, second } = made;
  await made.on();
  expect(
    await handInOfficeDraft(db, {
      viewer: official,
      slug,
      kind: 'editorial',
      input: { ...inputs.editorial, reason: '' },
    }),
  ).toEqual({ ok: false, error: { code: 'reason-required' } });
  const [one, two] = [
    await handInOfficeDraft(db, { viewer: official, slug, kind: 'editorial', input: inputs.editorial }),
    await handInOfficeDraft(db, {
      viewer: official,
      slug,
      kind: 'editorial',
      input: { ...inputs.editorial, change: { ...change, text: 'Raport: 40 dni.' } },
    }),
  ];
  if (!one.ok || !two.ok) throw new Error('not handed in');
  expect(await approveOfficeDraft(db, { viewer: second, slug, id: one.value.id, revision: 1 })).toMatchObject({
    ok: true,
    value: { result: '2' },
  });
  expect(await approveOfficeDraft(db, { viewer: second, slug, id: two.value.id, revision: 1 })).toEqual({
    ok: false,
    error: { code: 'refused', cause: 'moved' },
  });
  expect(await db.officeDraft.findUniqueOrThrow({ where: { id: two.value.id } })).toMatchObject({
    state: 'waiting',
    result: null,
  });
});

test('switching on and off is public with names and reasons', async () => {
  const made = await scene();
  const { slug, official, second, id } = made;
  await made.on();
  const off = await handInOfficeDraft(db, {
    viewer: official,
    slug,
    kind: 'four-eyes-off',
    input: { reason: 'Urlopy.' },
  });
  if (!off.ok) throw new Error(off.error.code);
  await approveOfficeDraft(db, { viewer: second, slug, id: off.value.id, revision: 1 });
  expect(await listSafeguardChanges(db, id)).toMatchObject([
    { on: true, reason: 'Ważna uchwała.', by: ['Marta'] },
    { on: false, reason: 'Urlopy.', by: ['Marta', 'Piotr'] },
  ]);
});

test('a ruling is not approved by who wrote its words first, though the draft was written over and another handed it in', async () => {
  const made = await scene();
  const { slug, official, second, third } = made;
  const number = await made.say('Pięć.');
  await made.on();
  const draft = (viewer: Viewer, reason: string, draftRevision: number, step: 'save' | 'hand-in') =>
    saveDraft(db, {
      viewer,
      slug,
      number,
      decision: 'not-accepted',
      reason,
      finals: new Map(),
      againstVersion: 1,
      remarkRevision: 1,
      step,
      draftRevision,
    });
  await draft(official, 'Słowa Marty, bo tak.', 0, 'save');
  await draft(official, 'Co innego.', 1, 'save');
  const copied = await draft(second, 'słowa  Marty, bo tak', 0, 'hand-in');
  if (!copied.ok) throw new Error(copied.error.code);
  const approve = (viewer: Viewer) =>
    approveDrafts(db, { viewer, slug, drafts: [{ id: copied.value.draftId, revision: 1 }], againstVersion: 1 });
  expect(await approve(official)).toEqual({ ok: false, error: { number, code: 'not-allowed' } });
  expect(await approve(third)).toMatchObject({ ok: true });
});

test('once the report is closed a change of the text is a correction with a line of its own in the report', async () => {
  const made = await scene();
  const { slug, official, second } = made;
  await grounds.report?.(made);
  expect(await publishReport(db, { viewer: official, slug, after: 0, note: '', now: after })).toMatchObject({
    ok: true,
  });
  expect(await writeEditorial(db, { viewer: official, slug, ...inputs.editorial })).toEqual({
    ok: false,
    error: { code: 'report-closed' },
  });
  await made.on(second);
  const later = new Date(Date.now() + 60_000);
  const handedIn = await handInOfficeDraft(db, {
    viewer: official,
    slug,
    kind: 'editorial',
    input: { ...inputs.editorial, report: 1 },
    now: later,
  });
  if (!handedIn.ok) throw new Error(handedIn.error.code);
  expect(
    await approveOfficeDraft(db, {
      viewer: second,
      slug,
      id: handedIn.value.id,
      revision: 1,
      now: new Date(after.getTime() + 120_000),
    }),
  ).toMatchObject({ ok: true });
  const report = await openReport(db, { slug, number: null, now: later });
  expect(report.head.corrections).toBeUndefined();
  expect(report.corrections.filter(({ what }) => what === 'text')).toMatchObject([
    { version: 2, reason: 'Język.', by: ['Marta', 'Piotr'] },
  ]);
  const live = await openReport(db, { slug, number: null, live: true, now: later });
  expect(live.head.corrections?.some(({ version }) => version === 2)).toBe(true);
});

test('a running term is cut by two officials in every consultation, and by nobody where there is one', async () => {
  const made = await scene();
  const { slug, official, second, id } = made;
  const dates = { ...shown, closesAt: new Date(closesAt.getTime() - 5 * 86_400_000) };
  const cut = (viewer: Viewer) =>
    changeTerms(db, { viewer, slug, shown, dates, reason: 'Pośpiech w urzędzie.', now: during });
  expect(await cut(official)).toEqual({ ok: false, error: { code: 'four-eyes' } });
  expect((await db.consultation.findUniqueOrThrow({ where: { id } })).closesAt).toEqual(closesAt);
  const handed = await handInOfficeDraft(db, {
    viewer: official,
    slug,
    kind: 'terms',
    input: { shown, dates, reason: 'Pośpiech w urzędzie.' },
    now: during,
  });
  if (!handed.ok) throw new Error(handed.error.code);
  const approve = (viewer: Viewer) =>
    approveOfficeDraft(db, { viewer, slug, id: handed.value.id, revision: 1, now: during });
  expect(await approve(official)).toMatchObject({ ok: false });
  expect(await approve(second)).toMatchObject({ ok: true });
  expect((await db.consultation.findUniqueOrThrow({ where: { id } })).closesAt).toEqual(dates.closesAt);
  // Longer again: one official may.
  const back = await changeTerms(db, {
    viewer: second,
    slug,
    shown: dates,
    dates: shown,
    reason: 'Jednak nie.',
    now: during,
  });
  expect(back).toMatchObject({ ok: true });
  await db.roleGrant.updateMany({ where: { teryt, userId: { not: official.id } }, data: { revokedAt: during } });
  expect(await cut(official)).toEqual({ ok: false, error: { code: 'needs-two' } });
});
