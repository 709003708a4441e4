import { usePaths, useT } from '#app/i18n/context.tsx';

/** Where somebody sees their own name: takes back the consent to stand there, and comes back to the same page. */
export function UnsignForm({
  kind,
  id,
  back,
  name,
}: {
  kind: 'filing' | 'comment';
  id: string;
  back: string;
  /** What it is under, for a screen reader. */ name: string;
}) {
  const t = useT();
  const to = usePaths();
  return (
    <form method="post" action={to.signatures()} className="no-print">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="text" value={id} />
      <input type="hidden" name="back" value={back} />
      <button className="btn btn--quiet btn--small" type="submit" name="intent" value="one">
        {t('names.one')}
        <span className="vh">: {name}</span>
      </button>
    </form>
  );
}

/** The same as a section of a page, with what it does and does not. */
export function UnsignSection({ id, back, number }: { id: string; back: string; number: number }) {
  const t = useT();
  const to = usePaths();
  return (
    <section className="section no-print" aria-labelledby="h-podpis">
      <h2 id="h-podpis">{t('names.here-title')}</h2>
      <p className="note">
        {t('names.here-note')} <a href={to.signatures()}>{t('names.here-all')}</a>
      </p>
      <UnsignForm kind="filing" id={id} back={back} name={t('names.filing', { number })} />
    </section>
  );
}
