import { actKindOf } from '#app/drafting/state/legal-term.ts';
import { z } from 'zod';
import { stateKeys, type Decision } from '#app/drafting/state/remark-state.ts';
import { nameAsGiven } from '#app/drafting/state/signature.ts';
import { versionChangeSchema, versionNote } from '#app/drafting/acts/version-note.ts';
import { causesOfVersions } from '#app/drafting/acts/version-causes.server.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translator, type Translate } from '#app/i18n/translate.ts';
import { movedTerms, termLines } from '#app/drafting/course/terms/moved-terms.ts';
import { formatDate, formatDateTime } from '#app/i18n/dates.ts';
import { absoluteUrl, publicUrl } from '#app/mail/absolute-url.server.ts';
import { lastChanges } from './last-changes.server.ts';
import { feedLength, newestFirst, type FeedEntry } from '#app/publishing/feeds/feed-entry.ts';

type Scope = { consultationId: string } | { teryt: string };
type In = { locale: Locale; now: Date };

/**
 * What happened in one consultation or in all of a municipality: texts, remarks, rulings, reports, terms that came or were
 * changed, what went to the council and what it adopted. What changed afterwards keeps its entry, with the time of the change.
 */
export async function consultationEntries(db: Db, scope: Scope, context: In): Promise<FeedEntry[]> {
  const lists = await Promise.all([
    stageEntries(db, scope, context),
    remarkEntries(db, scope, context),
    rulingEntries(db, scope, context),
    versionEntries(db, scope, context),
    reportEntries(db, scope, context),
    meetingEntries(db, scope, context),
    termEntries(db, scope, context),
    factsEntries(db, scope, context),
    councilEntries(db, scope, context),
    adoptedEntries(db, scope, context),
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
        textIn: 'pl',
        url,
      },
      ...at('opens', row.opensAt),
      ...at('closes', row.closesAt),
      ...at('answers', row.answersDueAt),
    ];
  });
}

/** What changes the words of a remark that stands in a feed, or takes it back. */
const remarkChanges = ['remark-withdrawn', 'remark-rewritten', 'words-covered', 'words-uncovered'] as const;

async function remarkEntries(db: Db, scope: Scope, { locale }: In): Promise<FeedEntry[]> {
  const [t, to] = [translator(locale), paths(locale)];
  const changed = await lastChanges(db, {
    kinds: remarkChanges,
    subject: 'remark',
    consultationIds: await consultationsOf(db, scope),
  });
  const select = {
    id: true,
    number: true,
    kind: true,
    state: true,
    filedAt: true,
    reason: true,
    organisation: true,
    channel: true,
    ...ofConsultation,
  } as const;
  const rows = await db.remark.findMany({ where: scope, ...newest, select });
  const older = [...changed.keys()].filter((id) => rows.every((row) => row.id !== id));
  rows.push(...(await db.remark.findMany({ where: { ...scope, id: { in: older } }, select })));
  return rows.map((row) => {
    const isWithdrawn = row.state === 'withdrawn';
    const title = { number: row.number, title: row.consultation.title };
    const kind = row.kind === 'amendment' ? 'amendment' : 'remark';
    return {
      // Names of private people are on the page, not in files that travel.
      id: `urn:uuid:${row.id}`,
      at: row.filedAt,
      changedAt: changed.get(row.id) ?? null,
      title: t(isWithdrawn ? `feed.${kind}-withdrawn` : `feed.${kind}`, title),
      ...(isWithdrawn ? { text: '' } : { text: wordsOf(row, t), textIn: 'pl' as const }),
      url: absoluteUrl(to.remark(row.consultation.slug, row.number)),
    };
  });
}

function wordsOf(row: { organisation: string | null; channel: string; reason: string }, t: Translate): string {
  return row.organisation ? `${nameAsGiven(row.organisation, row.channel, t)}\n\n${row.reason}` : row.reason;
}

async function consultationsOf(db: Db, scope: Scope): Promise<string[]> {
  if ('consultationId' in scope) return [scope.consultationId];
  const rows = await db.consultation.findMany({ where: scope, ...newest, select: { id: true } });
  return rows.map(({ id }) => id);
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
    at: row.madeAt,
    changedAt: row.replacedAt,
    text: row.correctsId === null ? row.reason : `${t('correct.why')}: ${row.correctionReason}\n\n${row.reason}`,
    textIn: 'pl',
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
    where: scope,
    ...newest,
    select: {
      id: true,
      title: true,
      startsAt: true,
      place: true,
      createdAt: true,
      cancelledAt: true,
      ...ofConsultation,
    },
  });
  const changed = await lastChanges(db, {
    kinds: ['meeting-changed', 'meeting-cancelled'],
    subject: 'meeting',
    ids: rows.map(({ id }) => id),
  });
  return rows.map((row) => ({
    id: `urn:uuid:${row.id}`,
    at: row.createdAt,
    changedAt: row.cancelledAt ?? changed.get(row.id) ?? null,
    title: t(row.cancelledAt ? 'feed.meeting-cancelled' : 'feed.meeting', {
      meeting: row.title,
      title: row.consultation.title,
    }),
    text: `${formatDateTime(locale, row.startsAt)}\n${row.place}`,
    url: absoluteUrl(to.meetings(row.consultation.slug)),
  }));
}

