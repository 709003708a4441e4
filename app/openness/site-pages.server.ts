import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { paths } from '#app/i18n/paths.ts';
import { publicAt } from '#app/monitoring/access/release-stage.ts';
import { pagesPerPart, type SitemapPart, type SitePage } from './sitemap.ts';

type Kind = {
  name: string;
  count(db: Db, now: Date): Promise<number>;
  pages(db: Db, place: { skip: number; take: number; now: Date }): Promise<SitePage[]>;
};
const to = paths('pl');
const page = (path: string, changedAt: Date | null): SitePage => ({ path, changedAt });

const fixed: Kind = {
  name: 'strony',
  count: async () => 1,
  pages: async () =>
    [
      to.home(),
      to.consultations(),
      to.editions(),
      to.municipalities(),
      to.api(),
      to.about('pomoc'),
      to.about('dostepnosc'),
      to.about('dane-osobowe'),
    ].map((path) => page(path, null)),
};

const consultations: Kind = {
  name: 'konsultacje',
  count: (db) => db.consultation.count(),
  pages: async (db, { skip, take }) => {
    const rows = await db.consultation.findMany({
      orderBy: { id: 'asc' },
      skip,
      take: Math.ceil(take / 5),
      select: { id: true, slug: true, publishedAt: true },
    });
    const last = await db.event.groupBy({
      by: ['consultationId'],
      where: { consultationId: { in: rows.map(({ id }) => id) } },
      _max: { at: true },
    });
    const changes = new Map(last.map(({ consultationId, _max }) => [consultationId, _max.at]));
    return rows.flatMap(({ id, slug, publishedAt }) =>
      [to.consultation(slug), to.draft(slug), to.remarks(slug), to.versions(slug), to.text(slug)].map((path) =>
        page(path, changes.get(id) ?? publishedAt),
      ),
    );
  },
};

const remarks: Kind = {
  name: 'uwagi',
  count: (db) => db.remark.count(),
  pages: async (db, { skip, take }) => {
    const rows = await db.remark.findMany({
      orderBy: { id: 'asc' },
      skip,
      take,
      select: {
        number: true,
        filedAt: true,
        consultation: { select: { slug: true } },
        rulings: { select: { madeAt: true } },
      },
    });
    return rows.map((row) => page(to.remark(row.consultation.slug, row.number), row.rulings[0]?.madeAt ?? row.filedAt));
  },
};

const scorecards: Kind = {
  name: 'oceny',
  count: (db, now) => db.editionUnit.count({ where: { edition: publicAt(now) } }),
  pages: async (db, { skip, take, now }) => {
    const rows = await db.editionUnit.findMany({
      where: { edition: publicAt(now) },
      orderBy: { id: 'asc' },
      skip,
      take,
      select: { teryt: true, edition: { select: { slug: true, publishedAt: true } } },
    });
    const editions = new Map(rows.map(({ edition }) => [edition.slug, edition.publishedAt]));
    return [
      ...[...editions].map(([slug, at]) => page(to.edition(slug), at)),
      ...rows.map((row) => page(to.scorecard(row.edition.slug, row.teryt), row.edition.publishedAt)),
    ];
  },
};

const municipalities: Kind = {
  name: 'gminy',
  count: (db) => db.municipality.count(),
  pages: async (db, { skip, take }) =>
    (await db.municipality.findMany({ orderBy: { teryt: 'asc' }, skip, take, select: { teryt: true } })).map(
      ({ teryt }) => page(to.municipality(teryt), null),
    ),
};

const kinds: readonly Kind[] = [fixed, consultations, remarks, scorecards, municipalities];
/** Rows of one part: a consultation has five pages. */
const rowsOf = (kind: Kind) => (kind === consultations ? pagesPerPart / 5 : pagesPerPart);

/** Names of all parts that have pages: "uwagi-1", "uwagi-2". */
export async function listParts(db: Db, now: Date): Promise<SitemapPart[]> {
  const counts = await Promise.all(kinds.map((kind) => kind.count(db, now)));
  return kinds.flatMap((kind, at) =>
    Array.from({ length: Math.ceil((counts[at] ?? 0) / rowsOf(kind)) }, (_, part) => ({
      name: `${kind.name}-${part + 1}`,
      changedAt: null,
    })),
  );
}

/** Pages of one part. Throws not found for a part without any. */
export async function partPages(db: Db, { name, now }: { name: string; now: Date }): Promise<SitePage[]> {
  const [, word, number] = /^([a-z]+)-([1-9]\d{0,4})$/.exec(name) ?? [];
  const kind = kinds.find((each) => each.name === word);
  if (!kind) throw notFound('no such part');
  const pages = await kind.pages(db, { skip: (Number(number) - 1) * rowsOf(kind), take: pagesPerPart, now });
  if (pages.length === 0 || (kind === fixed && number !== '1')) throw notFound('no such part');
  return pages;
}
