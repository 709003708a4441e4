import { Form, Submit, TextArea, type FormProblem } from '#app/components/form.tsx';
import { Notice, PageHead } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import { editionTitle } from '../cards/edition-title.ts';
import { LevelMark } from '../cards/level-mark.tsx';
import { answerWords } from '../cards/score-words.ts';
import { useWords } from '../bridge/use-words.ts';
import type { AdjudicationPage, AnonymousCoding, Matter } from './adjudication-page.server.ts';
import { AnswerChoice } from './answer-choice.tsx';
import { EvidenceLines } from './evidence-lines.tsx';
import { ReliabilitySection } from './reliability-section.tsx';
import { TeamNav } from './team-nav.tsx';

type Props = { page: AdjudicationPage; failure: FormProblem | null };

/** Where two people chose differently: the queue, the open cell, and how far the coders agree over all. */
export function AdjudicationView({ page, failure }: Props) {
  const { t, locale } = useWords();
  const { edition, counts, matter } = page;
  return (
    <>
      <TeamNav edition={edition} current="adjudication" />
      <PageHead title={t('fieldwork.adjudication.title')} kind={editionTitle(locale, edition)}>
        <ul className="facts">
          <li>{t('fieldwork.adjudication.pairs', { pairs: counts.pairs, answered: counts.answered })}</li>
          <li>{t('fieldwork.adjudication.differences', { count: counts.differences })}</li>
          <li>{t('fieldwork.adjudication.done', { done: counts.done, left: counts.left })}</li>
          <li>{t('fieldwork.adjudication.waiting', { count: counts.waiting })}</li>
        </ul>
      </PageHead>
      <div className="desk">
        <section className="queue" aria-labelledby="h-q" tabIndex={0}>
          <h2 className="size-4 mb-2" id="h-q">
            {t('fieldwork.adjudication.queue')}
          </h2>
          {page.queue.length === 0 ? <p className="by">{t('fieldwork.adjudication.empty')}</p> : <Queue page={page} />}
          {page.decided.length > 0 ? <Decided page={page} /> : null}
        </section>
        {matter ? <MatterForm page={page} matter={matter} failure={failure} /> : <div className="matter" />}
      </div>
      <ReliabilitySection reliability={page.reliability} areas={page.areas} share={edition.doubleShare} />
    </>
  );
}

