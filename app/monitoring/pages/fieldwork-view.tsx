import { Polish } from '#app/components/polish.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { shortHash } from '../fieldwork/capture-facts.tsx';
import { askedWords } from '../cards/asked-words.ts';
import { agreementWords } from '../cards/reliability-words.ts';
import { tieWords } from '../cards/tie-words.ts';
import { instantDay } from '../cards/score-words.ts';
import type { ScorecardDocument, ScorecardIndicator } from '../cards/scorecard-document.ts';
import { useWords } from '../bridge/use-words.ts';
import type { CodingNote } from '../cards/fieldwork-notes.ts';

/** „poziom 1 i poziom 2, ustalono: …" beside an indicator on the card; nothing where one person answered. */
export function CodingsLine({ indicator }: { indicator: ScorecardIndicator }) {
  const { t, locale } = useWords();
  const { codings, adjudication } = indicator;
  if (codings.length < 2) return null;
  return (
    <p className="by">
      {t('publication.codings.line', { levels: codings.map((coding) => answerOf(t, coding)).join(', ') })}
      {adjudication ? (
        <>
          {' '}
          {t('publication.adjudicated', { name: adjudication.by, date: instantDay(locale, adjudication.at) })}{' '}
          <Polish>{adjudication.reason}</Polish>
        </>
      ) : null}
    </p>
  );
}

/** Reply of the office, or that none came in time, beside an indicator on the card; nothing where it was not asked. */
export function ReplyLine({ indicator, slug }: { indicator: ScorecardIndicator; slug: string }) {
  const { t, to, locale } = useWords();
  const { reply } = indicator;
  if (!reply) return null;
  if (reply.stance === null)
    return <p className="by">{t('publication.reply.silence', { date: instantDay(locale, reply.until) })}</p>;
  return (
    <div className="reply">
      <p className="sub-head">
        {t('publication.reply.head', { date: instantDay(locale, reply.at ?? reply.until) })}:{' '}
        {t(`publication.reply.stance.${reply.stance}`, { level: reply.level ?? 0 })}
      </p>
      {reply.text ? (
        <p className="said">
          <Polish>{reply.text}</Polish>
        </p>
      ) : null}
      {reply.files.length > 0 ? (
        <p className="by">
          {t('publication.reply.files')}{' '}
          {reply.files.map((file, at) => (
            <span key={file.hash}>
              {at > 0 ? ', ' : ''}
              <a href={to.storedFile(slug, file.hash)} rel="nofollow">
                <Polish>{file.name}</Polish>
              </a>
              , <span className="hash">{t('fieldwork.evidence.hash', { hash: shortHash(file.hash) })}</span>
            </span>
          ))}
        </p>
      ) : null}
      {reply.decision ? (
        <p className="by">
          {t(`publication.reply.${reply.decision.outcome}`, { date: instantDay(locale, reply.decision.at) })}{' '}
          <Polish>{reply.decision.reason}</Polish>
        </p>
      ) : null}
    </div>
  );
}

/** Both codings side by side on the page of an indicator. */
export function CodingsSection({ indicator }: { indicator: ScorecardIndicator }) {
  const { t, locale } = useWords();
  const { codings, adjudication } = indicator;
  if (codings.length < 2) return null;
  return (
    <section className="section" id="kodowania" aria-labelledby="h-codings">
      <h2 id="h-codings">{t('publication.codings')}</h2>
      <div className="pair w-56">
        {codings.map((coding, at) => (
          <article key={coding.coder} aria-labelledby={`h-coding-${at}`}>
            <h3 id={`h-coding-${at}`}>
              {t('publication.codings.one', { name: coding.coder, answer: answerOf(t, coding) })}
            </h3>
            {coding.at ? <p className="said-by">{formatDateTime(locale, new Date(coding.at))}</p> : null}
            <p className="said">
              <Polish>{coding.reason}</Polish>
            </p>
            <p className="by">{t('publication.codings.evidence', { count: coding.evidence })}</p>
          </article>
        ))}
      </div>
      {adjudication ? (
        <p className="differ mt-4">
          {t('publication.adjudicated', { name: adjudication.by, date: instantDay(locale, adjudication.at) })}{' '}
          <Polish>{adjudication.reason}</Polish>
        </p>
      ) : null}
    </section>
  );
}

export function ReplySection({ indicator, slug }: { indicator: ScorecardIndicator; slug: string }) {
  const { t } = useWords();
  if (!indicator.reply) return null;
  return (
    <section className="section" id="odpowiedz" aria-labelledby="h-reply">
      <h2 id="h-reply">{t('publication.reply')}</h2>
      <ReplyLine indicator={indicator} slug={slug} />
    </section>
  );
}

/** Who coded and reviewed, who stood aside, and how far two coders of one question agree. */
export function HowItWasCoded({ document }: { document: ScorecardDocument }) {
  const { t, say, locale } = useWords();
  const { fieldwork, reliability, areas } = document;
  // A share below a half per cent is still not none.
  const twice = reliability.twice ?? reliability.pairs;
  const percent = twice === 0 ? 0 : Math.max(1, Math.round((100 * twice) / reliability.answered));
  return (
    <section className="stack" aria-labelledby="h-coded">
      <h2 id="h-coded">{t('publication.coded')}</h2>
      <dl className="kv kv--coded">
        <dt>{t('monitoring.coders')}</dt>
        <dd>{fieldwork.coders.join(', ') || t('monitoring.none')}</dd>
        {fieldwork.reviewers.length > 0 ? (
          <>
            <dt>{t('publication.reviewers')}</dt>
            <dd>{fieldwork.reviewers.join(', ')}</dd>
          </>
        ) : null}
        <dt>{t('publication.interests')}</dt>
        <dd>{tieWords(fieldwork, t)}</dd>
        <dt>{t('publication.asked')}</dt>
        <dd>{askedWords(document, { t, locale })}</dd>
        <dt>{t('publication.double')}</dt>
        <dd>{percent === 0 ? t('publication.double.none') : t('publication.double.share', { percent })}</dd>
        {percent === 0
          ? null
          : reliability.areas.map((area) => (
              <div className="kv-row" key={area.area}>
                <dt>{say(areas.find((each) => each.id === area.area)?.name ?? { pl: area.area, en: area.area })}</dt>
                <dd>{agreementWords(area, { t, locale })}</dd>
              </div>
            ))}
      </dl>
      {fieldwork.borderWaived ? <p className="note">{t('publication.border-waived')}</p> : null}
      {percent === 0 ? null : <p className="by">{t('publication.double.note')}</p>}
    </section>
  );
}

function answerOf(t: ReturnType<typeof useWords>['t'], { state, level }: CodingNote): string {
  return state === 'scored' ? t('monitoring.level.n', { level: level ?? 0 }) : t(`monitoring.state.${state}`);
}
