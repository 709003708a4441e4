import { useLocale, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { Said } from './ask-fields.tsx';
import { conditionWords } from './condition-words.ts';
import { numberOf, pointsOf, questionsOf, type Definition, type Question } from './definition.ts';
import { wordsIn } from './figures.ts';
import { printedNumber } from './sheet-number.ts';

export type PaperSurvey = {
  title: string;
  titleEn: string;
  closesAt: Date | null;
  definition: Definition;
  office: { name: string; address?: string; phone: string } | null;
  place: string;
};

/** One sheet on paper; `no` is its number, null on a copy that anybody prints. The number of a choice is what is typed in later. */
export function PaperSheet({ survey, no, large }: { survey: PaperSurvey; no: number | null; large: boolean }) {
  const t = useT();
  const locale = useLocale();
  const id = `a-${no ?? 'wzor'}`;
  return (
    <article className={large ? 'paper paper--large' : 'paper'} aria-labelledby={id}>
      <header>
        <span>{survey.office?.name || survey.place}</span>
        {no === null ? null : <span className="sheet-no">{t('survey.paper.no', { no: printedNumber(no) })}</span>}
      </header>
      <h2 className="paper-title" id={id}>
        {t('survey.paper.title', { title: wordsIn(locale, { pl: survey.title, en: survey.titleEn }) })}
      </h2>
      <p>
        {t('survey.paper.lead')}{' '}
        {survey.closesAt ? t('survey.paper.until', { at: formatDateTime(locale, survey.closesAt) }) : ''}
      </p>
      {questionsOf(survey.definition).map((question) => (
        <PaperQuestion key={question.id} definition={survey.definition} question={question} />
      ))}
      <footer>
        <span>{no === null ? t('survey.paper.copy') : t('survey.paper.no', { no: printedNumber(no) })}</span>
        {survey.office?.phone ? <span>{t('survey.paper.help', { phone: survey.office.phone })}</span> : null}
      </footer>
    </article>
  );
}

function PaperQuestion({ definition, question }: { definition: Definition; question: Question }) {
  const t = useT();
  const locale = useLocale();
  const { kind, options } = question;
  const condition = conditionWords(locale, definition, question);
  const how =
    kind === 'one' || kind === 'scale'
      ? t('survey.paper.one')
      : kind === 'many'
        ? question.most === null
          ? t('survey.paper.many')
          : t('survey.ask.most', { most: question.most })
        : kind === 'rank'
          ? t('survey.ask.rank', { size: options.length })
          : kind === 'matrix'
            ? t('survey.paper.row')
            : '';
  return (
    <div className="q">
      <p>
        {numberOf(definition, question.id)}. <Said words={question.words} />{' '}
        {how ? <span className="plain">({how})</span> : null}
      </p>
      {condition ? <p className="hint">{condition}</p> : null}
      {question.help.pl ? (
        <p className="hint">
          <Said words={question.help} />
        </p>
      ) : null}
      <PaperFields question={question} />
    </div>
  );
}

function PaperFields({ question }: { question: Question }) {
  const { kind, options, rows, ends } = question;
  if (kind === 'one' || kind === 'many' || kind === 'rank')
    return (
      <ul className="boxes boxes--2" role="list">
        {options.map((option, at) => (
          <li key={option.id}>
            <span>
              <small>{at + 1}</small> <Said words={option.words} />
              {option.other ? ' ……………………' : null}
            </span>
          </li>
        ))}
      </ul>
    );
  if (kind === 'scale')
    return (
      <div className="row-boxes">
        <Said words={ends.low} />
        {pointsOf(question).map((point) => (
          <span key={point}>{point}</span>
        ))}
        <Said words={ends.high} />
      </div>
    );
  if (kind === 'matrix')
    return (
      <>
        {rows.map((row) => (
          <div className="row-boxes" key={row.id}>
            <b>
              <Said words={row.words} />
            </b>
            {options.map((option, at) => (
              <span key={option.id}>
                <small>{at + 1}</small> <Said words={option.words} />
              </span>
            ))}
          </div>
        ))}
      </>
    );
  const lines = kind === 'long' ? 3 : 1;
  return (
    <div className="lines" aria-hidden="true">
      {Array.from({ length: lines }, (_, at) => (
        <i key={at} />
      ))}
    </div>
  );
}
