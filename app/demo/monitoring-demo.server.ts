import type { Db } from '#app/db/client.server.ts';
import { bumpRevision } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { fold, slugify } from '#app/i18n/typography.ts';
import { canBeNotApplicable, requiredEvidence } from '#app/monitoring/methodology/answer-rules.ts';
import { DEFAULT_SHARE } from '#app/monitoring/fieldwork/double-draw.ts';
import { createEdition } from '#app/monitoring/publication/create-edition.server.ts';
import { loadMethodologies } from '#app/monitoring/access/load-methodologies.server.ts';
import { getMethodology } from '#app/monitoring/access/methodologies.server.ts';
import type { Indicator } from '#app/monitoring/methodology/methodology-schema.ts';
import { previewPublication } from '#app/monitoring/publication/preview-publication.server.ts';
import { decideChange } from '#app/monitoring/publication/changes/decide-change.server.ts';
import { proposeCorrection } from '#app/monitoring/publication/changes/propose-change.server.ts';
import { publishEdition } from '#app/monitoring/publication/publish-edition.server.ts';
import { saveCodings, type SaveCodingsInput } from '#app/monitoring/fieldwork/save-codings.server.ts';
import type { CodingAnswer } from '#app/monitoring/fieldwork/coding-answer.ts';
import { hashPassword } from '#app/people/password.server.ts';
import type { TeamRole, Viewer } from '#app/people/viewer.ts';
import {
  demoCorrection,
  demoDecline,
  demoGap,
  demoMunicipalities,
  demoProgress,
  evidenceNames,
  jurowiceLevels,
  scoredNotes,
  type DemoMunicipality,
} from './monitoring-demo-data.ts';
import { demoPassword } from '#app/people/demo/accounts.ts';
import { chance } from './chance.ts';
import {
  codeTwice,
  declareDemoAbsence,
  declareDemoTie,
  everyState,
  replyInTime,
  tiedTeryt,
  type DemoTeam,
} from './fieldwork-demo.server.ts';

const methodology = { key: 'gmina-2026', version: '1.0.0-draft' };
const earlier = {
  titlePl: 'Ocena gmin 2024',
  titleEn: 'Municipal review 2024',
  measuredFrom: '2024-01-01',
  measuredTo: '2024-12-31',
};
const published = {
  titlePl: 'Ocena gmin 2025',
  titleEn: 'Municipal review 2025',
  measuredFrom: '2025-01-01',
  measuredTo: '2025-12-31',
};
const inCoding = {
  titlePl: 'Ocena gmin 2026',
  titleEn: 'Municipal review 2026',
  measuredFrom: '2026-01-01',
  measuredTo: '2026-12-31',
};

/**
 * A monitoring team with three editions of invented municipalities: two published, the later one with a correction, and one being
 * coded. Everything goes through the use cases, so that the demonstration obeys the rules it shows. Makes nothing twice.
 */
export async function seedMonitoringDemo(db: Db, note: (text: string) => void): Promise<void> {
  await loadMethodologies(db);
  if (await db.team.findUnique({ where: { slug: 'okno-na-ratusz' }, select: { id: true } })) return;
  const passwordHash = await hashPassword(demoPassword);
  note('a monitoring team, two scored editions, a correction and an edition in coding');
  // One transaction: the demonstration is there whole or not at all, and the disk is waited for once.
  await transaction(db, async (tx) => {
    await seedMunicipalities(tx);
    const team = await seedTeam(tx, passwordHash);
    await seedEarlier(tx, team);
    await seedPublished(tx, team);
    await seedCoding(tx, team);
    await bumpRevision(tx);
  });
}

async function seedMunicipalities(tx: Db): Promise<void> {
  for (const { teryt, name, kind, population } of demoMunicipalities) {
    const facts = {
      name,
      kind,
      population,
      county: 'jurowicki',
      voivodeship: 'pokazowe',
      isDemo: true,
      searchKey: fold(`${name} jurowicki pokazowe`),
      stateOn: '2026-11-22',
    };
    await tx.municipality.upsert({ where: { teryt }, create: { teryt, ...facts }, update: { isDemo: true } });
  }
}

async function seedTeam(tx: Db, passwordHash: string): Promise<DemoTeam> {
  const team = await tx.team.create({
    data: { slug: 'okno-na-ratusz', name: 'Okno na Ratusz', contact: 'kontakt@ratusz.example', isDemo: true },
    select: { id: true },
  });
  const person = async (email: string, displayName: string, role: TeamRole): Promise<Viewer> => {
    const grant = { role, teryt: null, teamId: team.id, organisationName: null };
    const user = await tx.user.create({
      data: { email, displayName, passwordHash, emailVerifiedAt: new Date(), isDemo: true, grants: { create: grant } },
      select: { id: true },
    });
    return { id: user.id, email, displayName, verified: true, grants: [grant] };
  };
  return {
    lead: await person('zespol@ratusz.example', 'Marta Sobczak', 'lead'),
    member: await person('koder@ratusz.example', 'Piotr Lewan', 'member'),
    second: await person('koderka@ratusz.example', 'Kamila Reszka', 'member'),
    reviewer: await person('recenzja@ratusz.example', 'Ewa Dudzik', 'reviewer'),
  };
}