function Queue({ page }: { page: AdjudicationPage }) {
  const { t, to } = useWords();
  const words = useWords();
  const short = (coding: Pick<AnonymousCoding, 'state' | 'level'>) =>
    coding.state === 'scored' ? String(coding.level) : words.t(`monitoring.state.${coding.state}`);
  return (
    <>
      <div className="room">
        <table className="data data--dense">
          <caption className="vh">{t('fieldwork.adjudication.queue.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('fieldwork.adjudication.cell')}</th>
              <th scope="col">{t('fieldwork.adjudication.coder', { letter: 'A' })}</th>
              <th scope="col">{t('fieldwork.adjudication.coder', { letter: 'B' })}</th>
            </tr>
          </thead>
          <tbody>
            {page.queue.map((row) => {
              const isOpen = page.matter?.teryt === row.teryt && page.matter.indicator.id === row.indicator;
              return (
                <tr key={`${row.teryt} ${row.indicator}`} className={isOpen ? 'pick' : undefined}>
                  <td>
                    <a
                      href={to.adjudication(page.edition.slug, { gmina: row.teryt, pytanie: row.indicator })}
                      aria-current={isOpen ? 'true' : undefined}
                    >
                      {row.indicator}, {row.municipality}
                    </a>
                  </td>
                  <td className="num">{short(row.a)}</td>
                  <td className="num">{short(row.b)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="by py-3">
        {t('fieldwork.adjudication.order')}{' '}
        {page.queue.length < page.counts.left
          ? t('fieldwork.adjudication.first', { shown: page.queue.length, count: page.counts.left })
          : null}
      </p>
    </>
  );
}

function Decided({ page }: { page: AdjudicationPage }) {
  const { t, to } = useWords();
  return (
    <details>
      <summary>
        {t('fieldwork.adjudication.decided')} ({page.counts.done})
      </summary>
      <ul className="mt-2">
        {page.decided.map((row) => (
          <li key={`${row.teryt} ${row.indicator}`}>
            <a href={to.adjudication(page.edition.slug, { gmina: row.teryt, pytanie: row.indicator })}>
              {row.indicator}, {row.municipality}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function MatterForm({
  page,
  matter,
  failure,
}: {
  page: AdjudicationPage;
  matter: Matter;
  failure: FormProblem | null;
}) {
  const words = useWords();
  const { t, say, locale } = words;
  const {
    indicator,
    codings: [a, b],
    decision,
  } = matter;
  const answer = (coding: Pick<AnonymousCoding, 'state' | 'level'>) =>
    answerWords(words, { state: coding.state, level: coding.level, scale: indicator.scale, incomplete: false });
  const bothLevels = a.state === 'scored' && b.state === 'scored';
  return (
    <Form className="matter" failure={failure}>
      <section>
        <h2 id="h-m">
          {indicator.id}, {matter.municipality}
        </h2>
        <p>{say(indicator.question)}</p>
        <p className="by">
          {t('fieldwork.adjudication.blind', { weight: indicator.weight, need: indicator.evidence.minItems })}
        </p>
      </section>
      <section aria-label={t('fieldwork.adjudication.two')}>
        <div className="pair">
          {matter.codings.map((coding) => (
            <Coding key={coding.letter} page={page} matter={matter} coding={coding} answer={answer(coding)} />
          ))}
        </div>
        <p className="differ">
          <b>{t('fieldwork.adjudication.differ')}</b>{' '}
          {bothLevels
            ? t('fieldwork.adjudication.differ.levels', { a: a.level ?? 0, b: b.level ?? 0, shared: matter.shared })
            : t('fieldwork.adjudication.differ.state', { a: answer(a), b: answer(b) })}
        </p>
      </section>
      {decision ? (
        <section aria-labelledby="h-f">
          <h3 id="h-f">
            {t('fieldwork.adjudication.final')}: {answer(decision)}
          </h3>
          <p className="said">{decision.reason}</p>
          <p className="by">
            {decision.by}, {formatDateTime(locale, new Date(decision.at))}
          </p>
        </section>
      ) : matter.refusal && page.edition.state === 'coding' ? (
        <section>
          <Notice>
            <p>{t(`fieldwork.adjudication.error.${matter.refusal}`)}</p>
          </Notice>
        </section>
      ) : page.edition.state === 'coding' ? (
        <>
          <section aria-labelledby="h-f">
            <h3 id="h-f">{t('fieldwork.adjudication.final')}</h3>
            <input type="hidden" name="gmina" value={matter.teryt} />
            <input type="hidden" name="pytanie" value={indicator.id} />
            <AnswerChoice
              indicator={indicator}
              legend={t('fieldwork.adjudication.final')}
              noteOf={(state, level) =>
                matter.codings
                  .filter((coding) => coding.state === state && coding.level === level)
                  .map((coding) => t('fieldwork.adjudication.choice', { letter: coding.letter }))
                  .join(', ')
              }
            />
            <TextArea
              name="reason"
              max={bounds.codingReason}
              label={t('fieldwork.adjudication.why')}
              hint={t('fieldwork.adjudication.why.hint')}
              rows={4}
            />
            {matter.before.length > 0 ? (
              <details>
                <summary>{t('fieldwork.adjudication.before', { code: indicator.id })}</summary>
                <ul className="mt-2">
                  {matter.before.map((row) => (
                    <li key={row.teryt}>
                      {row.municipality}: {answer(row)}. {row.reason}
                    </li>
                  ))}
                </ul>
              </details>
            ) : null}
          </section>
          <section className="sticky-actions">
            <p className="actions">
              <Submit>{t('fieldwork.adjudication.submit')}</Submit>
            </p>
            <p className="by">{t('fieldwork.adjudication.kept')}</p>
          </section>
        </>
      ) : null}
    </Form>
  );
}

function Coding({
  page,
  matter,
  coding,
  answer,
}: {
  page: AdjudicationPage;
  matter: Matter;
  coding: AnonymousCoding;
  answer: string;
}) {
  const { t, say } = useWords();
  const { indicator } = matter;
  const level = indicator.scale.levels.find((each) => coding.state === 'scored' && each.value === coding.level);
  const id = `h-coder-${coding.letter}`;
  return (
    <article aria-labelledby={id}>
      <h3 id={id}>
        {t('fieldwork.adjudication.coder', { letter: coding.letter })}
        {coding.coder ? <span className="said-by"> {coding.coder}</span> : null}
      </h3>
      <div className="pick-level">
        <p className="head-level">
          {level ? (
            <LevelMark steps={indicator.scale.levels.length - 1} filled={level.value - indicator.scale.min} />
          ) : null}
          {answer}
        </p>
        {level ? <p>{say(level)}</p> : null}
      </div>
      <div className="stack stack--2">
        <h4>{t('fieldwork.adjudication.note')}</h4>
        <p className="said">{coding.reason || t('fieldwork.adjudication.no-note')}</p>
      </div>
      <div className="evidence">
        <h4>{t('fieldwork.adjudication.evidence', { count: coding.evidence.length })}</h4>
        <EvidenceLines slug={page.edition.slug} evidence={coding.evidence} />
      </div>
    </article>
  );
}
