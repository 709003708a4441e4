import { landing } from '#app/components/landing.tsx';
import { FileField, Form, SelectField, Submit, type FormProblem } from '#app/components/form.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { CoverLink } from '#app/record/covered/cover-link.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import { formatBytes } from '#app/i18n/numbers.ts';
import {
  acceptedFiles,
  attachmentKeys,
  attachmentKinds,
  attachmentLimits,
  authorKinds,
  type AttachmentView,
} from './attachment.ts';

/** „skan pisma (PDF, 1,2 MB)": what a file is, for those who may not read it too. */
function useAttachmentName() {
  const t = useT();
  const locale = useLocale();
  return ({ kind, ending, size }: Pick<AttachmentView, 'kind' | 'ending' | 'size'>) =>
    t('attachment.name', {
      kind: t(attachmentKeys[kind]),
      ending: ending.toUpperCase(),
      size: formatBytes(locale, size),
    });
}

type ListProps = {
  slug: string;
  files: readonly AttachmentView[];
  isConcerned: boolean;
  /** An official here, or an administrator. */ mayCover?: boolean;
};

/** Files of a letter: links for those who may read them, words for the others. */
export function AttachmentNames({ slug, files, isConcerned, mayCover = false }: ListProps) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const nameOf = useAttachmentName();
  return (
    <ul className="stack stack--2">
      {files.map((file) => (
        <li key={file.id}>
          <span>
            {file.number}.{' '}
            {file.isCovered || !(file.isPublic || isConcerned) ? (
              nameOf(file)
            ) : (
              <a className="tap" href={to.attachment(slug, file.id)} rel="nofollow">
                {nameOf(file)}
              </a>
            )}
            {file.name ? <span className="by"> {file.name}</span> : null}
            <span className="by">
              {' '}
              {t('attachment.added', {
                at: formatDate(locale, file.addedAt),
                who: file.byOffice ? 'office' : 'author',
              })}
              {', '}
              {t(file.isCovered ? 'attachment.covered' : file.isPublic ? 'attachment.public' : 'attachment.private')}
            </span>
          </span>
          <CoverLink may={mayCover} type="attachment" id={file.id} name={nameOf(file)} />
        </li>
      ))}
    </ul>
  );
}

type SectionProps = ListProps & {
  action: string;
  failure: FormProblem | undefined;
  canAdd: boolean;
  isOfficial: boolean;
  problem: string | null;
};

/** The files of a letter on its page, with what the viewer may do about them. */
export function AttachmentSection(props: SectionProps) {
  const { slug, files, isConcerned, action, failure, canAdd, isOfficial, mayCover = false, problem } = props;
  const t = useT();
  const nameOf = useAttachmentName();
  const own = files.filter(({ isOwn }) => isOwn);
  if (files.length === 0 && !canAdd) return null;
  return (
    <section className="section no-print" aria-labelledby="zalaczniki">
      <h2 id="zalaczniki">{t('attachment.title')}</h2>
      {problem ? (
        <p className="error" role="alert" {...landing}>
          {problem}
        </p>
      ) : null}
      {files.length > 0 ? (
        <AttachmentNames slug={slug} files={files} isConcerned={isConcerned} mayCover={mayCover} />
      ) : (
        <p>{t('attachment.none')}</p>
      )}
      {own.length > 0 ? (
        <details className="more">
          <summary>{t('attachment.manage')}</summary>
          {isOfficial ? <p className="note">{t('attachment.show-note')}</p> : null}
          <p className="note">{t('attachment.remove-note')}</p>
          {own.map((file) => (
            <form method="post" action={action} className="stack stack--2" key={file.id}>
              <input type="hidden" name="attachment" value={file.id} />
              <input type="hidden" name="revision" value={file.revision} />
              <p className="actions">
                <span>
                  {file.number}. {nameOf(file)}
                </span>
                {isOfficial ? (
                  <button
                    className="btn btn--quiet btn--small"
                    type="submit"
                    name="intent"
                    value={file.isPublic ? 'hide-attachment' : 'show-attachment'}
                  >
                    {t(file.isPublic ? 'attachment.hide' : 'attachment.show', { number: file.number })}
                  </button>
                ) : null}
                {isOfficial || !file.isPublic ? (
                  <button className="btn btn--quiet btn--small" type="submit" name="intent" value="remove-attachment">
                    {t('attachment.remove', { number: file.number })}
                  </button>
                ) : null}
              </p>
            </form>
          ))}
        </details>
      ) : null}
      {canAdd && files.length < attachmentLimits.files ? (
        <Form action={action} failure={failure} upload>
          <SelectField
            name="kind"
            label={t('attachment.kind')}
            short
            choices={attachmentKinds
              .filter((kind) => isOfficial || authorKinds.includes(kind))
              .map((kind) => ({ value: kind, label: t(attachmentKeys[kind]) }))}
          />
          <FileField
            name="file"
            label={t('attachment.file')}
            hint={`${t(isOfficial ? 'attachment.file-hint' : 'attachment.file-hint-author', { ...attachmentLimits })} ${t('attachment.place-note')}`}
            accept={acceptedFiles}
          />
          <p className="actions">
            <Submit name="intent" value="attach" quiet>
              {t('attachment.add')}
            </Submit>
          </p>
        </Form>
      ) : null}
    </section>
  );
}
