import { expect, test } from 'vitest';
import { answer, makeFieldTeam, makePerson } from '#tests/fixtures/field-team.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { getPublishedEdition, getScorecard } from '../access/edition-queries.server.ts';
import { publishEdition } from '../publication/publish-edition.server.ts';
import { verifyEdition } from '../publication/verify-edition.server.ts';
import { previewPublication } from '../publication/preview-publication.server.ts';
import { saveCodings } from './save-codings.server.ts';
import { confirmReceipt } from './confirm-receipt.server.ts';
import { decideReply } from './decide-reply.server.ts';
import { officeExchange } from './exchange.server.ts';
import { handIn } from './hand-in.server.ts';
import { getOfficePage } from './office-page.server.ts';
import { getNoticePage } from './notice-page.server.ts';
import { purgeReplyLinks } from './purge-reply-links.server.ts';
import { recordNotice, type RecordNoticeInput } from './record-notice.server.ts';
import { openReplyRound } from './open-reply-round.server.ts';
import { inspectReplyLink, lastSignature } from './inspect-reply-link.server.ts';
import { openReplyLink } from './open-reply-link.server.ts';
import { saveReplyDraft } from './save-reply-draft.server.ts';
import { revokeReplyLink, sendReplyLink } from './send-reply-link.server.ts';
import { getReplyMatter } from './reply-desk.server.ts';
import { sendReply, type SendReplyInput } from './send-reply.server.ts';

const db = await testDb();
const start = new Date('2026-07-01T08:00:00Z');
const endsAt = new Date('2026-07-31T21:59:00Z');
let municipalities = 40;

async function scene(doubleShare = 0) {
  municipalities += 1;
  const teryt = `99030${municipalities}`;
  const team = await makeFieldTeam(db, { doubleShare, teryt });
  const { slug, lead, member, editionId } = team;
  const official = await makePerson(db, { role: 'official', teryt });
  await saveCodings(db, {
    viewer: member,
    slug,
    teryt,
    answers: [answer('T01', 1), answer('T02', 2), answer('T03', 0)],
  });
  const openRound = (viewer = lead) => openReplyRound(db, { viewer, slug, teryts: [teryt], endsAt, now: start });
  const say = (changes: Partial<Extract<SendReplyInput, { viewer: unknown }>> = {}) =>
    sendReply(db, {
      viewer: official,
      slug,
      teryt,
      indicator: 'T01',
      stance: 'explanation',
      level: null,
      body: 'Nagrania są w BIP.',
      files: [],
      seen: 0,
      now: new Date('2026-07-06T08:00:00Z'),
      ...changes,
    });
  const replyId = async () =>
    (await db.reply.findFirstOrThrow({ where: { round: { editionId }, indicator: 'T01' }, orderBy: { seq: 'desc' } }))
      .id;
  const decide = async (changes: Partial<Parameters<typeof decideReply>[1]> = {}) =>
    decideReply(db, {
      viewer: lead,
      slug,
      teryt,
      indicator: 'T01',
      replyId: await replyId(),
      state: 'scored',
      level: 1,
      reason: 'Nagrania opublikowano po okresie pomiaru.',
      ...changes,
    });
  return { ...team, teryt, official, openRound, say, decide, replyId };
}

test('the term opens for the lead with a letter to the office, and locks the proposed answers', async () => {
  const { lead, member, slug, teryt, official, editionId, openRound } = await scene();
  await expect(openRound(member)).rejects.toMatchObject({ code: 'not-found' });
  expect(
    await openReplyRound(db, {
      viewer: lead,
      slug,
      teryts: [teryt],
      endsAt: new Date(start.getTime() + 13 * 86_400_000),
      now: start,
    }),
  ).toEqual({ ok: false, error: { code: 'too-soon' } });
  expect(await openRound()).toEqual({ ok: true, value: { letters: 1 } });
  expect(await openRound()).toMatchObject({ ok: false, error: { code: 'already-open' } });
  expect((await db.mailMessage.findFirstOrThrow({ where: { toEmail: official.email } })).body).toContain(
    '31 lipca 2026',
  );
  expect(
    await saveCodings(db, { viewer: member, slug, teryt, answers: [answer('T01', 3, { revision: 1 })] }),
  ).toMatchObject({ ok: false, error: { code: 'reply-round' } });
  expect(await db.event.count({ where: { editionId, kind: 'reply-round-opened' } })).toBe(1);
});

