import { expect, test } from 'vitest';
import { citationsByClause } from '#app/drafting/acts/clause-names.ts';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { signatureOf } from '#app/drafting/state/signature.ts';
import { translator } from '#app/i18n/translate.ts';
import { listRemarks, type RemarkFilter } from '../remarks/remark-list.server.ts';
import { loadRemarkPage } from '../pages/remark-page.server.ts';
import {
  clauseNow,
  closesAt,
  codes,
  decide,
  during,
  eventsOf,
  filed,
  lettersTo,
  makeConsultation,
  makePerson,
  opensAt,
  remarkNow,
} from '#tests/setup/consultation.ts';
import { testDb, testsRunOnServer } from '#tests/setup/test-db.ts';
import { officeChannels } from '../state/channels.ts';
import { fileFiling, type Filer, type OfficeEntry } from './file-filing.server.ts';
import { emptyOperation } from './filing-draft.ts';
import type { OperationDraft, PointDraft } from './operation-draft.ts';
import { loadFiling, loadFilingPersonal } from './filing-view.server.ts';
import { loadLettersToPrint } from './letters-to-print.server.ts';
import { startFiling } from './start-filing.server.ts';
import { withdrawFiling } from './withdraw-filing.server.ts';

const db = await testDb();
const t = translator('pl');
const everything: RemarkFilter = { state: null, channel: null, clauseCode: null, group: null, words: '' };

async function scene(slug: string) {
  const consultation = await makeConsultation(db, slug);
  return { ...consultation, anna: await makePerson(db, 'Anna') };
}

async function change(
  slug: string,
  code: number,
  op: OperationDraft['op'],
  fields: Partial<OperationDraft> = {},
): Promise<OperationDraft> {
  const draft = await loadDraft(db, { slug });
  return {
    ...emptyOperation(
      draft.units.find((unit) => unit.code === code)!,
      op,
    ),
    ...fields,
  };
}

const point = (reason: string, ...operations: OperationDraft[]): PointDraft => ({ reason, place: '', operations });
const send = (
  slug: string,
  filer: Filer,
  points: PointDraft[],
  options: { now?: Date; refiles?: number; nameIsPublic?: boolean } = {},
) => fileFiling(db, { slug, filer, points, now: during, ...options });

const paper: OfficeEntry = {
  channel: 'paper',
  authorName: 'Zofia Malec',
  organisation: null,
  contactEmail: null,
  contactAddress: 'Łęgi 14',
  caseSign: 'KP 4187/2026',
  receivedAt: new Date('2026-11-09T09:00:00Z'),
};

async function numberOf(
  result: Awaited<ReturnType<typeof fileFiling>> | Promise<Awaited<ReturnType<typeof fileFiling>>>,
): Promise<number> {
  const filing = await result;
  if (!filing.ok) throw new Error(`not filed: ${JSON.stringify(filing.error)}`);
  return filing.value.number;
}

