import type { Translate } from '#app/i18n/translate.ts';

/** A unit as a remark named it when it was filed; `today`: what the newest text calls it, where that is something else, else null. */
export type FiledPlace = { filed: string; today: string | null };

/** „§ 10 (dziś § 9)”: what was filed is quoted with the numbers it was filed with. */
export function placeWords(t: Translate, { filed, today }: FiledPlace): string {
  return today === null ? filed : t('drafting.place.today', { filed, today });
}

/** A unit that is no longer in the text keeps the name it was filed with. */
export function filedPlaceOf(then: string | undefined, now: string | undefined): FiledPlace {
  const filed = then || (now ?? '');
  return { filed, today: now && now !== filed ? now : null };
}