test('a reply counts to the minute; afterwards it is refused and silence is stated and exported', async () => {
  const { official, slug, teryt, openRound, say } = await scene();
  await openRound();
  expect(await say({ now: new Date(endsAt.getTime() - 1) })).toEqual({ ok: true, value: { seq: 1 } });
  expect(await say({ indicator: 'T02', now: endsAt })).toEqual({ ok: false, error: { code: 'late' } });
  const page = await getOfficePage(db, { viewer: official, slug, teryt, now: endsAt });
  const states = Object.fromEntries(page.items.map((item) => [item.indicator.id, item.state]));
  expect([states.T01, states.T02, states.P01]).toEqual(['waiting', 'silent', 'silent']);
  const rows = await officeExchange(db, { viewer: official, slug, teryt });
  expect(rows.filter((row) => row.step === 'reply')).toMatchObject([{ indicator: 'T01', text: 'Nagrania są w BIP.' }]);
});

test('what an office may send is checked; a correction keeps the older words; another office does not exist here', async () => {
  const { openRound, say, teryt, slug } = await scene();
  await openRound();
  expect(await say({ body: ' ' })).toMatchObject({ error: { code: 'body-missing' } });
  expect(await say({ body: 'x'.repeat(2001) })).toMatchObject({ error: { code: 'body-long' } });
  expect(await say({ stance: 'level', level: 1 })).toMatchObject({ error: { code: 'level-same' } });
  expect(await say({ stance: 'level', level: 9 })).toMatchObject({ error: { code: 'level-missing' } });
  expect(await say({ files: ['0'.repeat(64)] })).toMatchObject({ error: { code: 'file-unknown' } });
  expect(await say()).toEqual({ ok: true, value: { seq: 1 } });
  expect(await say()).toMatchObject({ error: { code: 'conflict' } });
  expect(await say({ seen: 1, body: 'Poprawka.' })).toEqual({ ok: true, value: { seq: 2 } });
  expect(await db.reply.count({ where: { teryt } })).toBe(2);
  const stranger = await makePerson(db, { role: 'official', teryt: (await makeFieldTeam(db)).teryt });
  await expect(say({ viewer: stranger })).rejects.toMatchObject({ code: 'not-found' });
  await expect(getOfficePage(db, { viewer: stranger, slug, teryt })).rejects.toMatchObject({ code: 'not-found' });
});

test('a decision needs a reason and the newest reply, is made once, and becomes the final answer', async () => {
  const { lead, member, slug, editionId, openRound, say, decide, replyId } = await scene();
  await openRound();
  await say();
  const old = await replyId();
  await say({ seen: 1, body: 'Poprawka.' });
  expect(await decide({ reason: '' })).toMatchObject({ error: { code: 'reason-missing' } });
  expect(await decide({ viewer: member })).toMatchObject({ error: { code: 'member' } });
  expect(await decide({ replyId: old })).toMatchObject({ error: { code: 'conflict' } });
  const before = await previewPublication(db, { viewer: lead, slug });
  expect(before.bars.map((bar) => bar.code)).toContain('reply-undecided');
  expect(await decide({ level: 2 })).toEqual({ ok: true, value: { outcome: 'changed' } });
  expect(await decide()).toMatchObject({ error: { code: 'decided' } });
  expect(await say({ seen: 2 })).toMatchObject({ error: { code: 'decided' } });
  expect((await previewPublication(db, { viewer: lead, slug })).bars.map((bar) => bar.code)).not.toContain(
    'reply-undecided',
  );
  expect(await db.event.count({ where: { editionId, kind: 'reply-decided' } })).toBe(1);
  expect(await db.mailMessage.count({ where: { dedupeKey: { startsWith: 'reply-decision:' } } })).toBeGreaterThan(0);
});

