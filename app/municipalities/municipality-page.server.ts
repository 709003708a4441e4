import { stageAt, type Stage } from '#app/drafting/state/stage.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { fold } from '#app/i18n/typography.ts';
import { measured, publicAt } from '#app/monitoring/access/release-stage.ts';
import { findOfficeDetails } from '#app/drafting/office/find-office-details.server.ts';
import type { OfficeDetails } from '#app/drafting/office/office-details.ts';
import type { MunicipalityKind } from './municipality.ts';
import { newestState } from './search.server.ts';

export type ConsultationRow = {
  slug: string;
  title: string;
  stage: Stage;
  opensAt: Date;
  closesAt: Date;
  answersDueAt: Date;
};
export type ScorecardRow = {
  edition: string;
  titlePl: string;
  titleEn: string;
  team: string;
  publishedAt: Date | null;
};

export type MunicipalityPage = {
  teryt: string;
  name: string;
  kind: MunicipalityKind;
  county: string;
  countyRights: boolean;
  voivodeship: string;
  population: number | null;
  areaKm2: number | null;
  isDemo: boolean;
  stateOn: string;
  /** Date of the newest register, when this municipality is no longer in it. */
  goneBy: string | null;
  /** Another municipality of the same name in the same county, as with a town and the villages around it. */
  twin: { teryt: string; kind: MunicipalityKind } | null;
  hasOfficials: boolean;
  /** How the office is reached; null while it has not said so. */ office: OfficeDetails | null;
  /** The moment that terms are told against. */
  now: Date;
  /** Open for remarks, and announced. */
  open: ConsultationRow[];
  deciding: ConsultationRow[];
  closed: ConsultationRow[];
  scorecards: ScorecardRow[];
};

/** Everything public about one municipality. */
export async function getMunicipalityPage(db: Db, teryt: string): Promise<MunicipalityPage> {
  const found = /^\d{7}$/.test(teryt) ? await db.municipality.findUnique({ where: { teryt } }) : null;
  if (!found) throw notFound(`no municipality ${teryt}`);
  const newest = await newestState(db);
  const now = new Date();
  const consultations = await listConsultations(db, teryt, now);
  const { searchKey: _key, ...facts } = found;
  return {
    ...facts,
    kind: found.kind as MunicipalityKind,
    office: await findOfficeDetails(db, teryt),
    areaKm2: found.areaKm2 === null ? null : Number(found.areaKm2),
    goneBy: !found.isDemo && found.stateOn < newest ? newest : null,
    twin: await findTwin(db, found),
    hasOfficials:
      (await db.roleGrant.count({ where: { teryt, role: 'official', revokedAt: null, user: { disabledAt: null } } })) >
      0,
    now,
    open: consultations.filter((row) => row.stage === 'open' || row.stage === 'preparation'),
    deciding: consultations.filter((row) => row.stage === 'deciding'),
    closed: consultations.filter((row) => row.stage === 'closed' || row.stage === 'sent' || row.stage === 'adopted'),
    scorecards: await listScorecards(db, teryt, now),
  };
}

async function listConsultations(db: Db, teryt: string, now: Date): Promise<ConsultationRow[]> {
  const rows = await db.consultation.findMany({
    where: { teryt },
    orderBy: { closesAt: 'desc' },
    select: {
      slug: true,
      title: true,
      opensAt: true,
      closesAt: true,
      answersDueAt: true,
      sentAt: true,
      adoptedOn: true,
      _count: { select: { remarks: { where: { state: 'open' } } } },
    },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, stage: stageAt(row, now, _count.remarks) }));
}

async function findTwin(db: Db, { teryt, name, county }: { teryt: string; name: string; county: string }) {
  const twin = await db.municipality.findFirst({
    where: { name, county, teryt: { not: teryt }, NOT: { teryt: { startsWith: teryt.slice(0, 6) } } },
    select: { teryt: true, kind: true, name: true },
  });
  return twin && fold(twin.name) === fold(name) ? { teryt: twin.teryt, kind: twin.kind as MunicipalityKind } : null;
}

async function listScorecards(db: Db, teryt: string, now: Date): Promise<ScorecardRow[]> {
  const rows = await db.edition.findMany({
    where: { ...publicAt(now), ...measured(teryt) },
    orderBy: { publishedAt: 'desc' },
    select: { slug: true, titlePl: true, titleEn: true, publishedAt: true, team: { select: { name: true } } },
  });
  return rows.map(({ slug, team, ...edition }) => ({ edition: slug, ...edition, team: team.name }));
}
