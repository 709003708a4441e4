import type { Db } from '#app/db/client.server.ts';
import { dayOf, warsawEnd } from '#app/i18n/dates.ts';
import { addBorderCells } from '#app/monitoring/fieldwork/add-border-cells.server.ts';
import { adjudicate } from '#app/monitoring/fieldwork/adjudicate.server.ts';
import { assign } from '#app/monitoring/fieldwork/assign.server.ts';
import { proposalOf, type CellCoding, type FieldCell } from '#app/monitoring/cards/cells.ts';
import { decideReply } from '#app/monitoring/fieldwork/decide-reply.server.ts';
import { declareNoTies, listUndeclared } from '#app/monitoring/fieldwork/declare-no-ties.server.ts';
import { declareTie } from '#app/monitoring/fieldwork/declare-tie.server.ts';
import { groupBy } from '#app/monitoring/fieldwork/group-by.ts';
import { handIn } from '#app/monitoring/fieldwork/hand-in.server.ts';
import { loadCell, loadCells } from '#app/monitoring/fieldwork/load-cells.server.ts';
import { openReplyRound } from '#app/monitoring/fieldwork/open-reply-round.server.ts';
import { sendReply, type SendReplyInput } from '#app/monitoring/fieldwork/send-reply.server.ts';
import { storeFile } from '#app/uploads/store-file.server.ts';
import { getTeamEdition } from '#app/monitoring/access/edition-access.server.ts';
import { recordNotice } from '#app/monitoring/fieldwork/record-notice.server.ts';
import { saveCodings } from '#app/monitoring/fieldwork/save-codings.server.ts';
import type { CodingAnswer } from '#app/monitoring/fieldwork/coding-answer.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { chance } from './chance.ts';
import { findOfficial, must } from './demo-parts.server.ts';
import { demoMunicipalities } from './monitoring-demo-data.ts';

export type DemoTeam = { lead: Viewer; member: Viewer; second: Viewer; reviewer: Viewer };

/** Mostki Wielkie: a close person of one coder sits on its council. */
export const tiedTeryt = '9901023';
const jurowice = '9901013';
const lagowiec = '9901033';

export async function declareDemoTie(tx: Db, { member }: DemoTeam): Promise<void> {
  must(
    await declareTie(tx, {
      viewer: member,
      teryt: tiedTeryt,
      kind: 'family',
      words: 'Bliska osoba zasiada w radzie gminy od 2024 r.',
      since: '2024-05-07',
      until: null,
    }),
    'tie',
  );
}

/** What coders say before they begin: no ties with any other municipality of the edition. */
export async function declareDemoAbsence(tx: Db, { lead, member, second }: DemoTeam, slug: string): Promise<void> {
  for (const viewer of [lead, member, second]) {
    const { teryts } = await listUndeclared(tx, { viewer, slug });
    must(await declareNoTies(tx, { viewer, slug, rest: teryts.length }), 'no ties');
  }
}

/** The second, blind coding of everything that needs one, until no municipality is left at a border with single answers. */
export async function codeTwice(tx: Db, team: DemoTeam, slug: string): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await secondCodings(
      tx,
      team,
      slug,
      (await cellsOf(tx, team.lead, slug)).filter((cell) => cell.cause !== null && cell.codings.length === 1),
    );
    await settleDifferences(tx, team, slug);
    const added = await addBorderCells(tx, { viewer: team.lead, slug });
    if (added.ok) continue;
    if (added.error.code !== 'no-border') throw new Error(`border cases: ${added.error.code}`);
    return;
  }
}