async function open(
  tx: Db,
  lead: Viewer,
  facts: typeof published,
  measured: readonly DemoMunicipality[],
  doubleShare = 0,
): Promise<{ slug: string; indicators: Indicator[] }> {
  const teamId = lead.grants[0]?.teamId ?? '';
  const result = await createEdition(tx, {
    viewer: lead,
    teamId,
    methodology,
    doubleShare,
    doubleSeed: 20260304,
    ...facts,
    municipalities: measured.map((each) => each.teryt).join('\n'),
  });
  if (!result.ok) throw new Error(`the demonstration edition was refused: ${result.error.code}`);
  const { methodology: file } = await getMethodology(tx, methodology);
  return { slug: result.slug, indicators: file.indicators };
}

async function seedPublished(tx: Db, team: DemoTeam): Promise<void> {
  const { lead, member, reviewer } = team;
  const { slug, indicators } = await open(tx, lead, published, demoMunicipalities, DEFAULT_SHARE);
  await declareDemoTie(tx, team);
  await declareDemoAbsence(tx, team, slug);
  for (const [at, municipality] of demoMunicipalities.entries()) {
    const answers = indicators.map((indicator, n) =>
      answerOf({ municipality, indicator, at: new Date(Date.UTC(2026, 1, 2 + at * 2, 8 + (n % 8), (n * 7) % 60)) }),
    );
    await file(tx, {
      viewer: at % 2 && municipality.teryt !== tiedTeryt ? member : lead,
      slug,
      teryt: municipality.teryt,
      answers,
    });
  }
  await codeTwice(tx, team, slug);
  await replyInTime(tx, team, slug);
  const { stamp } = await previewPublication(tx, { viewer: lead, slug });
  const result = await publishEdition(tx, { viewer: lead, slug, stamp, now: new Date('2026-09-15T08:00:00Z') });
  if (!result.ok) throw new Error(`the demonstration edition was not published: ${result.error.code}`);
  const proposed = await proposeCorrection(tx, {
    viewer: lead,
    slug,
    ...demoCorrection,
    againstIssue: 1,
    now: new Date('2026-10-02T08:40:00Z'),
  });
  if (!proposed.ok) throw new Error(`the demonstration correction was refused: ${proposed.error.code}`);
  const corrected = await decideChange(tx, {
    viewer: reviewer,
    slug,
    id: proposed.id,
    outcome: 'approve',
    now: new Date('2026-10-02T09:15:00Z'),
  });
  if (!corrected.ok) throw new Error(`the demonstration correction was refused: ${corrected.error.code}`);
}

/** A year before: nine of the municipalities, most of them a little worse, so that cards have something to compare with. */
async function seedEarlier(tx: Db, team: DemoTeam): Promise<void> {
  const { lead, member } = team;
  const measured = demoMunicipalities.slice(0, 9);
  const { slug, indicators } = await open(tx, lead, earlier, measured);
  await declareDemoAbsence(tx, team, slug);
  for (const [at, municipality] of measured.entries()) {
    const answers = indicators.map((indicator, n) =>
      aYearBefore(
        municipality,
        answerOf({ municipality, indicator, at: new Date(Date.UTC(2025, 1, 3 + at * 2, 8 + (n % 8), (n * 11) % 60)) }),
      ),
    );
    await file(tx, { viewer: at % 2 ? lead : member, slug, teryt: municipality.teryt, answers });
  }
  const { stamp } = await previewPublication(tx, { viewer: lead, slug });
  const result = await publishEdition(tx, { viewer: lead, slug, stamp, now: new Date('2025-09-16T08:00:00Z') });
  if (!result.ok) throw new Error(`the earlier demonstration edition was not published: ${result.error.code}`);
}

/** A level that stood lower a year before; how often depends on the municipality, and one of them was better. */
function aYearBefore({ teryt, name }: DemoMunicipality, answer: CodingAnswer): CodingAnswer {
  const luck = chance(`2024 ${teryt} ${answer.indicator}`);
  const requestedOn = answer.requestedOn && '2024-10-07';
  const past = { ...answer, requestedOn, reason: answer.reason.replaceAll('2025', '2024') };
  if (answer.state !== 'scored' || answer.level === null) return past;
  if (name === demoDecline) return luck < 0.55 ? { ...past, level: Math.min(3, answer.level + 1) } : past;
  return luck < demoProgress[Number(teryt.slice(4, 6)) % demoProgress.length]! && answer.level > 0
    ? { ...past, level: answer.level - 1 }
    : past;
}

