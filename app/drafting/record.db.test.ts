import { attachFile, storeAttachment } from './attachments/attach-file.server.ts';
import { changeAttachment } from './attachments/change-attachment.server.ts';
import { afterAll, expect, test } from 'vitest';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { cancelMeeting } from '#app/drafting/course/meetings/cancel-meeting.server.ts';
import { saveMeeting } from '#app/drafting/course/meetings/save-meeting.server.ts';
import { readDetails } from '#app/drafting/report/details.ts';
import { publishReport } from '#app/drafting/report/publish-report.server.ts';
import { saveDetails } from '#app/drafting/report/save-details.server.ts';
import { correctFacts } from './course/facts/correct-facts.server.ts';
import { changeTerms } from '#app/drafting/course/terms/change-terms.server.ts';
import { answerFindings } from '#app/drafting/unified/answer-findings.server.ts';
import { correctAdopted } from '#app/drafting/unified/correct-adopted.server.ts';
import { enterAdopted } from '#app/drafting/unified/enter-adopted.server.ts';
import { proposeUnified } from '#app/drafting/unified/propose-unified.server.ts';
import { officeUnified } from '#app/drafting/unified/unified-page.server.ts';
import {
  answersDue,
  closesAt,
  codes,
  decide,
  during,
  file,
  makeConsultation,
  makePerson,
  opensAt,
  teryt,
} from '#tests/setup/consultation.ts';
import { changesOf } from '#tests/setup/changes-of.ts';
import { coverInRemark } from '#tests/setup/cover-words.ts';
import { testDb } from '#tests/setup/test-db.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { answerFit } from './carry/answer-fit.server.ts';
import { approveDrafts } from './rulings/approve-drafts.server.ts';
import { assignRemarks, setDue } from './rulings/assign.server.ts';
import { addToGroup, createGroup, renameGroup, takeOutOfGroup } from './rulings/change-group.server.ts';
import { leaveGroup } from './rulings/leave-group.server.ts';
import { moveInBasket, takeOutOfBasket } from './rulings/change-basket.server.ts';
import { releaseBasket } from './rulings/release-basket.server.ts';
import { reviewDraft } from './rulings/review-draft.server.ts';
import { ruleGroup } from './rulings/rule-group.server.ts';
import { saveDraft } from './rulings/save-draft.server.ts';
import { setFourEyes } from './rulings/set-four-eyes.server.ts';
import { writeEditorial } from './editorial/write-editorial.server.ts';
import { approveOfficeDraft } from '#app/approvals/approve-office-draft.server.ts';
import { handInOfficeDraft } from '#app/approvals/hand-in-office-draft.server.ts';
import { reviewOfficeDraft } from '#app/approvals/review-office-draft.server.ts';
import { eventKinds } from '#app/record/event-kinds.ts';
import { undoRedaction } from '#app/redaction/undo-redaction.server.ts';
import { withdrawNames } from '#app/account/naming/withdraw-names.server.ts';
import { confirmCovering } from '#app/redaction/confirm-covering.server.ts';
import { withdrawFiling } from './register/withdraw-filing.server.ts';
import { setSupport } from './talk/set-support.server.ts';
import { addComment } from './talk/add-comment.server.ts';
import { freezeNow, withdrawNow } from '#tests/setup/unified.ts';

const db = await testDb();
const { id, slug, official } = await makeConsultation(db, 'zapis');
const [second, anna, bogdan] = [
  await makePerson(db, 'Piotr', { role: 'official' }),
  await makePerson(db, 'Anna'),
  await makePerson(db, 'Bogdan'),
];
for (const { id: userId } of [official, second])
  await db.roleGrant.create({ data: { userId, role: 'official', teryt, grantedById: userId } });

const office = { viewer: official, slug };
const after = new Date(closesAt.getTime() + 3_600_000);
const term = 'Konsultacje trwają co najmniej 14 dni i obejmują jedno spotkanie w siedzibie urzędu.';
const seen = new Set<string>();

/**
 * One act of the story. What changed in the tables must be matched by exactly the lines of the record named here; an act that is
 * refused, or repeats what is done already, changes nothing and leaves nothing.
 */
