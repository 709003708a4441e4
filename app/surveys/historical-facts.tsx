import { Section } from '#app/components/page-parts.tsx';
import { useLocale, useT } from '#app/i18n/context.tsx';
import { formatDay } from '#app/i18n/dates.ts';
import { formatNumber } from '#app/i18n/numbers.ts';
import { historicalSchema } from './historical.ts';

/** What is known of a survey held elsewhere, and what is not: nothing is filled in. */
export function HistoricalFacts({ facts }: { facts: unknown }) {
  const t = useT();
  const locale = useLocale();
  const read = historicalSchema.safeParse(facts);
  if (!read.success) return null;
  const { facts: known, questions, source } = read.data;
  const unknown = t('survey.historical.unknown');
  const day = (text: string | undefined) => (text ? formatDay(locale, new Date(`${text}T12:00:00Z`)) : unknown);
  return (
    <>
      <p className="lead">{t('survey.historical.lead')}</p>
      <Section id="h-fakty" title={t('survey.historical.facts')}>
        <dl className="pairs">
          <dt>{t('survey.historical.term')}</dt>
          <dd>
            {day(known.collected_from)} – {day(known.collected_to)}
          </dd>
          <dt>{t('survey.historical.valid')}</dt>
          <dd>{known.valid_answers === undefined ? unknown : formatNumber(locale, known.valid_answers)}</dd>
          <dt>{t('survey.historical.invalid')}</dt>
          <dd>{unknown}</dd>
          <dt>{t('survey.historical.channels')}</dt>
          <dd>{known.channels.length === 0 ? unknown : known.channels.join('; ')}</dd>
          <dt>{t('survey.historical.count')}</dt>
          <dd>{known.questions_total ?? unknown}</dd>
        </dl>
      </Section>
      <Section id="h-pytania" title={t('survey.results.questions')}>
        {questions.map(({ no, question, options, complete }) => (
          <article className="result" key={no} aria-labelledby={`q-${no}`}>
            <header>
              <h3 id={`q-${no}`}>
                <span className="no">{no}</span>{' '}
                {question ? <span lang="pl">{question}</span> : t('survey.historical.no-question')}
              </h3>
            </header>
            {options.length > 0 ? (
              <ul lang="pl">
                {options.map((option) => (
                  <li key={option}>{option}</li>
                ))}
              </ul>
            ) : null}
            <p className="note">{t(complete ? 'survey.historical.no-shares' : 'survey.historical.incomplete')}</p>
          </article>
        ))}
      </Section>
      {source.length > 0 ? (
        <p className="by">
          {t('survey.historical.source')}{' '}
          {source.map((address) => (
            <a className="tap" key={address} href={address} rel="nofollow">
              {address}
            </a>
          ))}
        </p>
      ) : null}
    </>
  );
}
