import type { Translate } from '#app/i18n/translate.ts';
import { signatureOf } from '../state/signature.ts';
import { stateKeys } from '../state/remark-state.ts';
import { isOnlyNumber, type UnitCause } from './unit-causes.ts';
import type { ListedVersion } from './version-list.server.ts';

/**
 * What made a unit read, or stand, or be numbered as it is: the remark with its ruling and reason, or that the office did it, with its own
 * reason. For files, where nothing can be pressed.
 */
export function causeWords(t: Translate, unit: UnitCause, versions: readonly ListedVersion[]): string {
  const version = versions.find(({ number }) => number === unit.version);
  const told = version?.cause
    ? [
        `${t(`overview.${version.cause.kind}`, { number: version.cause.remark })}, ${signatureOf(version.cause, t)}`,
        t(stateKeys[version.cause.decision]),
        version.cause.reason,
      ]
    : [t('redline.editorial', { number: unit.version }), version?.madeBy, version?.note];
  const [what, ...rest] = told.filter(Boolean);
  return [isOnlyNumber(unit) ? `${what} (${t('redline.only-number')})` : what, ...rest]
    .join('. ')
    .replaceAll('..', '.');
}