/** Four municipalities: one whose office is replying now, one closed to a coder, one with double coding in every state, one not begun. */
async function seedCoding(tx: Db, team: DemoTeam): Promise<void> {
  const measured = demoMunicipalities.slice(0, 4);
  const { slug, indicators } = await open(tx, team.lead, inCoding, measured, DEFAULT_SHARE);
  for (const [at, municipality] of measured.entries()) {
    const answers = indicators.slice(0, [36, 16, 25, 0][at]).map((indicator) => {
      const answer = answerOf({ municipality, indicator, at: new Date('2026-11-16T09:30:00Z') });
      return at > 0 && chance(`${slug} ${municipality.teryt} ${indicator.id}`) < 0.2
        ? { ...answer, evidence: answer.evidence.slice(1) }
        : answer;
    });
    if (answers.length > 0)
      await file(tx, { viewer: at === 1 ? team.lead : team.member, slug, teryt: municipality.teryt, answers });
  }
  await everyState(tx, team, slug);
}

async function file(tx: Db, input: SaveCodingsInput): Promise<void> {
  const result = await saveCodings(tx, input);
  if (!result.ok) throw new Error(`demonstration answer ${input.teryt} ${result.indicator}: ${result.error.code}`);
}

type Cell = { municipality: DemoMunicipality; indicator: Indicator; at: Date };

function answerOf(cell: Cell): CodingAnswer {
  const { municipality, indicator, at } = cell;
  const { state, level } = chosen(municipality, indicator);
  const count = requiredEvidence(indicator, state);
  return {
    indicator: indicator.id,
    state,
    level,
    revision: 0,
    at,
    reason: reasonOf(cell, state),
    requestedOn: state === 'withheld' ? '2025-10-06' : null,
    evidence: Array.from({ length: count }, (_, n) => evidenceOf(cell, n)),
  };
}

function chosen({ teryt, quality }: DemoMunicipality, indicator: Indicator): Pick<CodingAnswer, 'state' | 'level'> {
  const luck = chance(`${teryt} ${indicator.id}`);
  if (quality === null) return ofExample(indicator);
  if (teryt === demoGap && luck < 0.5) return { state: 'not_assessed', level: null };
  if (canBeNotApplicable(indicator) && chance(`n/a ${teryt} ${indicator.id}`) < 0.12)
    return { state: 'not_applicable', level: null };
  if (['T07', 'T09'].includes(indicator.id) && luck < 0.18) return { state: 'withheld', level: null };
  if (luck > 0.965) return { state: 'not_assessed', level: null };
  const { min, max } = indicator.scale;
  const aim = min + (max - min) * (quality + (luck - 0.5) * 0.75);
  return { state: 'scored', level: Math.min(max, Math.max(min, Math.round(aim))) };
}

function ofExample(indicator: Indicator): Pick<CodingAnswer, 'state' | 'level'> {
  const sign = jurowiceLevels[indicator.area]?.split(' ')[Number(indicator.id.slice(1)) - 1];
  if (sign === '-') return { state: 'not_applicable', level: null };
  return sign === '?' || sign === undefined
    ? { state: 'not_assessed', level: null }
    : { state: 'scored', level: Number(sign) };
}

function reasonOf({ municipality, indicator }: Cell, state: CodingAnswer['state']): string {
  if (state === 'not_applicable') return 'W okresie pomiaru nie było takiego zdarzenia, co potwierdza pismo urzędu.';
  if (state === 'not_assessed') return 'Zabrakło czasu na sprawdzenie całej próby przed końcem pomiaru.';
  if (state === 'withheld')
    return 'Wniosek o informację publiczną z 6 października 2025 r. pozostał bez odpowiedzi, ponaglenie także.';
  return scoredNotes[Math.floor(chance(`note ${municipality.teryt} ${indicator.id}`) * scoredNotes.length)] ?? '';
}

function evidenceOf({ municipality, indicator }: Cell, n: number) {
  const name = evidenceNames[indicator.id] ?? 'Dokument';
  const place =
    indicator.id === 'T01'
      ? `minuta ${3 + 11 * n}`
      : `strona ${1 + Math.floor(chance(`page ${municipality.teryt} ${indicator.id} ${n}`) * 12)}`;
  return {
    url: `https://bip.example/${slugify(municipality.name)}/${indicator.id.toLowerCase()}/${n + 1}`,
    note: `${name} (${n + 1})`,
    place,
  };
}
