import type { ReactNode } from 'react';
import { ShareBar } from '#app/components/share-bar.tsx';
import { Form, SelectField, Submit } from '#app/components/form.tsx';
import { Notice, Section } from '#app/components/page-parts.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { formatNumber } from '#app/i18n/numbers.ts';
import { Said } from './ask-fields.tsx';
import { isText } from './definition.ts';
import { wordsIn } from './figures.ts';
import type { ResultsPage } from './results-page.server.ts';
import type { Counted, QuestionResult } from './results.ts';
import { shareOf } from './share.ts';
import { fewest } from './suppression.ts';
import { ThemeShares } from './theme-shares.tsx';
import type { ThemesOfQuestion } from './themes.server.ts';

/** What came out: who answered by which way, each question, two questions crossed. */
export function ResultsView({
  page,
  after,
}: {
  page: ResultsPage;
  /** Beneath a question. */ after?: (id: string) => ReactNode;
}) {
  const t = useT();
  const locale = useLocale();
  const { survey, isPublic, total } = page;
  if (survey.state === 'historical') return null;
  if (!isPublic)
    return (
      <Notice still>
        <p>{t('survey.results.not-yet', { at: survey.closesAt ? formatDateTime(locale, survey.closesAt) : '–' })}</p>
      </Notice>
    );
  return (
    <>
      <p className="lead">{t('survey.results.self-chosen', { count: total })}</p>
      {survey.answeredBy === 'open' ? (
        <p className="note">{t('survey.results.open', { count: page.repeats })}</p>
      ) : null}
      <AsOf page={page} />
      <Channels page={page} />
      {total < fewest ? (
        <Notice warn still>
          <p>{t('survey.results.too-few', { count: total })}</p>
        </Notice>
      ) : (
        <>
          <Section id="h-pytania" title={t('survey.results.questions')}>
            <p className="note">{t('survey.results.base')}</p>
            {page.results.map((result) => (
              <Result
                key={result.question.id}
                result={result}
                themes={page.themes.find(({ question }) => question === result.question.id) ?? null}
                slug={survey.slug}
                version={page.version}
                after={after?.(result.question.id)}
              />
            ))}
          </Section>
          {page.variables.length > 0 ? <Cross page={page} /> : null}
        </>
      )}
    </>
  );
}

/** Of which moment the figures are; what was typed in after the end is told. */
function AsOf({ page: { survey, sheets } }: { page: ResultsPage }) {
  const t = useT();
  const locale = useLocale();
  if (!survey.closesAt) return null;
  const at = formatDateTime(locale, sheets.lastAt ? new Date(sheets.lastAt) : survey.closesAt);
  return (
    <p className="note" id="stan">
      {t('survey.results.as-of', { at })}
      {sheets.late > 0 ? ` ${t('survey.results.late', { count: sheets.late })}` : null}
    </p>
  );
}

function Channels({ page }: { page: ResultsPage }) {
  const t = useT();
  const locale = useLocale();
  const { channels, sheets } = page;
  const sum = (of: 'valid' | 'invalid') => channels.reduce((total, each) => total + each[of], 0);
  return (
    <Section id="h-drogi" title={t('survey.results.channels')}>
      <div className="wrap" tabIndex={0} role="region" aria-label={t('survey.results.channel')}>
        <table className="data">
          <caption className="vh">{t('survey.results.channels')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('survey.results.channel')}</th>
              <th scope="col" className="end">
                {t('survey.results.valid')}
              </th>
              <th scope="col" className="end">
                {t('survey.results.invalid')}
              </th>
            </tr>
          </thead>
          <tbody>
            {channels.map(({ channel, valid, invalid }) => (
              <tr key={channel}>
                <th scope="row">{t(`survey.channel.${channel as 'web'}`)}</th>
                <td className="end">{valid}</td>
                <td className="end">{invalid}</td>
              </tr>
            ))}
          </tbody>
          <tfoot className="sum">
            <tr>
              <th scope="row">{t('survey.results.sum')}</th>
              <td className="end">{sum('valid')}</td>
              <td className="end">{sum('invalid')}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      {page.imports.map(({ name, valid, invalid, takenAt }) => (
        <p key={takenAt}>
          „<span lang="pl">{name}</span>”:{' '}
          {t('survey.import.taken', { valid, invalid, at: formatDateTime(locale, new Date(takenAt)) })}
        </p>
      ))}
      {sheets.reasons.length > 0 ? (
        <p>
          {t('survey.results.reasons')}{' '}
          {sheets.reasons
            .map(({ reason, count }) => `${t(`survey.sheet.reason.${reason as 'other'}`)}: ${count}`)
            .join('; ')}
          .
        </p>
      ) : null}
      {sheets.twice > 0 ? (
        <p>
          {t('survey.results.typing', {
            twice: sheets.twice,
            compared: sheets.compared,
            differing: sheets.differing,
          })}
        </p>
      ) : null}
    </Section>
  );
}

