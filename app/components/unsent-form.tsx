import { Notice } from '#app/components/page-parts.tsx';
import { useT } from '#app/i18n/context.tsx';

type Unsent = { typed?: Record<string, string[]> | null; hadFile?: boolean; maybeSaved?: boolean };

/** A form that met a database away: what is known of it, every word that was typed, and a way to send it again. */
export function UnsentForm({ refused, action }: { refused: Unsent; action: string }) {
  const t = useT();
  if (refused.maybeSaved === undefined) return null;
  if (!refused.typed)
    return (
      <Notice warn>
        <p>{t('unavailable.lost')}</p>
      </Notice>
    );
  const fields = Object.entries(refused.typed).flatMap(([name, values]) => values.map((value) => ({ name, value })));
  return (
    <>
      <Notice warn>
        <p>
          {t(refused.maybeSaved ? 'unavailable.maybe-saved' : 'unavailable.not-saved')}
          {refused.hadFile ? ` ${t('unavailable.file')}` : ''}
        </p>
      </Notice>
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
            {t('unavailable.send-again')}
          </button>
        </p>
      </form>
    </>
  );
}

/** Words of a person are shown; numbers, choices and names of revisions go along unseen. */
function isWords(value: string): boolean {
  return /\s/.test(value.trim());
}

function rowsOf(value: string): number {
  return Math.min(12, Math.max(2, Math.ceil(value.length / 80)));
}
