import { ChangeSentence } from '#app/components/polish.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { referenceNotes, type VersionChange } from './version-note.ts';

/** What a version does to cross-references: those that lead nowhere first, for they need a person. */
export function ReferenceNotes({ changes }: { changes: readonly VersionChange[] }) {
  const t = useT();
  const { lost, followed } = referenceNotes(t, changes);
  if (lost.length + followed.length === 0) return null;
  return (
    <div className="reference-notes">
      {lost.length > 0 ? (
        <>
          <p>
            <Icon sign="s-clash" />
            <strong>{t('textwork.references.lost', { count: lost.length })}</strong>
          </p>
          <ul>
            {lost.map((line, at) => (
              <li key={at}>
                <ChangeSentence>{bindSpaces(line)}</ChangeSentence>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {followed.length > 0 ? (
        <details open={followed.length <= 3}>
          <summary>{t('textwork.references.followed', { count: followed.length })}</summary>
          <ul>
            {followed.map((line, at) => (
              <li key={at}>
                <ChangeSentence>{bindSpaces(line)}</ChangeSentence>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
