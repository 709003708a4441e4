import { usePaths, useT } from '#app/i18n/context.tsx';
import type { SubjectType } from '#app/record/covered/subjects.ts';

/** The way to the form that covers words in a text; `name` says to a screen reader which text. Nothing for those who may not cover words. */
export function CoverLink({ may, type, id, name }: { may: boolean; type: SubjectType; id: string; name?: string }) {
  const t = useT();
  const to = usePaths();
  if (!may) return null;
  return (
    <p className="by no-print">
      <a className="tap" href={to.covering(type, id)}>
        {t('redaction.link')}
        <span className="vh">: {name || t(`redaction.type.${type}`)}</span>
      </a>
    </p>
  );
}