/** The offices' term of the published edition: Jurowice replied to some, was decided on, and was silent about the rest. */
export async function replyInTime(tx: Db, team: DemoTeam, slug: string): Promise<void> {
  const endsAt = warsawEnd('2026-07-31', '23:59');
  if (!endsAt) throw new Error('no such minute');
  const teryts = demoMunicipalities.map((municipality) => municipality.teryt);
  must(
    await openReplyRound(tx, { viewer: team.lead, slug, teryts, endsAt, now: new Date('2026-07-01T08:00:00Z') }),
    'round',
  );
  for (const teryt of teryts.filter((each) => each !== jurowice)) await tellByLetter(tx, team, slug, teryt);
  const official = await findOfficial(tx, jurowice);
  if (!official) return;
  const say = replier(tx, { viewer: official, slug, now: new Date('2026-07-06T07:40:00Z') });
  for (const indicator of ['T01', 'T02', 'T05', 'I01', 'I11', 'P03']) await say(indicator, { stance: 'none' });
  await say('T04', {
    stance: 'explanation',
    body: 'Protokoły komisji udostępniamy w biurze rady na prośbę mieszkańca.',
  });
  await keep(
    tx,
    team,
    slug,
    'T04',
    'Poziom bez zmian. Wskaźnik pyta o śledzenie prac bez przychodzenia do urzędu. W BIP są protokoły 6 z 19 posiedzeń.',
  );
  await say('I06', {
    stance: 'level',
    level: 3,
    body: 'Pierwsza wersja programu współpracy była w BIP od 6 do 20 października 2025 r.',
  });
  await secondCodings(
    tx,
    team,
    slug,
    [await cellOf(tx, team.lead, slug, jurowice, 'I06')].filter((cell) => cell.codings.length === 1),
    nearly,
    new Date('2026-07-20T09:00:00Z'),
  );
  await keep(
    tx,
    team,
    slug,
    'I06',
    'Poziom bez zmian. Jeden projekt był dostępny, pozostałych czterech z próby nie ma w BIP ani na stronie gminy.',
  );
}

/** A letter to an office without an account here; of one it is not known that it came. */
async function tellByLetter(tx: Db, team: DemoTeam, slug: string, teryt: string): Promise<void> {
  const delivered = teryt !== tiedTeryt;
  must(
    await recordNotice(tx, {
      viewer: team.lead,
      slug,
      teryt,
      way: 'e-delivery',
      to: `AE:PL-00000-${teryt.slice(0, 5)}-DEMO-00`,
      number: `ZM.${teryt.slice(4)}.2026`,
      sentOn: '2026-07-01',
      deliveredOn: delivered ? '2026-07-02' : '',
      proof: delivered ? 'dowód otrzymania z 2 lipca 2026 r.' : '',
      seen: '',
      now: new Date('2026-07-03T08:00:00Z'),
    }),
    'notice',
  );
}

/** What the edition in coding shows: an office replying now, and cells waiting for a second coder, for a decision, and decided. */
export async function everyState(tx: Db, team: DemoTeam, slug: string): Promise<void> {
  const { lead, member, second } = team;
  for (const area of ['T', 'I', 'P']) {
    for (const [teryt, first] of [
      [jurowice, member],
      [tiedTeryt, lead],
      [lagowiec, member],
    ] as const) {
      must(await assign(tx, { viewer: lead, slug, teryt, area, part: 1, userId: first.id }), 'assignment');
      must(await assign(tx, { viewer: lead, slug, teryt, area, part: 2, userId: second.id }), 'assignment');
    }
  }
  await addCapture(tx, team, slug);
  await secondCodings(
    tx,
    team,
    slug,
    (await cellsOf(tx, lead, slug)).filter((cell) => cell.teryt === jurowice && cell.cause !== null),
  );
  await settleDifferences(tx, team, slug);
  await differAbout(tx, team, slug);
  await openForReplies(tx, team, slug);
}

/** Łęgowiec, first area: all handed in by both, two of the answers a level apart, one of the two decided. In the second area one coder waits. */
async function differAbout(tx: Db, team: DemoTeam, slug: string): Promise<void> {
  const { member, second, reviewer } = team;
  const cells = (await cellsOf(tx, member, slug)).filter(
    (cell) => cell.teryt === lagowiec && cell.cause !== null && cell.codings.length === 1,
  );
  const first = cells.filter((cell) => cell.indicator.startsWith('T'));
  const scored = first.filter((cell) => cell.codings[0]?.state === 'scored').map((cell) => cell.indicator);
  await secondCodings(tx, team, slug, first, (coding, { indicator }) => {
    const at = scored.indexOf(indicator);
    return at >= 0 && at < 2 && coding.level !== null ? coding.level + (coding.level > 0 ? -1 : 1) : coding.level;
  });
  if (cells.some((cell) => cell.indicator.startsWith('I')))
    must(await handIn(tx, { viewer: member, slug, teryt: lagowiec, area: 'I' }), 'hand in');
  const [decided] = scored;
  const cell = decided && (await cellOf(tx, second, slug, lagowiec, decided));
  if (!cell || proposalOf(cell).status !== 'waiting-adjudication') return;
  const { state, level } = cell.codings[0]!;
  must(
    await adjudicate(tx, {
      viewer: reviewer,
      slug,
      teryt: lagowiec,
      indicator: cell.indicator,
      state,
      level,
      reason: 'Drugie zdanie poziomu jest spełnione: dokument z próby jest w BIP, pokazuje to pierwszy dowód.',
    }),
    'adjudication',
  );
}

