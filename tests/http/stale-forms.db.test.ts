import { dayOf } from '#app/i18n/dates.ts';
import { beforeAll, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { endpoints } from '#app/api/endpoints.server.ts';
import { importText } from '#app/drafting/acts/import-text.server.ts';
import { correctRuling } from '#app/drafting/rulings/correct-ruling.server.ts';
import { createGroup } from '#app/drafting/rulings/change-group.server.ts';
import { saveSnippet } from '#app/drafting/snippets/save-snippet.server.ts';
import { enterAdopted } from '#app/drafting/unified/enter-adopted.server.ts';
import { proposeUnified } from '#app/drafting/unified/propose-unified.server.ts';
import { officeUnified } from '#app/drafting/unified/unified-page.server.ts';
import { answerFindings } from '#app/drafting/unified/answer-findings.server.ts';
import { writeEditorial } from '#app/drafting/editorial/write-editorial.server.ts';
import { saveMeeting } from '#app/drafting/course/meetings/save-meeting.server.ts';
import { uploadMethodology } from '#app/monitoring/bridge/upload-methodology.server.ts';
import { openReplyRound } from '#app/monitoring/fieldwork/open-reply-round.server.ts';
import { saveCodings } from '#app/monitoring/fieldwork/save-codings.server.ts';
import { proposeWithdrawal } from '#app/monitoring/publication/changes/propose-change.server.ts';
import { withoutLimits } from '#app/limits/asker.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { sessionCookie } from '#app/http/session.server.ts';
import { startSession } from '#app/people/sessions.server.ts';
import { answer } from '#tests/fixtures/field-team.ts';
import { declareNothing } from '#tests/fixtures/monitoring-team.ts';
import { codedEdition, publishedEdition, units } from '#tests/fixtures/published-edition.ts';
import {
  codes,
  decide,
  filed,
  makeConsultation,
  makePerson as makeViewer,
  teryt,
  makeMunicipality,
} from '#tests/setup/consultation.ts';
import { fieldProblem } from '#tests/setup/field-bounds.ts';
import { formsOf, plain, type PageForm } from '#tests/setup/page-forms.ts';
import { rawRequest } from '#tests/setup/raw-request.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { testServer } from '#tests/setup/test-server.ts';
import { freezeNow } from '#tests/setup/unified.ts';
import { actionsWithoutWrites, writesOfRoutes } from '#tests/setup/writes.ts';

const db = await testDb();
const { port } = await testServer(db);
const day = 86_400_000;
const words = 'Zdanie pierwszej osoby, pisane długo.';
const others = 'Zdanie drugiej osoby, szybsze.';

type Person = Viewer & { cookie: string };
type Fields = Record<string, string | readonly string[]>;
type Case = {
  as: Person;
  /** Who is quicker; ordinarily a second official. */
  other?: Person;
  open: string;
  /** The form on the page: by a button or a field with this value. */
  form: readonly [name: string, value?: string];
  typed: Fields;
  /** What the other sends with the same form, or does otherwise. */
  meanwhile: Fields | (() => Promise<unknown>);
  /** Words of the first that the page of the refusal has to show; null for a form without words. */
  kept?: string | null;
  file?: string;
  /** Where the fields of the form are sent instead. */
  path?: string;
};

/** A person with roles and a session. */
async function person(
  name: string,
  grants: { role: 'official' | 'lead' | 'member' | 'admin'; teryt?: string; teamId?: string }[] = [],
): Promise<Person> {
  const viewer = await makeViewer(db, name);
  for (const grant of grants) await db.roleGrant.create({ data: { userId: viewer.id, ...grant } });
  return withSession({
    ...viewer,
    grants: grants.map(({ role, ...rest }) => ({
      role,
      teryt: rest.teryt ?? null,
      teamId: rest.teamId ?? null,
      organisationName: null,
    })),
  });
}

async function withSession(viewer: Viewer): Promise<Person> {
  const cookie =
    (await sessionCookie.serialize(await startSession(db, { userId: viewer.id, userAgent: null }))).split(';')[0] ?? '';
  return { ...viewer, cookie };
}

let one: Person;
let two: Person;
let three: Person;
let anna: Person;
let scenes = 0;

beforeAll(async () => {
  await makeMunicipality(db);
  [one, two, three, anna] = [
    await person('Pierwsza', [{ role: 'official', teryt }]),
    await person('Druga', [{ role: 'official', teryt }]),
    await person('Trzecia', [{ role: 'official', teryt }]),
    await person('Anna'),
  ];
});

/** A consultation of its own, with remarks 1 and 2 of Anna on a unit and remarks 3 and 4 without a change. */
async function scene(state: 'open' | 'over' = 'open', remarks = true) {
  scenes += 1;
  const slug = `sprawa-${scenes}`;
  const { id } = await makeConsultation(db, slug);
  const now = Date.now();
  const dates = state === 'open' ? [-10, 10, 40] : [-40, -10, 20];
  const [opensAt, closesAt, answersDueAt] = dates.map((days) => new Date(now + days * day)) as [Date, Date, Date];
  await db.consultation.update({
    where: { id },
    data: { opensAt: new Date(now - 50 * day), closesAt: new Date(now + 5 * day), answersDueAt },
  });
  if (remarks) {
    for (const text of ['Konsultacje trwają co najmniej 21 dni.', 'Konsultacje trwają co najmniej 30 dni.'])
      await filed(db, { slug, viewer: anna, code: codes.term, text, now: new Date(now) });
    for (const reason of ['Uwaga o całości.', 'Druga uwaga o całości.'])
      await filed(db, { slug, viewer: anna, code: codes.first, op: 'none', reason, now: new Date(now) });
  }
  await db.consultation.update({ where: { id }, data: { opensAt, closesAt } });
  return { slug, id, desk: `/urzad/konsultacje/${slug}`, pub: `/konsultacje/${slug}`, office: { viewer: one, slug } };
}

async function proposed(given?: Awaited<ReturnType<typeof scene>>) {
  const made = given ?? (await scene('over', false));
  const result = await proposeUnified(db, { ...made.office, version: 1, now: new Date() });
  if (!result.ok) throw new Error(result.error.code);
  return { ...made, unified: result.value.id };
}

async function answered(made: Awaited<ReturnType<typeof proposed>>, text = 'Wiemy.') {
  const { findings } = await officeUnified(db, made.office);
  await answerFindings(db, {
    ...made.office,
    id: made.unified,
    answers: new Map(findings.map(({ key, answer: shown }) => [key, { answer: text, shown }])),
  });
  return made;
}

async function sentToCouncil() {
  const made = await answered(await proposed());
  const frozen = await freezeNow(db, { ...made.office, id: made.unified, now: new Date() });
  if (!frozen.ok) throw new Error(frozen.error.code);
  return made;
}

const today = () => dayOf(new Date());
const inDays = (days: number) => dayOf(new Date(Date.now() + days * day));

/** A methodology file of a team, under a number of its own. */
const methodology = (title: string) =>
  JSON.stringify({
    ...JSON.parse(readFileSync('app/monitoring/methodology/data/methodology-gmina-2026.json', 'utf8')),
    id: 'wlasna',
    version: '1.0.0',
    title: { pl: title, en: title },
  });

async function teamOf(made: Awaited<ReturnType<typeof codedEdition>>) {
  const lead = await withSession(made.lead);
  const member = await withSession(made.member);
  for (const { id: userId, grants } of [lead, member])
    await db.roleGrant.createMany({ data: grants.map(({ role, teamId }) => ({ userId, role, teamId })) });
  const second = await person('Drugi prowadzący', [{ role: 'lead', teamId: made.teamId }]);
  await declareNothing(db, [second], units);
  const { slug: team } = await db.team.findUniqueOrThrow({ where: { id: made.teamId } });
  return { ...made, lead, member, second, team };
}

async function snippet(): Promise<string> {
  const saved = await saveSnippet(db, {
    viewer: one,
    teryt,
    name: `Tekst ${(scenes += 1)}`,
    text: 'Dziękujemy.',
    meant: null,
  });
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.id;
}

async function importDraft() {
  const id = await importText(db, {
    viewer: one,
    teryt,
    source: 'UCHWAŁA NR 1\nRADY GMINY\nz dnia 1 grudnia 2026 r.\nw sprawie próby\n\n§ 1. Pierwszy.\n§ 2. Drugi.\n',
    sourceName: 'tekst',
  });
  return { id, open: `/urzad/import/${id}` };
}

const cases: Record<string, () => Promise<Case>> = {
  'konsultacje.$slug.pisma.$number withdrawFiling': async () => {
    const { slug, pub } = await scene();
    return {
      as: anna,
      open: `${pub}/pisma/3`,
      form: ['intent', 'withdraw'],
      typed: { point: '1' },
      kept: null,
      meanwhile: () =>
        db.remark.updateMany({ where: { number: 3, consultation: { slug } }, data: { revision: { increment: 1 } } }),
    };
  },
  'konsultacje.$slug.j.$code.poprawka stepOnlineForm': async () => {
    const { pub, office } = await scene();
    const change = { op: 'replace', code: codes.report, heading: '', text: others, rest: '', target: null } as const;
    return {
      as: anna,
      open: `${pub}/j/${codes.report}/poprawka`,
      form: ['intent', 'person'],
      typed: { text: words, reason: words, intent: 'file' },
      meanwhile: () => writeEditorial(db, { ...office, change, reason: 'Język.', againstVersion: 1, report: 0 }),
    };
  },
  'urzad.konsultacje.$slug.grupy._index addToGroup': async () => {
    const { slug, desk, office } = await scene();
    await createGroup(db, { ...office, title: 'Terminy', numbers: [3, 4] });
    return {
      as: one,
      open: `${desk}/grupy/1`,
      form: ['intent', 'rename'],
      path: `${desk}/grupy`,
      typed: { intent: 'add', group: '1', nr: '1' },
      kept: null,
      meanwhile: () =>
        db.remarkGroup.updateMany({ where: { consultation: { slug } }, data: { revision: { increment: 1 } } }),
    };
  },
  'konsultacje.$slug.uwagi.$number setSupport': async () => {
    const { slug, pub } = await scene();
    return {
      as: two,
      open: `${pub}/uwagi/1`,
      form: ['intent', 'support'],
      typed: { stance: 'support' },
      kept: null,
      meanwhile: async () => {
        const {
          id,
          operations: [operation],
        } = await db.remark.findFirstOrThrow({
          where: { number: 1, consultation: { slug } },
          include: { operations: { include: { wordings: true } } },
        });
        await db.operationWording.updateMany({ where: { operationId: operation!.id }, data: { after: 'Inne słowa.' } });
        await db.remark.update({ where: { id }, data: { revision: { increment: 1 } } });
      },
    };
  },
  'urzad.import.$id._index correctRoles': async () => {
    const { id, open } = await importDraft();
    return {
      as: one,
      open,
      form: ['revision'],
      typed: {},
      kept: null,
      meanwhile: () => db.importDraft.update({ where: { id }, data: { revision: { increment: 1 } } }),
    };
  },
  'urzad.import.$id._index deleteImport': async () => {
    const { id, open } = await importDraft();
    return {
      as: one,
      open,
      form: ['intent', 'delete'],
      typed: {},
      kept: null,
      meanwhile: () => db.importDraft.update({ where: { id }, data: { revision: { increment: 1 } } }),
    };
  },
  'urzad.import.$id.tresc editSource': async () => {
    const { open } = await importDraft();
    return {
      as: one,
      open: `${open}/tresc`,
      form: ['source'],
      typed: { source: `§ 1. ${words}\n§ 2. Drugi.` },
      meanwhile: { source: `§ 1. ${others}\n§ 2. Drugi.` },
    };
  },
  'urzad.import.$id.publikacja publishImport': async () => {
    const { id, open } = await importDraft();
    const typed = {
      title: 'Próba publikacji',
      summary: words,
      opensOn: inDays(1),
      opensTime: '08:00',
      closesOn: inDays(30),
      closesTime: '23:59',
      answersOn: inDays(60),
      answersTime: '23:59',
      numbering: 'draft',
    };
    return {
      as: one,
      open: `${open}/publikacja`,
      form: ['title'],
      typed,
      meanwhile: () => db.importDraft.update({ where: { id }, data: { revision: { increment: 1 } } }),
    };
  },
  'urzad.konsultacje.$slug.grupy.$number renameGroup': async () => {
    const { desk, office } = await scene();
    await createGroup(db, { ...office, title: 'Terminy', numbers: [1, 2] });
    return {
      as: one,
      open: `${desk}/grupy/1`,
      form: ['intent', 'rename'],
      typed: { title: words },
      meanwhile: { title: others },
    };
  },
  'urzad.konsultacje.$slug.grupy.$number takeOutOfGroup': async () => {
    const { desk, office } = await scene();
    await createGroup(db, { ...office, title: 'Terminy', numbers: [1, 2] });
    return {
      as: one,
      open: `${desk}/grupy/1`,
      form: ['intent', 'take-out'],
      typed: { nr: '1' },
      kept: null,
      meanwhile: { nr: '2' },
    };
  },
  'urzad.konsultacje.$slug.grupy.$number ruleGroup': async () => {
    const { slug, desk, office } = await scene();
    await createGroup(db, { ...office, title: 'Całość', numbers: [3, 4] });
    return {
      as: one,
      open: `${desk}/grupy/1`,
      form: ['intent', 'decide'],
      typed: { decision: 'not-accepted', reason: words },
      meanwhile: () =>
        db.remark.updateMany({ where: { number: 3, consultation: { slug } }, data: { revision: { increment: 1 } } }),
    };
  },
  'urzad.konsultacje.$slug.raport saveDetails': async () => {
    const { desk } = await scene();
    return {
      as: one,
      open: `${desk}/raport`,
      form: ['intent', 'save'],
      typed: { aim: words },
      meanwhile: { aim: others },
    };
  },
  'urzad.konsultacje.$slug.redakcja writeEditorial': async () => {
    const { desk, id } = await scene('over', false);
    return {
      as: one,
      open: `${desk}/redakcja?j=${codes.notice}&op=replace`,
      form: ['version'],
      typed: { intent: 'write', op: 'replace', code: String(codes.notice), text: `${words}`, reason: words },
      meanwhile: () => db.consultation.update({ where: { id }, data: { version: { increment: 1 } } }),
    };
  },
  'urzad.konsultacje.$slug.spotkania.$id saveMeeting': async () =>
    meeting(['intent', 'save'], { place: words }, { place: others }),
  'urzad.konsultacje.$slug.spotkania.$id cancelMeeting': async () => ({
    ...(await meeting(['intent', 'cancel'], {}, { place: others })),
    kept: null,
  }),
  'urzad.konsultacje.$slug.terminy changeTerms': async () => {
    const { desk } = await scene();
    return {
      as: one,
      open: `${desk}/terminy`,
      form: ['shownCloses'],
      typed: { closesOn: inDays(20), reason: words },
      meanwhile: { closesOn: inDays(25), reason: others },
    };
  },
  'urzad.konsultacje.$slug.ujednolicony proposeUnified': async () => {
    const { desk } = await scene('over', false);
    return { as: one, open: `${desk}/ujednolicony`, form: ['intent', 'propose'], typed: {}, kept: null, meanwhile: {} };
  },
  'urzad.konsultacje.$slug.ujednolicony answerFindings': async () => {
    const { desk } = await proposed(await scene('over'));
    return {
      as: one,
      open: `${desk}/ujednolicony`,
      form: ['intent', 'answer'],
      typed: { answer0: words },
      kept: null,
      meanwhile: { answer0: others },
    };
  },
  'urzad.konsultacje.$slug.ujednolicony freezeUnified': async () => {
    const made = await answered(await proposed(await scene('over')));
    return {
      as: one,
      open: `${made.desk}/ujednolicony`,
      form: ['intent', 'freeze'],
      typed: {},
      kept: null,
      meanwhile: () => answered(made, others),
    };
  },
  'urzad.konsultacje.$slug.ujednolicony withdrawUnified': async () => {
    const made = await proposed(await scene('over'));
    return {
      as: one,
      open: `${made.desk}/ujednolicony`,
      form: ['intent', 'withdraw'],
      typed: {},
      kept: null,
      meanwhile: () => answered(made, others),
    };
  },
  'urzad.konsultacje.$slug.ujednolicony enterAdopted': async () => {
    const { desk } = await sentToCouncil();
    return {
      as: one,
      open: `${desk}/ujednolicony`,
      form: ['intent', 'adopt-check'],
      typed: { intent: 'adopt', sign: 'XII/1/2026', adoptedOn: today(), text: `§ 1. ${words}` },
      kept: null,
      meanwhile: { intent: 'adopt', sign: 'XII/2/2026', adoptedOn: today(), text: `§ 1. ${others}` },
    };
  },
  'urzad.konsultacje.$slug.ujednolicony correctAdopted': async () => {
    const { desk, office } = await sentToCouncil();
    await enterAdopted(db, { ...office, sign: 'XII/1/2026', adoptedOn: today(), text: '§ 1. Tekst.', now: new Date() });
    return {
      as: one,
      open: `${desk}/ujednolicony`,
      form: ['intent', 'correct-check'],
      typed: { intent: 'correct', sign: 'XII/3/2026', reason: words },
      meanwhile: { intent: 'correct', sign: 'XII/2/2026', reason: others },
    };
  },
  'urzad.konsultacje.$slug.ustawienia correctFacts': async () => {
    const { slug, desk } = await scene();
    await db.consultation.update({ where: { slug }, data: { summary: 'Zasady rozmowy z mieszkańcami.' } });
    return {
      as: one,
      open: `${desk}/ustawienia`,
      form: ['intent', 'facts'],
      typed: { title: words, factsReason: words },
      meanwhile: { title: others, factsReason: others },
    };
  },
  'urzad.konsultacje.$slug.ustawienia setFourEyes': async () => {
    const { desk } = await scene();
    return {
      as: one,
      open: `${desk}/ustawienia`,
      form: ['shown'],
      typed: { fourEyes: 'yes', reason: words },
      meanwhile: { fourEyes: 'yes', reason: others },
    };
  },
  'urzad.konsultacje.$slug.uwagi.$number_.sprostowanie correctRuling': async () => {
    const { slug, desk, office } = await scene();
    const ruled = { slug, viewer: one, number: 3, decision: 'not-accepted', reason: 'Nie.' } as const;
    await decide(db, ruled);
    return {
      as: one,
      open: `${desk}/uwagi/3/sprostowanie`,
      form: ['intent', 'check'],
      typed: { intent: 'write', decision: 'not-accepted', reason: words, why: words },
      meanwhile: async () => {
        const { id } = await db.ruling.findFirstOrThrow({ where: { remark: { number: 3, consultation: { slug } } } });
        const corrected = await correctRuling(db, {
          ...office,
          number: 3,
          decision: 'not-accepted',
          reason: others,
          why: others,
          finals: new Map(),
          ruling: id,
          againstVersion: 1,
        });
        if (!corrected.ok) throw new Error(corrected.error.code);
      },
    };
  },
  'urzad.dane saveOfficeDetails': async () => ({
    as: one,
    open: '/urzad/dane',
    form: ['revision'],
    typed: { name: 'Urząd', address: words, controller: 'Wójt' },
    meanwhile: { name: 'Urząd', address: others, controller: 'Wójt' },
  }),
  'urzad.teksty saveSnippet': async () => ({
    as: one,
    open: `/urzad/teksty?tekst=${await snippet()}`,
    form: ['intent', 'change'],
    typed: { name: 'Odpowiedź', text: words },
    meanwhile: { name: 'Odpowiedź', text: others },
  }),
  'urzad.teksty removeSnippet': async () => ({
    as: one,
    open: `/urzad/teksty?tekst=${await snippet()}`,
    form: ['intent', 'remove'],
    typed: {},
    kept: null,
    meanwhile: { intent: 'change', name: 'Odpowiedź', text: others },
  }),
  'urzad.konsultacje.$slug.uwagi.$number decideRemark': async () => {
    const { slug, desk } = await scene();
    return {
      as: one,
      open: `${desk}/uwagi/3`,
      form: ['intent', 'decide'],
      typed: { decision: 'not-accepted', reason: words },
      meanwhile: () =>
        db.remark.updateMany({ where: { number: 3, consultation: { slug } }, data: { revision: { increment: 1 } } }),
    };
  },
  'urzad.konsultacje.$slug.uwagi.$number saveDraft': async () => {
    const { desk } = await scene();
    return {
      as: one,
      open: `${desk}/uwagi/3`,
      form: ['intent', 'save'],
      typed: { decision: 'not-accepted', reason: words },
      other: one,
      meanwhile: { decision: 'not-accepted', reason: others },
    };
  },
  'urzad.konsultacje.$slug.uwagi.$number assignRemarks': async () => {
    const { desk } = await scene();
    return {
      as: one,
      open: `${desk}/uwagi/3`,
      form: ['intent', 'assign'],
      typed: { person: three.id },
      kept: null,
      meanwhile: { person: two.id },
    };
  },
  'urzad.konsultacje.$slug.uwagi.$number setDue': async () => {
    const { desk } = await scene();
    return {
      as: one,
      open: `${desk}/uwagi/3`,
      form: ['intent', 'due'],
      typed: { due: inDays(3) },
      kept: inDays(3),
      meanwhile: { due: inDays(4) },
    };
  },
  'urzad.konsultacje.$slug.uwagi.$number approveDrafts': async () => ({
    ...(await waitingDraft()),
    form: ['intent', 'approve'],
    typed: {},
    kept: null,
  }),
  'urzad.konsultacje.$slug.uwagi.$number reviewDraft': async () => ({
    ...(await waitingDraft()),
    form: ['intent', 'return'],
    typed: { note: words },
  }),
  'urzad.konsultacje.$slug.zatwierdzanie approveOfficeDraft': async () => ({
    ...(await waitingTerms()),
    form: ['intent', 'approve'],
    typed: {},
    kept: null,
  }),
  'urzad.konsultacje.$slug.zatwierdzanie reviewOfficeDraft': async () => ({
    ...(await waitingTerms()),
    form: ['intent', 'return'],
    typed: { note: words },
  }),
  'urzad.konsultacje.$slug.zebrane releaseBasket': async () => ({
    ...(await collected()),
    form: ['intent', 'release'],
    typed: {},
    kept: null,
  }),
  'urzad.konsultacje.$slug.zebrane takeOutOfBasket': async () => ({
    ...(await collected()),
    form: ['intent', 'take-out'],
    typed: {},
    kept: null,
  }),
  'urzad.konsultacje.$slug.zebrane moveInBasket': async () => ({
    ...(await collected()),
    form: ['intent', 'move'],
    typed: {},
    kept: null,
  }),
  'urzad.konsultacje.$slug.zbiorczo decideMany': async () =>
    bulk('decide', { decision: 'not-accepted', reason: words }, (slug) =>
      db.remark.updateMany({ where: { number: 3, consultation: { slug } }, data: { revision: { increment: 1 } } }),
    ),
  'urzad.konsultacje.$slug.zbiorczo assignRemarks': async () => ({
    ...(await bulk('assign', { person: three.id }, { person: two.id })),
    kept: null,
  }),
  'urzad.konsultacje.$slug.zbiorczo setDue': async () => ({
    ...(await bulk('due', { due: inDays(3) }, { due: inDays(4) })),
    kept: null,
  }),
  'urzad.konsultacje.$slug.zbiorczo approveDrafts': async () => {
    const waiting = await waitingDraft();
    return {
      ...waiting,
      open: waiting.open.replace('uwagi/3', 'zbiorczo?nr=3'),
      form: ['intent', 'approve'],
      typed: {},
      kept: null,
    };
  },
  'zespol.$slug.$teryt.$indicator.zapis answerCodingForm': async () => {
    const page = await cases['zespol.$slug.$teryt.$indicator._index answerCodingForm']!();
    return { ...page, path: `${page.open}/zapis`, kept: null };
  },
  'zespol.$slug.gminy removeMunicipality': async () => {
    const made = await teamOf(await codedEdition(db));
    const last = '9902032';
    return {
      as: made.lead,
      open: `/zespol/${made.slug}/gminy`,
      form: ['teryt', last],
      typed: {},
      kept: null,
      meanwhile: () =>
        db.assignment.create({
          data: {
            editionId: made.id,
            teryt: last,
            area: 'T',
            part: 1,
            userId: made.member.id,
            assignedById: made.second.id,
            assignedAt: new Date(),
          },
        }),
    };
  },
  'zespol.$slug.korekty proposeCorrection': async () => {
    const made = await teamOf(await publishedEdition(db));
    const given = (level: string, reason: string) => ({
      answer: level,
      note: 'Znak pisma.',
      reason,
      'url-0': 'https://bip.example/1',
    });
    return {
      as: made.lead,
      other: made.second,
      open: `/zespol/${made.slug}/korekty?gmina=9902012&wskaznik=T01`,
      form: ['issue'],
      typed: given('1', words),
      meanwhile: given('0', others),
    };
  },
  'zespol.$slug.wycofanie proposeWithdrawal': async () => {
    const made = await teamOf(await publishedEdition(db));
    const given = (reason: string) => ({ what: units[0], ground: 'court', reason });
    return {
      as: made.lead,
      other: made.second,
      open: `/zespol/${made.slug}/wycofanie`,
      form: ['issue'],
      typed: given(words),
      meanwhile: given(others),
    };
  },
  'zespol.$slug.zmiany decideChange': async () => {
    const made = await teamOf(await publishedEdition(db));
    const change = await proposeWithdrawal(db, {
      viewer: made.lead,
      slug: made.slug,
      teryt: units[0],
      ground: 'error',
      reason: 'Pomylono gminy.',
      againstIssue: 1,
    });
    if (!change.ok) throw new Error(change.error.code);
    const third = await person('Trzeci prowadzący', [{ role: 'lead', teamId: made.teamId }]);
    return {
      as: made.second,
      other: third,
      open: `/zespol/${made.slug}/zmiany`,
      form: ['intent', 'decline'],
      typed: { [`note-${change.id}`]: words },
      meanwhile: { [`note-${change.id}`]: others },
    };
  },
  'zespol.$slug.przydzial assignMany': async () => {
    const made = await teamOf(await codedEdition(db));
    return {
      as: made.lead,
      other: made.second,
      open: `/zespol/${made.slug}/przydzial`,
      form: ['p-9902032-T-1'],
      typed: { 'p-9902032-T-1': made.member.id },
      kept: null,
      meanwhile: { 'p-9902032-T-1': made.lead.id },
    };
  },
  'zespol.$slug.publikacja publishEdition': async () => {
    const made = await teamOf(await codedEdition(db));
    return {
      as: made.lead,
      open: `/zespol/${made.slug}/publikacja`,
      form: ['intent', 'publish'],
      typed: { when: 'now' },
      kept: null,
      meanwhile: () =>
        saveCodings(db, { viewer: made.member, slug: made.slug, teryt: '9902032', answers: [answer('T01', 1)] }),
    };
  },
  'zespol.$slug.publikacja cancelRelease': async () => {
    const made = await teamOf(await codedEdition(db));
    await made.release({ releaseAt: new Date(Date.now() + day) });
    return {
      as: made.lead,
      open: `/zespol/${made.slug}/publikacja`,
      form: ['intent', 'cancel'],
      typed: {},
      kept: null,
      meanwhile: () =>
        db.edition.update({ where: { id: made.id }, data: { publishedAt: new Date(Date.now() + 2 * day) } }),
    };
  },
  'zespol.metodyka uploadMethodology': async () => {
    const made = await teamOf(await codedEdition(db));
    const load = (title: string, shown = new Map<string, string>()) =>
      uploadMethodology(db, { viewer: made.second, text: methodology(title), shown });
    expect(await load('Pierwsza')).toMatchObject({ ok: true });
    const { hash } = await db.methodology.findFirstOrThrow({ where: { key: 'wlasna' } });
    return {
      as: made.lead,
      open: '/zespol/metodyka',
      form: ['mapping'],
      typed: {},
      kept: null,
      file: methodology(words),
      meanwhile: () => load(others, new Map([['wlasna/1.0.0', hash]])),
    };
  },
  'zespol.osoby.$team removePerson': async () => {
    const made = await teamOf(await codedEdition(db));
    return {
      as: made.lead,
      open: `/zespol/osoby/${made.team}`,
      form: ['id', made.member.id],
      typed: {},
      kept: null,
      meanwhile: () => db.roleGrant.create({ data: { userId: made.member.id, role: 'lead', teamId: made.teamId } }),
    };
  },
  'zespol.$slug.$teryt.$indicator._index answerCodingForm': async () => {
    const made = await teamOf(await codedEdition(db));
    const given = (level: string, reason: string) => ({
      answer: level,
      reason,
      do: 'stay',
      'url-0': 'https://bip.example/1',
    });
    return {
      as: made.member,
      other: made.lead,
      open: `/zespol/${made.slug}/9902032/T01`,
      form: ['reason'],
      typed: given('1', words),
      meanwhile: given('0', others),
    };
  },
  'zespol.$slug.odpowiedzi.$teryt._index recordNotice': async () => {
    const made = await teamOf(await codedEdition(db));
    const [asked] = units;
    const opened = await openReplyRound(db, {
      viewer: made.lead,
      slug: made.slug,
      teryts: [asked],
      endsAt: new Date(Date.now() + 20 * day),
    });
    if (!opened.ok) throw new Error(opened.error.code);
    const notice = { way: 'post', number: 'ZM.1.2026', sentOn: dayOf(new Date()), deliveredOn: '', proof: '' };
    return {
      as: made.lead,
      other: made.second,
      open: `/zespol/${made.slug}/odpowiedzi/${asked}`,
      form: ['seen'],
      typed: { ...notice, to: words },
      meanwhile: { ...notice, to: others },
    };
  },
  'zespol.$slug.embargo revokeEmbargoLink': async () => {
    const made = await teamOf(await codedEdition(db));
    await made.release({ releaseAt: new Date(Date.now() + day) });
    const { id } = await db.embargoLink.create({
      data: {
        editionId: made.id,
        name: 'R',
        outlet: 'O',
        email: 'r@example.org',
        secretHash: `x-${made.slug}`,
        createdById: made.lead.id,
      },
    });
    return {
      as: made.lead,
      other: made.second,
      open: `/zespol/${made.slug}/embargo`,
      form: ['link', id],
      typed: { intent: 'revoke' },
      kept: null,
      meanwhile: { intent: 'revoke' },
    };
  },
  'urzad.zaslanianie.$type.$id redactText': async () => {
    const { slug } = await scene();
    const { id } = await db.remark.findFirstOrThrow({ where: { number: 3, consultation: { slug } } });
    return {
      as: one,
      open: `/urzad/zaslanianie/remark/${id}`,
      form: ['intent', 'cover'],
      typed: { ground: 'personal-data', note: words, whole: 'yes' },
      meanwhile: () => db.remark.update({ where: { id }, data: { reason: 'Inne słowa uwagi.' } }),
    };
  },
};

async function meeting(form: Case['form'], typed: Fields, meanwhile: Fields): Promise<Case> {
  const { desk, office, id } = await scene();
  // Late in the morning: its form has one day for both times.
  const at = (hours: number) => new Date(Math.floor(Date.now() / day + 5) * day + (9 + hours) * 3_600_000);
  await saveMeeting(db, {
    ...office,
    known: null,
    meeting: {
      form: 'meeting',
      title: 'Spotkanie',
      place: 'ratusz',
      startsAt: at(0),
      endsAt: at(1),
      attendance: null,
      minutes: '',
    },
  });
  const { id: known } = await db.meeting.findFirstOrThrow({ where: { consultationId: id } });
  const open = `${desk}/spotkania/${known}`;
  return {
    as: one,
    open,
    form,
    typed,
    meanwhile:
      form[1] === 'save'
        ? meanwhile
        : () => db.meeting.update({ where: { id: known }, data: { revision: { increment: 1 } } }),
  };
}

/** A draft that somebody handed in and a second has returned since the page was opened. */
async function waitingDraft(): Promise<Pick<Case, 'as' | 'open' | 'meanwhile'>> {
  const { id, slug, desk } = await scene();
  await db.consultation.update({ where: { id }, data: { fourEyes: true } });
  const drafting = await openForm(one, `${desk}/uwagi/3`, ['intent', 'hand-in']);
  expect(
    (await send(one, drafting, { decision: 'not-accepted', reason: 'Projekt stanowiska.', intent: 'hand-in' })).status,
  ).toBe(303);
  return {
    as: two,
    open: `${desk}/uwagi/3`,
    meanwhile: () =>
      db.rulingDraft.updateMany({ where: { consultation: { slug } }, data: { revision: { increment: 1 } } }),
  };
}

/** Two collected rulings that put a unit behind the same one, changed since the page was opened. */
async function collected(): Promise<Pick<Case, 'as' | 'open' | 'meanwhile'>> {
  const { slug, desk } = await scene();
  const texts = ['Raz.', 'Dwa.'];
  await db.consultation.update({ where: { slug }, data: { opensAt: new Date(Date.now() - 50 * day) } });
  for (const [at, inserted] of texts.entries()) {
    await filed(db, { slug, viewer: anna, code: codes.notice, op: 'insert-after', inserted, now: new Date() });
    const path = `${desk}/uwagi/${5 + at}`;
    const drafting = await openForm(one, path, ['intent', 'collect']);
    expect((await send(one, drafting, { decision: 'accepted', reason: 'Słusznie.', intent: 'collect' })).status).toBe(
      303,
    );
  }
  return {
    as: two,
    open: `${desk}/zebrane`,
    meanwhile: () =>
      db.rulingDraft.updateMany({ where: { consultation: { slug } }, data: { revision: { increment: 1 } } }),
  };
}

/** New dates that wait for a second official, handed in anew since the page was opened. */
async function waitingTerms(): Promise<Pick<Case, 'as' | 'open' | 'meanwhile'>> {
  const { id, slug, desk } = await scene();
  await db.consultation.update({ where: { id }, data: { fourEyes: true } });
  expect(
    (
      await send(one, await openForm(one, `${desk}/terminy`, ['shownCloses']), {
        closesOn: inDays(25),
        reason: 'Spotkanie przesunięto.',
      })
    ).status,
  ).toBe(303);
  return {
    as: two,
    open: `${desk}/zatwierdzanie`,
    meanwhile: () =>
      db.officeDraft.updateMany({ where: { consultation: { slug } }, data: { revision: { increment: 1 } } }),
  };
}

async function bulk(
  intent: string,
  typed: Fields,
  meanwhile: Fields | ((slug: string) => Promise<unknown>),
): Promise<Case> {
  const { slug, desk } = await scene();
  return {
    as: one,
    open: `${desk}/zbiorczo?nr=3&nr=4`,
    form: ['intent', intent === 'decide' ? 'preview' : intent],
    typed: { ...typed, intent },
    meanwhile: typeof meanwhile === 'function' ? () => meanwhile(slug) : meanwhile,
  };
}

/** Writes that need no token, and why. */
const once = 'names one row that is made once and ends once; who comes second is told';
const own = 'of one person alone: nobody else can change it';
const adds = 'only adds: nothing that is there is changed';
const aim = 'sets a state by name and says nothing of another; done twice it is done once';
const withoutToken: Record<string, string> = {
  'ankiety.$slug._index tryCode': 'writes nothing but what was tried',
  'ankiety.$slug.punkt takeStep': 'sends an answer once; the version that was asked goes with it',
  'embargo.$secret openEmbargoLink': adds,
  'odpowiedz.link.$secret openReplyLink': once,
  'haslo.$token resetPassword': once,
  'haslo._index requestPasswordReset': adds,
  'konsultacje.$slug.grupy.$number leaveGroup': own,
  'konsultacje.$slug.j.$code.komentarz takeComment': adds,
  'konsultacje.$slug.uwagi.$number_.komentarz takeComment': adds,
  'konto changePassword': own,
  'konto endOwnSession': own,
  'konto endOwnSessions': own,
  'konto resendConfirmation': own,
  'konto updateProfile': own,
  'konto_.adres.$secret confirmEmailChange': once,
  'konto_.adres._index askEmailChange': own,
  'konto_.podpisy allowName': own,
  'konto_.podpisy withdrawNames': own,
  'konto_.zamkniecie closeAccount': own,
  'konto_.formularze dropKeptForms': once,
  'konto_.zetony createToken': adds,
  'konto_.zetony revokeToken': own,
  'logowanie signIn': adds,
  'logowanie_.link.$token signInByLink': once,
  'logowanie_.link._index requestGuestLink': adds,
  'oceny.$slug.prasa._index subscribePress': adds,
  'oceny.$slug.prasa.potwierdz.$secret confirmPress': once,
  'oceny.$slug.prasa.wypisz.$secret leavePress': once,
  'potwierdz.$token confirmEmail': once,
  'potwierdz.uwaga.$token confirmGuestFiling': once,
  'potwierdz.uwaga.$token renewGuestLink': once,
  'potwierdz.uwaga.$token startGuestSession': adds,
  'rejestracja registerAccount': adds,
  'tablice.$slug._index writeCard': adds,
  'tablice.$slug.kartki enterSlip': adds,
  'tablice.$slug.prowadzenie attachCards': aim,
  'tablice.$slug.prowadzenie hideCard': aim,
  'tablice.$slug.prowadzenie makeGroup': adds,
  'tablice.$slug.prowadzenie mergeCards': 'names cards; one that was joined meanwhile is told',
  'tablice.$slug.prowadzenie placeCards': aim,
  'tablice.$slug.prowadzenie setPhase': aim,
  'tablice._index joinByCode': own,
  'tablice.kod.$secret joinByCode': own,
  'tablice.nowa openBoard': adds,
  'urzad.konsultacje.$slug.podstawy addGround': adds,
  'urzad.konsultacje.$slug.podstawy removeGround': once,
  'urzad.import._index importText': adds,
  'urzad.konsultacje.$slug.grupy._index createGroup': adds,
  'urzad.konsultacje.$slug.rejestr.import importRemarks': adds,
  'urzad.konsultacje.$slug.rejestr.kod answerCodeForm': once,
  'urzad.konsultacje.$slug.rejestr.nowe attachFile': adds,
  'urzad.konsultacje.$slug.spotkania._index saveMeeting': adds,
  'urzad.powiadomienia.$id deleteWebhook': once,
  'urzad.powiadomienia.$id replayDelivery': adds,
  'urzad.powiadomienia.$id switchWebhook': aim,
  'urzad.powiadomienia.$id testWebhook': adds,
  'urzad.powiadomienia._index createWebhook': adds,
  'urzad.zaslanianie.$type.$id undoRedaction': once,
  'urzad.zaslanianie.$type.$id confirmCovering': once,
  'wyloguj endSession': own,
  'zespol.$slug.$teryt._index handIn': own,
  'zespol.$slug.embargo createEmbargoLink': adds,
  'zespol.$slug.gminy addMunicipalities': adds,
  'zespol.$slug.odpowiedzi._index openReplyRound': once,
  'zespol.$slug.publikacja addBorderCells': adds,
  'zespol.$slug.rozstrzyganie adjudicate': once,
  'zespol.nowa-edycja createEdition': adds,
  'zespol.osoby.$team invite': adds,
  'zespol.osoby.$team withdrawInvitation': once,
  'zespol.powiazania declareTie': adds,
  'urzad.ankiety.$slug.arkusze._index enterSheet': 'names a numbered sheet; one that is entered already is told',
  'urzad.ankiety.$slug.arkusze._index refuseSheet': 'names a numbered sheet; one that is entered already is told',
  'urzad.ankiety.$slug.arkusze.drugi enterSecond': once,
  'urzad.ankiety.$slug.arkusze.roznice settleSheet': once,
  'urzad.ankiety.$slug.kody._index makeCodes': adds,
  'urzad.ankiety.$slug.kody[.]csv codesCsv': 'writes nothing: the codes come from the page',
  'urzad.ankiety.$slug.tematy addTheme': adds,
  'urzad.ankiety.$slug.tematy markThemes': own,
  'urzad.ankiety.$slug.tematy sortedNow': 'writes nothing',
  'urzad.ankiety.$slug.wczytane._index importsPage': 'writes nothing',
  'urzad.ankiety.$slug.wczytane._index uploadAnswers': 'names its file; one that was taken is told',
  'urzad.ankiety.$slug.wczytane.$import findWaitingImport': 'writes nothing',
  'urzad.ankiety.$slug.wczytane.$import waitingImport': 'writes nothing',
  'urzad.ankiety.$slug.wczytane.$import dropImport': once,
  'urzad.ankiety._index createSurvey': adds,
  'zespol.powiazania declareNoTies': 'names how many municipalities were shown; another number is told',
  'zespol.zaproszenie.$secret acceptInvitation': once,
};

/** Writes that carry a token and whose story is longer than a page: the test that tells it, and the refusal it expects. */
const elsewhere: Record<string, readonly [file: string, refusal: string]> = {
  'urzad.ankiety.$slug.wczytane.$import mapImport': [
    'app/surveys/surveys.db.test.ts',
    "mapImport(db, { ...who, revision, mapping })).toMatchObject({ error: { code: 'conflict' } })",
  ],
  'urzad.ankiety.$slug.wczytane.$import takeImport': [
    'app/surveys/surveys.db.test.ts',
    "takeImport(db, { ...who, revision, now })).toMatchObject({ error: { code: 'conflict' } })",
  ],
  'konsultacje.$slug.uwagi.$number answerFit': [
    'app/drafting/register/file-remark.db.test.ts',
    "answerFit(db, { slug, number, viewer: bogdan, revision: revision - 1, answer: { kind } })).toEqual({ ok: false, error: { code: 'moved' } })",
  ],
  'konsultacje.$slug.uwagi.nowa stepOnlineForm': [
    'app/drafting/register/file-remark.db.test.ts',
    "error: { code: 'moved' } }",
  ],
  'urzad.ankiety.$slug._index beginVersion': [
    'app/surveys/surveys.db.test.ts',
    'expect(await beginVersion(db, old)).toEqual(moved)',
  ],
  'urzad.ankiety.$slug._index changeSurvey': [
    'app/surveys/surveys.db.test.ts',
    'expect(await changeSurvey(db, { ...old, change })).toEqual(moved)',
  ],
  'urzad.ankiety.$slug._index saveSurveyFacts': [
    'app/surveys/surveys.db.test.ts',
    'expect(await saveSurveyFacts(db, { ...old, facts })).toEqual(moved)',
  ],
  'urzad.ankiety.$slug.publikacja extendSurvey': [
    'app/surveys/surveys.db.test.ts',
    "expect(await extendSurvey(db, { ...old, closesAt: after, reason: 'Bo święta.', now: during })).toEqual(moved)",
  ],
  'urzad.ankiety.$slug.publikacja publishSurvey': [
    'app/surveys/surveys.db.test.ts',
    "expect(await publishSurvey(db, { ...old, ...publication, reason: '', now: during })).toEqual(moved)",
  ],
  'urzad.ankiety.$slug.pytanie changeSurvey': [
    'app/surveys/surveys.db.test.ts',
    'expect(await changeSurvey(db, { ...old, change })).toEqual(moved)',
  ],
  'urzad.ankiety.$slug.pytanie correctWording': [
    'app/surveys/surveys.db.test.ts',
    'expect(await correctWording(db, { ...old, ...wording })).toEqual(moved)',
  ],
  'tablice.$slug.zmiana changeBoard': [
    'app/boards/boards.db.test.ts',
    "expect(await change('Inaczej', 0)).toMatchObject({ error: { code: 'conflict' } })",
  ],
  'tablice.$slug.prowadzenie renameGroup': [
    'app/boards/boards.db.test.ts',
    "renameGroup(db, { ...lead(slug), number: 1, revision: 9, name: 'Inaczej', note: '' })).toMatchObject({ error: { code: 'conflict' } })",
  ],
  'tablice.$slug.wazenie giveMarks': [
    'app/boards/boards.db.test.ts',
    "expect(await give(pass, [[6, 2]], 1)).toMatchObject({ error: { code: 'conflict' } })",
  ],
  'urzad.konsultacje.$slug.uwagi.$number rewriteForAuthor': [
    'app/drafting/rulings/deciding.db.test.ts',
    "revision: revision + 1, words })).toEqual({ ok: false, error: { code: 'moved' } })",
  ],
  'urzad.oceny.$slug.$teryt._index answerOfficeForm': [
    'app/monitoring/fieldwork/replies.db.test.ts',
    "expect(await say()).toMatchObject({ error: { code: 'conflict' } })",
  ],
  'zespol.$slug.odpowiedzi.$teryt._index sendReplyLink': [
    'app/monitoring/fieldwork/replies.db.test.ts',
    "expect(await send({ seen: '' })).toEqual({ ok: false, error: { code: 'conflict' } })",
  ],
  'zespol.$slug.odpowiedzi.$teryt._index revokeReplyLink': [
    'app/monitoring/fieldwork/replies.db.test.ts',
    "expect(await revoke()).toEqual({ ok: false, error: { code: 'conflict' } })",
  ],
  'zespol.$slug.odpowiedzi.$teryt.$indicator decideReply': [
    'app/monitoring/fieldwork/replies.db.test.ts',
    "expect(await decide({ replyId: old })).toMatchObject({ error: { code: 'conflict' } })",
  ],
  'urzad.konsultacje.$slug.rejestr.listy markPosted': [
    'app/drafting/told/told.db.test.ts',
    "expect(await mark()).toEqual({ ok: false, error: { code: 'moved' } })",
  ],
  'urzad.konsultacje.$slug.raport publishReport': [
    'app/drafting/report/report.db.test.ts',
    "toMatchObject({ error: { code: 'moved' } })",
  ],
  'urzad.import.$id._index decideChanges': [
    'app/drafting/acts/decide-changes.db.test.ts',
    "revision: 7, decision: 'accept' })).toEqual({ ok: false, error: { code: 'conflict' } })",
  ],
  'urzad.konsultacje.$slug.word enterReturned': [
    'app/drafting/word/word.db.test.ts',
    "seen: 1, picked: allKeys(view), reason: 'Bo tak.', now: later })).toEqual({ ok: ",
  ],
};

test('every write of the program has a case here, or a reason why it needs none', () => {
  const known = [...Object.keys(cases), ...Object.keys(withoutToken), ...Object.keys(elsewhere)];
  expect([
    writesOfRoutes().filter((one) => !known.includes(one)),
    known.filter((one) => !writesOfRoutes().includes(one)),
  ]).toEqual([[], []]);
  expect(actionsWithoutWrites()).toEqual(['$', 'api.v1.$']);
  expect(endpoints.filter(({ method }) => method !== 'get').map(({ id }) => id)).toEqual(['fileRemarks']);
  for (const [file, refusal] of Object.values(elsewhere))
    expect([file, inOneLine(readFileSync(file, 'utf8')).includes(inOneLine(refusal))]).toEqual([file, true]);
});

/** Source text however it is broken into lines. */
const inOneLine = (source: string) => source.replace(/\s/g, '').replace(/,(?=[)\]}])/g, '');