test('with double coding on, an objection waits for a second, blind answer before anybody decides', async () => {
  const { lead, member, second, slug, teryt, editionId, openRound, say, decide } = await scene(20);
  const doubles = await db.doubleCell.findMany({ where: { editionId } });
  await db.doubleCell.deleteMany({ where: { id: { in: doubles.map((cell) => cell.id) } } });
  expect(await openRound()).toMatchObject({ ok: true });
  expect(await say({ stance: 'level', level: 3 })).toMatchObject({ ok: true });
  expect(await decide({ level: 3 })).toMatchObject({ error: { code: 'needs-second' } });
  expect(await getReplyMatter(db, { viewer: lead, slug, teryt, indicator: 'T01' })).toMatchObject({
    proposal: null,
    refusal: 'needs-second',
  });
  expect(
    await saveCodings(db, { viewer: member, slug, teryt, answers: [answer('T01', 3, { revision: 1 })] }),
  ).toMatchObject({ ok: false });
  expect(await saveCodings(db, { viewer: second, slug, teryt, answers: [answer('T01', 2)] })).toMatchObject({
    ok: true,
  });
  expect(await handIn(db, { viewer: second, slug, teryt, area: 'T' })).toMatchObject({ ok: true });
  expect(await decide({ level: 2 })).toEqual({ ok: true, value: { outcome: 'changed' } });
});

test('silence is told only of an office of which it is known that the questions came', async () => {
  const { lead, member, official, slug, teryt, editionId, openRound, say } = await scene();
  await openRound();
  const notice = (changes: Partial<RecordNoticeInput> = {}) =>
    recordNotice(db, {
      viewer: lead,
      slug,
      teryt,
      way: 'post',
      to: 'Rynek 1',
      number: 'ZM.7.2026',
      sentOn: '2026-07-01',
      deliveredOn: '',
      proof: '',
      seen: '',
      now: new Date('2026-07-10T08:00:00Z'),
      ...changes,
    });
  const asked = async () => (await previewPublication(db, { viewer: lead, slug })).asked;
  const none = { replied: 0, silent: 0, unnotified: 0, 'not-asked': 0 };
  expect(await asked()).toEqual({ ...none, unnotified: 1 });
  await expect(notice({ viewer: member })).rejects.toMatchObject({ code: 'not-found' });
  const refusals: [Partial<RecordNoticeInput>, string][] = [
    [{ to: ' ' }, 'to-missing'],
    [{ number: '' }, 'number-missing'],
    [{ sentOn: '2026-02-30' }, 'sent-day'],
    [{ sentOn: '2026-06-30' }, 'sent-early'],
    [{ sentOn: '2026-07-11' }, 'day-ahead'],
    [{ sentOn: '2026-07-05', deliveredOn: '2026-07-04', proof: 'x' }, 'delivered-early'],
    [{ deliveredOn: '2026-08-01', proof: 'x', now: new Date('2026-08-02T08:00:00Z') }, 'delivered-late'],
    [{ deliveredOn: '2026-07-03' }, 'proof-missing'],
  ];
  for (const [changes, code] of refusals) expect(await notice(changes)).toEqual({ ok: false, error: { code } });
  expect(await notice()).toEqual({ ok: true });
  expect(await notice({ deliveredOn: '2026-07-03', proof: 'UPO 1' })).toEqual({
    ok: false,
    error: { code: 'conflict' },
  });
  expect(await asked()).toEqual({ ...none, unnotified: 1 });
  const { noticeAt } = await db.replyRound.findFirstOrThrow({ where: { editionId } });
  const seen = noticeAt?.toISOString() ?? '';
  expect(await notice({ seen, deliveredOn: '2026-07-03', proof: 'UPO 1' })).toEqual({ ok: true });
  expect(await asked()).toEqual({ ...none, silent: 1 });
  const receive = (now: Date) => confirmReceipt(db, { viewer: official, slug, teryt, now });
  expect(await receive(endsAt)).toEqual({ ok: false, error: { code: 'late' } });
  for (const at of ['2026-07-02T08:00:00Z', '2026-07-04T08:00:00Z'])
    expect(await receive(new Date(at))).toEqual({ ok: true });
  expect(await db.event.count({ where: { editionId, kind: 'reply-received' } })).toBe(1);
  const { stamp } = await previewPublication(db, { viewer: lead, slug });
  expect(await publishEdition(db, { viewer: lead, slug, stamp })).toMatchObject({ ok: true });
  const { document } = await getScorecard(db, { slug, teryt });
  expect(document.fieldwork.asked).toEqual({ state: 'silent', until: endsAt.toISOString(), deliveredOn: '2026-07-02' });
  expect((await getPublishedEdition(db, { slug })).manifest.municipalities[0]?.asked).toEqual(document.fieldwork.asked);
  expect((await verifyEdition(db, { slug }))?.differences).toEqual([]);
  expect(await notice({ seen: '' })).toEqual({ ok: false, error: { code: 'published' } });
  expect(await say()).toMatchObject({ ok: false, error: { code: 'published' } });
});

