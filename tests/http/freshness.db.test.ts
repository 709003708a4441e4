import { dayOf } from '#app/i18n/dates.ts';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequestHandler } from '@remix-run/node';
import { decode } from 'turbo-stream';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTeam } from '#app/admin/create-team.server.ts';
import { endpoints } from '#app/api/endpoints.server.ts';
import { answerFit } from '#app/drafting/carry/answer-fit.server.ts';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { correctRuling } from '#app/drafting/rulings/correct-ruling.server.ts';
import { createGroup } from '#app/drafting/rulings/change-group.server.ts';
import { leaveGroup } from '#app/drafting/rulings/leave-group.server.ts';
import { saveOfficeDetails } from '#app/drafting/office/save-office-details.server.ts';
import { setFourEyes } from '#app/drafting/rulings/set-four-eyes.server.ts';
import { importRemarks } from '#app/drafting/exchange/import-remarks.server.ts';
import { withdrawNames } from '#app/account/naming/withdraw-names.server.ts';
import { withdrawFiling } from '#app/drafting/register/withdraw-filing.server.ts';
import { attachFile, storeAttachment } from '#app/drafting/attachments/attach-file.server.ts';
import { changeAttachment } from '#app/drafting/attachments/change-attachment.server.ts';
import { setSupport } from '#app/drafting/talk/set-support.server.ts';
import { addComment } from '#app/drafting/talk/add-comment.server.ts';
import { writeEditorial } from '#app/drafting/editorial/write-editorial.server.ts';
import { importText } from '#app/drafting/acts/import-text.server.ts';
import { saveMeeting } from '#app/drafting/course/meetings/save-meeting.server.ts';
import { publishImport } from '#app/drafting/course/publish-import.server.ts';
import { saveDetails } from '#app/drafting/report/save-details.server.ts';
import { readDetails } from '#app/drafting/report/details.ts';
import { boardSources } from '#app/boards/board-sources.server.ts';
import { changeBoard } from '#app/boards/change-board.server.ts';
import { makeGroup, setPhase } from '#app/boards/lead-board.server.ts';
import { openBoard } from '#app/boards/open-board.server.ts';
import { writeCard } from '#app/boards/write-card.server.ts';
import { addGround, removeGround } from '#app/drafting/grounds/change-grounds.server.ts';
import { changeTerms } from '#app/drafting/course/terms/change-terms.server.ts';
import { consultationScope, editionScope, siteScope, talkOf, talkScope } from '#app/db/revision.server.ts';
import { byAddress } from '#app/http/by-address.server.ts';
import { publicAddresses } from '#app/http/public-address.server.ts';
import { publicRoutes } from '#app/http/public-routes.ts';
import { withoutLimits } from '#app/limits/asker.server.ts';
import { uploadMethodology } from '#app/monitoring/bridge/upload-methodology.server.ts';
import { declareNoTies, listUndeclared } from '#app/monitoring/fieldwork/declare-no-ties.server.ts';
import { declareTie } from '#app/monitoring/fieldwork/declare-tie.server.ts';
import { cancelRelease } from '#app/monitoring/publication/cancel-release.server.ts';
import { correctAnswer, withdraw } from '#tests/fixtures/correct-answer.ts';
import { saveCodings } from '#app/monitoring/fieldwork/save-codings.server.ts';
import { closeAccount } from '#app/account/closing/close-account.server.ts';
import { disableAccount } from '#app/people/disable-account.server.ts';
import { enableAccount } from '#app/people/enable-account.server.ts';
import { noPassword } from '#app/people/password.server.ts';
import { grantRole, revokeRole } from '#app/people/grant-role.server.ts';
import { keepResults } from '#app/surveys/keep-results.server.ts';
import { updateProfile } from '#app/people/update-profile.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { answer } from '#tests/fixtures/field-team.ts';
import { codedEdition } from '#tests/fixtures/published-edition.ts';
import { made } from '#tests/fixtures/made.ts';
import { makeSurvey } from '#tests/fixtures/survey.ts';
import { smallWorld } from '#tests/fixtures/small-world.ts';
import { codes, decide, filed, makeConsultation, makePerson } from '#tests/setup/consultation.ts';
import { coverIn, coverInRemark } from '#tests/setup/cover-words.ts';
import { routeAddresses } from '#tests/setup/route-addresses.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { testServer } from '#tests/setup/test-server.ts';

