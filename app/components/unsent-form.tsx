import { Notice } from '#app/components/page-parts.tsx';
import { useT } from '#app/i18n/context.tsx';

type Unsent = { typed?: Record<string, string[]> | null; files?: string[]; maybeSaved?: boolean };

/** A form that could not be taken: what is known of it, every word that was typed, and a way to send it again. */
export function UnsentForm({ refused, action }: { refused: Unsent; action: string }) {
  const t = useT();
  if (refused.maybeSaved === undefined) return null;
  if (!refused.typed)
    return (
      <Notice warn>
        <p>{t('unavailable.lost')}</p>
      </Notice>
    );
  return (
    <>
      <Notice warn>
        <p>{t(refused.maybeSaved ? 'unavailable.maybe-saved' : 'unavailable.not-saved')}</p>
        <LostFiles names={refused.files ?? []} />
      </Notice>
      <TypedForm typed={refused.typed} action={action} submit={t('unavailable.send-again')} />
    </>
  );
}

/** Files are not kept: their names say which to choose again. */
export function LostFiles({ names }: { names: readonly string[] }) {
  const t = useT();
  return names.length === 0 ? null : (
    <p>
      {t('unavailable.file')} ({names.join(', ')})
    </p>
  );
}

/** Everything that was typed into a form, to be read, corrected and sent where it was to go. */
export function TypedForm({
  typed,
  action,
  submit,
}: {
  typed: Record<string, string[]>;
  action: string;
  submit: string;
}) {
  const t = useT();
  const fields = Object.entries(typed).flatMap(([name, values]) => values.map((value) => ({ name, value })));
  return (
    <form method="post" action={action} className="form mt-4">
      {fields.map(({ name, value }, index) =>
        isWords(value) ? (
          <label className="field" key={index}>
            {t('unavailable.typed')}
            <textarea name={name} defaultValue={value} rows={rowsOf(value)} />
          </label>
        ) : (
          <input type="hidden" key={index} name={name} value={value} />
        ),
      )}
      <p className="actions">
        <button className="btn" type="submit">
          {submit}
        </button>
      </p>
    </form>
  );
}

/** Words of a person are shown; numbers, choices and names of revisions go along unseen. */
function isWords(value: string): boolean {
  return /\s|[^\x00-\x7f]|[A-Z@]/.test(value.trim());
}

function rowsOf(value: string): number {
  return Math.min(12, Math.max(2, Math.ceil(value.length / 80)));
}
