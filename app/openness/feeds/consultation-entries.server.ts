import { z } from 'zod';
import { stateKeys, type Decision } from '#app/drafting/state/remark-state.ts';
import { nameAsGiven } from '#app/drafting/state/signature.ts';
import { versionChangeSchema, versionNote } from '#app/drafting/acts/version-note.ts';
import { causesOfVersions } from '#app/drafting/acts/version-causes.server.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translator } from '#app/i18n/translate.ts';
import { absoluteUrl, publicUrl } from '#app/mail/absolute-url.server.ts';
import { feedLength, newestFirst, type FeedEntry } from '#app/publishing/feeds/feed-entry.ts';

type Scope = { consultationId: string } | { teryt: string };
type In = { locale: Locale; now: Date };

/** What happened in one consultation or in all of a municipality: texts, remarks, rulings, reports, terms that came. */
export async function consultationEntries(db: Db, scope: Scope, context: In): Promise<FeedEntry[]> {
  const lists = await Promise.all([
    stageEntries(db, scope, context),
    remarkEntries(db, scope, context),
    rulingEntries(db, scope, context),
    versionEntries(db, scope, context),
    reportEntries(db, scope, context),
    meetingEntries(db, scope, context),
  ]);
  return newestFirst(lists.flat());
}

const ofConsultation = { consultation: { select: { slug: true, title: true } } } as const;
const newest = { orderBy: { id: 'desc' }, take: feedLength } as const;

async function stageEntries(db: Db, scope: Scope, { locale, now }: In): Promise<FeedEntry[]> {
  const [t, to, host] = [translator(locale), paths(locale), new URL(publicUrl()).hostname];
  const rows = await db.consultation.findMany({
    where: 'teryt' in scope ? scope : { id: scope.consultationId },
    ...newest,
    select: {
      id: true,
      slug: true,
      title: true,
      summary: true,
      publishedAt: true,
      opensAt: true,
      closesAt: true,
      answersDueAt: true,
    },
  });
  return rows.flatMap((row) => {
    const url = absoluteUrl(to.consultation(row.slug));
    const at = (name: 'opens' | 'closes' | 'answers', date: Date): FeedEntry[] =>
      date <= now
        ? [
            {
              id: `tag:${host},2026:${row.id}/${name}`,
              at: date,
              title: t(`feed.stage.${name}`, { title: row.title }),
              text: '',
              url,
            },
          ]
        : [];
    return [
      {
        id: `urn:uuid:${row.id}`,
        at: row.publishedAt,
        title: t('feed.published', { title: row.title }),
        text: row.summary,
        url,
      },
      ...at('opens', row.opensAt),
      ...at('closes', row.closesAt),
      ...at('answers', row.answersDueAt),
    ];
  });
}

async function remarkEntries(db: Db, scope: Scope, { locale }: In): Promise<FeedEntry[]> {
  const [t, to] = [translator(locale), paths(locale)];
  const rows = await db.remark.findMany({
    where: { ...scope, state: { not: 'withdrawn' } },
    ...newest,
    select: {
      id: true,
      number: true,
      kind: true,
      filedAt: true,
      reason: true,
      organisation: true,
      channel: true,
      ...ofConsultation,
    },
  });
  return rows.map((row) => ({
    // Names of private people are on the page, not in files that travel.
    id: `urn:uuid:${row.id}`,
    at: row.filedAt,
    title: t(row.kind === 'amendment' ? 'feed.amendment' : 'feed.remark', {
      number: row.number,
      title: row.consultation.title,
    }),
    text: row.organisation ? `${nameAsGiven(row.organisation, row.channel, t)}\n\n${row.reason}` : row.reason,
    url: absoluteUrl(to.remark(row.consultation.slug, row.number)),
  }));
}

