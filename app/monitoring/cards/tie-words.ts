import type { Translate } from '#app/i18n/translate.ts';
import type { UnitFieldwork } from './fieldwork-notes.ts';

/**
 * What a card says of ties. That nobody has one is said only where everybody who coded the municipality declared; otherwise how many did.
 * Editions released before declarations were counted do not say what nobody wrote down.
 */
export function tieWords(
  { stoodAside, declared }: Pick<UnitFieldwork, 'stoodAside' | 'declared'>,
  t: Translate,
): string {
  const aside = stoodAside > 0 ? t('publication.stood-aside', { count: stoodAside }) : null;
  if (!declared) return aside ?? t('publication.ties.unknown');
  const { coders, count } = declared;
  if (aside === null && coders > 0 && count === coders) return t('publication.ties.none');
  const said = t('publication.ties.declared', { count, coders });
  return aside === null ? said : `${aside}; ${said}`;
}
