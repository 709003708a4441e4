import { Polish } from '#app/components/polish.tsx';
import { findOfficeDetails } from '#app/drafting/office/find-office-details.server.ts';
import { OfficeCard } from '#app/drafting/office/office-card.tsx';
import { useLoaderData } from '@remix-run/react';
import type { MetaFunction } from '@remix-run/node';
import { CoverLink } from '#app/record/covered/cover-link.tsx';
import { mayCoverIn } from '#app/redaction/may-cover.server.ts';
import { BoardList } from '#app/boards/board-list.tsx';
import { listBoards } from '#app/boards/list-boards.server.ts';
import { Grounds } from '#app/drafting/grounds/grounds-view.tsx';
import { listGrounds } from '#app/drafting/grounds/grounds.server.ts';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { commentCount, consultationFacts } from '#app/drafting/acts/consultation-facts.server.ts';
import { Documents, LatestRulings, Terms } from '#app/drafting/pages/overview-parts.tsx';
import { FactsLine } from '#app/drafting/course/facts-line.tsx';
import { latestRulings } from '#app/drafting/remarks/latest-rulings.server.ts';
import { stageSentence } from '#app/drafting/state/stage-words.ts';
import { Stages } from '#app/drafting/course/stages.tsx';
import { SafeguardChanges } from '#app/drafting/office/safeguard-changes.tsx';
import { listSafeguardChanges } from '#app/drafting/office/safeguard-changes.server.ts';
import { listFactsChanges } from '#app/drafting/course/facts/facts-changes.server.ts';
import { FactsChanges } from '#app/drafting/course/facts/facts-parts.tsx';
import { listTermChanges } from '#app/drafting/course/terms/term-changes.server.ts';
import { TermChanges } from '#app/drafting/course/terms/terms-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { getViewer } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translate } from '#app/i18n/translate.ts';
import { publicUrl } from '#app/mail/absolute-url.server.ts';
import { consultationMeta } from '#app/openness/social-meta.ts';
import { SurveyList } from '#app/surveys/survey-list.tsx';
import { figuresNow } from '#app/surveys/survey-figures.server.ts';
import { listSurveys } from '#app/surveys/survey-page.server.ts';

export const loader = handler(async ({ request, params, db, locale }) => {
  const now = new Date();
  const facts = await consultationFacts(db, params.slug ?? '', now);
  const status = stageSentence(facts, { stage: facts.stage, waiting: facts.counts.waiting, now, locale });
  const grounds = await listGrounds(db, facts.slug);
  const mayCover = await mayCoverIn(db, { viewer: await getViewer(request), slug: facts.slug });
  return {
    status,
    mayCover,
    origin: publicUrl(),
    facts,
    office: await findOfficeDetails(db, facts.teryt),
    comments: await commentCount(db, facts.id),
    changes: await listTermChanges(db, facts.id),
    corrections: await listFactsChanges(db, facts.id),
    safeguards: await listSafeguardChanges(db, facts.id),
    boards: await listBoards(db, { consultation: facts.slug }, 20),
    grounds,
    figures: await figuresNow(db, grounds),
    rulings: await latestRulings(db, { consultationId: facts.id, count: 5 }),
    surveys: await listSurveys(db, { consultationId: facts.id }),
    now,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (!data) return [{ title: 'Paragraf' }];
  const locale = localeOfPath(location.pathname);
  const [atom, calendar] = [translate(locale, 'feed.link.atom'), translate(locale, 'feed.link.calendar')];
  return consultationMeta(data.facts, {
    origin: data.origin,
    to: paths(locale),
    locale,
    atom,
    calendar,
    status: data.status,
  });
};

export default function Consultation() {
  const {
    facts,
    office,
    comments,
    mayCover,
    changes,
    corrections,
    safeguards,
    boards,
    grounds,
    figures,
    rulings,
    surveys,
    now,
  } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const isOpen = facts.stage === 'open';
  return (
    <Page
      crumbs={[
        { label: t('consultations.title'), to: to.consultations() },
        { label: facts.title, lang: 'pl' },
      ]}
    >
      <PageHead
        kind={<a href={to.municipality(facts.teryt)}>{facts.municipality}</a>}
        title={<Polish>{facts.title}</Polish>}
        lead={facts.summary ? <Polish>{facts.summary}</Polish> : null}
      >
        <FactsLine facts={facts} comments={comments} now={now} />
        {facts.isDemo ? <p className="note">{t('draft.demo')}</p> : null}
        <CoverLink may={mayCover} type="consultation" id={facts.id} name={facts.title} />
      </PageHead>
      <p className="actions mb-4">
        <a className="btn" href={to.draft(facts.slug)}>
          {t(isOpen ? 'overview.read-and-act' : 'overview.read')}
        </a>
        {isOpen ? (
          <a className="btn btn--quiet" href={to.newRemark(facts.slug)}>
            {t('register.new.title')}
          </a>
        ) : null}
        <a className="btn btn--quiet" href={to.remarks(facts.slug)}>
          {t('draft.all-remarks')}
        </a>
      </p>
      <Stages facts={facts} now={now} />
      <SurveyList surveys={surveys} />
      <Grounds grounds={grounds} now={figures} titled={false} />
      <div className="cols cols--main section">
        <LatestRulings slug={facts.slug} rulings={rulings} waiting={facts.counts.waiting} />
        <aside className="stack" aria-label={t('overview.about')}>
          <Terms facts={facts} now={now} />
          <TermChanges changes={changes} mayCover={mayCover} />
          <FactsChanges changes={corrections} mayCover={mayCover} />
          <SafeguardChanges changes={safeguards} mayCover={mayCover} />
          <OfficeCard office={office} />
          <Documents facts={facts} />
          {boards.length > 0 ? (
            <section aria-labelledby="h-tablice">
              <h2 id="h-tablice" className="sub-head">
                {t('boards.of-municipality')}
              </h2>
              <BoardList boards={boards} />
            </section>
          ) : null}
        </aside>
      </div>
    </Page>
  );
}