test('a letter of three points gets consecutive numbers, one event each, one receipt, and every change is shown', async () => {
  const { slug, anna } = await scene('points');
  await filed(db, { slug, viewer: anna, code: codes.last, op: 'none', reason: 'Wcześniejsza.' });
  const points = [
    point('Cały projekt jest trudny.'),
    point(
      'Dłużej i częściej.',
      await change(slug, codes.term, 'replace', { text: 'Konsultacje trwają 21 dni.' }),
      await change(slug, codes.notice, 'insert-after', { inserted: 'Także w sklepie.' }),
    ),
    point('Ta tablica stoi za rogiem.', await change(slug, codes.notice, 'none', { quote: 'na tablicy' })),
  ];
  expect(await send(slug, { kind: 'author', viewer: anna }, points)).toEqual({
    ok: true,
    value: { number: 2, points: 3 },
  });
  const filing = await loadFiling(db, { slug, number: 2, locale: 'pl', now: during });
  expect(filing.points.map(({ number, kind, filing: { point: at } }) => [number, kind, at])).toEqual([
    [2, 'remark', 1],
    [3, 'amendment', 2],
    [4, 'remark', 3],
  ]);
  expect(filing.points[1]!.changes.map(({ op }) => op)).toEqual(['replace', 'insert-after']);
  expect(filing.points[1]!.places.map(({ clauseCode }) => clauseCode)).toEqual([codes.term, codes.notice]);
  expect(filing.points[2]!.quotes).toEqual(['na tablicy']);
  for (const number of [2, 3, 4])
    expect(await eventsOf(db, (await remarkNow(db, slug, number)).id)).toEqual(['remark-filed']);
  expect(await lettersTo(db, anna)).toEqual(['receipt', 'receipt']);
  const letter = await db.mailMessage.findFirstOrThrow({ where: { toEmail: anna.email }, orderBy: { id: 'desc' } });
  expect(letter.body).toMatch(/Nr 2: do całego projektu.*\nNr 3: §\s2 ust\.\s1 i\s2.*\nNr 4: § 2 ust. 2/u);
  expect(letter.body).toContain(`/konsultacje/${slug}/pisma/2`);
  // Pressed twice it is the same letter.
  expect(await numberOf(send(slug, { kind: 'author', viewer: anna }, points))).toBe(2);
});

test('moving, splitting and joining are filed with both clauses and shown', async () => {
  const { slug, anna } = await scene('structure');
  const number = await numberOf(
    send(slug, { kind: 'author', viewer: anna }, [
      point('Kolejność.', await change(slug, codes.first, 'move', { target: codes.last })),
      point(
        'Dwie sprawy.',
        await change(slug, codes.term, 'split', {
          first: 'Konsultacje trwają co najmniej 14 dni.',
          rest: 'Obejmują jedno spotkanie.',
        }),
      ),
      point(
        'Jedna sprawa.',
        await change(slug, codes.notice, 'merge', { partner: codes.report, joined: 'Ogłoszenie i raport.' }),
      ),
    ]),
  );
  const { operations } = await remarkNow(db, slug, number + 1);
  expect(operations).toMatchObject([
    {
      op: 'split',
      after: 'Konsultacje trwają co najmniej 14 dni.',
      rest: 'Obejmują jedno spotkanie.',
      carriedRest: 'Obejmują jedno spotkanie.',
    },
  ]);
  const { points } = await loadFiling(db, { slug, number, locale: 'pl' });
  expect(points.map(({ changes }) => changes[0]?.sentence)).toEqual(
    [
      'Przenosi § 1 za § 3.',
      'Dzieli na dwa przepisy: § 2 ust. 1.',
      'Łączy w jeden przepis: § 2 ust. 2 i § 2 ust. 3.',
    ].map((text) => expect.stringMatching(text.replace(/ /g, '\\s').replace(/\./g, '\\.'))),
  );
  const merge = await db.remarkOperation.findFirstOrThrow({
    where: { op: 'merge', remark: { number: number + 2, consultation: { slug } } },
    include: { target: true },
  });
  expect(merge.target?.code).toBe(codes.report);
});

test('one bad point refuses the whole letter and writes nothing', async () => {
  const { slug, anna } = await scene('nothing');
  const result = await send(slug, { kind: 'author', viewer: anna }, [
    point('Dobra.'),
    point('Zła.', await change(slug, codes.term, 'none', { quote: 'tego tu nie ma' })),
  ]);
  expect(result).toMatchObject({
    ok: false,
    error: { code: 'problems', problems: [{ point: 1, operation: 0, field: 'quote' }] },
  });
  expect(await db.remark.count({ where: { consultation: { slug } } })).toBe(0);
  expect(await numberOf(send(slug, { kind: 'author', viewer: anna }, [point('Dobra.')]))).toBe(1);
});