const db = await testDb();
const world = await smallWorld(db);
const other = await makeConsultation(db, 'inna');
const { build, revisions } = await testServer(db);
const handlerOf = byAddress(build, (part) => createRequestHandler(part, 'production'));
const addressOf = publicAddresses(build.routes);
const slug = world.slug;
let official: Viewer;
let anna: Viewer;
let coded: Awaited<ReturnType<typeof codedEdition>>;

beforeAll(async () => {
  // One instant for all pages: what differs was written.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  await db.consultation.update({
    where: { id: other.id },
    data: {
      opensAt: new Date(Date.now() - 9 * 86_400_000),
      closesAt: new Date(Date.now() + 9 * 86_400_000),
      answersDueAt: new Date(Date.now() + 40 * 86_400_000),
    },
  });
  [official, anna] = [await makePerson(db, 'Urzędniczka', { role: 'official' }), await makePerson(db, 'Zofia')];
  await db.roleGrant.create({ data: { userId: official.id, role: 'official', teryt: official.grants[0]!.teryt } });
  await db.roleGrant.create({
    data: { userId: other.official.id, role: 'official', teryt: official.grants[0]!.teryt },
  });
  for (const place of [slug, 'inna']) {
    await filed(db, {
      slug: place,
      viewer: anna,
      code: codes.notice,
      text: 'Ogłoszenie zamieszcza się wszędzie.',
      now: new Date(),
    });
    for (const reason of ['Jedna.', 'Druga.', 'Trzecia.', 'Czwarta.'])
      await filed(db, { slug: place, viewer: anna, code: codes.first, op: 'none', reason, now: new Date() });
  }
  coded = await codedEdition(db);
});
afterAll(() => void vi.useRealTimers());

/** Drawn from the same rows as the texts beside them, at many times the cost. */
const drawn = /\[\.\](?:pdf|docx|png|svg)$/;

/** Every public address of everything in the small world, with its counters. */
function places(): { address: string; scopes: readonly string[] }[] {
  const slugs = [slug, 'inna', world.edition, world.scheduled, coded.slug];
  const pages = routeAddresses(build, world)
    .filter(({ id }) => publicRoutes.has(id) && !drawn.test(id))
    .flatMap(({ names, fill, pattern, id }) => {
      const isEdition = /^(oceny|osadz)\//.test(pattern);
      const paths = names.includes('slug')
        ? slugs.filter((each) => isEdition === each.startsWith('ocena')).map((each) => fill({ slug: each }))
        : [fill()];
      return paths.map((path) =>
        publicRoutes.get(id)?.forEverybody || path === '/' || /\.\w+$/.test(path) ? path : `${path}.data`,
      );
    });
  const interfaces = endpoints
    .filter(({ method, scope }) => method === 'get' && !scope)
    .flatMap(({ path }) => {
      const fill = (each: string) =>
        `/api/v1${path.replace(/\{(\w+)\}/g, (_match, name: string) => ({ slug: each, teryt: world.teryt, number: '1', code: String(codes.term), indicator: 'T01', version: '1' })[name] ?? '1')}`;
      return path.includes('{slug}')
        ? slugs.filter((each) => path.startsWith('/editions') === each.startsWith('ocena')).map(fill)
        : [fill('')];
    });
  return [...new Set([...pages, ...interfaces])].flatMap((path) => {
    const place = addressOf(path);
    return place ? [{ address: place.address, scopes: place.scopes }] : [];
  });
}

/** The data of a page in one spelling: packed, the same value stands once or twice as it comes. */
async function unpacked(response: Response): Promise<string> {
  const { value, done } = await decode(response.body!, { plugins: [(type, ...rest) => ({ value: [type, ...rest] })] });
  await done;
  return JSON.stringify(value, sorted);
}

/** Fields by name: the database gives those of documents back in an order of its own. */
function sorted(_name: string, value: unknown): unknown {
  const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isPlain ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;
}

/** What a page says, made anew without any memory. */
async function content(address: string): Promise<string> {
  const response = await withoutLimits(() =>
    handlerOf(address.split('?')[0]!)(new Request(`http://localhost:3000${address}`), { nonce: 'n', requestId: 'r' }),
  );
  const text = address.split('?')[0]?.endsWith('.data') ? await unpacked(response) : await response.text();
  return `${response.status} ${text}`;
}