type Opened = PageForm & { path: string };

async function openForm(who: Person, path: string, [name, value]: Case['form']): Promise<Opened> {
  const page = await rawRequest(port, path, { headers: { Cookie: who.cookie } });
  const forms = page.status === 200 ? formsOf(page.body.toString()) : [];
  const found = forms.find(({ fields, names, buttons }) =>
    value === undefined
      ? names.includes(name)
      : fields.some((field) => field[0] === name && field[1] === value) ||
        buttons.some((button) => button.name === name && button.value === value),
  );
  if (!found)
    throw new Error(
      `${path} (${page.status}) has no form with ${name}=${value ?? ''}: ${JSON.stringify(forms.map(({ names, buttons }) => [names, buttons]))}`,
    );
  return { ...found, path: found.action ?? path };
}

/** Sends a form as a browser does, with what was typed into it. */
async function send(who: Person, form: Opened, typed: Fields, file?: string) {
  const written = Object.entries(typed).flatMap(([name, values]) =>
    [values].flat().map((value) => [name, value] as const),
  );
  const fields = [...form.fields.filter(([name]) => !(name in typed)), ...written];
  if (file === undefined)
    return rawRequest(port, form.path, {
      method: 'POST',
      headers: { Cookie: who.cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: String(new URLSearchParams(fields.map(([name, value]) => [name, value]))),
    });
  const part = (head: string, value: string) => `--xx\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
  const body = `${fields.map(([name, value]) => part(`name="${name}"`, value)).join('')}${part('name="file"; filename="m.json"\r\nContent-Type: application/json', file)}--xx--\r\n`;
  return rawRequest(port, form.path, {
    method: 'POST',
    headers: { Cookie: who.cookie, 'Content-Type': 'multipart/form-data; boundary=xx' },
    body,
  });
}

/** Every row that is not about who asks. Sorted here: a server that works on the parts of a union side by side answers them in any order. */
async function state(): Promise<string> {
  const tables = await db.$queryRaw<
    { name: string }[]
  >`select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename !~ '^(_prisma|Limit|Session|Upload|RevisionRaise|Revision$)' order by 1`;
  const rows = await db.$queryRawUnsafe<{ hash: string }[]>(
    tables
      .map(
        ({ name }) =>
          `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') || '${name.replaceAll('"', '')}' as hash from ${name} t`,
      )
      .join(' union all '),
  );
  return rows
    .map(({ hash }) => hash)
    .sort()
    .join(' ');
}

