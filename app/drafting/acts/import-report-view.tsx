import { Submit } from '#app/components/form.tsx';
import { Notice } from '#app/components/page-parts.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatNumber } from '#app/i18n/numbers.ts';
import { decisions, type ReportView } from './import-report.ts';

/** What reading a file did with everything in it that is no plain text, and whether all of its words are accounted for. */
export function ImportReportList({ report }: { report: ReportView }) {
  const t = useT();
  const locale = useLocale();
  const { changes, done, letters } = report;
  const from = done.some(({ kind }) => kind === 'html') ? 'page' : 'file';
  return (
    <section className="section" aria-labelledby="h-done">
      <h2 id="h-done">{t(`import.done-${from}`)}</h2>
      <ul className="stack stack--2">
        {changes ? (
          <li>
            <Listed
              words={<ChangeList changes={changes.listed} />}
              title={t(`import.changes.${changes.decision}`, { count: changes.count })}
            />
          </li>
        ) : null}
        <DoneItems done={done} />
      </ul>
      {letters.missing === 0 ? (
        <p className="note">
          {t(report.losses || done.length > 0 ? `import.letters-${from}` : 'import.letters-all', {
            file: formatNumber(locale, letters.file),
          })}
        </p>
      ) : (
        <Notice warn>
          <p>
            <strong>
              {t(`import.letters-missing-${from}`, {
                file: formatNumber(locale, letters.file),
                missing: formatNumber(locale, Math.abs(letters.missing)),
              })}
            </strong>
          </p>
        </Notice>
      )}
    </section>
  );
}

/** One line for each kind of thing, with its words to open. */
export function DoneItems({ done }: { done: ReportView['done'] }) {
  const t = useT();
  return done.map(({ kind, count, words }) => (
    <li key={kind}>
      {words.length === 0 ? (
        t(`import.done.${kind}`, { count })
      ) : (
        <Listed
          title={t(`import.done.${kind}`, { count })}
          words={
            <ul>
              {words.map((one, at) => (
                <li key={at} lang="pl">
                  {one}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </li>
  ));
}

function Listed({ title, words }: { title: string; words: React.ReactNode }) {
  const t = useT();
  return (
    <details>
      <summary>
        {title} <span className="note">({t('import.show')})</span>
      </summary>
      {words}
    </details>
  );
}

type Changes = NonNullable<ReportView['changes']>;

function ChangeList({ changes }: { changes: Changes['listed'] }) {
  const t = useT();
  return (
    <ul>
      {changes.map(({ kind, author, text, citation }, at) => (
        <li key={at}>
          {t(`import.change.${kind}`)} <q lang="pl">{text}</q>
          {citation === '' ? null : (
            <>
              , <span lang="pl">{citation}</span>
            </>
          )}
          {author === '' ? '' : ` (${author})`}
        </li>
      ))}
    </ul>
  );
}

/** A file with open changes says nothing about what its text is to be: somebody has to. */
export function ChangesQuestion({ changes, revision }: { changes: Changes; revision: number }) {
  const t = useT();
  const rest = changes.count - changes.listed.length;
  return (
    <section className="section" aria-labelledby="h-changes">
      <h2 id="h-changes">{t('import.ask', { count: changes.count })}</h2>
      <p>{t('import.ask-lead')}</p>
      <ChangeList changes={changes.listed} />
      {rest > 0 ? <p className="note">{t('import.more-problems', { count: rest })}</p> : null}
      <form method="post" className="stack">
        <input type="hidden" name="revision" value={revision} />
        {decisions.map((decision) => (
          <p className="actions" key={decision}>
            <Submit name="changes" value={decision} quiet>
              {t(`import.ask.${decision}`)}
            </Submit>
            <span className="note">{t(`import.ask-note.${decision}`)}</span>
          </p>
        ))}
      </form>
    </section>
  );
}

/** After the publication: the changes of the file on their way to amendments. `file` is kept with the import, null where it was too large. */
export function ChangesToAmend({ slug, file }: { slug: string; file: string | null }) {
  const t = useT();
  const to = usePaths();
  if (file === null)
    return (
      <Notice>
        <p>
          {t('import.amend-upload')} <a href={to.officeWord(slug)}>{t('import.amend-page')}</a>
        </p>
      </Notice>
    );
  return (
    <Notice>
      <p>{t('import.amend-lead')}</p>
      <form method="post" action={to.officeWord(slug)} encType="multipart/form-data">
        <input type="hidden" name="source" value={file} />
        <input type="hidden" name="version" value="1" />
        <p className="actions">
          <Submit>{t('import.amend-go')}</Submit>
        </p>
      </form>
    </Notice>
  );
}