test('an official enters letters of every channel; they count like any other and say who entered them', async () => {
  const { slug, official } = await scene('channels');
  for (const [at, channel] of officeChannels.entries()) {
    const number = await numberOf(
      send(slug, { kind: 'office', viewer: official, entry: { ...paper, channel, caseSign: `KP ${at}` } }, [
        point(`Uwaga ${channel}.`),
      ]),
    );
    const remark = await remarkNow(db, slug, number);
    expect(remark).toMatchObject({ channel, authorId: null, authorName: '', state: 'open', filedAt: paper.receivedAt });
    const [event] = await db.event.findMany({ where: { subjectId: remark.id } });
    expect(event).toMatchObject({
      kind: 'remark-filed',
      actorId: official.id,
      data: { channel, enteredByOffice: true, late: false },
    });
    expect(JSON.stringify(event)).not.toMatch(/Malec|Łęgi|Uwaga/);
  }
  const list = await listRemarks(db, {
    slug,
    filter: { ...everything, channel: 'epuap' },
    page: 1,
    locale: 'pl',
    now: during,
  });
  expect([list.counts.all, list.total, list.remarks[0]?.channel]).toEqual([1, officeChannels.length, 'epuap']);
});

test('only an official of this municipality enters letters', async () => {
  const { slug, anna } = await scene('not-official');
  const foreign = await makePerson(db, 'Obcy', { role: 'official', teryt: '0201011' });
  for (const viewer of [anna, foreign]) {
    await expect(send(slug, { kind: 'office', viewer, entry: paper }, [point('Uwaga.')])).rejects.toMatchObject({
      code: 'not-found',
    });
  }
});

test('what was received in time is entered after the end; what came later is marked late and still ruled on', async () => {
  const { slug, official } = await scene('late');
  const after = new Date(closesAt.getTime() + 5 * 86_400_000);
  const entered = (receivedAt: Date, now = after) =>
    send(slug, { kind: 'office', viewer: official, entry: { ...paper, receivedAt } }, [point('Uwaga.')], { now });
  const inTime = await numberOf(entered(new Date(closesAt.getTime() - 1)));
  const late = await numberOf(entered(closesAt));
  expect(await entered(new Date(after.getTime() + 1))).toEqual({ ok: false, error: { code: 'future' } });
  const rows = await db.filing.findMany({
    where: { consultation: { slug } },
    orderBy: { number: 'asc' },
    select: { number: true, isLate: true },
  });
  expect(rows).toEqual([
    { number: inTime, isLate: false },
    { number: late, isLate: true },
  ]);
  expect(await decide(db, { slug, viewer: official, number: late, decision: 'not-accepted' })).toMatchObject({
    ok: true,
  });
  await db.consultation.update({ where: { slug }, data: { sentAt: after } });
  expect(await entered(new Date(closesAt.getTime() - 2))).toEqual({ ok: false, error: { code: 'closed' } });
});

test('letters about a paper remark go to its e-mail address; without one the ruling is printed', async () => {
  const { slug, official } = await scene('paper-mail');
  const contactEmail = 'zofia.papier@example.org';
  const withMail = await numberOf(
    send(slug, { kind: 'office', viewer: official, entry: { ...paper, contactEmail } }, [point('Z adresem.')]),
  );
  const without = await numberOf(
    send(slug, { kind: 'office', viewer: official, entry: paper }, [point('Bez adresu.')]),
  );
  for (const number of [withMail, without])
    await decide(db, { slug, viewer: official, number, decision: 'not-accepted', reason: 'Nie da się.' });
  const letters = await db.mailMessage.findMany({ where: { toEmail: contactEmail }, orderBy: { id: 'asc' } });
  expect(letters.map(({ dedupeKey }) => dedupeKey?.split(':')[0])).toEqual(['receipt', 'ruling']);
  const print = await loadLettersToPrint(db, { viewer: official, slug, number: null, page: 1 });
  expect(print.letters).toMatchObject([
    {
      number: without,
      contactAddress: 'Łęgi 14',
      points: [{ reason: 'Nie da się.', decision: 'not-accepted' }],
      waiting: 0,
    },
  ]);
});

