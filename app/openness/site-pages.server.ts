import type { Db } from '#app/db/client.server.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import { notFound } from '#app/errors/app-error.ts';
import { paths } from '#app/i18n/paths.ts';
import { inForce } from '#app/monitoring/cards/withdrawal.ts';
import { publicAt } from '#app/monitoring/access/release-stage.ts';
import { pagesPerPart, type SitemapPart, type SitePage } from './sitemap.ts';

type Kind = {
  name: string;
  count(db: Db, now: Date): Promise<number>;
  /** Last change of anything on its pages. */
  changedAt(db: Db, now: Date): Promise<Date | null>;
  pages(db: Db, place: { skip: number; take: number; now: Date }): Promise<SitePage[]>;
};
const to = paths('pl');
const page = (path: string, changedAt: Date | null): SitePage => ({ path, changedAt });
const later = (...dates: (Date | null | undefined)[]): Date | null =>
  dates.reduce<Date | null>((last, date) => (date && (!last || date > last) ? date : last), null);

const lastEvent = async (db: Db, where: Prisma.EventWhereInput): Promise<Date | null> =>
  (await db.event.aggregate({ where, _max: { at: true } }))._max.at;
const lastRelease = async (db: Db, now: Date): Promise<Date | null> =>
  later(
    (await db.edition.aggregate({ where: publicAt(now), _max: { publishedAt: true } }))._max.publishedAt,
    (await db.correction.aggregate({ where: { edition: publicAt(now) }, _max: { madeAt: true } }))._max.madeAt,
    (await db.editionChange.aggregate({ where: inForce, _max: { decidedAt: true } }))._max.decidedAt,
  );
const lastOfAll = async (db: Db, now: Date) =>
  later(await lastEvent(db, { consultationId: { not: null } }), await lastRelease(db, now));

const fixed: Kind = {
  name: 'strony',
  count: async () => 1,
  changedAt: lastOfAll,
  pages: async (db, { now }) => {
    const lists = await lastOfAll(db, now);
    return [
      ...[to.home(), to.consultations(), to.municipalities()].map((path) => page(path, lists)),
      page(to.editions(), await lastRelease(db, now)),
      // When these last changed nothing says.
      ...[to.api(), to.about('pomoc'), to.about('dostepnosc'), to.about('dane-osobowe')].map((path) =>
        page(path, null),
      ),
    ];
  },
};

const consultations: Kind = {
  name: 'konsultacje',
  count: (db) => db.consultation.count(),
  changedAt: (db) => lastEvent(db, { consultationId: { not: null } }),
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
  changedAt: async (db) =>
    later(
      (await db.remark.aggregate({ _max: { filedAt: true } }))._max.filedAt,
      (await db.ruling.aggregate({ _max: { madeAt: true } }))._max.madeAt,
    ),
  pages: async (db, { skip, take }) => {
    const rows = await db.remark.findMany({
      orderBy: { id: 'asc' },
      skip,
      take,
      select: {
        number: true,
        filedAt: true,
        consultation: { select: { slug: true } },
        rulings: { orderBy: { madeAt: 'desc' }, take: 1, select: { madeAt: true } },
      },
    });
    return rows.map((row) => page(to.remark(row.consultation.slug, row.number), row.rulings[0]?.madeAt ?? row.filedAt));
  },
};

const scorecards: Kind = {
  name: 'oceny',
  count: (db, now) => db.editionUnit.count({ where: { edition: publicAt(now) } }),
  changedAt: lastRelease,
  pages: async (db, { skip, take, now }) => {
    const rows = await db.editionUnit.findMany({
      where: { edition: publicAt(now) },
      orderBy: { id: 'asc' },
      skip,
      take,
      select: {
        teryt: true,
        edition: {
          select: {
            slug: true,
            publishedAt: true,
            // The date of the last issue stands on every card of the edition.
            corrections: { orderBy: { madeAt: 'desc' }, take: 1, select: { madeAt: true } },
            changes: { where: inForce, select: { teryt: true, decidedAt: true } },
          },
        },
      },
    });
    const changed = ({ edition }: (typeof rows)[number]) =>
      later(edition.publishedAt, edition.corrections[0]?.madeAt, ...edition.changes.map(({ decidedAt }) => decidedAt));
    const isThere = ({ teryt, edition }: (typeof rows)[number]) =>
      edition.changes.every((each) => each.teryt !== teryt);
    const editions = new Map(rows.map((row) => [row.edition.slug, changed(row)]));
    return [
      ...[...editions].map(([slug, at]) => page(to.edition(slug), at)),
      ...rows.filter(isThere).map((row) => page(to.scorecard(row.edition.slug, row.teryt), changed(row))),
    ];
  },
};

const municipalities: Kind = {
  name: 'gminy',
  count: (db) => db.municipality.count(),
  changedAt: lastOfAll,
  pages: async (db, { skip, take, now }) => {
    const rows = await db.municipality.findMany({ orderBy: { teryt: 'asc' }, skip, take, select: { teryt: true } });
    const events = await db.event.groupBy({
      by: ['teryt'],
      where: { consultationId: { not: null } },
      _max: { at: true },
    });
    const cards = await db.editionUnit.findMany({
      where: { edition: publicAt(now) },
      select: { teryt: true, edition: { select: { publishedAt: true } } },
    });
    const changes = new Map<string | null, Date | null>(events.map(({ teryt, _max }) => [teryt, _max.at]));
    for (const { teryt, edition } of cards) changes.set(teryt, later(changes.get(teryt), edition.publishedAt));
    return rows.map(({ teryt }) => page(to.municipality(teryt), changes.get(teryt) ?? null));
  },
};

const kinds: readonly Kind[] = [fixed, consultations, remarks, scorecards, municipalities];
/** Rows of one part: a consultation has five pages. */
const rowsOf = (kind: Kind) => (kind === consultations ? pagesPerPart / 5 : pagesPerPart);

/** Names of all parts that have pages: "uwagi-1", "uwagi-2". */
export async function listParts(db: Db, now: Date): Promise<SitemapPart[]> {
  const counts = await Promise.all(kinds.map((kind) => kind.count(db, now)));
  const changes = await Promise.all(kinds.map((kind) => kind.changedAt(db, now)));
  return kinds.flatMap((kind, at) =>
    Array.from({ length: Math.ceil((counts[at] ?? 0) / rowsOf(kind)) }, (_, part) => ({
      name: `${kind.name}-${part + 1}`,
      changedAt: changes[at] ?? null,
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
