import { Sentence } from '#app/components/polish.tsx';
import { inPolish } from '#app/i18n/in-polish.ts';
import { SignedBy } from '#app/drafting/state/signed-by.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { DecisionState } from '../state/decision-state.tsx';
import type { ListedVersion } from './version-list.server.ts';
import { versionNote, type NotedVersion } from './version-note.ts';

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
            <p className="w-40">
              <VersionNote version={version} />
            </p>
            <VersionCauses slug={slug} causes={version.causes} />
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

/** What made a version, with the words of the office in it. */
export function VersionNote({ version }: { version: NotedVersion }) {
  const t = useT();
  return <Sentence>{versionNote(t, { ...version, note: inPolish(version.note) })}</Sentence>;
}

/** Rulings of a version that stand open on a list; the others are one click away. */
const shownCauses = 3;

function VersionCauses({ slug, causes }: { slug: string; causes: ListedVersion['causes'] }) {
  const t = useT();
  const [first, rest] = [causes.slice(0, shownCauses), causes.slice(shownCauses)];
  return (
    <>
      {first.map((cause) => (
        <VersionCauseLine key={cause.remark} slug={slug} cause={cause} />
      ))}
      {rest.length > 0 ? (
        <details>
          <summary>{t('basket.more-causes', { count: rest.length })}</summary>
          {rest.map((cause) => (
            <VersionCauseLine key={cause.remark} slug={slug} cause={cause} />
          ))}
        </details>
      ) : null}
    </>
  );
}

function VersionCauseLine({ slug, cause }: { slug: string; cause: ListedVersion['causes'][number] }) {
  const t = useT();
  const to = usePaths();
  return (
    <p>
      <a href={to.remark(slug, cause.remark)}>{t(`overview.${cause.kind}`, { number: cause.remark })}</a>,{' '}
      <SignedBy signed={cause} /> <DecisionState decision={cause.decision} />
    </p>
  );
}

/** First 16 digits in groups of four: enough to compare by eye. */
export function shortHash(hash: string): string {
  return hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
}