/** Each change of announced terms, with what it was and why. */
async function termEntries(db: Db, scope: Scope, { locale }: In): Promise<FeedEntry[]> {
  const t = translator(locale);
  const rows = await db.termChange.findMany({ where: scope, ...newest, include: ofConsultation });
  return rows.map((row) => changeEntry(row, { locale, kind: 'terms', lines: [termLines(movedTerms(row), t, locale)] }));
}

/** Each correction of what a draft is called and what is said of it, both versions and why. */
async function factsEntries(db: Db, scope: Scope, { locale }: In): Promise<FeedEntry[]> {
  const t = translator(locale);
  const rows = await db.factsChange.findMany({ where: scope, ...newest, include: ofConsultation });
  return rows.map((row) => {
    const lines = (['title', 'summary'] as const).flatMap((what) => {
      const [before, after] = [row[`${what}Before`], row[`${what}After`]];
      return before === after ? [] : [t(`facts.changed.${what}`, { before, after })];
    });
    const kind = (act: string) => t(`facts.kind.${actKindOf(act)}`);
    if (row.kindBefore !== row.kindAfter)
      lines.push(t('facts.changed.kind', { before: kind(row.kindBefore), after: kind(row.kindAfter) }));
    if (row.basisAfter !== null)
      lines.push(t('facts.changed.basis', { before: row.basisBefore ?? '', after: row.basisAfter }));
    return changeEntry(row, { locale, kind: 'facts', lines });
  });
}

type Changed = { id: string; madeAt: Date; reason: string; consultation: { slug: string; title: string } };

/** What an office changed of a consultation that was announced, line by line, and why. */
function changeEntry(
  { id, madeAt, reason, consultation }: Changed,
  { locale, kind, lines }: { locale: Locale; kind: 'terms' | 'facts'; lines: string[] },
): FeedEntry {
  const [t, to] = [translator(locale), paths(locale)];
  return {
    id: `urn:uuid:${id}`,
    at: madeAt,
    title: t(`feed.${kind}`, { title: consultation.title }),
    text: [...lines, `${t('terms.mail.reason')}: ${reason}`].join('\n\n'),
    url: absoluteUrl(to.consultation(consultation.slug)),
  };
}

/** The text that went to the council; one that was taken back says so. */
async function councilEntries(db: Db, scope: Scope, { locale }: In): Promise<FeedEntry[]> {
  const [t, to] = [translator(locale), paths(locale)];
  const rows = await db.unifiedText.findMany({
    where: { ...scope, frozenAt: { not: null } },
    ...newest,
    select: { id: true, state: true, version: true, frozenAt: true, ...ofConsultation },
  });
  const changed = await lastChanges(db, {
    kinds: ['unified-reopened'],
    subject: 'unified-text',
    ids: rows.map(({ id }) => id),
  });
  return rows.flatMap((row) =>
    row.frozenAt === null
      ? []
      : [
          {
            id: `urn:uuid:${row.id}`,
            at: row.frozenAt,
            changedAt: row.state === 'frozen' ? null : (changed.get(row.id) ?? null),
            title: t(row.state === 'frozen' ? 'feed.frozen' : 'feed.frozen-reopened', {
              version: row.version,
              title: row.consultation.title,
            }),
            text: '',
            url: absoluteUrl(to.unifiedText(row.consultation.slug)),
          },
        ],
  );
}

/** What the council adopted, and each correction of what was entered by mistake. */
async function adoptedEntries(db: Db, scope: Scope, { locale }: In): Promise<FeedEntry[]> {
  const [t, to] = [translator(locale), paths(locale)];
  const rows = await db.adoptedText.findMany({
    where: { unified: scope },
    ...newest,
    select: {
      id: true,
      number: true,
      sign: true,
      adoptedOn: true,
      reason: true,
      enteredAt: true,
      unified: { select: ofConsultation },
    },
  });
  return rows.map((row) => {
    const { slug, title } = row.unified.consultation;
    return {
      id: `urn:uuid:${row.id}`,
      at: row.enteredAt,
      title: t(row.number === 1 ? 'feed.adopted' : 'feed.adopted-corrected', {
        sign: row.sign,
        date: formatDate(locale, new Date(row.adoptedOn)),
        title,
      }),
      text: row.reason,
      textIn: 'pl' as const,
      url: absoluteUrl(to.unifiedText(slug)),
    };
  });
}
