/** What this installation recorded about one consultation, as far as indicators ask for it. */
export type RecordedConsultation = {
  slug: string;
  title: string;
  opensAt: Date;
  closesAt: Date;
  answersDueAt: Date;
  remarks: { open: number; answered: number };
  /** When the last remark was answered; null before the first. */
  lastAnswerAt: Date | null;
  versions: number;
  /** Versions made by an accepted remark. */
  fromRemarks: number;
};

type FactKind = 'term' | 'answers' | 'overdue' | 'changes' | 'stage' | 'on-time';

/** A fact offered as evidence. `id` names it in the form; the program tells it anew when it is added, so that it cannot be made up. */
export type PlatformFact = {
  id: string;
  kind: FactKind;
  slug: string;
  title: string;
  params: Record<string, string | number>;
};

const DAY = 86_400_000;

/** Which facts serve which indicator (monitoring method 3.5); none for the others. */
const builders: Record<
  string,
  (one: RecordedConsultation, now: Date) => (Pick<PlatformFact, 'kind' | 'params'> | null)[]
> = {
  I03: (one) => [
    {
      kind: 'term',
      params: { ...term(one), days: Math.round((one.closesAt.getTime() - one.opensAt.getTime()) / DAY) },
    },
  ],
  I05: (one, now) => [answers(one), overdue(one, now)],
  I06: (one) =>
    one.versions > 1 ? [{ kind: 'changes', params: { versions: one.versions, linked: one.fromRemarks } }] : [],
  P05: (one) => [
    { kind: 'stage', params: { versions: one.versions, answered: one.remarks.answered, open: one.remarks.open } },
  ],
  P06: (one, now) => [onTime(one, now), overdue(one, now)],
};

export function hasFacts(indicator: string): boolean {
  return Object.hasOwn(builders, indicator);
}

/** The facts that serve an indicator, one consultation after the other, in the order given. */
export function factsFor(indicator: string, consultations: readonly RecordedConsultation[], now: Date): PlatformFact[] {
  const build = hasFacts(indicator) ? builders[indicator] : undefined;
  if (!build) return [];
  return consultations.flatMap((one) =>
    build(one, now).flatMap((fact): PlatformFact[] =>
      fact ? [{ id: `${fact.kind}:${one.slug}`, slug: one.slug, title: one.title, ...fact }] : [],
    ),
  );
}

function term({ opensAt, closesAt }: RecordedConsultation) {
  return { from: opensAt.toISOString(), to: closesAt.toISOString() };
}

function answers({ remarks }: RecordedConsultation): Pick<PlatformFact, 'kind' | 'params'> | null {
  const all = remarks.answered + remarks.open;
  return all === 0 ? null : { kind: 'answers', params: { answered: remarks.answered, all } };
}

function overdue(
  { remarks, answersDueAt }: RecordedConsultation,
  now: Date,
): Pick<PlatformFact, 'kind' | 'params'> | null {
  return remarks.open > 0 && answersDueAt <= now
    ? { kind: 'overdue', params: { open: remarks.open, due: answersDueAt.toISOString() } }
    : null;
}

/** A term kept: everything answered, the last of it before the term. */
function onTime(
  { remarks, answersDueAt, lastAnswerAt }: RecordedConsultation,
  now: Date,
): Pick<PlatformFact, 'kind' | 'params'> | null {
  if (remarks.open > 0 || lastAnswerAt === null || lastAnswerAt > answersDueAt) return null;
  return now < answersDueAt && remarks.answered === 0
    ? null
    : {
        kind: 'on-time',
        params: { due: answersDueAt.toISOString(), last: lastAnswerAt.toISOString(), answered: remarks.answered },
      };
}