type Act = [name: string, leaves: readonly string[], run: () => Promise<unknown>];
const story: Act[] = [];
const act = (...step: Act): void => void story.push(step);

const remark = (number: number) => db.remark.findFirstOrThrow({ where: { consultationId: id, number } });
const version = async () => (await db.consultation.findUniqueOrThrow({ where: { id } })).version;
const group = () => db.remarkGroup.findFirstOrThrow({ where: { consultationId: id } });
const say = (viewer: Viewer, reason: string) => file(db, { slug, viewer, code: codes.first, op: 'none', reason });
const amend = (viewer: Viewer, text: string) => file(db, { slug, viewer, code: codes.term, text });
const draftOf = async (number: number) =>
  db.rulingDraft.findFirstOrThrow({ where: { remark: { consultationId: id, number } }, orderBy: { id: 'desc' } });
const draft = async (number: number, step: 'save' | 'hand-in' | 'collect', draftRevision: number) =>
  saveDraft(db, {
    ...office,
    number,
    decision: 'not-accepted',
    reason: 'Szkic.',
    finals: new Map(),
    againstVersion: await version(),
    remarkRevision: (await remark(number)).revision,
    step,
    draftRevision,
  });
const answer = async (viewer: Viewer, number: number, kind: 'confirm' | 'withdraw') =>
  answerFit(db, { viewer, slug, number, revision: (await remark(number)).revision, answer: { kind } });

act('a comment', ['comment-added'], () =>
  addComment(db, { viewer: anna, slug, code: codes.first, body: 'Kiedy?', parentId: null, now: during }),
);
const withdraw = async () =>
  withdrawNames(db, {
    viewer: anna,
    which: {
      kind: 'comment',
      id: (await db.comment.findFirstOrThrow({ where: { consultationId: id, authorId: anna.id } })).id,
    },
  });
act('the same comment again', [], () =>
  addComment(db, { viewer: anna, slug, code: codes.first, body: 'Kiedy?', parentId: null, now: during }),
);
act('a name no longer under it', ['name-withdrawn'], withdraw);
act('withdrawn twice', [], withdraw);
act('1: an amendment', ['remark-filed'], () => amend(anna, term.replace('14', '21')));
act('the same amendment again', [], () => amend(anna, term.replace('14', '21')));
act('2: another amendment of the clause', ['remark-filed'], () =>
  amend(bogdan, term.replace('jedno spotkanie', 'dwa spotkania')),
);
act('3: one that will contradict', ['remark-filed'], () => amend(anna, term.replace('14', '30')));
act('a voice', ['support-given'], () =>
  setSupport(db, { viewer: bogdan, slug, number: 1, stance: 'support', now: during }),
);
act('the same voice again', [], () =>
  setSupport(db, { viewer: bogdan, slug, number: 1, stance: 'support', now: during }),
);
act('a voice taken back', ['support-withdrawn'], () =>
  setSupport(db, { viewer: bogdan, slug, number: 1, stance: null, now: during }),
);
act('an acceptance carries the others', ['remark-decided', 'remark-carried', 'remark-carried'], () =>
  decide(db, { slug, viewer: official, number: 1, decision: 'accepted' }),
);
act('a second ruling', [], () => decide(db, { slug, viewer: official, number: 1, decision: 'not-accepted' }));
act('the author agrees', ['remark-confirmed'], () => answer(bogdan, 2, 'confirm'));
act('the author agrees twice', [], () => answer(bogdan, 2, 'confirm'));
act('the author writes anew', ['remark-rewritten'], async () =>
  answerFit(db, {
    viewer: anna,
    slug,
    number: 3,
    revision: (await remark(3)).revision,
    answer: { kind: 'rewrite', words: new Map([[1, { text: term.replace('14', '45') }]]) },
  }),
);
act('an editorial change carries both', ['text-edited', 'remark-carried', 'remark-carried'], async () =>
  writeEditorial(db, {
    ...office,
    change: {
      op: 'replace',
      code: codes.term,
      heading: '',
      text: term.replace('14', '21').replace('urzędu', 'gminy'),
      rest: '',
      target: null,
    },
    reason: 'Porządek.',
    againstVersion: await version(),
  }),
);
for (const number of [4, 5, 6, 7])
  act(`${number}: a remark`, ['remark-filed'], () =>
    say(number === 4 ? anna : bogdan, `Proszę o dłuższy termin, numer ${number}.`),
  );
