import { SelectField, Submit } from '#app/components/form.tsx';
import { usePaths, useT } from '#app/i18n/context.tsx';
import type { Snippet } from './snippet.ts';

/** Chooses a text used often and puts it under what is typed: a button of the form it stands in, without scripts. */
export function SnippetPicker({
  snippets,
  teryt,
}: {
  snippets: readonly Pick<Snippet, 'id' | 'name'>[];
  teryt: string;
}) {
  const t = useT();
  const to = usePaths();
  return (
    <details className="more">
      <summary>{t('office.snippets')}</summary>
      <div className="inline-form">
        {snippets.length === 0 ? null : (
          <>
            <SelectField
              name="snippet"
              label={t('office.snippet.choose')}
              short
              choices={snippets.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Submit name="intent" value="insert" quiet>
              {t('office.snippet.insert')}
            </Submit>
          </>
        )}
        <a className="tap" href={to.snippets({ gmina: teryt })}>
          {t('office.snippets.manage')}
        </a>
      </div>
    </details>
  );
}