test('contact data is for the author and the office alone', async () => {
  const { slug, official, anna } = await scene('private');
  const number = await numberOf(
    send(slug, { kind: 'office', viewer: official, entry: { ...paper, contactEmail: 'tajny@example.org' } }, [
      point('Uwaga.'),
    ]),
  );
  expect(JSON.stringify(await loadFiling(db, { slug, number, locale: 'pl' }))).not.toMatch(/tajny@|Łęgi|KP 4187/);
  expect(await loadFilingPersonal(db, { slug, number, viewer: anna, isOpen: true })).toMatchObject({
    contactEmail: null,
    contactAddress: null,
    caseSign: null,
    canWithdraw: false,
  });
  expect(await loadFilingPersonal(db, { slug, number, viewer: official, isOpen: true })).toMatchObject({
    contactEmail: 'tajny@example.org',
    canWithdraw: true,
    canRefile: false,
  });
});

test('a name is public only when its owner asks for it; the office has it all the same', async () => {
  const { slug, official, anna } = await scene('names');
  const entry = { ...paper, organisation: 'Koło Gospodyń' };
  const letters = [
    await numberOf(send(slug, { kind: 'author', viewer: anna }, [point('Bez nazwiska.')])),
    await numberOf(send(slug, { kind: 'author', viewer: anna }, [point('Z nazwiskiem.')], { nameIsPublic: true })),
    await numberOf(send(slug, { kind: 'office', viewer: official, entry: paper }, [point('Z papieru.')])),
    await numberOf(send(slug, { kind: 'office', viewer: official, entry }, [point('Od koła.')])),
  ];
  const seen = await Promise.all(letters.map((number) => loadFiling(db, { slug, number, locale: 'pl' })));
  expect(seen.map((filing) => signatureOf(filing, t))).toEqual([
    'osoba fizyczna',
    'Anna',
    'osoba fizyczna',
    'Koło Gospodyń',
  ]);
  expect(seen.map((filing) => filing.points[0] && signatureOf(filing.points[0], t))).toEqual([
    'osoba fizyczna',
    'Anna',
    'osoba fizyczna',
    'Koło Gospodyń',
  ]);
  expect(JSON.stringify(seen)).not.toContain('Malec');
  const personal = (viewer: typeof anna) =>
    Promise.all(
      letters.map(async (number) => (await loadFilingPersonal(db, { slug, number, viewer, isOpen: true })).privateName),
    );
  expect(await personal(official)).toEqual(['Anna', null, 'Zofia Malec', 'Zofia Malec']);
  expect(await personal(anna)).toEqual(['Anna', null, null, null]);
  const search = async (forOffice: boolean) =>
    (
      await listRemarks(db, {
        slug,
        filter: { ...everything, words: 'malec' },
        page: 1,
        locale: 'pl',
        now: during,
        forOffice,
      })
    ).counts.all;
  expect([await search(false), await search(true)]).toEqual([0, 2]);
});

test('search finds other forms, letters without marks, decomposed letters and places in the act', async () => {
  const { slug, anna } = await scene('forms');
  const first = await numberOf(
    send(slug, { kind: 'author', viewer: anna }, [
      point('Linia autobusu nocnego na Łęgach.'),
      point('S\u0301ciez\u0307ka rowerowa, jak w § 9 ust. 1.'),
      point(
        'Termin jest za krótki.',
        await change(slug, codes.term, 'replace', { text: 'Konsultacje trwają 28 dni.' }),
      ),
    ]),
  );
  const { units } = await loadDraft(db, { slug });
  const term = citationsByClause(units).get(units.find(({ code }) => code === codes.term)!.clauseId)!;
  const found = async (words: string) =>
    (await listRemarks(db, { slug, filter: { ...everything, words }, page: 1, locale: 'pl', now: during })).remarks
      .map(({ number }) => number - first)
      .sort();
  for (const [words, numbers] of [
    ['autobus', [0]],
    ['autobusami', [0]],
    ['legi', [0]],
    ['sciezki', [1]],
    ['ścieżka'.normalize('NFD'), [1]],
    ['§9 ust1', [1]],
    [term, [2]],
    [`${term.split(' ')[0]} ${term.split(' ')[1]} konsultacja`.replaceAll('\u00a0', ''), [2]],
    ['„28 dni”', [2]],
    [`nr ${first + 1}`, [1]],
    ['tramwaj', []],
    ['%', []],
    ['(', []],
  ] as const)
    expect([words, await found(words)]).toEqual([words, numbers]);
});