const attachment = () => db.attachment.findFirstOrThrow({ where: { filing: { consultation: { slug } } } });
const attach = async (words: string) => {
  const stored = await storeAttachment(db, {
    viewer: official,
    name: 'skan.pdf',
    bytes: new Uint8Array(Buffer.from(`%PDF-1.7 ${words}`)),
  });
  return stored.ok ? attachFile(db, { ...office, filing: 4, kind: 'letter', hash: stored.file.hash }) : stored;
};
const change = async (step: 'show' | 'hide' | 'remove', revision: number) =>
  changeAttachment(db, { ...office, id: (await attachment()).id, revision, step });
act('a scan', ['attachment-added'], () => attach('skan'));
act('the same scan', [], () => attach('skan'));
act('it is shown', ['attachment-shown'], () => change('show', 1));
act('shown from an older page', [], () => change('show', 1));
act('it is hidden', ['attachment-hidden'], () => change('hide', 2));
act('it is taken away', ['attachment-removed'], () => change('remove', 3));
act('assigned', ['remark-assigned'], () =>
  assignRemarks(db, { ...office, numbers: [4], officialId: second.id, shown: new Map([[4, '']]) }),
);
act('assigned from an older page', [], () =>
  assignRemarks(db, { ...office, numbers: [4], officialId: null, shown: new Map([[4, '']]) }),
);
act('assigned again', [], () =>
  assignRemarks(db, { ...office, numbers: [4], officialId: second.id, shown: new Map([[4, '']]) }),
);
act('a term from a page that said another one', [], () =>
  setDue(db, { ...office, numbers: [4], dueAt: after, shown: new Map([[4, closesAt.toISOString()]]) }),
);
act('a term of its own', ['remark-due-set'], () =>
  setDue(db, { ...office, numbers: [4], dueAt: after, shown: new Map([[4, '']]) }),
);
act('grouped', ['group-created', 'remark-grouped', 'remark-grouped', 'remark-grouped'], () =>
  createGroup(db, { ...office, title: 'Termin', numbers: [4, 5, 6] }),
);
act('grouped twice', [], () => createGroup(db, { ...office, title: 'Termin', numbers: [4, 5] }));
act('renamed', ['group-renamed'], async () =>
  renameGroup(db, { ...office, group: 1, revision: (await group()).revision, title: 'Dłuższy termin' }),
);
act('left', ['remark-left-group'], () => leaveGroup(db, { viewer: anna, slug, group: 1, number: 4 }));
act('left twice', [], () => leaveGroup(db, { viewer: anna, slug, group: 1, number: 4 }));
act('taken out', ['remark-ungrouped'], async () =>
  takeOutOfGroup(db, { ...office, group: 1, revision: (await group()).revision, numbers: [6] }),
);
act('one joins', ['remark-grouped'], async () =>
  addToGroup(db, { ...office, group: 1, revision: (await group()).revision, numbers: [7] }),
);
act('a group is answered', ['group-decided', 'remark-decided', 'remark-decided'], async () =>
  ruleGroup(db, {
    ...office,
    group: 1,
    groupRevision: (await group()).revision,
    decision: 'answered',
    reason: 'Termin jest dobry.',
    finals: new Map(),
    againstVersion: await version(),
    step: 'decide',
    members: new Map([
      [5, (await remark(5)).revision],
      [7, (await remark(7)).revision],
    ]),
  }),
);
act('a draft kept', ['draft-saved'], () => draft(6, 'save', 0));
act('handed in', ['draft-handed-in'], () => draft(6, 'hand-in', 1));
act('its author may not approve it', [], async () =>
  approveDrafts(db, {
    ...office,
    drafts: [{ id: (await draftOf(6)).id, revision: 2 }],
    againstVersion: await version(),
  }),
);
act('returned', ['draft-returned'], async () =>
  reviewDraft(db, {
    viewer: second,
    slug,
    draftId: (await draftOf(6)).id,
    draftRevision: 2,
    step: { kind: 'return', note: 'Krócej.' },
  }),
);
act('handed in again', ['draft-handed-in'], () => draft(6, 'hand-in', 3));
act('approved', ['draft-approved', 'remark-decided'], async () =>
  approveDrafts(db, {
    viewer: second,
    slug,
    drafts: [{ id: (await draftOf(6)).id, revision: 4 }],
    againstVersion: await version(),
  }),
);
for (const number of [8, 9])
  act(`${number}: a remark`, ['remark-filed'], () => say(bogdan, `Proszę o krótszy raport, numer ${number}.`));