const known = new Map<string, { revision: string; content: string }>();
let all: ReturnType<typeof places>;
const revisionOf = (scopes: readonly string[]) => revisions.of(scopes) ?? 'unknown';

/** Addresses whose counters stand still though they say something else now; makes each page once. */
async function stale(): Promise<string[]> {
  await revisions.fresh();
  const wrong: string[] = [];
  for (const { address, scopes } of all) {
    const revision = revisionOf(scopes);
    const before = known.get(address);
    const now = { revision, content: await content(address) };
    if (before && before.revision === revision && before.content !== now.content)
      wrong.push(`${address} (${scopes.join(', ')}): ${differenceOf(before.content, now.content)}`);
    known.set(address, now);
  }
  return wrong;
}

function differenceOf(before: string, after: string): string {
  const at = [...before].findIndex((letter, place) => letter !== after[place]);
  return `„${before.slice(Math.max(0, at - 40), at + 60)}” is „${after.slice(Math.max(0, at - 40), at + 60)}”`;
}

test('pages made twice without a write are the same: otherwise this file would prove nothing', async () => {
  all = places();
  expect(all.length).toBeGreaterThan(120);
  await stale();
  expect(await stale()).toEqual([]);
  expect([...known.values()].filter(({ content: text }) => text.startsWith('200 ')).length).toBeGreaterThan(90);
  expect([...known.values()].filter(({ content: text }) => text.startsWith('5'))).toEqual([]);
});

