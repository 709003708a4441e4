import { FileField, Form, SelectField, Submit, SubmitRow, type FormProblem } from '#app/components/form.tsx';
import { Section } from '#app/components/page-parts.tsx';
import { usePaths, useT } from '#app/i18n/context.tsx';
import type { MessageKey } from '#app/i18n/translate.ts';
import type { WordPage } from './word-page.server.ts';

/** Files to hand out, with what each is good for. */
export function WordDownloads({ page: { slug, version, hasUnified } }: { page: WordPage }) {
  const t = useT();
  const to = usePaths();
  const files: { href: string; label: MessageKey; note: MessageKey }[] = [
    { href: to.amendmentsWord(slug), label: 'openness.format.amendments-word', note: 'openness.note.amendments-word' },
    { href: to.draftWord(slug), label: 'openness.format.draft-word', note: 'openness.note.draft-word' },
    ...(version > 1
      ? [
          {
            href: to.redlineWord(slug),
            label: 'openness.format.redline-word' as const,
            note: 'openness.note.redline-word' as const,
          },
        ]
      : []),
    ...(hasUnified
      ? [
          {
            href: to.unifiedWord(slug),
            label: 'openness.format.unified-word' as const,
            note: 'openness.note.unified-word' as const,
          },
        ]
      : []),
  ];
  return (
    <Section id="pobierz" title={t('word.out')}>
      <ul className="rows w-56">
        {files.map(({ href, label, note }) => (
          <li key={href}>
            <div>
              <h3 className="sub-head">
                <a href={href}>{t(label)}, DOCX</a>
              </h3>
              <p className="meta">{t(note)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** `source` is the file that travels with the page while the version it was made from is asked for. */
export function UploadReturned({
  page: { version },
  source,
  failure,
}: {
  page: WordPage;
  source: string | null;
  failure: FormProblem | undefined;
}) {
  const t = useT();
  const versions = Array.from({ length: version }, (_, at) => String(version - at));
  return (
    <Section id="wczytaj" title={source === null ? t('word.in') : t('word.version-unnamed')}>
      <Form upload failure={failure}>
        {source === null ? (
          <FileField
            name="file"
            label={t('word.file')}
            hint={t('word.file-hint')}
            accept=".docx,.odt,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          />
        ) : (
          <>
            <input type="hidden" name="source" value={source} />
            <SelectField
              name="version"
              label={t('word.version')}
              hint={t('word.version-hint')}
              short
              choices={versions.map((each) => ({ value: each, label: t('versions.number', { number: each }) }))}
            />
          </>
        )}
        <SubmitRow>
          <Submit name="intent" value="read">
            {t('word.read')}
          </Submit>
        </SubmitRow>
      </Form>
    </Section>
  );
}