act('collected', ['draft-collected'], () => draft(8, 'collect', 0));
act('collected from an older page', [], () => draft(8, 'collect', 0));
act('collected anew', ['draft-collected'], () => draft(8, 'collect', 1));
act('another collected', ['draft-collected'], () => draft(9, 'collect', 0));
const collected = async (number: number) => {
  const { id: draftId, revision: draftRevision } = await draftOf(number);
  return { draftId, draftRevision };
};
const move = async (number: number, before: number) =>
  moveInBasket(db, { ...office, ...(await collected(number)), before: await collected(before) });
act('put in front', ['collected-reordered'], () => move(9, 8));
act('put in front of what is behind it', [], () => move(9, 8));
const takeOut = async () => takeOutOfBasket(db, { viewer: second, slug, ...(await collected(9)) });
act('taken out of the collected ones', ['draft-taken-out'], takeOut);
act('taken out twice', [], takeOut);
act('collected once more', ['draft-collected'], async () => draft(9, 'collect', (await draftOf(9)).revision));
const release = async (seen: number[]) =>
  releaseBasket(db, {
    ...office,
    againstVersion: await version(),
    seen: await Promise.all(seen.map(async (number) => ({ number, revision: (await draftOf(number)).revision }))),
  });
act('not released from a page that shows fewer', [], () => release([8]));
act('released', ['draft-released', 'draft-released', 'remark-decided', 'remark-decided', 'rulings-released'], () =>
  release([8, 9]),
);
act('released twice', [], () => release([8, 9]));
act('a draft on the one that left', ['draft-saved'], () => draft(4, 'save', 0));
act('a letter taken back closes the draft', ['remark-withdrawn', 'draft-dropped'], () =>
  withdrawFiling(db, { viewer: anna, slug, number: 4, points: null }),
);
act('taken back twice', [], () => withdrawFiling(db, { viewer: anna, slug, number: 4, points: null }));
act('four eyes', ['four-eyes-set'], () => setFourEyes(db, { ...office, fourEyes: true }));
act('one pair is not enough', [], () => decide(db, { slug, viewer: official, number: 2, decision: 'not-accepted' }));
act('four eyes are not switched off by one', [], () =>
  setFourEyes(db, { ...office, fourEyes: false, reason: 'Urlopy.' }),
);
const off = () => handInOfficeDraft(db, { ...office, kind: 'four-eyes-off', input: { reason: 'Urlopy.' } });
const waiting = () =>
  db.officeDraft.findFirstOrThrow({ where: { consultationId: id, state: 'waiting' }, orderBy: { id: 'desc' } });