for (const [name, make] of Object.entries(cases)) {
  test(`${name}: an old form is refused, writes nothing and keeps its words`, async () => {
    const given = await make();
    const { as, other = two, open, form, typed, meanwhile, file } = given;
    const button: Fields = form[1] !== undefined && form[0] === 'intent' ? { intent: form[1] } : {};
    const opened = await openForm(as, open, form);
    // A word too many is refused as well, with the bound that the page names.
    for (const field of opened.typed)
      expect(await fieldProblem({ port, cookie: as.cookie, form: opened, path: opened.path }, field)).toBeNull();
    const first = { ...opened, path: given.path ?? opened.path };
    if (typeof meanwhile === 'function') await meanwhile();
    else
      expect(
        (await withoutLimits(async () => send(other, await openForm(other, open, form), { ...button, ...meanwhile })))
          .status,
      ).toBe(303);
    const before = await state();
    const refused = await send(as, first, { ...button, ...typed }, file);
    const page = plain(refused.body.toString());
    expect([refused.status, (await state()) === before]).toEqual([409, true]);
    const kept = given.kept === undefined ? words : given.kept;
    if (kept !== null) expect(page).toContain(kept);
    // Whoever pressed the button is brought to what the page says about it.
    if (String(refused.headers['content-type']).startsWith('text/html'))
      expect(page.includes(' autofocus=""')).toBe(true);
  });
}
