import { Polish, Sentence } from '#app/components/polish.tsx';
import { inPolish } from '#app/i18n/in-polish.ts';
import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { consultationCrumbs } from '#app/drafting/state/consultation-crumbs.ts';
import { Empty, Page, PageHead, Section } from '#app/components/page-parts.tsx';
import { CouncilChanges, Findings } from '#app/drafting/unified/unified-parts.tsx';
import { unifiedPage } from '#app/drafting/unified/unified-page.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate, formatDateTime } from '#app/i18n/dates.ts';

export const loader = handler(async ({ params, db, locale, t }) => ({
  page: await unifiedPage(db, { slug: params.slug ?? '', locale, now: new Date() }),
  title: t('unified.title'),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title}: ${data.page.facts.title} – Paragraf` : 'Paragraf' },
];

export default function UnifiedText() {
  const {
    page: { facts, frozen, earlier },
    title,
  } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <Page crumbs={consultationCrumbs({ t, to }, facts, { label: title })}>
      <PageHead
        kind={<Polish>{facts.title}</Polish>}
        title={title}
        lead={
          frozen
            ? t('unified.sent-on', { at: formatDateTime(locale, frozen.frozenAt), version: frozen.version })
            : t('unified.none')
        }
      />
      {frozen ? (
        <>
          <Adopted />
          <Section id="h-skrot" title={t('unified.check')}>
            <div className="stack w-40">
              <p>
                {t('unified.hash')} <code className="hash hash--long">{frozen.hash}</code>
              </p>
              {frozen.isCovered ? <p className="note">{t('redaction.hash-note')}</p> : null}
              <p>{t('unified.how', { bytes: frozen.bytes })}</p>
              <pre className="pre">
                <code>{`sha256sum ${facts.slug}-tekst-ujednolicony-${frozen.version}.txt`}</code>
              </pre>
              <p className="actions">
                <a className="btn btn--quiet" href={to.unifiedFile(facts.slug, 'pdf')}>
                  {t('format.pdf')}
                </a>
                <a href={to.unifiedFile(facts.slug)}>{t('draft.text-file')}</a>
                <a href={to.unifiedWord(facts.slug)}>{t('word.nav')}</a>
                <a href={to.unifiedDownload(facts.slug)}>{t('format.all')}</a>
                <a href={to.redline(facts.slug, 1, frozen.version)}>{t('draft.what-changed')}</a>
              </p>
              <p className="by">
                {t('unified.people', { proposed: frozen.proposedByName, frozen: frozen.frozenByName })}
              </p>
            </div>
          </Section>
          <Section id="h-sprawdzenia" title={t('unified.checks')}>
            <Findings slug={facts.slug} findings={frozen.checks} />
          </Section>
          <Section id="h-tekst" title={t('unified.text')}>
            <div className="act law pre" lang="pl">
              {frozen.text}
            </div>
          </Section>
        </>
      ) : (
        <Empty>
          <p>{t('unified.none-yet')}</p>
          <p>
            <a href={to.text(facts.slug)}>{t('unified.current')}</a>
          </p>
        </Empty>
      )}
      {earlier.length > 0 ? (
        <Section id="h-wczesniejsze" title={t('unified.earlier')}>
          <p className="note">{t('unified.earlier-note')}</p>
          <ul className="stack stack--2">
            {earlier.map((row) => (
              <li key={row.version}>
                <a href={to.unifiedFile(facts.slug, 'txt', row.version)}>
                  {t('versions.number', { number: row.version })}
                </a>
                , {formatDateTime(locale, row.frozenAt)} <code className="hash hash--long">{row.hash}</code>
                {row.isCovered ? ` ${t('redaction.hash-note')}` : ''}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}

/** What the council made of it. */
function Adopted() {
  const {
    page: { facts, adopted, corrected },
  } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  if (!adopted) return null;
  const { comparison } = adopted;
  return (
    <Section id="h-uchwalone" title={t('unified.adopted')}>
      <p className="lead">
        <Sentence>
          {t('unified.adopted-on', {
            sign: inPolish(adopted.sign),
            date: formatDate(locale, new Date(adopted.adoptedOn)),
          })}
        </Sentence>
      </p>
      {adopted.reason ? (
        <p>
          {t('unified.corrected-on', { at: formatDateTime(locale, adopted.enteredAt), by: adopted.enteredByName })}{' '}
          <span className="quote">
            <Polish>{adopted.reason}</Polish>
          </span>
        </p>
      ) : null}
      <p>
        {t('unified.hash')} <code className="hash hash--long">{adopted.hash}</code>
      </p>
      {adopted.isCovered ? <p className="note">{t('redaction.hash-note')}</p> : null}
      {comparison.same ? (
        <p>
          <strong>{t('unified.unchanged')}</strong>
        </p>
      ) : (
        <>
          <p>
            <strong>{t('unified.changed', { count: comparison.diff.changes.length })}</strong>
          </p>
          <CouncilChanges slug={facts.slug} diff={comparison.diff} />
        </>
      )}
      {comparison.headDiffers ? <p className="note">{t('unified.head-differs')}</p> : null}
      <details>
        <summary>{t('unified.adopted-text')}</summary>
        <div className="act law pre" lang="pl">
          {adopted.text}
        </div>
      </details>
      {corrected.map((entry) => (
        <details key={entry.number}>
          <summary>
            {t('unified.corrected-entry', { number: entry.number, at: formatDateTime(locale, entry.enteredAt) })}
          </summary>
          <p>
            <Sentence>
              {t('unified.adopted-on', {
                sign: inPolish(entry.sign),
                date: formatDate(locale, new Date(entry.adoptedOn)),
              })}
            </Sentence>
          </p>
          {entry.reason ? (
            <p className="quote">
              <Polish>{entry.reason}</Polish>
            </p>
          ) : null}
          <p>
            {t('unified.hash')} <code className="hash hash--long">{entry.hash}</code>
          </p>
          {entry.isCovered ? <p className="note">{t('redaction.hash-note')}</p> : null}
          <div className="act law pre" lang="pl">
            {entry.text}
          </div>
        </details>
      ))}
    </Section>
  );
}