const named = async (viewer: Viewer) => ({
  viewer,
  slug,
  id: (await waiting()).id,
  revision: (await waiting()).revision,
});
act('a draft of the office', ['office-draft-handed-in'], off);
act('given up', ['office-draft-dropped'], async () =>
  reviewOfficeDraft(db, { ...(await named(official)), step: { kind: 'drop' } }),
);
act('another', ['office-draft-handed-in'], off);
act('sent back', ['office-draft-returned'], async () =>
  reviewOfficeDraft(db, { ...(await named(second)), step: { kind: 'return', note: 'Na jak długo?' } }),
);
act('handed in anew', ['office-draft-handed-in'], off);
act('not approved by its author', [], async () => approveOfficeDraft(db, await named(official)));
const covering = async () => {
  const { id: redactionId, subjectId } = await db.redaction.findFirstOrThrow({ where: { undoneAt: null } });
  return { type: 'remark' as const, id: subjectId, redactionId };
};
act('covered by one', ['words-covered'], async () =>
  coverInRemark(db, { ...office, number: 6, words: 'termin', note: 'Dane.' }),
);
act('not confirmed by the same', [], async () => confirmCovering(db, { viewer: official, ...(await covering()) }));
act('confirmed by another', ['covering-confirmed'], async () =>
  confirmCovering(db, { viewer: second, ...(await covering()) }),
);
act('not shown again by one', [], async () =>
  undoRedaction(db, { viewer: official, ...(await covering()), reason: 'Pomyłka.' }),
);
act('four eyes off', ['office-draft-approved', 'four-eyes-set'], async () =>
  approveOfficeDraft(db, await named(second)),
);
act('covered', ['words-covered'], async () =>
  coverInRemark(db, { ...office, number: 6, words: 'termin', note: 'Dane.' }),
);
act('shown again', ['words-uncovered'], async () => {
  const { id: redactionId, subjectId } = await db.redaction.findFirstOrThrow({ where: { undoneAt: null } });
  return undoRedaction(db, { viewer: official, type: 'remark', id: subjectId, redactionId, reason: 'Pomyłka.' });
});
const terms = { opensAt, closesAt, answersDueAt: answersDue };
const later = { ...terms, answersDueAt: new Date(answersDue.getTime() + 86_400_000) };
act('terms', ['terms-changed'], () =>
  changeTerms(db, { ...office, shown: terms, dates: later, reason: 'Święta.', now: during }),
);
act('stale terms', [], () =>
  changeTerms(db, { ...office, shown: terms, dates: later, reason: 'Święta.', now: during }),
);
const called = { title: 'Zasady konsultacji', summary: '', actKind: 'other' as const, basis: '' };
const recalled = { ...called, title: 'Zasady konsultacji społecznych' };
const rename = (reason: string) => correctFacts(db, { ...office, shown: called, facts: recalled, reason, now: during });
act('a name without a reason', [], () => rename(''));
act('a name', ['facts-corrected'], () => rename('Pełna nazwa.'));
act('a stale name', [], () => rename('Pełna nazwa.'));
const meeting = {
  form: 'workshop' as const,
  title: 'Warsztat',
  place: 'ratusz',
  startsAt: after,
  endsAt: null,
  attendance: null,
  minutes: '',
};
const meetingNow = () =>
  db.meeting.findFirstOrThrow({ where: { consultationId: id }, select: { id: true, revision: true } });
act('a meeting', ['meeting-added'], () => saveMeeting(db, { ...office, meeting, known: null }));
act('changed', ['meeting-changed'], async () =>
  saveMeeting(db, {
    ...office,
    meeting: { ...meeting, place: 'szkoła' },
    known: { id: (await meetingNow()).id, revision: 1 },
  }),
);
act('cancelled from an older page', [], async () =>
  cancelMeeting(db, { ...office, ...(await meetingNow()), revision: 1, now: during }),
);
act('cancelled', ['meeting-cancelled'], async () =>
  cancelMeeting(db, { ...office, ...(await meetingNow()), now: during }),
);
act('cancelled twice', [], async () => cancelMeeting(db, { ...office, ...(await meetingNow()), now: during }));
const details = {
  ...readDetails(null),
  legalBasis: 'art. 5a',
  aim: 'Poznać zdanie.',
  nextSteps: 'Rada.',
  preparedBy: 'Biuro',
};
act('words of the report', ['report-details-saved'], () => saveDetails(db, { ...office, revision: 0, details }));
act('stale words of the report', [], () => saveDetails(db, { ...office, revision: 0, details }));
act('no final report with open remarks', [], () => publishReport(db, { ...office, after: 0, note: '', now: after }));