function Result({
  result,
  themes,
  slug,
  version,
  after,
}: {
  result: QuestionResult;
  themes: ThemesOfQuestion | null;
  slug: string;
  version: number;
  after?: ReactNode;
}) {
  const t = useT();
  const to = usePaths();
  const { question, no, asked, answered, unreadable, isHidden, counts, rows, others } = result;
  const hasChart = !isHidden && !isText(question.kind);
  return (
    <article className="result" id={`p-${question.id}`} aria-labelledby={`q-${question.id}`}>
      <header>
        <h3 id={`q-${question.id}`}>
          <span className="no">{no}</span> <Said words={question.words} />
        </h3>
        <p className="by">
          {t('survey.results.n', { answered, asked })}
          {unreadable > 0 ? `, ${t('survey.results.unreadable', { count: unreadable })}` : null}
          {question.kind === 'many' ? `, ${t('survey.results.over-100')}` : null}
        </p>
      </header>
      {isHidden ? <p className="note">{t('survey.results.few', { fewest })}</p> : <Middle result={result} />}
      {counts.length > 0 ? <Shares counts={counts} base={answered} asked={asked} /> : null}
      {result.ranks.length > 0 ? <Ranks result={result} /> : null}
      {rows.map((row) => (
        <div className="stack" key={row.id}>
          <h4>
            <Said words={row.words} />
          </h4>
          {row.answered < fewest ? (
            <p className="note">{t('survey.results.few', { fewest })}</p>
          ) : (
            <Shares counts={row.counts} base={row.answered} asked={asked} />
          )}
        </div>
      ))}
      {others >= fewest ? <p className="by">{t('survey.results.others', { count: others })}</p> : null}
      {themes ? <ThemeShares summary={themes} /> : null}
      {hasChart ? (
        <p className="file-links">
          {(['svg', 'png'] as const).map((kind) => (
            <a className="tap" key={kind} href={to.surveyChart(slug, question.id, kind, { wersja: version })}>
              {kind.toUpperCase()}
              <span className="vh">: {t('survey.edit.question', { no })}</span>
            </a>
          ))}
        </p>
      ) : null}
      {after}
    </article>
  );
}

/** One figure that says the whole, where there is one. */
function Middle({ result: { question, median, counts } }: { result: QuestionResult }) {
  const t = useT();
  const locale = useLocale();
  if (median === null) return isText(question.kind) ? <p className="note">{t('survey.results.texts')}</p> : null;
  const words = t('survey.results.median', {
    median: formatNumber(locale, median, Number.isInteger(median) ? 0 : 1),
  });
  const ends =
    question.kind === 'scale' && question.ends.low.pl
      ? ` (${counts[0]?.id}: ${wordsIn(locale, question.ends.low)}; ${counts.at(-1)?.id}: ${wordsIn(locale, question.ends.high)})`
      : '';
  return (
    <p>
      <b>{words}</b>
      {ends}
    </p>
  );
}

function Bar({ part, isPick }: { part: number; isPick: boolean }) {
  return (
    <span className="bar">
      <ShareBar percent={Math.round(1000 * part) / 10} isPick={isPick} />
    </span>
  );
}

