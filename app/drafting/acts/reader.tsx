import type { ReactNode } from 'react';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { LawArticle, ActHead, ActReasons, ActUnits } from './act-text.tsx';
import { ContentsList, PartHead, PartNav, PartsContents } from './part-views.tsx';
import type { PartShown, Search } from './reading-page.server.ts';
import { contentsOf, type ClauseCounts, type HeadView, type UnitView } from './act-view.ts';

type ReaderProps = {
  slug: string;
  units: UnitView[];
  head: HeadView | null;
  reasons: string | null;
  takesRemarks: boolean;
  part: PartShown | null;
  search: Search | null;
  /** What stands under the words of a unit. */
  renderUnder?: (unit: UnitView) => ReactNode;
};

/** A draft to read and to answer in place: contents, text, counts in the margin. */
export function Reader({ slug, units, head, reasons, takesRemarks, part, search, renderUnder }: ReaderProps) {
  const t = useT();
  const to = usePaths();
  return (
    <div className="reader">
      {part ? <PartsContents slug={slug} units={units} part={part} /> : <Contents units={units} />}
      <LawArticle className="act--notes" id="tekst" label={t('draft.text')}>
        {part ? <PartHead slug={slug} part={part} search={search} /> : null}
        {head ? <ActHead head={head} /> : null}
        {head && takesRemarks ? (
          <p className="unit-note" lang={t('draft.language')}>
            <a href={to.newRemark(slug)}>{t('draft.remark-on-head')}</a>
          </p>
        ) : null}
        <ActUnits
          units={units}
          links={{
            level: 2,
            clause: (code) => to.clause(slug, code),
            ...(renderUnder ? { renderUnder } : {}),
            renderAnnexNote: (unit) => (takesRemarks ? <AnnexNote slug={slug} unit={unit} /> : null),
            renderNote: (unit) => <MarginNote slug={slug} unit={unit} takesRemarks={takesRemarks} />,
          }}
        />
        {reasons ? <ActReasons title={t('draft.reasons')} text={reasons} /> : null}
        {part ? <PartNav slug={slug} part={part} /> : null}
      </LawArticle>
    </div>
  );
}

/** An annex has no margin: the ways to speak about it stand under its name. */
function AnnexNote({ slug, unit }: { slug: string; unit: UnitView }) {
  const t = useT();
  const to = usePaths();
  const about = <span className="vh"> {t('draft.about', { unit: unit.citation })}</span>;
  return (
    <p className="unit-note" lang={t('draft.language')}>
      <a href={to.propose(slug, unit.code)}>
        {t('draft.propose')}
        {about}
      </a>
      <a href={to.propose(slug, unit.code, 'none')}>
        {t('draft.remark')}
        {about}
      </a>
    </p>
  );
}

function MarginNote({ slug, unit, takesRemarks }: { slug: string; unit: UnitView; takesRemarks: boolean }) {
  const t = useT();
  const to = usePaths();
  const { remarks, amendments, comments } = unit.total;
  if (!takesRemarks && remarks + amendments + comments === 0) return null;
  const about = <span className="vh"> {t('draft.about', { unit: unit.citation })}</span>;
  return (
    <p className="margin-note" lang={t('draft.language')}>
      {remarks > 0 ? (
        <a href={to.clause(slug, unit.code)}>
          {t('consultations.count.remarks', { count: remarks })}
          {about}
        </a>
      ) : null}
      {amendments > 0 ? (
        <a href={to.clause(slug, unit.code)}>
          {t('consultations.count.amendments', { count: amendments })}
          {about}
        </a>
      ) : null}
      {comments > 0 ? (
        <a href={to.clause(slug, unit.code)}>
          {t('consultations.count.comments', { count: comments })}
          {about}
        </a>
      ) : null}
      {voicedBelow(unit)
        .slice(0, 6)
        .map((below) => (
          <a key={below.code} href={to.clause(slug, below.code)}>
            <span lang="pl">{below.citation.replace(`${unit.citation} `, '')}</span>: {countOf(below.own)}
            <span className="vh"> {t('draft.voices', { count: countOf(below.own) })}</span>
          </a>
        ))}
      {takesRemarks ? (
        <a href={to.propose(slug, unit.code)} className="quiet">
          {t('draft.propose')}
          {about}
        </a>
      ) : null}
      {takesRemarks ? (
        <a href={to.propose(slug, unit.code, 'none')} className="quiet">
          {t('draft.remark')}
          {about}
        </a>
      ) : null}
    </p>
  );
}

function countOf({ remarks, amendments, comments }: ClauseCounts): number {
  return remarks + amendments + comments;
}

/** Units under a § that somebody spoke about. */
function voicedBelow(unit: UnitView): UnitView[] {
  return unit.children.flatMap((child) => [...(countOf(child.own) > 0 ? [child] : []), ...voicedBelow(child)]);
}

function Contents({ units }: { units: UnitView[] }) {
  const t = useT();
  const entries = contentsOf(units);
  if (entries.length < 2) return null;
  return (
    // The column scrolls by itself on wide screens: it must be reachable by keyboard.
    <nav className="toc" aria-label={t('draft.contents')} tabIndex={0}>
      <h2 className="toc-head">{t('draft.contents')}</h2>
      <details>
        <summary>{t('draft.contents')}</summary>
        <ContentsList entries={entries} />
      </details>
    </nav>
  );
}
