import { Polish } from '#app/components/polish.tsx';
import { editionTitle } from '#app/monitoring/cards/edition-title.ts';
import { OfficeCard } from '#app/drafting/office/office-card.tsx';
import { Empty, Section } from '#app/components/page-parts.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { daysUntil, formatDate, formatDateTime } from '#app/i18n/dates.ts';
import { formatNumber } from '#app/i18n/numbers.ts';
import type { ConsultationRow, MunicipalityPage, ScorecardRow } from './municipality-page.server.ts';

export function Facts({ page }: { page: MunicipalityPage }) {
  const t = useT();
  const locale = useLocale();
  const to = usePaths();
  return (
    <ul className="facts">
      <li>
        {page.countyRights ? t('municipality.county-rights') : t('municipality.in-county', { county: page.county })}
      </li>
      <li>{t('municipality.in-voivodeship', { voivodeship: page.voivodeship })}</li>
      {page.population === null ? null : (
        <li>
          {t('municipality.population', { count: page.population, shown: formatNumber(locale, page.population) })}
        </li>
      )}
      {page.areaKm2 === null ? null : <li>{formatNumber(locale, page.areaKm2, 2)} km²</li>}
      <li>
        {t('municipality.code')} <span className="num">{page.teryt}</span>
      </li>
      {page.twin ? (
        <li>
          <a href={to.municipality(page.twin.teryt)}>
            {t('municipality.twin', { kind: t(`municipality.kind.${page.twin.kind}`), name: page.name })}
          </a>
        </li>
      ) : null}
    </ul>
  );
}

/** What can be done now, what the office owes an answer to, and what is over. */
export function ConsultationSections({ page }: { page: MunicipalityPage }) {
  const t = useT();
  const to = usePaths();
  const now = new Date(page.now);
  const past = [...page.deciding, ...page.closed];
  return (
    <>
      <Section id="otwarte" title={t('municipality.open')}>
        {page.open.length > 0 ? (
          <ul className="rows rows--split">
            {page.open.map((row) => (
              <ConsultationItem key={row.slug} row={row} now={now} />
            ))}
          </ul>
        ) : (
          <Empty>
            <p>{t(page.hasOfficials ? 'municipality.no-open' : 'municipality.no-office')}</p>
            <p>
              <a href={to.consultations()}>{t('municipality.elsewhere')}</a>
            </p>
          </Empty>
        )}
      </Section>
      {past.length > 0 ? (
        <Section id="zakonczone" title={t('municipality.past')}>
          <ul className="rows rows--split">
            {past.map((row) => (
              <ConsultationItem key={row.slug} row={row} now={now} />
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function ConsultationItem({ row, now }: { row: ConsultationRow; now: Date }) {
  const to = usePaths();
  return (
    <li>
      <h3>
        <a href={to.consultation(row.slug)}>
          <Polish>{row.title}</Polish>
        </a>
      </h3>
      <p className="meta">
        <ConsultationTerm row={row} now={now} />
      </p>
    </li>
  );
}

function ConsultationTerm({ row, now }: { row: ConsultationRow; now: Date }) {
  const t = useT();
  const locale = useLocale();
  const closes = new Date(row.closesAt);
  if (row.stage === 'preparation')
    return <>{t('municipality.opens', { date: formatDateTime(locale, new Date(row.opensAt)) })}</>;
  if (row.stage === 'open')
    return (
      <>
        <b>{t('municipality.days-left', { count: daysUntil(closes, now) })}</b>{' '}
        {t('municipality.until', { date: formatDateTime(locale, closes) })}
      </>
    );
  if (row.stage === 'deciding')
    return <>{t('municipality.answers-due', { date: formatDate(locale, new Date(row.answersDueAt)) })}</>;
  return <>{t('municipality.ended', { date: formatDate(locale, closes) })}</>;
}

export function ScorecardSection({ teryt, scorecards }: { teryt: string; scorecards: ScorecardRow[] }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <Section id="oceny" title={t('municipality.scorecards')}>
      {scorecards.length === 0 ? (
        <Empty>
          <p>{t('municipality.no-scorecards')}</p>
          <p>
            <a href={to.editions()}>{t('municipality.all-editions')}</a>
          </p>
        </Empty>
      ) : (
        <ul className="rows rows--split">
          {scorecards.map((row) => (
            <li key={row.edition}>
              <h3>
                <a href={to.scorecard(row.edition, teryt)}>{editionTitle(locale, row)}</a>
              </h3>
              <p className="meta">
                {row.team}
                {row.publishedAt ? <>, {formatDate(locale, new Date(row.publishedAt))}</> : null}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export function WhereToWrite({ page }: { page: MunicipalityPage }) {
  const t = useT();
  const to = usePaths();
  return (
    <Section id="dokad-pisac" title={t('municipality.write')}>
      <OfficeCard office={page.office} />
      <ul className="stack stack--2 w-40">
        <li>
          {t('municipality.write-draft')}{' '}
          <a href={page.open.length ? '#otwarte' : to.consultations()}>{t('municipality.open')}</a>
        </li>
        {page.isDemo ? (
          <li>{t('municipality.write-demo')}</li>
        ) : (
          <li>
            {t('municipality.write-office', { name: page.name })}{' '}
            <a href="https://www.bip.gov.pl/" rel="external">
              bip.gov.pl
            </a>
          </li>
        )}
        <li>{t('municipality.write-petition')}</li>
        <li>{t('municipality.write-information')}</li>
      </ul>
    </Section>
  );
}