test('a municipality without a term says that its office was not asked, and an unknown delivery puts no silence beside the questions', async () => {
  const { lead, slug, teryt } = await scene();
  const { stamp } = await previewPublication(db, { viewer: lead, slug });
  expect(await publishEdition(db, { viewer: lead, slug, stamp })).toMatchObject({ ok: true });
  expect((await getScorecard(db, { slug, teryt })).document.fieldwork.asked).toEqual({
    state: 'not-asked',
    until: null,
    deliveredOn: null,
  });
  const second = await scene();
  await second.openRound();
  const preview = await previewPublication(db, { viewer: second.lead, slug: second.slug });
  expect(await publishEdition(db, { viewer: second.lead, slug: second.slug, stamp: preview.stamp })).toMatchObject({
    ok: true,
  });
  const { document } = await getScorecard(db, { slug: second.slug, teryt: second.teryt });
  expect(document.fieldwork.asked?.state).toBe('unnotified');
  expect(document.indicators.every(({ reply }) => reply === null)).toBe(true);
});

const at = (day: string) => new Date(`${day}T08:00:00Z`);

/** The link of the newest letter to an address. */
async function linkTo(email: string): Promise<string> {
  const { body } = await db.mailMessage.findFirstOrThrow({ where: { toEmail: email }, orderBy: { id: 'desc' } });
  return /\/odpowiedz\/link\/([\w-]+)/.exec(body)?.[1] ?? '';
}

/** A term of an office that nobody has an account of, and the link that the lead sent it. */
async function linked() {
  const made = await scene();
  const { lead, slug, teryt, official } = made;
  await db.roleGrant.updateMany({ where: { userId: official.id }, data: { revokedAt: start } });
  await made.openRound();
  const email = `urzad-${teryt}@gmina.example`;
  const send = (changes: Partial<Parameters<typeof sendReplyLink>[1]> = {}) =>
    sendReplyLink(db, { viewer: lead, slug, teryt, email, seen: '', now: at('2026-07-02'), ...changes });
  expect(await send()).toEqual({ ok: true, value: { address: null } });
  const secret = await linkTo(email);
  const held = async () =>
    (await db.replyLink.findFirstOrThrow({ where: { teryt, revokedAt: null }, select: { id: true } })).id;
  const signature = { name: 'Anna Lis', post: 'inspektor' };
  const reply = (changes: Partial<Parameters<typeof sendReply>[1] & { secret: string }> = {}) =>
    sendReply(db, {
      secret,
      signature,
      indicator: 'T01',
      stance: 'explanation',
      level: null,
      body: 'Nagrania są w BIP.',
      files: [],
      seen: 0,
      now: at('2026-07-06'),
      ...changes,
    });
  const draft = (changes: Partial<Parameters<typeof saveReplyDraft>[1] & { secret: string }> = {}) =>
    saveReplyDraft(db, {
      secret,
      signature,
      indicator: 'T02',
      stance: '',
      level: null,
      body: 'Sprawdzamy.',
      draft: 0,
      now: at('2026-07-06'),
      ...changes,
    });
  return { ...made, email, send, secret, held, reply, draft, signature };
}

