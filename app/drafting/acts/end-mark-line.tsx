import { lastWords } from '#app/drafting/state/first-words.ts';
import { useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';

/** Where an end mark is offered to be mended, and the words before and after it; `isNew`: behind that unit, in what is inserted. */
export function EndMarkLine({
  citation,
  before,
  after,
  isNew = false,
}: {
  citation: string;
  before: string;
  after: string;
  isNew?: boolean;
}) {
  const t = useT();
  return (
    <span>
      {t('register.marks.line', { kind: isNew ? 'new' : 'there', citation: bindSpaces(citation) })}{' '}
      <span lang="pl">
        „{lastWords(before)}” → „{lastWords(after)}”
      </span>
    </span>
  );
}
