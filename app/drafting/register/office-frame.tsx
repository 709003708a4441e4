import type { ReactNode } from 'react';
import { PageHead } from '#app/components/page-parts.tsx';
import { OfficeNav } from '#app/drafting/office/office-nav.tsx';
import { usePaths, useT } from '#app/i18n/context.tsx';

type View = 'register' | 'enter' | 'code' | 'import' | 'letters';

/** Head of the office's pages about the register, with the ways between them. */
export function OfficeRegisterHead({
  slug,
  view,
  title,
  lead,
  children,
}: {
  slug: string;
  view: View;
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  const t = useT();
  const to = usePaths();
  const views: { view: View; to: string; label: string }[] = [
    { view: 'register', to: to.officeRegister(slug), label: t('register.office.register') },
    { view: 'enter', to: to.enterFiling(slug), label: t('register.office.enter') },
    { view: 'code', to: to.enterByCode(slug), label: t('register.code.enter') },
    { view: 'import', to: to.importRemarks(slug), label: t('register.office.import') },
    { view: 'letters', to: to.lettersToPrint(slug), label: t('register.office.letters') },
  ];
  return (
    <>
      <div className="no-print">
        <OfficeNav slug={slug} here="register" />
      </div>
      <nav className="no-print" aria-label={t('register.office.register')}>
        <ul className="filters">
          {views.map((each) => (
            <li key={each.view}>
              <a href={each.to} aria-current={each.view === view ? 'page' : undefined}>
                {each.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <PageHead title={title} lead={lead}>
        {children}
      </PageHead>
    </>
  );
}