type Write = {
  run: () => Promise<unknown>;
  /** Use cases that raise the counters of this write. */ of: readonly string[];
  /** Counters that it raises. */ raises: readonly string[];
};
const text = [siteScope, consultationScope(slug)];
const textAndTalk = [...text, talkScope, talkOf(slug)];
const office = () => ({ viewer: official, slug });
const at = () => ({ now: new Date() });
const remark = (number: number) => db.remark.findFirstOrThrow({ where: { number, consultation: { slug } } });
/** Remarks 2 to 6 are Zofia's: an amendment of the unit about notices, and four without a change. */
const writes: Record<string, Write> = {
  'a letter': {
    of: ['drafting/register/write-filing'],
    raises: text,
    run: () =>
      filed(db, { slug, viewer: anna, code: codes.report, text: 'Raport sporządza się szybko.', now: new Date() }),
  },
  'a group': {
    of: ['drafting/rulings/change-group'],
    raises: text,
    run: () => createGroup(db, { ...office(), title: 'Razem', numbers: [3, 4] }),
  },
  'leaving a group': {
    of: ['drafting/rulings/leave-group'],
    raises: text,
    run: () => leaveGroup(db, { viewer: anna, slug, group: 1, number: 3 }),
  },
  'a ruling': {
    of: ['drafting/rulings/write-rulings', 'drafting/acts/write-version'],
    raises: text,
    run: () => decide(db, { ...office(), number: 2, decision: 'accepted' }),
  },
  'a ruling without a change': {
    of: ['drafting/rulings/write-rulings'],
    raises: text,
    run: () => decide(db, { ...office(), number: 5, decision: 'not-accepted' }),
  },
  'a corrected ruling': {
    of: ['drafting/rulings/correct-ruling'],
    raises: text,
    run: async () => {
      const { id: ruling } = await db.ruling.findFirstOrThrow({
        where: { remark: { number: 5, consultation: { slug } } },
      });
      return correctRuling(db, {
        ...office(),
        number: 5,
        decision: 'not-accepted',
        reason: 'Inny powód.',
        why: 'Pierwszy był pomyłką.',
        finals: new Map(),
        ruling,
        againstVersion: (await loadDraft(db, { slug })).version,
      });
    },
  },
  'a letter taken back': {
    of: ['drafting/register/withdraw-filing'],
    raises: text,
    run: () => withdrawFiling(db, { viewer: anna, slug, number: 6, points: null }),
  },
  'a file of a letter': {
    of: ['drafting/attachments/attach-file', 'drafting/attachments/change-attachment'],
    raises: text,
    run: async () => {
      const bytes = new Uint8Array(Buffer.from('%PDF-1.7 mapa'));
      const stored = await storeAttachment(db, { viewer: official, name: 'mapa.pdf', bytes });
      if (!stored.ok) return stored;
      const made = await attachFile(db, { ...office(), filing: 1, kind: 'map', hash: stored.file.hash });
      return made.ok ? changeAttachment(db, { ...office(), id: made.value.id, revision: 1, step: 'show' }) : made;
    },
  },
  'covered words': {
    of: ['redaction/subject-owner'],
    raises: text,
    run: () => coverInRemark(db, { ...office(), number: 3, words: 'Jedna' }),
  },
  'four eyes': {
    of: ['drafting/rulings/set-four-eyes'],
    raises: text,
    run: () => setFourEyes(db, { ...office(), fourEyes: true }),
  },
  'a meeting': {
    of: ['drafting/office/office-write'],
    raises: text,
    run: () =>
      saveMeeting(db, {
        ...office(),
        known: null,
        meeting: {
          form: 'meeting',
          title: 'Spotkanie',
          place: 'ratusz',
          startsAt: new Date(Date.now() + 86_400_000),
          endsAt: null,
          attendance: null,
          minutes: '',
        },
      }),
  },
  'words of the report': {
    of: ['drafting/office/office-write'],
    raises: text,
    run: () => saveDetails(db, { ...office(), revision: 0, details: { ...readDetails(null), aim: 'Poznać zdanie.' } }),
  },
  'an answer to an adapted amendment': {
    of: ['drafting/carry/answer-fit'],
    raises: text,
    run: async () => {
      await db.consultation.updateMany({ where: { slug }, data: { fourEyes: false } });
      const number = await filed(db, {
        slug,
        viewer: anna,
        code: codes.term,
        text: 'Konsultacje trwają co najmniej 28 dni.',
        now: new Date(),
      });
      await decide(db, { ...office(), number: 1, decision: 'accepted' });
      const { revision } = await remark(number);
      return answerFit(db, { viewer: anna, slug, number, revision, answer: { kind: 'withdraw' } });
    },
  },
  'a voice': {
    of: ['drafting/talk/set-support'],
    raises: [talkScope, talkOf(slug)],
    run: () => setSupport(db, { viewer: world.stranger, slug, number: 4, stance: 'support' }),
  },
  'a comment': {
    of: ['drafting/talk/add-comment'],
    raises: [talkScope, talkOf(slug)],
    run: () =>
      addComment(db, { viewer: anna, slug, code: codes.notice, body: 'Zgoda.', parentId: null, quote: '', ...at() }),
  },
  'names withdrawn': {
    of: ['account/naming/remove-names'],
    raises: textAndTalk,
    run: async () =>
      withdrawNames(db, {
        viewer: anna,
        which: { kind: 'comment', id: (await db.comment.findFirstOrThrow({ where: { authorId: anna.id } })).id },
      }),
  },
  'an editorial change': {
    of: ['drafting/acts/write-version'],
    raises: [siteScope, consultationScope('inna')],
    run: async () =>
      writeEditorial(db, {
        viewer: other.official,
        slug: 'inna',
        change: {
          op: 'replace',
          code: codes.report,
          heading: '',
          text: 'Raport sporządza się w miesiąc.',
          rest: '',
          target: null,
        },
        reason: 'Język.',
        againstVersion: 1,
        report: 0,
      }),
  },
  terms: {
    of: ['drafting/office/office-write'],
    raises: [siteScope, consultationScope('inna')],
    run: async () => {
      const { opensAt, closesAt, answersDueAt } = await db.consultation.findUniqueOrThrow({ where: { id: other.id } });
      return changeTerms(db, {
        viewer: other.official,
        slug: 'inna',
        shown: { opensAt, closesAt, answersDueAt },
        dates: { opensAt, closesAt: new Date(closesAt.getTime() + 86_400_000), answersDueAt },
        reason: 'Śnieg na drogach.',
        now: new Date(),
      });
    },
  },
  'an imported register': {
    of: ['drafting/exchange/import-remarks'],
    raises: [siteScope, consultationScope('inna')],
    run: () =>
      importRemarks(db, {
        viewer: other.official,
        slug: 'inna',
        remarks: [
          {
            row: 1,
            receivedOn: dayOf(new Date()),
            sign: 'R/1',
            place: null,
            category: null,
            reason: 'Z rejestru.',
            authorName: 'Jan Spis',
            organisation: null,
            channel: 'paper',
            caseSign: null,
            contactEmail: null,
            contactAddress: null,
            ruling: null,
          },
        ],
      }),
  },
  'a published text': {
    of: ['drafting/course/publish-import'],
    raises: [siteScope],
    run: async () => {
      const id = await importText(db, {
        viewer: official,
        teryt: official.grants[0]!.teryt ?? '',
        source: 'UCHWAŁA NR 1\nRADY GMINY\nz dnia 1 grudnia 2026 r.\nw sprawie próby\n\n§ 1. Pierwszy.\n§ 2. Drugi.\n',
        sourceName: 'tekst',
      });
      const { revision } = await db.importDraft.findUniqueOrThrow({ where: { id } });
      const day = 86_400_000;
      return publishImport(db, {
        viewer: official,
        id,
        revision,
        title: 'Trzecia sprawa',
        summary: 'Próba publikacji.',
        numbering: 'draft',
        fourEyes: false,
        opensAt: new Date(),
        closesAt: new Date(Date.now() + 20 * day),
        answersDueAt: new Date(Date.now() + 40 * day),
        note: 'Projekt',
        now: new Date(),
      });
    },
  },
  'a methodology': {
    of: ['monitoring/bridge/upload-methodology'],
    raises: [siteScope],
    run: () =>
      uploadMethodology(db, {
        viewer: coded.lead,
        text: JSON.stringify({
          ...JSON.parse(readFileSync('app/monitoring/methodology/data/methodology-gmina-2026.json', 'utf8')),
          id: 'wlasna',
          version: '1.0.0',
        }),
        shown: new Map(),
      }),
  },
  'a team': {
    of: ['admin/create-team'],
    raises: [siteScope],
    run: () => createTeam(db, { slug: 'nowy-zespol', name: 'Nowy zespół', contact: 'x@example.org' }),
  },
  'how an office is reached': {
    of: ['drafting/office/save-office-details'],
    raises: [siteScope, consultationScope('inna'), consultationScope('zasady')],
    run: () =>
      saveOfficeDetails(db, {
        viewer: official,
        teryt: official.grants[0]?.teryt ?? '',
        revision: 0,
        now: new Date(),
        details: {
          name: 'Urząd Gminy',
          address: 'ul. Główna 1',
          hours: '',
          phone: '32 123 45 67',
          email: '',
          edoreczenia: '',
          controller: 'Wójt',
          inspector: '',
          termDays: null,
          termSource: '',
          termCheckedOn: '',
        },
      }),
  },
  'a role of an office': {
    of: ['people/grant-role'],
    raises: [siteScope],
    run: () => grantRole(db, { email: anna.email, order: { role: 'official', teryt: world.teryt } }),
  },
  'a role taken back': {
    of: ['people/grant-role'],
    raises: [siteScope],
    run: () => revokeRole(db, { email: anna.email, order: { role: 'official', teryt: world.teryt } }),
  },
  'an account disabled': {
    of: ['people/disable-account'],
    raises: [siteScope],
    run: () => disableAccount(db, { email: world.author.email, reason: 'Próba.' }),
  },
  'an account enabled': {
    of: ['people/enable-account'],
    raises: [siteScope],
    run: () => enableAccount(db, { email: world.author.email, reason: 'Próba.' }),
  },
  'a diagnosis board and a phase of it': {
    of: ['boards/open-board', 'boards/lead-board'],
    raises: [siteScope],
    run: async () => {
      const now = new Date();
      const board = {
        teryt: official.grants[0]!.teryt!,
        as: 'office',
        teamId: null,
        consultation: null,
        unitName: '',
        title: 'Co nas dzieli',
        question: 'Co przeszkadza?',
        access: 'public',
        marksEach: 6,
        opensAt: now,
        closesAt: new Date(now.getTime() + 9 * 86_400_000),
      } as const;
      const opened = await openBoard(db, { viewer: official, board, now });
      if (!opened.ok) return opened;
      const at = { slug: opened.value.slug, viewer: official, now };
      const words = { text: 'Nie wiemy, co wiesza sołtys.', signature: '' };
      const card = { ...words, kind: 'obstacle', view: 'residents', answers: null, uses: null, once: null } as const;
      await made(writeCard(db, { ...at, who: { viewer: anna, pass: null }, card }));
      await made(makeGroup(db, { ...at, name: 'Ogłasza Zenon Wilk', note: '', numbers: [1] }));
      return setPhase(db, { slug: opened.value.slug, viewer: official, now, phase: 'collecting', open: false });
    },
  },
  'a survey': {
    of: ['surveys/office-survey'],
    raises: [siteScope],
    run: () =>
      makeSurvey(db, {
        viewer: official,
        words: 'Godziny otwarcia',
        answeredBy: 'open',
        answers: 0,
        opensAt: new Date(),
        closesAt: new Date(Date.now() + 9 * 86_400_000),
      }),
  },
  'a change of a board': {
    of: ['boards/change-board'],
    raises: [siteScope],
    run: async () => {
      const {
        slug: changed,
        question,
        closesAt,
      } = await db.board.findFirstOrThrow({ where: { title: 'Co nas dzieli' } });
      const facts = { title: 'Co nas dzieli i łączy', question, closesAt };
      return changeBoard(db, { slug: changed, viewer: official, facts, reason: 'Prosili sołtysi.', known: 0 });
    },
  },
  'a group of a board that a draft rests on': {
    of: ['drafting/grounds/change-grounds'],
    raises: text,
    run: async () => {
      const [source] = await boardSources(db, official.grants[0]!.teryt!);
      return addGround(db, { ...office(), code: codes.term, source: source! });
    },
  },
  'words covered in the name of that group': {
    of: ['redaction/subject-owner'],
    raises: text,
    run: async () => {
      const { id } = await db.boardGroup.findFirstOrThrow({ where: { name: 'Ogłasza Zenon Wilk' } });
      return coverIn(db, { type: 'board-group', id }, { viewer: official, words: 'Zenon Wilk' });
    },
  },
  'a question of a survey that a draft rests on': {
    of: [],
    raises: text,
    run: async () => {
      const asked = await db.survey.findFirstOrThrow({ where: { title: 'Godziny otwarcia' } });
      const source = {
        kind: 'survey-question',
        sourceId: `${asked.slug}:q1`,
        label: 'Godziny otwarcia',
        figure: '0 odpowiedzi',
        address: `/ankiety/${asked.slug}/wyniki`,
      } as const;
      return addGround(db, { ...office(), code: null, source });
    },
  },
  'results of that survey, once it has ended': {
    of: ['surveys/keep-results'],
    raises: text,
    run: async () => {
      expect(await keepResults(db, new Date(Date.now() + 10 * 86_400_000))).toBe(1);
    },
  },
  'an earlier remark that a draft rests on': {
    of: [],
    raises: [...text, consultationScope('inna')],
    run: async () => {
      const where = { label: 'Uwaga nr 1', figure: 'czeka na odpowiedź', address: '/konsultacje/inna/uwagi/1' };
      const source = { kind: 'earlier-remark', sourceId: 'inna:1', ...where } as const;
      return addGround(db, { ...office(), code: null, source });
    },
  },
  'that remark taken away again': {
    of: [],
    raises: [...text, consultationScope('inna')],
    run: async () => {
      const { id } = await db.ground.findFirstOrThrow({ where: { sourceId: 'inna:1' } });
      return removeGround(db, { ...office(), ground: id, reason: 'Dotyczy czegoś innego.' });
    },
  },
  'codings before the release': {
    of: [],
    raises: [],
    run: () =>
      saveCodings(db, { viewer: coded.member, slug: coded.slug, teryt: '9902032', answers: [answer('T01', 1)] }),
  },
  'a tie declared': {
    of: [],
    raises: [],
    run: () =>
      declareTie(db, {
        viewer: coded.lead,
        teryt: '9902032',
        kind: 'employee',
        words: 'Praca w urzędzie gminy.',
        since: null,
        until: null,
      }),
  },
  'no ties declared': {
    of: [],
    raises: [],
    run: async () => {
      const about = { viewer: coded.member, slug: coded.slug };
      await declareNoTies(db, { ...about, rest: (await listUndeclared(db, about)).teryts.length });
    },
  },
  'another name of a person': {
    of: [],
    raises: [],
    run: () => updateProfile(db, { viewer: official, displayName: 'Maria Nowa', locale: 'pl' }),
  },
  'a release scheduled': {
    of: ['monitoring/publication/publish-edition'],
    raises: [siteScope, editionScope('*')],
    run: () => coded.release({ releaseAt: new Date(Date.now() + 86_400_000) }),
  },
  'a release cancelled': {
    of: ['monitoring/publication/cancel-release'],
    raises: [siteScope, editionScope('*')],
    run: () =>
      cancelRelease(db, {
        viewer: coded.lead,
        slug: coded.slug,
        shown: new Date(Date.now() + 86_400_000).toISOString(),
      }),
  },
  'a release': {
    of: ['monitoring/publication/publish-edition'],
    raises: [siteScope, editionScope('*')],
    run: () => coded.release(),
  },
  'a correction': {
    of: ['monitoring/publication/correct-answer'],
    raises: [siteScope, editionScope('*')],
    run: () =>
      correctAnswer(db, {
        second: coded.reviewer,
        viewer: coded.lead,
        slug: coded.slug,
        teryt: '9902012',
        indicator: 'T11',
        state: 'scored',
        level: 2,
        requestedOn: null,
        note: 'Jest tekst.',
        evidence: [],
        reason: 'Przeoczono tekst.',
        againstIssue: 1,
      }),
  },
  'a withdrawal': {
    of: ['monitoring/publication/changes/carry-out-withdrawal'],
    raises: [siteScope, editionScope('*')],
    run: () =>
      withdraw(db, {
        viewer: coded.lead,
        second: coded.reviewer,
        slug: coded.slug,
        teryt: '9902012',
        ground: 'error',
        reason: 'Pomylono gminy.',
        againstIssue: 2,
      }),
  },
  'an account closed': {
    of: ['account/closing/close-account', 'account/naming/remove-names'],
    raises: textAndTalk,
    run: async () => {
      await db.user.update({ where: { id: world.author.id }, data: { passwordHash: noPassword } });
      return closeAccount(db, { viewer: world.author, password: '' });
    },
  },
};

