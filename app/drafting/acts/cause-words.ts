import type { Translate } from '#app/i18n/translate.ts';
import { signatureOf } from '../state/signature.ts';
import { stateKeys } from '../state/remark-state.ts';
import { isOnlyNumber, type UnitCause } from './unit-causes.ts';
import type { ListedVersion } from './version-list.server.ts';

/** The ruling behind a cause of a unit, in the version that it names; null for a change by the office itself. */
export function causeIn<Cause extends { remark: number }>(
  version: { causes: readonly Cause[] } | undefined,
  { remark }: Pick<UnitCause, 'remark'>,
): Cause | null {
  return version?.causes.find((cause) => remark === undefined || cause.remark === remark) ?? null;
}

/**
 * What made a unit read, or stand, or be numbered as it is: the remark with its ruling and reason, or that the office did it, with its own
 * reason. For files, where nothing can be pressed.
 */
export function causeWords(t: Translate, unit: UnitCause, versions: readonly ListedVersion[]): string {
  const version = versions.find(({ number }) => number === unit.version);
  const cause = causeIn(version, unit);
  const told = cause
    ? [
        `${t(`overview.${cause.kind}`, { number: cause.remark })}, ${signatureOf(cause, t)}`,
        t(stateKeys[cause.decision]),
        cause.reason,
      ]
    : [t('redline.editorial', { number: unit.version }), version?.madeBy, version?.note];
  const [what, ...rest] = told.filter(Boolean);
  return [isOnlyNumber(unit) ? `${what} (${t('redline.only-number')})` : what, ...rest]
    .join('. ')
    .replaceAll('..', '.');
}