test('an office without an account replies by the link of its letter; opening it is the delivery, and the reply says by whom', async () => {
  const { lead, slug, teryt, editionId, secret, reply, email, decide } = await linked();
  expect(await db.replyLink.count({ where: { secretHash: secret } })).toBe(0);
  expect(JSON.stringify(await db.event.findMany({ where: { editionId } }))).not.toContain(secret);
  const door = () => inspectReplyLink(db, { secret, now: at('2026-07-03') });
  expect(await door()).toMatchObject({ isOpened: false, municipality: expect.any(String) });
  await expect(getOfficePage(db, { secret, now: at('2026-07-03') })).rejects.toMatchObject({ code: 'not-found' });
  await expect(reply()).rejects.toMatchObject({ code: 'not-found' });
  const asked = async () => (await previewPublication(db, { viewer: lead, slug })).asked;
  expect((await asked()).unnotified).toBe(1);
  for (const day of ['2026-07-03', '2026-07-05']) expect(await openReplyLink(db, { secret, now: at(day) })).toBe(true);
  expect(await asked()).toMatchObject({ silent: 1, unnotified: 0 });
  expect(await door()).toMatchObject({ isOpened: true });
  for (const [signature, code] of [
    [{ name: ' ', post: 'inspektor' }, 'name-missing'],
    [{ name: 'Urząd Gminy', post: 'inspektor' }, 'name-office'],
    [{ name: 'Anna Lis', post: ' ' }, 'post-missing'],
  ] as const)
    expect(await reply({ signature })).toEqual({ ok: false, error: { code } });
  expect(await reply({ files: ['0'.repeat(64)] })).toMatchObject({ error: { code: 'file-unknown' } });
  expect(await reply()).toEqual({ ok: true, value: { seq: 1 } });
  expect(await asked()).toMatchObject({ replied: 1 });
  const page = await getOfficePage(db, { secret, now: at('2026-07-07') });
  expect(page.receivedAt).toBe(at('2026-07-03').toISOString());
  expect(page.items.find((item) => item.indicator.id === 'T01')?.reply).toMatchObject({
    author: 'Anna Lis, inspektor',
    body: 'Nagrania są w BIP.',
  });
  expect(await lastSignature(db, { secret, now: at('2026-07-07') })).toEqual({ name: 'Anna Lis', post: 'inspektor' });
  // A second person with the link corrects it only after reading the first.
  const second = { name: 'Jan Wilk', post: 'sekretarz' };
  expect(await reply({ signature: second })).toEqual({ ok: false, error: { code: 'conflict' } });
  expect(await reply({ signature: second, seen: 1, body: 'Poprawka.' })).toEqual({ ok: true, value: { seq: 2 } });
  expect(await decide()).toMatchObject({ ok: true });
  expect(await db.mailMessage.count({ where: { toEmail: email, dedupeKey: { startsWith: 'reply-decision:' } } })).toBe(
    1,
  );
  const { stamp } = await previewPublication(db, { viewer: lead, slug });
  expect(await publishEdition(db, { viewer: lead, slug, stamp })).toMatchObject({ ok: true });
  const { document } = await getScorecard(db, { slug, teryt });
  expect(document.fieldwork.asked).toMatchObject({ state: 'replied', deliveredOn: '2026-07-03' });
  expect((await verifyEdition(db, { slug }))?.differences).toEqual([]);
});

