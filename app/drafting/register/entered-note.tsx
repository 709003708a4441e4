import { usePaths, useT } from '#app/i18n/context.tsx';
import type { EnteredFiling } from './entered-filing.server.ts';

/** What has just been entered, with the receipt and the way out; the form below is for the next one. */
export function EnteredNote({
  entered: { number, remarks },
  slug,
  next,
}: {
  entered: EnteredFiling;
  slug: string;
  /** Where the next one begins. */ next: string;
}) {
  const t = useT();
  const to = usePaths();
  return (
    <div className="notice" role="status">
      <h2 className="size-4">
        {t('office.entered', { count: remarks.length, numbers: remarks.join(', '), first: remarks[0] ?? number })}
      </h2>
      <p className="actions">
        <a className="btn btn--quiet" href={next}>
          {t('office.entered.next')}
        </a>
        <a className="tap" href={to.filing(slug, number)}>
          {t('office.entered.receipt')}
        </a>
        <a className="tap" href={`${to.filing(slug, number)}#zalaczniki`}>
          {t('attachment.add')}
        </a>
        <a className="tap" href={to.officeRegister(slug)}>
          {t('office.entered.end')}
        </a>
      </p>
    </div>
  );
}
