import { Page, PageHead } from '#app/components/page-parts.tsx';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { GoneClauseBody } from './clause-parts.tsx';
import type { GoneClause } from '../talk/clause-history.server.ts';

/** The form was asked for on a clause that the text has left out: where it went. */
export function ProposeGone({ gone, slug }: { gone: GoneClause | null; slug: string }) {
  const t = useT();
  const to = usePaths();
  const title = gone?.citation ?? t('drafting.clause.gone');
  return (
    <Page crumbs={[{ label: t('drafting.desk.draft'), to: to.draft(slug) }, { label: title }]}>
      <PageHead title={bindSpaces(title)} />
      {gone ? <GoneClauseBody gone={gone} slug={slug} /> : null}
    </Page>
  );
}
