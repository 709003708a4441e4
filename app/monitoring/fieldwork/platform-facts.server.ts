import type { Db } from '#app/db/client.server.ts';
import { warsawEnd, warsawInstant } from '#app/i18n/dates.ts';
import { paths } from '#app/i18n/paths.ts';
import { translator } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import type { EvidenceRow } from './coding-input.ts';
import { factPath, factWords } from './fact-words.ts';
import { factsFor, hasFacts, type PlatformFact, type RecordedConsultation } from './platform-facts.ts';

type Question = { teryt: string; indicator: string; measuredFrom: string; measuredTo: string };

/** What this installation recorded about the municipality in the measured days and may serve as evidence for the indicator. */
export async function platformFacts(
  db: Db,
  { teryt, indicator, measuredFrom, measuredTo }: Question,
  now = new Date(),
): Promise<PlatformFact[]> {
  if (!hasFacts(indicator)) return [];
  const from = warsawInstant(measuredFrom, '00:00');
  const to = warsawEnd(measuredTo, '23:59');
  if (!from || !to) return [];
  const rows = await db.consultation.findMany({
    where: { teryt, opensAt: { gte: from, lte: to } },
    orderBy: [{ opensAt: 'asc' }, { slug: 'asc' }],
    take: 40,
    select: {
      slug: true,
      title: true,
      opensAt: true,
      closesAt: true,
      answersDueAt: true,
      version: true,
      remarks: {
        where: { state: { not: 'withdrawn' } },
        select: { state: true, rulings: { where: { correctsId: null }, select: { madeAt: true } } },
      },
      versions: { where: { kind: 'ruling' }, select: { id: true } },
    },
  });
  return factsFor(
    indicator,
    rows.map(({ remarks, versions, version, ...row }): RecordedConsultation => {
      const answered = remarks.filter((remark) => remark.state !== 'open');
      const last = answered
        .flatMap((remark) => remark.rulings.map((ruling) => ruling.madeAt.getTime()))
        .sort((a, b) => a - b)
        .at(-1);
      return {
        ...row,
        versions: version,
        fromRemarks: versions.length,
        lastAnswerAt: last === undefined ? null : new Date(last),
        remarks: { open: remarks.length - answered.length, answered: answered.length },
      };
    }),
    now,
  );
}

/** The ticked facts as rows of evidence, in Polish as the rest of the card; unknown ids are left out. */
export async function factRows(
  db: Db,
  { ids, ...question }: Question & { ids: readonly string[] },
): Promise<EvidenceRow[]> {
  if (ids.length === 0) return [];
  const words = { t: translator('pl'), locale: 'pl' as const };
  return (await platformFacts(db, question))
    .filter((fact) => ids.includes(fact.id))
    .map((fact) => ({
      url: absoluteUrl(factPath(paths('pl'), fact)),
      note: `${fact.title}: ${factWords(words, fact)}`,
      place: '',
      isPlatform: true,
    }));
}
