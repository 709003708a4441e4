import { daysUntil, formatDate, formatDateTime, formatDay } from '#app/i18n/dates.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { daysLate, type CouncilDates, type Stage, type StageDates } from './stage.ts';

export type StageContext = { stage: Stage; waiting: number; now: Date; locale: Locale };

/** One sentence that says what can be done and until when: „Uwagi do 30 listopada, zostało 8 dni". */
export function stageSentence(dates: StageDates & CouncilDates, { stage, waiting, now, locale }: StageContext): string {
  const say = (key: Parameters<typeof translate>[1], params?: Record<string, string | number>) =>
    translate(locale, key, params);
  const late = daysLate(dates, now, waiting);
  if (stage === 'preparation') return say('stage.says.preparation', { date: formatDay(locale, dates.opensAt) });
  if (stage === 'open')
    return `${say('stage.says.open', { date: formatDay(locale, dates.closesAt) })}, ${timeLeft(dates, now, locale)}`;
  if (stage === 'deciding' && late > 0)
    return `${say('stage.says.deciding', { date: formatDay(locale, dates.answersDueAt) })}, ${say('stage.late', { days: late })}`;
  if (stage === 'deciding') return say('stage.says.deciding', { date: formatDay(locale, dates.answersDueAt) });
  if (stage === 'sent' && dates.sentAt) return say('stage.says.sent', { date: formatDate(locale, dates.sentAt) });
  if (stage === 'adopted' && dates.adoptedOn)
    return say('stage.says.adopted', { date: formatDate(locale, new Date(dates.adoptedOn)) });
  return say('stage.says.closed', { date: formatDate(locale, dates.closesAt) });
}

/** „zostało 8 dni", „ostatni dzień, do godz. 16.00". */
function timeLeft(dates: StageDates, now: Date, locale: Locale): string {
  const days = daysUntil(dates.closesAt, now);
  if (days > 0) return translate(locale, 'stage.days-left', { days });
  return translate(locale, 'stage.last-day', { time: formatDateTime(locale, dates.closesAt).split(', ').at(-1) ?? '' });
}
