import { CoverLink } from '#app/record/covered/cover-link.tsx';
import { useLocale, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import type { SafeguardChange } from './safeguard-changes.server.ts';

/** Every switching of the rule of two people, with its reason; nothing where there was none. */
export function SafeguardChanges({
  changes,
  mayCover = false,
}: {
  changes: readonly SafeguardChange[];
  /** Whether the one who looks may cover words. */ mayCover?: boolean;
}) {
  const t = useT();
  const locale = useLocale();
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="h-dwie-osoby">
      <h2 id="h-dwie-osoby" className="size-4">
        {t('deciding.safeguard.title')}
      </h2>
      <ul className="rows">
        {changes.map((change, at) => (
          <li key={at}>
            <div>
              <p>
                {t(change.on ? 'deciding.safeguard.on' : 'deciding.safeguard.off', {
                  at: formatDateTime(locale, change.at),
                })}
              </p>
              {change.reason ? (
                <p className="pre w-40" lang="pl">
                  {change.reason}
                </p>
              ) : null}
              <p className="by">{change.by.join(', ')}</p>
              <CoverLink may={mayCover && change.reason !== ''} type="office-draft" id={change.id} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
