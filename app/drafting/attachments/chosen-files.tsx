import { FileField, SelectField, Submit } from '#app/components/form.tsx';
import { useLocale, useT } from '#app/i18n/context.tsx';
import { formatBytes } from '#app/i18n/numbers.ts';
import { acceptedFiles, attachmentKeys, attachmentLimits, authorKinds, type FormFiles } from './attachment.ts';

/** Files that go with a letter which is being written: those chosen so far, each to be left out again, and more of them. */
export function ChooseFiles({ files: { kept, refused } }: { files: FormFiles }) {
  const t = useT();
  return (
    <details className="more" open={kept.length > 0 || refused.length > 0}>
      <summary>{t('attachment.choose')}</summary>
      <div className="stack stack--2">
        {kept.length > 0 ? <ChosenFiles files={{ kept, refused }} canDrop /> : null}
        {refused.length > 0 ? <p className="error">{t('attachment.refused', { names: refused.join(', ') })}</p> : null}
        {kept.length < attachmentLimits.files ? (
          <>
            <SelectField
              name="filesKind"
              label={t('attachment.kind')}
              short
              optional
              choices={authorKinds.toReversed().map((kind) => ({ value: kind, label: t(attachmentKeys[kind]) }))}
            />
            <FileField
              name="files"
              label={t('attachment.files')}
              hint={`${t('attachment.files-hint', { ...attachmentLimits })} ${t('attachment.place-note')}`}
              accept={acceptedFiles}
              optional
              multiple
            />
            <p className="actions">
              <Submit name="intent" value="keep" quiet>
                {t('attachment.add-chosen')}
              </Submit>
            </p>
          </>
        ) : null}
      </div>
    </details>
  );
}

/** What goes along, by name. */
export function ChosenFiles({ files: { kept }, canDrop = false }: { files: FormFiles; canDrop?: boolean }) {
  const t = useT();
  const locale = useLocale();
  return (
    <ul className="stack stack--2">
      {kept.map(({ secret, name, kind, ending, size }, at) => (
        <li key={secret}>
          <span>
            {name}{' '}
            <span className="by">
              {t('attachment.name', {
                kind: t(attachmentKeys[kind]),
                ending: ending.toUpperCase(),
                size: formatBytes(locale, size),
              })}
            </span>
          </span>{' '}
          {canDrop ? (
            <button className="btn btn--quiet btn--small" type="submit" name="intent" value={`drop-file:${at}`}>
              {t('attachment.drop', { name })}
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
