import { formatDate } from '#app/i18n/dates.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { formatNumber, localDecimal } from '#app/i18n/numbers.ts';
import type { MessageKey, Translate } from '#app/i18n/translate.ts';
import type { Score } from '../scoring/score.ts';
import type { SourceShares } from '../scoring/sensitivity.ts';
import { unreliableAreas } from './comparable.ts';
import type { EditionReliability } from './edition-reliability.ts';
import type {
  BandMark,
  Neighbour,
  ScorecardDocument,
  ScorecardIndicator,
  Standing,
  Words,
} from './scorecard-document.ts';

type In = { t: Translate; locale: Locale };

/** „49,5", or „za mało danych" where nothing is published. */
export function scoreWords({ t, locale }: In, display: string | null): string {
  return display === null ? t('monitoring.no-score') : localDecimal(locale, display);
}

/** „47,7–52,0". */
export function rangeWords({ locale }: Pick<In, 'locale'>, low: string, high: string): string {
  return `${localDecimal(locale, low)}–${localDecimal(locale, high)}`;
}

/** Bounds in words; null when everything was assessed or nothing applies. */
export function boundsWords(words: In, score: Score): string | null {
  if (score.coverage === null || score.coverage >= 1 || score.lowDisplay === null || score.highDisplay === null)
    return null;
  return rangeWords(words, score.lowDisplay, score.highDisplay);
}

/** „19–23", „5": the ranks of 90 % of draws. */
export function ranksShort({ p05, p95 }: NonNullable<Standing>): string {
  return p05 === p95 ? String(p05) : `${p05}–${p95}`;
}

/** „miejsca 19–23" / „miejsce 5". */
export function ranksWords({ t }: In, standing: NonNullable<Standing>): string {
  return t(standing.p05 === standing.p95 ? 'monitoring.rank' : 'monitoring.ranks', { ranks: ranksShort(standing) });
}

/** Whole per cent; only full coverage is 100 %, however little is missing. */
export function coverageWords(coverage: number | null): string {
  if (coverage === null) return '0%';
  return `${coverage < 1 ? Math.min(99, Math.round(coverage * 100)) : 100}%`;
}

/** „C (od 40 do 60)". */
export function bandRange({ t }: In, band: NonNullable<BandMark>): string {
  return band.max === null
    ? t('monitoring.band.from', { min: band.min })
    : t('monitoring.band.range', { min: band.min, max: band.max });
}

/** „poziom 1 z 3", or the state in words. */
export function answerWords(
  { t }: In,
  indicator: Pick<ScorecardIndicator, 'state' | 'level' | 'scale' | 'incomplete'>,
): string {
  if (indicator.state === 'scored')
    return t('monitoring.level', { level: indicator.level ?? 0, max: indicator.scale.max });
  if (indicator.incomplete) return t('monitoring.state.incomplete');
  return t(`monitoring.state.${indicator.state}`);
}

/** „14,6 tys." for a head line; the whole number below ten thousand. */
export function populationWords({ t, locale }: In, population: number): string {
  if (population < 10_000) return formatNumber(locale, population);
  return t('monitoring.thousands', { n: formatNumber(locale, Math.round(population / 100) / 10, 1) });
}

export function kindWords({ t }: In, kind: string): string {
  const keys: Record<string, MessageKey> = {
    urban: 'monitoring.kind.urban',
    rural: 'monitoring.kind.rural',
    'urban-rural': 'monitoring.kind.urban-rural',
  };
  const key = keys[kind];
  return key ? t(key) : kind;
}

/** A stored day, yyyy-mm-dd, in words. */
export function dayWords(locale: Locale, day: string): string {
  return formatDate(locale, new Date(`${day}T12:00:00Z`));
}

export function instantDay(locale: Locale, instant: string): string {
  return formatDate(locale, new Date(instant));
}

/** „listopad 2026" / "November 2026" of yyyy-mm. */
export function monthWords(locale: Locale, month: string): string {
  return new Intl.DateTimeFormat(locale === 'pl' ? 'pl-PL' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-15T12:00:00Z`));
}

export function requirementWords({ t }: Pick<In, 't'>, requirement: string): string {
  if (requirement === 'legal') return t('monitoring.requirement.legal');
  return requirement === 'practice' ? t('monitoring.requirement.practice') : t('monitoring.requirement.both');
}

/** „W 90% z 5000 losowań …": what was drawn, and the places of most of the draws. */
export function intervalWords(
  { t }: In,
  standing: NonNullable<Standing>,
  { edition, uncertainty }: Pick<ScorecardDocument, 'edition' | 'uncertainty'>,
): string {
  const isSingle = standing.p05 === standing.p95;
  const places = { from: standing.p05, to: standing.p95, draws: edition.draws };
  if (uncertainty) return t(isSingle ? 'monitoring.interval.all.single' : 'monitoring.interval.all', places);
  return t(isSingle ? 'monitoring.interval.single' : 'monitoring.interval.text', places);
}

/** „wagi 24%, brakujące odpowiedzi 7%, …, razem działające 12%": how much each source explains alone, the most first. */
export function sourcesWords({ t }: Pick<In, 't'>, shares: SourceShares): string {
  const known = (['weights', 'missing', 'coders', 'aggregation'] as const).flatMap((source) => {
    const share = shares[source];
    return share === null ? [] : [{ source, share }];
  });
  const rest = Math.max(0, 1 - known.reduce((sum, { share }) => sum + share, 0));
  const percent = (share: number) => Math.round(share * 100);
  return [
    ...known
      .sort((a, b) => b.share - a.share)
      .map(({ source, share }) => t(`monitoring.source.${source}`, { share: percent(share) })),
    ...(percent(rest) > 0 ? [t('monitoring.source.together', { share: percent(rest) })] : []),
    ...(shares.coders === null ? [t('monitoring.source.coders-unknown')] : []),
  ].join(', ');
}

/** „52,6", or „52,6, granice 50,1–54,0" of a municipality that another is compared with. */
export function comparedTotal(words: In, { total, low, high }: Pick<Neighbour, 'total' | 'low' | 'high'>): string {
  const score = localDecimal(words.locale, total);
  return low === undefined || high === undefined || low === high
    ? score
    : `${score}, ${words.t('monitoring.area.bounds', { bounds: rangeWords(words, low, high) })}`;
}

/** Why the totals of an edition are not compared, with the areas and their alpha; null where they are. */
export function notCompared(
  { t, locale }: In,
  { reliability, areas }: { reliability: EditionReliability; areas: readonly { id: string; name: Words }[] },
): string | null {
  const unreliable = unreliableAreas(reliability);
  if (unreliable.length === 0) return null;
  const named = unreliable.map(
    ({ area, alpha }) =>
      `${areas.find(({ id }) => id === area)?.name[locale] ?? area} (${localDecimal(locale, alpha.toFixed(3))})`,
  );
  return t('publication.not-compared', { count: named.length, areas: named.join(', ') });
}

/** „Nie do odróżnienia: Dąbrowiec (52,6)." of the municipalities next in the list; empty where all of them are. */
export function notDistinguishable(words: In, { neighbours }: Pick<ScorecardDocument, 'neighbours'>): string {
  const same = neighbours.filter((neighbour) => neighbour.relation === 'not-distinguishable');
  if (same.length === 0) return '';
  return `${words.t('monitoring.neighbours.not-distinguishable')} ${same.map((each) => `${each.name} (${comparedTotal(words, each)})`).join(', ')}.`;
}
