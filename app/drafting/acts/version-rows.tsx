import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { DecisionState } from '../state/decision-state.tsx';
import type { ListedVersion } from './version-list.server.ts';
import { versionNote } from './version-note.ts';
import { signatureOf } from '../state/signature.ts';

/** Every version with who made it, when, why and what it says. */
export function VersionRows({ slug, versions }: { slug: string; versions: readonly ListedVersion[] }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <ol className="rows rows--split version-rows" reversed>
      {versions.map((version) => (
        <li key={version.number}>
          <div>
            <h2 className="size-4">
              <a href={to.version(slug, version.number)}>{t('versions.number', { number: version.number })}</a>
            </h2>
            <p className="by">
              {formatDateTime(locale, version.createdAt)}
              {version.madeBy ? `, ${version.madeBy}` : ''}
            </p>
            <p className="w-40">{versionNote(t, version)}</p>
            {version.cause ? (
              <p>
                <a href={to.remark(slug, version.cause.remark)}>
                  {t(`overview.${version.cause.kind}`, { number: version.cause.remark })}
                </a>
                , {signatureOf(version.cause, t)} <DecisionState decision={version.cause.decision} />
              </p>
            ) : null}
          </div>
          <p className="meta">
            {version.number > 1 ? (
              <>
                <a href={to.redline(slug, version.number - 1, version.number)}>{t('versions.what-changed')}</a>
                <br />
              </>
            ) : null}
            {t('versions.hash')} <span className="hash">{shortHash(version.hash)}</span>
            {version.isCovered ? (
              <>
                <br />
                {t('redaction.hash-note')}
              </>
            ) : null}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** First 16 digits in groups of four: enough to compare by eye. */
export function shortHash(hash: string): string {
  return hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
}
