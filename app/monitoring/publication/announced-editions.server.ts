import type { Db } from '#app/db/client.server.ts';

export type AnnouncedEdition = {
  slug: string;
  title: { pl: string; en: string };
  team: string;
  /** ISO instant. */ publishedAt: string;
  municipalities: number;
};

const select = {
  slug: true,
  titlePl: true,
  titleEn: true,
  publishedAt: true,
  team: { select: { name: true } },
  _count: { select: { units: true } },
} as const;

/** Editions with an hour of release that has not come: that they will appear is public, what is in them is not. The soonest first. */
export async function listAnnounced(db: Db, { now = new Date() }: { now?: Date } = {}): Promise<AnnouncedEdition[]> {
  const rows = await db.edition.findMany({
    where: { state: 'frozen', publishedAt: { gt: now } },
    orderBy: { publishedAt: 'asc' },
    take: 20,
    select,
  });
  return rows.map(announcedOf);
}

/** One of them; null when there is none at this address. */
export async function findAnnounced(
  db: Db,
  { slug, now = new Date() }: { slug: string; now?: Date },
): Promise<AnnouncedEdition | null> {
  const row = await db.edition.findFirst({ where: { slug, state: 'frozen', publishedAt: { gt: now } }, select });
  return row && announcedOf(row);
}

function announcedOf(row: {
  slug: string;
  titlePl: string;
  titleEn: string;
  publishedAt: Date | null;
  team: { name: string };
  _count: { units: number };
}): AnnouncedEdition {
  return {
    slug: row.slug,
    title: { pl: row.titlePl, en: row.titleEn },
    team: row.team.name,
    publishedAt: row.publishedAt?.toISOString() ?? '',
    municipalities: row._count.units,
  };
}
