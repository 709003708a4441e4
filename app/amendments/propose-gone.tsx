import { Notice, Page, PageHead } from '#app/components/page-parts.tsx';
import type { FormProblem } from '#app/components/form.tsx';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { GoneClauseBody } from './clause-parts.tsx';
import type { GoneClause } from './clause-history.server.ts';
import type { MovedProposal } from './propose-page.server.ts';

type Props = { gone: GoneClause | null; slug: string; failure: FormProblem | undefined; moved: MovedProposal | null };

/** The clause was struck while somebody wrote about it: where it went, and every word typed, to take along. */
export function ProposeGone({ gone, slug, failure, moved }: Props) {
  const t = useT();
  const to = usePaths();
  const typed = [failure?.values.text?.[0], failure?.values.inserted?.[0]].filter((text) => text && text !== moved?.begun);
  const reason = failure?.values.reason?.[0];
  return (
    <Page crumbs={[{ label: t('drafting.desk.draft'), to: to.draft(slug) }, { label: gone?.citation ?? t('drafting.clause.gone') }]}>
      <PageHead title={bindSpaces(gone?.citation ?? t('drafting.clause.gone'))} />
      <div className="stack">
        <Notice warn><h2>{t('drafting.moved.gone-title')}</h2><p>{t('drafting.moved.gone')}</p></Notice>
        {typed.map((text) => <section key={text}><h2 className="size-4">{t('drafting.moved.yours')}</h2><p className="quote">{text}</p></section>)}
        {reason ? <section><h2 className="size-4">{t('drafting.reason')}</h2><p className="quote">{reason}</p></section> : null}
        {gone ? <GoneClauseBody gone={gone} slug={slug} /> : null}
      </div>
    </Page>
  );
}