/** Raised by commands of the machine, which fill or move whole installations. */
const byCommand = [
  'admin/scale/load-scale',
  'municipalities/import-terc',
  'municipalities/load-register',
  'openness/archive/put-in-archive',
  'demo/monitoring-demo',
  'admin/remove-demo',
  'surveys/load-historical',
];

test('every use case that raises a counter has a write here', () => {
  const raising = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        file.endsWith('.server.ts') &&
        !file.startsWith('db/') &&
        !file.startsWith('generated/') &&
        /\b(?:bumpRevision|bumpTalk)\(/.test(readFileSync(`app/${file}`, 'utf8')),
    )
    .map((file) => file.replace(/\.server\.ts$/, ''));
  const here = new Set([...Object.values(writes).flatMap(({ of }) => of), ...byCommand]);
  expect(raising.filter((file) => !here.has(file))).toEqual([]);
});

const inOrder = Object.entries(writes);
for (const [nth, [name, { run, raises }]] of inOrder.entries()) {
  // Every page is compared after the last of the writes that raise the same counters: none of them hides what another forgot.
  const isLast = inOrder[nth + 1]?.[1].raises.join() !== raises.join();
  test(`${name} raises its counters and no others${isLast ? '; no page says something else under an old revision' : ''}`, async () => {
    const before = new Map(all.map(({ scopes }) => [scopes.join(' '), revisionOf(scopes)]));
    const result = await withoutLimits(run);
    if (typeof result === 'object' && result !== null && 'ok' in result) expect(result).toMatchObject({ ok: true });
    await revisions.fresh();
    const raised = raises.map((scope) => (scope === editionScope('*') ? editionScope(coded.slug) : scope));
    const isRaised = (scopes: readonly string[]) => revisionOf(scopes) !== before.get(scopes.join(' '));
    for (const { scopes } of all)
      expect([scopes, isRaised(scopes)]).toEqual([scopes, scopes.some((scope) => raised.includes(scope))]);
    if (isLast) expect(await stale()).toEqual([]);
  });
}
