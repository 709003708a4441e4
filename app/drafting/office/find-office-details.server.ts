import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isOfficialOf, officialTeryts, type Viewer } from '#app/people/viewer.ts';
import type { OfficeDetails } from './office-details.ts';

const select = {
  name: true,
  address: true,
  hours: true,
  phone: true,
  email: true,
  edoreczenia: true,
  controller: true,
  inspector: true,
  termDays: true,
  termSource: true,
  termCheckedOn: true,
} as const;

/** How the office of a municipality is reached, as everybody may read it; null while nobody gave it. */
export function findOfficeDetails(db: Db, teryt: string): Promise<OfficeDetails | null> {
  return db.officeDetails.findUnique({ where: { teryt }, select });
}

/** The same for the municipality of a consultation. */
export async function officeOfConsultation(db: Db, slug: string): Promise<OfficeDetails | null> {
  const found = await db.consultation.findUnique({ where: { slug }, select: { teryt: true } });
  return found && findOfficeDetails(db, found.teryt);
}

/** Whether nothing of this municipality was published here yet. */
export async function isFirstPublication(db: Db, teryt: string): Promise<boolean> {
  return (await db.consultation.count({ where: { teryt } })) === 0;
}

export type OfficeDetailsPage = {
  place: { teryt: string; name: string };
  /** Municipalities of the official, where there are several. */
  others: { teryt: string; name: string }[];
  details: OfficeDetails | null;
  /** 0 while nothing was given. */
  revision: number;
  changed: { name: string; at: Date } | null;
};

/** The page on which officials say how their office is reached: of the municipality asked for, else the first. Not there for anybody else. */
export async function loadOfficeDetails(
  db: Db,
  { viewer, teryt }: { viewer: Viewer; teryt: string | null },
): Promise<OfficeDetailsPage> {
  const places = await db.municipality.findMany({
    where: { teryt: { in: officialTeryts(viewer) } },
    orderBy: { name: 'asc' },
    select: { teryt: true, name: true },
  });
  const place = teryt === null ? places[0] : places.find((each) => each.teryt === teryt);
  if (!place || !isOfficialOf(viewer, place.teryt)) throw notFound('not an official here');
  const row = await db.officeDetails.findUnique({
    where: { teryt: place.teryt },
    select: { ...select, revision: true, changedByName: true, changedAt: true },
  });
  const { revision = 0, changedByName, changedAt, ...details } = row ?? {};
  return {
    place,
    others: places.filter((each) => each.teryt !== place.teryt),
    details: row === null ? null : (details as OfficeDetails),
    revision,
    changed: changedByName === undefined || !changedAt ? null : { name: changedByName, at: changedAt },
  };
}