const unified = () => db.unifiedText.findFirstOrThrow({ where: { consultationId: id }, orderBy: { id: 'desc' } });
const propose = async (now = after) => proposeUnified(db, { ...office, version: await version(), now });
const freeze = async () => freezeNow(db, { ...office, id: (await unified()).id, now: after });
const answerAll = async (answered: string) => {
  const { findings } = await officeUnified(db, office);
  return answerFindings(db, {
    ...office,
    id: (await unified()).id,
    answers: new Map(findings.map((finding) => [finding.key, { answer: answered, shown: finding.answer }])),
  });
};
act('no text for the council before the end', [], () => propose(during));
act('proposed', ['unified-proposed'], () => propose());
act('proposed twice', [], () => propose());
act('no freezing with findings', [], freeze);
act('proposal withdrawn', ['unified-withdrawn'], async () => withdrawNow(db, { ...office, id: (await unified()).id }));
act('a withdrawn one is not frozen', [], freeze);
act('proposed anew', ['unified-proposed'], () => propose());
act('a version replaces the proposal', ['text-edited', 'unified-reopened'], async () =>
  writeEditorial(db, {
    ...office,
    change: {
      op: 'replace',
      code: codes.report,
      heading: '',
      text: 'Raport sporządza się w ciągu 30 dni.',
      rest: '',
      target: null,
    },
    reason: 'Język.',
    againstVersion: await version(),
  }),
);
act('proposed once more', ['unified-proposed'], () => propose());
act('answered', ['unified-answered'], () => answerAll('Wiemy.'));
act('answered with the same words', [], () => answerAll('Wiemy.'));
act('frozen', ['unified-frozen'], freeze);
act('frozen twice', [], freeze);
act('no editorial change of what was sent', [], async () =>
  writeEditorial(db, {
    ...office,
    change: { op: 'delete', code: codes.report, heading: '', text: '', rest: '', target: null },
    reason: 'Zbędne.',
    againstVersion: await version(),
  }),
);
act('an acceptance reopens what was sent', ['remark-decided', 'remark-carried', 'unified-reopened'], () =>
  decide(db, {
    slug,
    viewer: official,
    number: 2,
    decision: 'accepted-in-part',
    final: `${term.replace('14', '21')} Są otwarte.`,
  }),
);
act('the last one is taken back', ['remark-withdrawn'], () => answer(anna, 3, 'withdraw'));
act('report', ['report-published'], () => publishReport(db, { ...office, after: 0, note: '', now: after }));
act('the same report again', [], () => publishReport(db, { ...office, after: 0, note: '', now: after }));
act('proposed at last', ['unified-proposed'], () => propose());
act('answered at last', ['unified-answered'], () => answerAll('Tak.'));
act('frozen at last', ['unified-frozen'], freeze);
const day = new Date('2026-12-20T10:00:00Z');
const enter = (text: string) =>
  enterAdopted(db, { ...office, sign: 'XII/87/2026', adoptedOn: '2026-12-18', text, now: day });
const correct = (given: { after: number; reason: string }) =>
  correctAdopted(db, { ...office, sign: 'XII/88/2026', adoptedOn: '2026-12-18', text: null, now: day, ...given });
act('no correction of nothing', [], () => correct({ after: 1, reason: 'Zły numer.' }));
act('adopted', ['text-adopted'], () => enter('§ 1. Tekst.'));
act('adopted twice', [], () => enter('§ 1. Inny.'));
act('no correction without a reason', [], () => correct({ after: 1, reason: '' }));
act('corrected', ['adopted-corrected'], () => correct({ after: 1, reason: 'Zły numer.' }));
act('corrected twice', [], () => correct({ after: 1, reason: 'Zły numer.' }));
act('an adopted act takes no changes', [], async () =>
  writeEditorial(db, {
    ...office,
    change: { op: 'renumber', code: 0, heading: '', text: '', rest: '', target: null },
    reason: 'x',
    againstVersion: (await loadDraft(db, { slug })).version,
  }),
);

test.each(story)('%s', async (_name, leaves, run) => {
  const { events, changed, failed } = await changesOf(db, id, run);
  for (const kind of events) seen.add(kind);
  expect({ events, changed }, failed).toEqual({ events: [...leaves].sort(), changed: leaves.length > 0 });
});

afterAll(() => {
  // A kind of event that nothing here brings about is a change nobody checks. What a file from Word leaves is in word/word.db.test.ts.
  // What a correction leaves is in rulings/correct-ruling.db.test.ts.
  // What a letter on paper leaves is in told/told.db.test.ts.
  // What a provision rests on is in grounds/grounds.db.test.ts.
  seen.add('word-returned').add('ruling-corrected').add('letter-posted').add('ground-added').add('ground-removed');
  expect([...eventKinds.remark, ...eventKinds.office].filter((kind) => !seen.has(kind))).toEqual([]);
});
