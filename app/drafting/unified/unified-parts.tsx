import { Polish } from '#app/components/polish.tsx';
import { Form, Submit, SubmitRow, TextArea, type FormProblem } from '#app/components/form.tsx';
import { Redline } from '#app/components/redline.tsx';
import { TableHead } from '#app/components/table-head.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import type { Translate } from '#app/i18n/translate.ts';
import { RedlineUnits } from '../acts/redline-view.tsx';
import type { VersionDiff } from '../acts/version-diff.ts';
import type { AnsweredFinding, Finding } from './findings.ts';

/** A finding in one sentence. */
function findingWords(t: Translate, finding: Finding, locale: 'pl' | 'en'): string {
  const { kind, message, unit, remarks, version } = finding;
  if (message) return unit ? `${unit}: ${message[locale]}` : message[locale];
  if (kind === 'promise') return t('unified.finding.promise', { remark: remarks.join(', ') });
  if (kind === 'overwritten')
    return t('unified.finding.overwritten', { remark: remarks.join(', '), version: version ?? 0 });
  if (kind === 'unexplained') return t('unified.finding.unexplained', { version: version ?? 0 });
  return kind === 'open'
    ? t('unified.finding.open', { count: remarks.length })
    : t('unified.finding.drafts', { count: remarks.length });
}

/** Findings with what the office wrote to each, for everybody to read. */
export function Findings({ slug, findings }: { slug: string; findings: readonly AnsweredFinding[] }) {
  const t = useT();
  const locale = useLocale();
  if (findings.length === 0) return <p>{t('unified.no-findings')}</p>;
  return (
    <ul className="rows">
      {findings.map((finding) => (
        <li key={finding.key}>
          <div>
            <p>
              {findingWords(t, finding, locale)} <FindingLinks slug={slug} finding={finding} />
            </p>
            {finding.answer ? (
              <p className="quote">
                <Polish>{finding.answer}</Polish> <span className="by">{finding.by}</span>
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

const linked = 12;

/** The remarks of a finding; of more than a dozen the first, the others are in the list of remarks. */
function FindingLinks({ slug, finding }: { slug: string; finding: Finding }) {
  const t = useT();
  const to = usePaths();
  return (
    <>
      {finding.remarks.slice(0, linked).map((number) => (
        <span key={number}>
          <a href={to.remark(slug, number)}>{t('report.remark-number', { number })}</a>{' '}
        </span>
      ))}
      {finding.remarks.length > linked ? '… ' : null}
      {finding.version === null ? null : (
        <a href={to.version(slug, finding.version)}>{t('versions.number', { number: finding.version })}</a>
      )}
    </>
  );
}

type AnswerFormProps = {
  slug: string;
  id: string;
  findings: readonly AnsweredFinding[];
  failure: FormProblem | null | undefined;
};

/** One field of words for each finding; the key travels beside the words. */
export function AnswerForm({ slug, id, findings, failure }: AnswerFormProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <Form className="form form--wide" failure={failure}>
      <input type="hidden" name="id" value={id} />
      {findings.map((finding, at) => (
        <div className="stack stack--2" key={finding.key}>
          <input type="hidden" name="key" value={finding.key} />
          <input type="hidden" name="shown" value={finding.answer} />
          <p>
            <b>{findingWords(t, finding, locale)}</b> <FindingLinks slug={slug} finding={finding} />
          </p>
          <TextArea
            name={`answer${at}`}
            max={bounds.findingAnswer}
            label={t('unified.answer', { n: at + 1 })}
            rows={2}
            defaultValue={finding.answer}
          />
        </div>
      ))}
      <SubmitRow>
        <Submit name="intent" value="answer" quiet>
          {t('unified.answers-save')}
        </Submit>
      </SubmitRow>
    </Form>
  );
}

/** What the council changed: the redline, then the same as was and is. */
export function CouncilChanges({ slug, diff }: { slug: string; diff: VersionDiff }) {
  const t = useT();
  return (
    <>
      <div className="act redline">
        <RedlineUnits units={diff.units} context={{ slug, causes: {}, versions: new Map() }} />
      </div>
      <table role="table" className="data data--stack was-is">
        <caption className="vh">{t('unified.council-changes')}</caption>
        <TableHead columns={[t('wasis.unit'), t('unified.sent-words'), t('unified.adopted-words')]} />
        <tbody role="rowgroup">
          {diff.changes.map((unit) => (
            <tr role="row" key={unit.clauseId}>
              <th role="rowheader" scope="row">
                {(unit.after ?? unit.before)?.citation || t('wasis.text')}
              </th>
              <td role="cell" className="law" data-label={t('unified.sent-words')}>
                <div>
                  {unit.before ? (
                    <Redline
                      spans={
                        unit.spans.filter(({ op }) => op === 'keep').length === 0
                          ? unit.spans.filter(({ op }) => op === 'delete').map(plain)
                          : unit.spans.filter(({ op }) => op !== 'insert').map(plain)
                      }
                    />
                  ) : (
                    t('wasis.nothing')
                  )}
                </div>
              </td>
              <td role="cell" className="law" data-label={t('unified.adopted-words')}>
                <div>
                  {unit.after ? (
                    <Redline spans={unit.spans.filter(({ op }) => op !== 'delete').map(plain)} />
                  ) : (
                    t('wasis.deleted')
                  )}
                </div>
              </td>
            </tr>
          ))}
          {diff.renumbered.map(({ code, before, after }) => (
            <tr role="row" key={`r${code}`}>
              <th role="rowheader" scope="row">
                {after.citation}
              </th>
              <td role="cell" data-label={t('unified.sent-words')}>
                {before.citation}
              </td>
              <td role="cell" data-label={t('unified.adopted-words')}>
                {t('unified.renumbered', { after: after.citation })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** In a list of two columns the words need no marks of insertion. */
function plain({ text }: { text: string }): { op: 'keep'; text: string } {
  return { op: 'keep', text };
}