/** Rulings, newest first; of everything when no scope is given. */
export async function rulingEntries(
  db: Db,
  scope: Scope | Record<string, never>,
  { locale }: In,
): Promise<FeedEntry[]> {
  const [t, to] = [translator(locale), paths(locale)];
  const rows = await db.ruling.findMany({
    where: scope,
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    take: feedLength,
    select: {
      id: true,
      decision: true,
      reason: true,
      madeAt: true,
      correctionReason: true,
      correctsId: true,
      replacedAt: true,
      remark: { select: { number: true } },
      ...ofConsultation,
    },
  });
  return rows.map((row) => ({
    id: `urn:uuid:${row.id}`,
    // An entry that was corrected says so, and has changed when it was.
    at: row.replacedAt ?? row.madeAt,
    text: row.correctsId === null ? row.reason : `${t('correct.why')}: ${row.correctionReason}\n\n${row.reason}`,
    url: absoluteUrl(to.remark(row.consultation.slug, row.remark.number)),
    title: t(row.replacedAt ? 'feed.ruling-replaced' : row.correctsId ? 'feed.ruling-correction' : 'feed.ruling', {
      number: row.remark.number,
      decision: t(stateKeys[row.decision as Decision]),
      title: row.consultation.title,
    }),
  }));
}

type VersionCauses = Awaited<ReturnType<typeof causesOfVersions>>;

async function versionEntries(db: Db, scope: Scope, { locale }: In): Promise<FeedEntry[]> {
  const [t, to] = [translator(locale), paths(locale)];
  const rows = await db.version.findMany({
    where: { ...scope, number: { gt: 1 } },
    ...newest,
    select: {
      id: true,
      number: true,
      kind: true,
      note: true,
      changes: true,
      consultationId: true,
      createdAt: true,
      ...ofConsultation,
    },
  });
  const causes = new Map<string, VersionCauses>();
  for (const { consultationId } of rows)
    if (!causes.has(consultationId))
      causes.set(
        consultationId,
        await causesOfVersions(db, {
          consultationId,
          versions: rows.filter((row) => row.consultationId === consultationId).map(({ number }) => number),
        }),
      );
  return rows.map((row) => {
    const note = versionNote(t, {
      kind: row.kind === 'ruling' ? 'ruling' : 'editorial',
      note: row.note,
      changes: z.array(versionChangeSchema).parse(row.changes),
      causes: causes.get(row.consultationId)?.get(row.number) ?? [],
    });
    return {
      id: `urn:uuid:${row.id}`,
      at: row.createdAt,
      title: t('feed.version', { number: row.number, title: row.consultation.title }),
      text: note,
      url: absoluteUrl(to.redline(row.consultation.slug, row.number - 1, row.number)),
    };
  });
}

async function reportEntries(db: Db, scope: Scope, { locale }: In): Promise<FeedEntry[]> {
  const [t, to] = [translator(locale), paths(locale)];
  const rows = await db.report.findMany({
    where: scope,
    ...newest,
    select: { id: true, note: true, madeAt: true, ...ofConsultation },
  });
  return rows.map((row) => ({
    id: `urn:uuid:${row.id}`,
    at: row.madeAt,
    title: t('feed.report', { title: row.consultation.title }),
    text: row.note,
    url: absoluteUrl(to.report(row.consultation.slug)),
  }));
}

async function meetingEntries(db: Db, scope: Scope, { locale }: In): Promise<FeedEntry[]> {
  const [t, to] = [translator(locale), paths(locale)];
  const rows = await db.meeting.findMany({
    where: { ...scope, cancelledAt: null },
    ...newest,
    select: { id: true, title: true, place: true, createdAt: true, ...ofConsultation },
  });
  return rows.map((row) => ({
    id: `urn:uuid:${row.id}`,
    at: row.createdAt,
    title: t('feed.meeting', { meeting: row.title, title: row.consultation.title }),
    text: row.place,
    url: absoluteUrl(to.meetings(row.consultation.slug)),
  }));
}
