import { Sentence } from '#app/components/polish.tsx';
import { lineInPolish } from '#app/drafting/report/report-in-polish.ts';
import { State } from '#app/components/icon.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import { bindSpaces } from '#app/i18n/typography.ts';
import { stateSigns } from '../state/remark-state.ts';
import type { ReportLine } from './report-document.ts';
import {
  attachmentWords,
  authorWords,
  decisionWords,
  operationWords,
  pointWords,
  reasonWords,
  unitWords,
} from './report-words.ts';

/** The table of remarks in the Polish form of five columns; each line is `uwaga-N`. */
export function ReportTable({ slug, lines, caption }: { slug: string; lines: readonly ReportLine[]; caption: string }) {
  const t = useT();
  return (
    <div className="room">
      <table role="table" className="data data--stack remarks remarks--five">
        <caption className="vh">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {(['lp', 'unit', 'words', 'decision', 'reason'] as const).map((name) => (
              <th role="columnheader" scope="col" key={name}>
                {t(`report.col.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines.map((line) => (
            <Row key={line.number} slug={slug} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ slug, line: kept }: { slug: string; line: ReportLine }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const line = lineInPolish(kept);
  const { ruling } = line;
  const point = pointWords(t, line);
  return (
    <tr role="row" id={`uwaga-${line.number}`}>
      <th role="rowheader" scope="row" className="lp">
        <span className="num">{line.lp}.</span>{' '}
        <small className="by">{formatDate(locale, new Date(line.receivedOn))}</small>{' '}
        <small>
          <a href={to.remark(slug, line.number)}>{t('report.remark-number', { number: line.number })}</a>
        </small>
      </th>
      <td role="cell" className="unit-cell" data-label={t('report.col.unit')}>
        {line.clauseCode === null ? (
          <Sentence>{unitWords(t, line)}</Sentence>
        ) : (
          <a href={to.clause(slug, line.clauseCode)}>
            <Sentence>{bindSpaces(unitWords(t, line))}</Sentence>
          </a>
        )}
      </td>
      <td role="cell" className="long" data-label={t('report.col.words')}>
        <div>
          <p className="by">
            <Sentence>{authorWords(t, line)}</Sentence>
            {point ? `, ${point}` : ''}
            {line.isLate ? `, ${t('report.late')}` : ''}
          </p>
          {line.words ? (
            <p className="pre">
              <Sentence>{line.words}</Sentence>
            </p>
          ) : null}
          {line.operations.map((operation, at) => (
            <p className="law pre" key={at}>
              <Sentence>{operationWords(t, operation)}</Sentence>
            </p>
          ))}
          {line.attachments ? (
            <p className="by">
              <a href={`${to.filing(slug, line.filing)}#zalaczniki`}>{attachmentWords(t, line)}</a>
            </p>
          ) : null}
          {line.redactedLater ? <p className="by">{t('report.redacted-later')}</p> : null}
        </div>
      </td>
      <td role="cell" data-label={t('report.col.decision')}>
        <State sign={stateSigns[line.state]}>
          <Sentence>{decisionWords(t, line)}</Sentence>
        </State>
        {ruling?.version ? (
          <p>
            <a href={to.version(slug, ruling.version)}>{t('report.in-version', { version: ruling.version })}</a>
          </p>
        ) : null}
        {line.group === null ? null : <p className="by">{t('report.group', { group: line.group })}</p>}
      </td>
      <td role="cell" className="long" data-label={t('report.col.reason')}>
        <div>
          <p className={ruling && ruling.reason ? 'pre' : 'by'}>
            <Sentence>{reasonWords(t, line)}</Sentence>
          </p>
          {ruling ? (
            <p className="by">
              {ruling.madeBy}, {formatDate(locale, new Date(ruling.madeOn))}
            </p>
          ) : null}
        </div>
      </td>
    </tr>
  );
}
