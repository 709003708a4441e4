import { editionTitle } from '#app/monitoring/cards/edition-title.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translator } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { listIssues } from '#app/monitoring/access/edition-queries.server.ts';
import { listWithdrawnEditions } from '#app/monitoring/access/withdrawals.server.ts';
import { lastChange } from '#app/monitoring/cards/last-change.ts';
import { inForce } from '#app/monitoring/cards/withdrawal.ts';
import { atomText } from '#app/publishing/feeds/atom.ts';
import { consultationEntries, rulingEntries } from './consultation-entries.server.ts';
import { feedLength, newestFirst, type FeedContent, type FeedEntry } from '#app/publishing/feeds/feed-entry.ts';

type In = { locale: Locale; now: Date };
/** Before anything happened here. */
const start = new Date('2026-01-01T00:00:00Z');

/** Everything about one consultation as Atom. Throws not found. */
export async function consultationFeed(db: Db, { slug, ...context }: In & { slug: string }): Promise<string> {
  const row = await db.consultation.findUnique({
    where: { slug },
    select: { id: true, title: true, summary: true, publishedAt: true },
  });
  if (!row) throw notFound('no such consultation');
  const to = paths(context.locale);
  const content: FeedContent = {
    id: absoluteUrl(to.feed(slug)),
    self: absoluteUrl(to.feed(slug)),
    url: absoluteUrl(to.consultation(slug)),
    title: row.title,
    text: row.summary,
    textIn: 'pl',
    entries: await consultationEntries(db, { consultationId: row.id }, context),
  };
  return atomText(content, { ...context, since: row.publishedAt });
}

/** Everything about the consultations and scorecards of a municipality as Atom. Throws not found. */
export async function municipalityFeed(db: Db, { teryt, ...context }: In & { teryt: string }): Promise<string> {
  const row = /^\d{7}$/.test(teryt)
    ? await db.municipality.findUnique({ where: { teryt }, select: { name: true } })
    : null;
  if (!row) throw notFound('no such municipality');
  const [to, t] = [paths(context.locale), translator(context.locale)];
  const entries = [
    ...(await consultationEntries(db, { teryt }, context)),
    ...(await scorecardEntries(db, teryt, context)),
  ];
  const content: FeedContent = {
    id: absoluteUrl(to.municipalityFeed(teryt)),
    self: absoluteUrl(to.municipalityFeed(teryt)),
    url: absoluteUrl(to.municipality(teryt)),
    title: t('feed.municipality.title', { name: row.name }),
    text: t('feed.municipality.text'),
    entries: newestFirst(entries),
  };
  return atomText(content, { ...context, since: start });
}

async function scorecardEntries(db: Db, teryt: string, { locale, now }: In): Promise<FeedEntry[]> {
  const [to, t] = [paths(locale), translator(locale)];
  // One entry per edition, however often it was corrected; nothing before its hour.
  const rows = await db.edition.findMany({
    where: { state: 'frozen', publishedAt: { lte: now }, scorecards: { some: { teryt } } },
    orderBy: { publishedAt: 'desc' },
    take: feedLength,
    select: {
      id: true,
      slug: true,
      titlePl: true,
      titleEn: true,
      publishedAt: true,
      createdAt: true,
      changes: {
        where: { ...inForce, OR: [{ teryt: null }, { teryt }] },
        orderBy: { decidedAt: 'asc' },
        take: 1,
        select: { decidedAt: true, reason: true },
      },
    },
  });
  return rows.map((edition) => {
    const [gone] = edition.changes;
    const title = t('feed.scorecard', { title: editionTitle(locale, edition) });
    return {
      id: absoluteUrl(paths('pl').scorecard(edition.slug, teryt)),
      at: edition.publishedAt ?? edition.createdAt,
      changedAt: gone?.decidedAt ?? null,
      text: gone?.reason ?? '',
      textIn: 'pl',
      title: gone ? t('feed.withdrawn', { title }) : title,
      url: absoluteUrl(to.scorecard(edition.slug, teryt)),
    };
  });
}

/** Rulings of all offices as Atom. */
export async function rulingsFeed(db: Db, context: In): Promise<string> {
  const [to, t] = [paths(context.locale), translator(context.locale)];
  const address = absoluteUrl(to.rulingsFeed());
  return atomText(
    {
      id: address,
      self: address,
      url: absoluteUrl(to.consultations()),
      title: t('feed.rulings.title'),
      text: t('feed.rulings.text'),
      entries: await rulingEntries(db, {}, context),
    },
    { ...context, since: start },
  );
}

/** Published editions of scorecards as Atom. */
export async function scorecardsFeed(db: Db, context: In): Promise<string> {
  const { locale } = context;
  const [to, t] = [paths(locale), translator(locale)];
  const issues = await listIssues(db, { take: feedLength, now: context.now });
  const entries = issues.map(({ manifest, manifestHash, covered }): FeedEntry => {
    const { edition, municipalities, issue } = manifest;
    return {
      id: absoluteUrl(paths('pl').edition(edition.slug)),
      at: new Date(edition.publishedAt),
      changedAt: new Date(lastChange(manifest)),
      title: edition.title[locale],
      url: absoluteUrl(to.edition(edition.slug)),
      // Whoever keeps the feed can show later what was released.
      text: `${t('feed.edition', { team: edition.team.name, count: municipalities.length })} ${t('feed.edition.manifest', { issue, hash: manifestHash })}${covered.any ? ` ${t('redaction.hash-note.edition')}` : ''}`,
    };
  });
  const withdrawn = (await listWithdrawnEditions(db, { take: feedLength })).map(
    ({ slug, title, publishedAt, withdrawal }): FeedEntry => ({
      id: absoluteUrl(paths('pl').edition(slug)),
      at: new Date(publishedAt),
      changedAt: new Date(withdrawal.at),
      title: t('feed.withdrawn', { title: title[locale] }),
      url: absoluteUrl(to.edition(slug)),
      text: withdrawal.reason,
      textIn: 'pl',
    }),
  );
  const address = absoluteUrl(to.scorecardsFeed());
  return atomText(
    {
      id: address,
      self: address,
      url: absoluteUrl(to.editions()),
      title: t('feed.scorecards.title'),
      text: t('feed.scorecards.text'),
      entries: newestFirst([...entries, ...withdrawn]),
    },
    { ...context, since: start },
  );
}