test('a link ends with its term, when it is taken back and when a new one is sent; only the lead does that', async () => {
  const { member, lead, slug, teryt, send, secret, held, reply } = await linked();
  await openReplyLink(db, { secret, now: at('2026-07-03') });
  expect(await inspectReplyLink(db, { secret, now: endsAt })).toBeNull();
  expect(await openReplyLink(db, { secret, now: endsAt })).toBe(false);
  await expect(reply({ now: endsAt })).rejects.toMatchObject({ code: 'not-found' });
  await expect(send({ viewer: member })).rejects.toMatchObject({ code: 'not-found' });
  expect(await send({ seen: '' })).toEqual({ ok: false, error: { code: 'conflict' } });
  expect(await send({ seen: await held(), now: endsAt })).toEqual({ ok: false, error: { code: 'late' } });
  const printed = await send({ seen: await held(), email: '' });
  if (!printed.ok) throw new Error(printed.error.code);
  const other = printed.value.address?.split('/').at(-1) ?? '';
  expect(await inspectReplyLink(db, { secret, now: at('2026-07-03') })).toBeNull();
  await expect(reply()).rejects.toMatchObject({ code: 'not-found' });
  expect(await openReplyLink(db, { secret: other, now: at('2026-07-04') })).toBe(true);
  expect(await reply({ secret: other })).toMatchObject({ ok: true });
  const seen = await held();
  const revoke = (viewer = lead) => revokeReplyLink(db, { viewer, slug, teryt, seen, now: at('2026-07-05') });
  await expect(revoke(member)).rejects.toMatchObject({ code: 'not-found' });
  expect(await revoke()).toEqual({ ok: true });
  expect(await revoke()).toEqual({ ok: false, error: { code: 'conflict' } });
  await expect(reply({ secret: other, seen: 1 })).rejects.toMatchObject({ code: 'not-found' });
  const page = await getNoticePage(db, { viewer: lead, slug, teryt, now: at('2026-07-06') });
  expect(page.links.map(({ revokedAt }) => revokedAt !== null)).toEqual([true, true]);
});

test('a draft is gone on with by the next person, who sees whose it is; another saved meanwhile is not written over', async () => {
  const { secret, draft, reply, teryt } = await linked();
  await openReplyLink(db, { secret, now: at('2026-07-03') });
  expect(await draft({ body: 'x'.repeat(2001) })).toEqual({ ok: false, error: { code: 'body-long' } });
  expect(await draft()).toEqual({ ok: true });
  const signature = { name: 'Jan Wilk', post: 'sekretarz' };
  expect(await draft({ signature })).toEqual({ ok: false, error: { code: 'draft-conflict' } });
  expect(await draft({ signature, draft: 1, stance: 'level', level: 3, body: 'Już wiemy.' })).toEqual({ ok: true });
  expect(await draft({ draft: 1 })).toEqual({ ok: false, error: { code: 'draft-conflict' } });
  const item = async () =>
    (await getOfficePage(db, { secret, now: at('2026-07-07') })).items.find((each) => each.indicator.id === 'T02');
  expect((await item())?.draft).toMatchObject({ by: 'Jan Wilk, sekretarz', level: 3, body: 'Już wiemy.', revision: 2 });
  expect((await item())?.state).toBe('open');
  expect(await draft({ draft: 2, now: new Date(endsAt.getTime() - 1) })).toEqual({ ok: true });
  expect(await reply({ indicator: 'T02' })).toMatchObject({ ok: true });
  expect((await item())?.draft).toBeNull();
  // What was never sent goes after the term, and so do links long over.
  expect(await draft({ indicator: 'T03' })).toEqual({ ok: true });
  const left = async (now: Date) => {
    await purgeReplyLinks(db, now);
    return [await db.replyDraft.count({ where: { teryt } }), await db.replyLink.count({ where: { teryt } })];
  };
  const after = (days: number) => new Date(endsAt.getTime() + days * 86_400_000);
  expect(await left(after(29))).toEqual([1, 1]);
  expect(await left(after(31))).toEqual([0, 1]);
  expect(await left(after(366))).toEqual([0, 0]);
});

test('a term opens with the link in a letter where the office has told its address and nobody there has an account', async () => {
  const { official, teryt, openRound, lead } = await scene();
  await db.roleGrant.updateMany({ where: { userId: official.id }, data: { revokedAt: start } });
  const email = `kancelaria-${teryt}@gmina.example`;
  const rest = { name: 'Urząd', address: '', hours: '', phone: '', edoreczenia: '', controller: '', inspector: '' };
  await db.officeDetails.create({ data: { ...rest, teryt, email, changedById: lead.id, changedByName: 'x' } });
  expect(await openRound()).toEqual({ ok: true, value: { letters: 1 } });
  expect(await openReplyLink(db, { secret: await linkTo(email), now: at('2026-07-02') })).toBe(true);
});