/** Jurowice may reply for three weeks from the start: one reply is decided on, one waits for a decision, one for a second coding. */
async function openForReplies(tx: Db, team: DemoTeam, slug: string): Promise<void> {
  const now = new Date();
  const endsAt = warsawEnd(dayOf(new Date(now.getTime() + 21 * 86_400_000)), '23:59');
  if (!endsAt) throw new Error('no such minute');
  must(await openReplyRound(tx, { viewer: team.lead, slug, teryts: [jurowice], endsAt, now }), 'round');
  const official = await findOfficial(tx, jurowice);
  if (!official) return;
  const say = replier(tx, { viewer: official, slug, now });
  await say('T03', { stance: 'none' });
  await say('T08', {
    stance: 'explanation',
    body: 'Uchwała budżetowa, WPF i sprawozdania jako tekst do przeszukiwania są w zakładce Finanse od 2 kwietnia 2026 r.',
  });
  const budget = await cellOf(tx, team.lead, slug, jurowice, 'T08');
  must(
    await decideReply(tx, {
      viewer: team.reviewer,
      slug,
      teryt: jurowice,
      indicator: 'T08',
      replyId: budget.reply?.id ?? '',
      state: 'scored',
      level: 3,
      reason: 'Poziom zmieniony na 3. Datę publikacji potwierdza metryka BIP. Pominęliśmy tę zakładkę, dziękujemy.',
    }),
    'decision',
  );
  await say('I05', {
    stance: 'explanation',
    body: 'Od stycznia 2026 r. raporty zawierają stanowisko i uzasadnienie dla każdej uwagi.',
  });
  const free = (await cellsOf(tx, team.lead, slug)).find(
    (cell) => cell.teryt === jurowice && cell.cause === null && cell.reply === null && cell.codings[0]?.level === 1,
  );
  if (free)
    await say(free.indicator, {
      stance: 'level',
      level: 2,
      body: 'Prosimy o poziom 2: dokument z załącznika był w BIP przez cały okres pomiaru.',
    });
}

type Level = (coding: CellCoding, cell: FieldCell) => number | null;

const day = 86_400_000;

/** The second coder's answers, a day after the first or at `when`: mostly the same, now and then a level apart; both coders hand in. */
async function secondCodings(
  tx: Db,
  team: DemoTeam,
  slug: string,
  cells: readonly FieldCell[],
  levelOf: Level = nearly,
  when: Date | null = null,
): Promise<void> {
  const edition = await getTeamEdition(tx, { slug, viewer: team.lead });
  const areaOf = new Map(edition.methodology.indicators.map((indicator) => [indicator.id, indicator.area]));
  const people = new Map([team.lead, team.member, team.second].map((person) => [person.id, person]));
  const answeredAt = (coding: CellCoding) => when ?? new Date(new Date(coding.codedAt).getTime() + day);
  for (const [teryt, own] of groupBy(cells, (cell) => cell.teryt)) {
    const answers = own.flatMap((cell): CodingAnswer[] => {
      const [coding] = cell.codings;
      if (!coding) return [];
      const { indicator } = cell;
      const evidence = coding.evidence.map(({ url, note, place }) => ({ url, note, place }));
      return [
        {
          indicator,
          state: coding.state,
          level: levelOf(coding, cell),
          reason: coding.reason,
          requestedOn: coding.requestedOn,
          evidence,
          revision: 0,
          at: answeredAt(coding),
        },
      ];
    });
    const saved = await saveCodings(tx, { viewer: team.second, slug, teryt, answers });
    if (!saved.ok) throw new Error(`second coding ${teryt} ${saved.indicator}: ${saved.error.code}`);
    for (const [area, some] of groupBy(own, (cell) => areaOf.get(cell.indicator) ?? '')) {
      const at = new Date(
        Math.max(...some.flatMap((cell) => cell.codings.map((coding) => answeredAt(coding).getTime()))) + 3_600_000,
      );
      const coders = new Set(
        some.filter((cell) => cell.codings[0]?.submittedAt === null).map((cell) => cell.codings[0]?.coderId ?? ''),
      );
      for (const id of [...coders, team.second.id]) {
        const viewer = people.get(id);
        if (viewer) must(await handIn(tx, { viewer, slug, teryt, area, at }), 'hand in');
      }
    }
  }
}

