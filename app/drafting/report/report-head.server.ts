import type { Db } from '#app/db/client.server.ts';
import { dayOf } from '#app/i18n/dates.ts';
import type { Span } from '#app/text/diff/change-types.ts';
import { consultationFacts } from '../acts/consultation-facts.server.ts';
import type { DraftHead } from '../acts/draft.ts';
import { listMeetings } from '../course/meetings/meetings.server.ts';
import { redlinePage } from '../acts/redline-page.server.ts';
import { listTermChanges } from '../course/terms/term-changes.server.ts';
import { causeIn } from '../acts/cause-words.ts';
import { isOnlyNumber, type UnitCause } from '../acts/unit-causes.ts';
import type { RedlineUnit } from '../acts/version-diff.ts';
import { listVersions, type ListedVersion } from '../acts/version-list.server.ts';
import { correctionsSince, firstReportAt } from './corrections.server.ts';
import { correctedBasis } from '../acts/corrected-basis.server.ts';
import { readDetails } from './details.ts';
import type { ReportCause, ReportChange, ReportHead, ReportRenumbered, ReportWords } from './report-document.ts';
import { reportNumbers } from './report-numbers.server.ts';

/** Everything in the report but the table of remarks, as it stands now, or as far as the text had come with an earlier `version`. Throws not-found. */
export async function reportHead(
  db: Db,
  slug: string,
  now: Date,
  earlier?: number,
): Promise<ReportHead & { id: string }> {
  const facts = await consultationFacts(db, slug, now);
  const { id } = facts;
  const version = earlier ?? facts.version;
  const { head } = await db.consultation.findUniqueOrThrow({ where: { id }, select: { head: true } });
  const { title, legalBasis: published } = head as DraftHead;
  const legalBasis = (await correctedBasis(db, id, now)) ?? published;
  const ruled = await db.ruling.aggregate({
    where: { consultationId: id },
    _min: { madeAt: true },
    _max: { madeAt: true },
  });
  const details = await db.reportDetails.findUnique({ where: { consultationId: id }, select: { json: true } });
  const versions = (await listVersions(db, id)).reverse().filter(({ number }) => number <= version);
  const iso = (date: Date) => date.toISOString();
  const corrections = await correctionsSince(db, id, await firstReportAt(db, id));
  return {
    id,
    schema: 'paragraf-report/3',
    asOf: iso(now),
    version,
    act: { title, legalBasis },
    details: readDetails(details?.json),
    consultation: {
      slug,
      title: facts.title,
      summary: facts.summary,
      teryt: facts.teryt,
      municipality: facts.municipality,
      isDemo: facts.isDemo,
    },
    dates: {
      publishedAt: iso(facts.publishedAt),
      opensAt: iso(facts.opensAt),
      closesAt: iso(facts.closesAt),
      answersDueAt: iso(facts.answersDueAt),
      firstRulingOn: ruled._min.madeAt ? dayOf(ruled._min.madeAt) : null,
      lastRulingOn: ruled._max.madeAt ? dayOf(ruled._max.madeAt) : null,
    },
    termChanges: (await listTermChanges(db, id)).flatMap(({ changes, reason, madeAt }) =>
      changes.map(({ term, before, after }) => ({
        term,
        before: iso(before),
        after: iso(after),
        reason,
        madeOn: dayOf(madeAt),
      })),
    ),
    numbers: await reportNumbers(db, id, now),
    meetings: (await listMeetings(db, id)).map(
      ({ form, title: name, place, startsAt, endsAt, attendance, minutes, cancelledAt }) => ({
        form,
        title: name,
        place,
        startsAt: iso(startsAt),
        endsAt: endsAt ? iso(endsAt) : null,
        attendance,
        minutes,
        isCancelled: cancelledAt !== null,
      }),
    ),
    versions: versions.map(({ number, createdAt, kind, note, causes }) => {
      const remarks = causes.filter(({ goesAlong }) => !goesAlong).map(({ remark }) => remark);
      return {
        number,
        createdAt: iso(createdAt),
        kind,
        note,
        remark: remarks[0] ?? null,
        ...(remarks.length > 1 ? { remarks } : {}),
      };
    }),
    ...(version > 1 ? await changesOf(db, { slug, version, versions, now }) : { changes: [], renumbered: [] }),
    ...(corrections.length > 0 ? { corrections } : {}),
  };
}

/** Was and is, from the first version to the newest. Citations and words are Polish in both languages of the site. */
async function changesOf(
  db: Db,
  { slug, version, versions, now }: { slug: string; version: number; versions: readonly ListedVersion[]; now: Date },
): Promise<{ changes: ReportChange[]; renumbered: ReportRenumbered[] }> {
  const { diff, causes } = await redlinePage(db, { slug, from: 1, to: version, locale: 'pl', now });
  const why = (clauseId: string) => (causes[clauseId] ?? []).map((cause) => causeOf(cause, versions));
  const renumbered = diff.renumbered.map(({ clauseId, before, after }) => ({
    unit: plain(after.citation),
    oldUnit: plain(before.citation),
    why: why(clauseId),
  }));
  const changes = diff.changes.map((unit) => ({
    unit: plain((unit.after ?? unit.before)?.citation),
    oldUnit:
      unit.before && unit.after && unit.before.citation !== unit.after.citation ? plain(unit.before.citation) : '',
    was: unit.before ? sideOf(unit, 'delete') : [],
    is: unit.after ? sideOf(unit, 'insert') : [],
    why: why(unit.clauseId),
  }));
  return { changes, renumbered };
}

function causeOf(unit: UnitCause, versions: readonly ListedVersion[]): ReportCause {
  const version = versions.find(({ number }) => number === unit.version);
  const cause = causeIn(version, unit);
  return {
    version: unit.version,
    remark: cause?.remark ?? null,
    ...(isOnlyNumber(unit) ? { numberOnly: true } : {}),
    ...(cause ? { decision: cause.decision } : {}),
    reason: cause?.reason ?? version?.note ?? '',
  };
}

/** A document of data has ordinary spaces; pages bind them when they print. */
const plain = (citation: string | undefined) => (citation ?? '').replaceAll('\u00a0', ' ');

function sideOf(unit: RedlineUnit, side: 'insert' | 'delete'): ReportWords {
  const label = (side === 'insert' ? unit.after : unit.before)?.label ?? '';
  const words = unit.spans
    .filter((span) => span.op === 'keep' || span.op === side)
    .map((span) => ({ text: wordsOf(span, side), strong: span.op !== 'keep' }));
  const below = unit.children
    .filter((child) => child.withParent)
    .flatMap((child) => [{ text: '\n', strong: false }, ...sideOf(child, side)]);
  return [...(label ? [{ text: `${label} `, strong: false }] : []), ...words, ...below];
}

function wordsOf(span: Span, side: 'insert' | 'delete'): string {
  return side === 'delete' && span.op === 'keep' ? (span.before ?? span.text) : span.text;
}
