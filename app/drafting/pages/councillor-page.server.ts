import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { causeIn } from '../acts/cause-words.ts';
import type { ConsultationFacts } from '../acts/consultation-facts.server.ts';
import { redlinePage } from '../acts/redline-page.server.ts';
import { isOnlyNumber, type UnitCause } from '../acts/unit-causes.ts';
import type { RedlineUnit } from '../acts/version-diff.ts';
import type { ListedVersion } from '../acts/version-list.server.ts';
import { firstWords } from '../state/first-words.ts';
import type { Decision } from '../state/remark-state.ts';

type CouncillorLine = {
  clauseId: string;
  code: number;
  /** What it is called now, or was. */
  citation: string;
  /** The words that differ, in a line; null where there was or is no unit. */
  was: string | null;
  is: string | null;
  why: (
    | { by: 'remark'; kind: 'remark' | 'amendment'; number: number; decision: Decision; reason: string }
    | { by: 'office'; version: number; note: string }
  )[];
  /** People for and against the remarks behind it; null where nobody's remark is. */
  voices: { support: number; objection: number } | null;
};

export type CouncillorPage = { facts: ConsultationFacts; lines: CouncillorLine[]; renumbered: number };

/** What happened to a draft since it was published, a line for each change: was, is, why, and who is for and against. Throws not-found. */
export async function councillorPage(
  db: Db,
  { slug, locale, now }: { slug: string; locale: Locale; now: Date },
): Promise<CouncillorPage> {
  const { facts, diff, causes, versions } = await redlinePage(db, { slug, from: 1, to: null, locale, now });
  const why = (clauseId: string) =>
    (causes[clauseId] ?? []).filter((cause) => !isOnlyNumber(cause)).map((cause) => whyOf(cause, versions));
  const lines = diff.changes.map((unit) => ({ unit, why: why(unit.clauseId) }));
  const voices = await voicesOf(
    db,
    facts.id,
    lines.flatMap((line) => line.why.flatMap((each) => (each.by === 'remark' ? [each.number] : []))),
  );
  return {
    facts,
    renumbered: diff.renumbered.length,
    lines: lines.map(({ unit, why: reasons }) => {
      const numbers = [...new Set(reasons.flatMap((each) => (each.by === 'remark' ? [each.number] : [])))];
      const sum = (stance: 'support' | 'objection') =>
        numbers.reduce((total, number) => total + (voices.get(`${number} ${stance}`) ?? 0), 0);
      return {
        clauseId: unit.clauseId,
        code: unit.code,
        citation: (unit.after ?? unit.before)?.citation ?? '',
        was: unit.before ? changedWords(unit, 'delete') : null,
        is: unit.after ? changedWords(unit, 'insert') : null,
        why: reasons,
        voices: numbers.length === 0 ? null : { support: sum('support'), objection: sum('objection') },
      };
    }),
  };
}

/** Words of a line. */
const most = 140;

/** The words that only one side has, each with a word before and behind it; where it has none of its own, how it begins. */
function changedWords(unit: RedlineUnit, side: 'insert' | 'delete'): string {
  const own = unit.spans.filter(({ op }) => op === side || op === 'keep');
  if (own.every(({ op }) => op === side) || own.every(({ op }) => op === 'keep'))
    return firstWords(own.map(({ text }) => text).join(''), most);
  const pieces = own.flatMap(({ op, text }, at) => {
    if (op === 'keep') return [];
    const [before = '', behind = ''] = [own[at - 1]?.text, own[at + 1]?.text];
    return [[wordsAt(before, -1), text, wordsAt(behind, 1)].join('').trim()];
  });
  return firstWords(pieces.join(' … '), most);
}

/** The last word of what stands before, or the first of what stands behind, with the blank between. */
function wordsAt(text: string, side: -1 | 1): string {
  const near = side === -1 ? text.slice(-60) : text.slice(0, 60);
  const word =
    near
      .split(' ')
      .filter(Boolean)
      .at(side === -1 ? -1 : 0) ?? '';
  if (side === -1) return near.endsWith(' ') ? `${word} ` : word;
  return near.startsWith(' ') ? ` ${word}` : word;
}

function whyOf(cause: UnitCause, versions: readonly ListedVersion[]): CouncillorLine['why'][number] {
  const version = versions.find(({ number }) => number === cause.version);
  const ruling = causeIn(version, cause);
  return ruling
    ? {
        by: 'remark',
        kind: ruling.kind,
        number: ruling.remark,
        decision: ruling.decision,
        reason: firstWords(ruling.reason, most),
      }
    : { by: 'office', version: cause.version, note: firstWords(version?.note ?? '', most) };
}

async function voicesOf(db: Db, consultationId: string, numbers: readonly number[]): Promise<Map<string, number>> {
  const remarks = await db.remark.findMany({
    where: { consultationId, number: { in: [...numbers] } },
    select: { id: true, number: true },
  });
  const numberOf = new Map(remarks.map(({ id, number }) => [id, number]));
  const counts = await db.support.groupBy({
    by: ['remarkId', 'stance'],
    where: { remarkId: { in: [...numberOf.keys()] } },
    _count: { _all: true },
  });
  return new Map(counts.map(({ remarkId, stance, _count }) => [`${numberOf.get(remarkId)} ${stance}`, _count._all]));
}