/** Five in six alike, the rest a level lower or, from 0, higher. */
function nearly({ level }: CellCoding, { teryt, indicator }: FieldCell): number | null {
  if (level === null || chance(`second ${teryt} ${indicator}`) > 0.17) return level;
  return level > 0 ? level - 1 : level + 1;
}

/** Every difference is decided for the first coding, with a reason. */
async function settleDifferences(tx: Db, { lead, reviewer }: DemoTeam, slug: string): Promise<void> {
  for (const cell of await cellsOf(tx, lead, slug)) {
    const [first] = cell.codings;
    if (!first || proposalOf(cell).status !== 'waiting-adjudication') continue;
    const reason =
      'Pierwszy koder liczy to, co widzi mieszkaniec, i pokazują to jego dowody. Drugi oparł się na piśmie, którego nie ma w BIP.';
    must(
      await adjudicate(tx, {
        viewer: reviewer,
        slug,
        teryt: cell.teryt,
        indicator: cell.indicator,
        state: first.state,
        level: first.level,
        reason,
        at: new Date(new Date(first.codedAt).getTime() + 5 * day),
      }),
      'adjudication',
    );
  }
}

/** One answer of Łęgowiec gets an uploaded page beside its addresses. */
async function addCapture(tx: Db, { member }: DemoTeam, slug: string): Promise<void> {
  const cell = await cellOf(tx, member, slug, lagowiec, 'T01');
  const [coding] = cell.codings;
  if (!coding) return;
  const page =
    '<!doctype html><html lang="pl"><title>Nagrania sesji</title><h1>Nagrania sesji Rady Gminy Łęgowiec</h1><p>Sesja XX, 26 lutego 2026 r. Sesja XXI, 26 marca 2026 r.</p></html>';
  const stored = await storeFile(tx, {
    userId: member.id,
    editionId: null,
    name: 'nagrania-sesji.html',
    bytes: new TextEncoder().encode(page),
  });
  if (!stored.ok) throw new Error(`capture: ${stored.error.code}`);
  const evidence = [
    ...coding.evidence.map(({ url, note, place }) => ({ url, note, place })),
    {
      url: 'https://bip.example/legowiec/nagrania',
      note: 'Lista nagrań, kopia strony',
      place: '',
      hash: stored.file.hash,
    },
  ];
  const { state, level, reason, requestedOn, revision } = coding;
  const saved = await saveCodings(tx, {
    viewer: member,
    slug,
    teryt: lagowiec,
    answers: [{ indicator: 'T01', state, level, reason, requestedOn, revision, evidence }],
  });
  if (!saved.ok) throw new Error(`capture: ${saved.error.code}`);
}

function replier(tx: Db, { viewer, slug, now }: { viewer: Viewer; slug: string; now: Date }) {
  return async (indicator: string, reply: { stance: SendReplyInput['stance']; level?: number; body?: string }) => {
    must(
      await sendReply(tx, {
        viewer,
        slug,
        teryt: jurowice,
        indicator,
        stance: reply.stance,
        level: reply.level ?? null,
        body: reply.body ?? '',
        files: [],
        seen: 0,
        now,
      }),
      `reply to ${indicator}`,
    );
  };
}

async function keep(tx: Db, { reviewer }: DemoTeam, slug: string, indicator: string, reason: string): Promise<void> {
  const cell = await cellOf(tx, reviewer, slug, jurowice, indicator);
  const shown = proposalOf({ ...cell, reply: null }).answer;
  if (!cell.reply || !shown) throw new Error(`no reply to ${indicator}`);
  must(
    await decideReply(tx, {
      viewer: reviewer,
      slug,
      teryt: jurowice,
      indicator,
      replyId: cell.reply.id,
      state: shown.state,
      level: shown.level,
      reason,
      at: new Date('2026-08-10T13:20:00Z'),
    }),
    `decision on ${indicator}`,
  );
}

async function cellsOf(tx: Db, viewer: Viewer, slug: string): Promise<FieldCell[]> {
  return loadCells(tx, { editionId: (await getTeamEdition(tx, { slug, viewer })).id });
}

async function cellOf(tx: Db, viewer: Viewer, slug: string, teryt: string, indicator: string): Promise<FieldCell> {
  return loadCell(tx, { editionId: (await getTeamEdition(tx, { slug, viewer })).id, teryt, indicator });
}