/** Each choice with its share of those who answered and its number of people; the longest bar is the most frequent one. */
function Shares({ counts, base, asked }: { counts: readonly Counted[]; base: number; asked: number }) {
  const t = useT();
  const locale = useLocale();
  const most = Math.max(...counts.map(({ count }) => count));
  return (
    <ul className="shares" role="list">
      {counts.map(({ id, words, count }) => (
        <li key={id} className={count === most && count > 0 ? 'pick' : undefined}>
          <span>
            <Said words={words} />
          </span>
          <Bar part={base === 0 ? 0 : count / base} isPick={count === most && count > 0} />
          <span className="end">{shareOf(locale, count, base)}</span>
          <span className="end quiet">
            {t('survey.results.people', { count })}
            {asked !== base ? (
              <span className="vh">, {t('survey.results.of-asked', { share: shareOf(locale, count, asked) })}</span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Ranks({ result: { ranks } }: { result: QuestionResult }) {
  const t = useT();
  const locale = useLocale();
  const size = ranks.length;
  return (
    <>
      <ul className="shares" role="list">
        {ranks.map(({ id, words, mean }, at) => (
          <li key={id}>
            <span>
              <Said words={words} />
            </span>
            <Bar part={size > 1 ? (size - mean) / (size - 1) : 1} isPick={at === 0} />
            <span className="end">{formatNumber(locale, mean, 1)}</span>
            <span className="end quiet">{t('survey.results.place', { place: at + 1 })}</span>
          </li>
        ))}
      </ul>
      <p className="by">{t('survey.results.ranks', { size })}</p>
    </>
  );
}

function Cross({ page }: { page: ResultsPage }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const { survey, variables, cross, version } = page;
  const nameOf = (id: string) => {
    const found = variables.find((each) => each.id === id);
    return found ? `${found.no ? `${found.no}. ` : ''}${wordsIn(locale, found.words)}` : '';
  };
  const choices = variables.map(({ id }) => ({ value: id, label: nameOf(id) }));
  return (
    <Section id="h-krzyz" title={t('survey.cross')}>
      <Form method="get" className="inline-form cross-ask mb-4" action={`${to.surveyResults(survey.slug)}#h-krzyz`}>
        {version === survey.version ? null : <input type="hidden" name="wersja" value={version} />}
        <SelectField
          name="wiersze"
          label={t('survey.cross.rows')}
          choices={choices}
          defaultValue={cross?.left ?? choices[0]?.value ?? ''}
        />
        <SelectField
          name="kolumny"
          label={t('survey.cross.columns')}
          choices={choices}
          defaultValue={cross?.top ?? choices[1]?.value ?? ''}
        />
        <Submit quiet>{t('survey.cross.show')}</Submit>
      </Form>
      {!cross ? null : cross.table.cells === null ? (
        <p className="note">{t('survey.cross.none')}</p>
      ) : (
        <div className="wrap" tabIndex={0} role="region" aria-label={`${nameOf(cross.left)} × ${nameOf(cross.top)}`}>
          <table className="data cross">
            <caption className="vh">
              {nameOf(cross.left)} × {nameOf(cross.top)}
            </caption>
            <thead>
              <tr>
                <th scope="col">{nameOf(cross.left)}</th>
                {cross.table.columns.map(({ id, words }) => (
                  <th scope="col" className="end" key={id}>
                    <Said words={words} />
                  </th>
                ))}
                <th scope="col" className="end">
                  {t('survey.results.sum')}
                </th>
              </tr>
            </thead>
            <tbody>
              {cross.table.rows.map((row, i) => (
                <tr key={row.id}>
                  <th scope="row">
                    <Said words={row.words} />
                  </th>
                  {cross.table.cells?.[i]?.map((cell, j) => (
                    <td key={j} className={cell === null ? 'end sunk' : 'end'}>
                      {cell === null ? t('survey.cross.hidden') : cell}
                    </td>
                  ))}
                  <td className="end">{row.total}</td>
                </tr>
              ))}
            </tbody>
            <tfoot className="sum">
              <tr>
                <th scope="row">{t('survey.results.sum')}</th>
                {cross.table.columns.map(({ id, total }) => (
                  <td className="end" key={id}>
                    {total}
                  </td>
                ))}
                <td className="end">{cross.table.total}</td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      <p className="by mt-3">{t('survey.cross.note', { fewest })}</p>
    </Section>
  );
}