test('one point is withdrawn, then filed again: nothing is erased and the new letter names the old one', async () => {
  const { slug, anna, official } = await scene('refile');
  const words = 'Konsultacje trwają 21 dni.';
  const number = await numberOf(
    send(slug, { kind: 'author', viewer: anna }, [
      point('Zostaje.'),
      point('Wraca.', await change(slug, codes.term, 'replace', { text: words })),
    ]),
  );
  expect(await withdrawFiling(db, { viewer: anna, slug, number, points: new Map([[2, 9]]) })).toEqual({
    ok: false,
    error: { code: 'moved' },
  });
  expect(await withdrawFiling(db, { viewer: anna, slug, number, points: new Map([[2, 1]]) })).toEqual({
    ok: true,
    value: { withdrawn: [number + 1] },
  });
  expect(await withdrawFiling(db, { viewer: anna, slug, number, points: new Map([[2, 2]]) })).toEqual({
    ok: false,
    error: { code: 'nothing-open' },
  });
  await expect(withdrawFiling(db, { viewer: official, slug, number, points: null })).rejects.toMatchObject({
    code: 'not-found',
  });
  const form = await startFiling(db, { slug, refiles: number, viewer: anna, locale: 'pl', now: during });
  expect(form.points).toMatchObject([{ reason: 'Wraca.', operations: [{ draft: { op: 'replace', text: words } }] }]);
  const again = await numberOf(
    send(
      slug,
      { kind: 'author', viewer: anna },
      form.points.map(({ operations, ...rest }) => ({ ...rest, operations: operations.map(({ draft }) => draft) })),
      { refiles: number },
    ),
  );
  expect(await loadFiling(db, { slug, number: again, locale: 'pl' })).toMatchObject({ refiledFrom: number });
  expect(await loadFiling(db, { slug, number, locale: 'pl' })).toMatchObject({
    refiledAs: [again],
    points: [{ state: 'open' }, { state: 'withdrawn' }],
  });
  expect(await eventsOf(db, (await remarkNow(db, slug, number + 1)).id)).toEqual(['remark-filed', 'remark-withdrawn']);
  await expect(
    send(slug, { kind: 'author', viewer: await makePerson(db, 'Obca') }, [point('Cudze.')], { refiles: number }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('an official records the withdrawal of a paper letter, but not of one that has an account, and not after the ruling', async () => {
  const { slug, official } = await scene('paper-withdraw');
  const number = await numberOf(
    send(slug, { kind: 'office', viewer: official, entry: paper }, [point('Jedna.'), point('Druga.')]),
  );
  await decide(db, { slug, viewer: official, number, decision: 'not-accepted' });
  expect(await withdrawFiling(db, { viewer: official, slug, number, points: null })).toEqual({
    ok: true,
    value: { withdrawn: [number + 1] },
  });
  expect((await remarkNow(db, slug, number)).state).toBe('not-accepted');
  const [, event] = await db.event.findMany({
    where: { subjectId: (await remarkNow(db, slug, number + 1)).id },
    orderBy: { id: 'asc' },
  });
  expect(event).toMatchObject({ kind: 'remark-withdrawn', actorId: official.id, data: { byOffice: true } });
});

test('an amendment with two changes is accepted whole', async () => {
  const { slug, anna, official } = await scene('accept-two');
  const number = await numberOf(
    send(slug, { kind: 'author', viewer: anna }, [
      point(
        'Obie.',
        await change(slug, codes.term, 'replace', { text: 'Konsultacje trwają 21 dni.' }),
        await change(slug, codes.report, 'replace', { text: 'Raport sporządza się w 14 dni.' }),
      ),
    ]),
  );
  expect(await decide(db, { slug, viewer: official, number, decision: 'accepted' })).toMatchObject({
    ok: true,
    value: { version: 2 },
  });
  expect([(await clauseNow(db, slug, codes.term))?.text, (await clauseNow(db, slug, codes.report))?.text]).toEqual([
    'Konsultacje trwają 21 dni.',
    'Raport sporządza się w 14 dni.',
  ]);
  const page = await loadRemarkPage(db, { slug, number, locale: 'pl' });
  expect(page.remark.changes).toHaveLength(2);
});

test('the register is searched by number, author and words; signs of a pattern mean themselves', async () => {
  const { slug, official, anna } = await scene('search');
  await send(slug, { kind: 'author', viewer: anna }, [point('Zniżka 50% dla seniorów.')]);
  await send(
    slug,
    { kind: 'office', viewer: official, entry: paper },
    [point('Zniżka 50 procent.', await change(slug, codes.term, 'replace', { text: 'Wyraz_osobliwy.' }))],
    { nameIsPublic: true },
  );
  const numbers = async (filter: Partial<RemarkFilter>) =>
    (
      await listRemarks(db, { slug, filter: { ...everything, ...filter }, page: 1, locale: 'pl', now: during })
    ).remarks.map(({ number }) => number);
  expect(await numbers({ words: '50%' })).toEqual([2, 1]);
  expect(await numbers({ words: '%' })).toEqual([]);
  expect(await numbers({ words: 'zniżka' })).toEqual([2, 1]);
  expect(await numbers({ words: 'wyraz_osob' })).toEqual([2]);
  expect(await numbers({ words: 'w_raz' })).toEqual([]);
  expect(await numbers({ words: 'malec' })).toEqual([2]);
  expect(await numbers({ words: '2' })).toEqual([2]);
  expect(await numbers({ clauseCode: 'whole' })).toEqual([1]);
});

test('letters filed at the same time have consecutive numbers without a gap', async () => {
  const { slug, official } = await scene('race');
  const people = await Promise.all(
    Array.from({ length: testsRunOnServer ? 12 : 4 }, (_, at) => makePerson(db, `Osoba ${at}`)),
  );
  const results = await Promise.all([
    ...people.map((viewer, at) =>
      send(
        slug,
        { kind: 'author', viewer },
        Array.from({ length: 1 + (at % 3) }, (_, index) => point(`Punkt ${index}.`)),
      ),
    ),
    send(slug, { kind: 'office', viewer: official, entry: paper }, [point('Z papieru.')]),
  ]);
  expect(results.every(({ ok }) => ok)).toBe(true);
  const remarks = await db.remark.findMany({
    where: { consultation: { slug } },
    orderBy: { number: 'asc' },
    select: { number: true, point: true, filing: { select: { number: true } } },
  });
  expect(remarks.map(({ number }) => number)).toEqual(remarks.map((_, at) => at + 1));
  for (const remark of remarks) expect(remark.number).toBe(remark.filing.number + remark.point - 1);
});

test('nothing is taken online before the opening or from the minute of the end', async () => {
  const { slug, anna } = await scene('term');
  for (const now of [new Date(opensAt.getTime() - 1), closesAt]) {
    expect(await send(slug, { kind: 'author', viewer: anna }, [point('Uwaga.')], { now })).toEqual({
      ok: false,
      error: { code: 'closed' },
    });
  }
});
