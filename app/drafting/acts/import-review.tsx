import { Form, Submit, SubmitRow } from '#app/components/form.tsx';
import { Notice } from '#app/components/page-parts.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatNumber } from '#app/i18n/numbers.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import { problemsByCode } from '#app/text/lint/group.ts';
import { PROBLEM_NAMES } from '#app/text/lint/names.ts';
import { RANK, type Problem, type UnitType } from '#app/text/tree/types.ts';
import { ImportLines } from './import-line-table.tsx';
import type { ReviewLine, RoleChoice } from './import-lines.ts';
import { ChangesQuestion, ChangesToAmend, ImportReportList } from './import-report-view.tsx';
import type { ReportView } from './import-report.ts';
import type { SourceProof } from './import-proof.ts';

/** Lines on one page: a long act stays quick to load and to save. */
export const linesPerPage = 200;

/** Doubtful lines named at the top; the rest is reached from the lines themselves. */
const namedAtTop = 40;

/** Findings of one kind that are shown, and with those that can be opened. */
const namedInGroup = 3;
const openedInGroup = 200;

type ReviewPage = {
  id: string;
  slug: string | null;
  revision: number;
  lines: ReviewLine[];
  doubtful: number[];
  counts: Partial<Record<UnitType, number>>;
  problems: Problem[];
  proof: SourceProof;
  report: ReportView | null;
  /** The changes of the file that are to become amendments of the published text. */
  amend: { slug: string; file: string | null } | null;
  byHand: number;
  total: number;
  from: number;
  to: number;
};

type Props = { page: ReviewPage; refused: 'conflict' | 'published' | null; choices: readonly RoleChoice[] };

/** The recognised structure beside the source, doubts first. */
export function ImportReview({ page, refused, choices }: Props) {
  const t = useT();
  const { report } = page;
  const open = report?.changes?.decision === 'open' ? report.changes : null;
  return (
    <>
      {refused ? (
        <Notice warn>
          <p>
            <strong>{t(`import.refused.${refused}`)}</strong>
          </p>
        </Notice>
      ) : null}
      {page.amend ? <ChangesToAmend {...page.amend} /> : null}
      {open ? <ChangesQuestion changes={open} revision={page.revision} /> : null}
      {report ? <ImportReportList report={report} /> : null}
      {open ? null : <Structure page={page} choices={refused === 'conflict' ? choices : []} />}
      {page.slug ? null : <DeleteImport id={page.id} revision={page.revision} />}
    </>
  );
}

/** Two steps: what is deleted does not come back. */
function DeleteImport({ id, revision }: { id: string; revision: number }) {
  const t = useT();
  const to = usePaths();
  return (
    <details className="mt-4">
      <summary>{t('import.delete')}</summary>
      <Form action={to.importReview(id)} failure={undefined} className="stack stack--2">
        <p>{t('import.delete-note')}</p>
        <input type="hidden" name="revision" value={revision} />
        <SubmitRow>
          <Submit name="intent" value="delete" quiet>
            {t('import.delete-submit')}
          </Submit>
        </SubmitRow>
      </Form>
    </details>
  );
}

function Structure({ page, choices }: { page: ReviewPage; choices: readonly RoleChoice[] }) {
  const t = useT();
  const to = usePaths();
  return (
    <>
      <Findings page={page} />
      <p className="actions mt-4">
        {page.slug ? (
          <a className="btn" href={to.consultation(page.slug)}>
            {t('office.public-page')}
          </a>
        ) : (
          <a className="btn" href={to.importPublish(page.id)}>
            {t('import.go-publish')}
          </a>
        )}
        {page.slug ? null : (
          <a className="btn btn--quiet" href={to.importSource(page.id)}>
            {t('import.edit-source')}
          </a>
        )}
      </p>
      <section className="section" aria-labelledby="h-lines">
        <h2 id="h-lines">{t('import.lines-title')}</h2>
        <p className="note">{t('import.lines-note')}</p>
        <nav aria-label={t('import.windows')}>
          <Windows page={page} />
        </nav>
        <ImportLines page={page} choices={choices} />
        <Windows page={page} />
      </section>
    </>
  );
}

function Findings({ page }: { page: ReviewPage }) {
  const t = useT();
  return (
    <div className="cols cols--2 top">
      <section className="stack" aria-labelledby="h-doubt">
        <h2 id="h-doubt">{t('import.doubtful', { count: page.doubtful.length })}</h2>
        {page.doubtful.length === 0 ? <p>{t('import.no-doubt')}</p> : <DoubtLinks page={page} />}
        {page.problems.length > 0 ? <Problems page={page} /> : null}
      </section>
      <section className="stack" aria-labelledby="h-found">
        <h2 id="h-found">{t('import.found')}</h2>
        <UnitCounts counts={page.counts} />
        <Proof proof={page.proof} losses={page.report?.losses ?? false} />
      </section>
    </div>
  );
}

function LineLink({ page, line }: { page: ReviewPage; line: number }) {
  const t = useT();
  const to = usePaths();
  const here = line >= page.from && line < page.to;
  return <a href={`${here ? '' : to.importReview(page.id, line)}#w${line}`}>{t('import.line', { line })}</a>;
}

function DoubtLinks({ page }: { page: ReviewPage }) {
  const t = useT();
  const rest = page.doubtful.length - namedAtTop;
  return (
    <>
      <p>{t('import.doubt-lead')}</p>
      <ul className="filters">
        {page.doubtful.slice(0, namedAtTop).map((line) => (
          <li key={line}>
            <LineLink page={page} line={line} />
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className="note">{t('import.more-lines', { count: rest })}</p> : null}
    </>
  );
}

function Problems({ page }: { page: ReviewPage }) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <h3>{t('import.problems')}</h3>
      {problemsByCode(page.problems).map(({ code, severity, found }) => (
        <section key={`${code} ${severity}`} className="stack stack--2" aria-label={PROBLEM_NAMES[code]?.[locale]}>
          <h4>{t('import.problem-group', { name: PROBLEM_NAMES[code]?.[locale] ?? code, count: found.length })}</h4>
          <ProblemList page={page} problems={found.slice(0, namedInGroup)} />
          {found.length > namedInGroup ? (
            <details>
              <summary>{t('import.more-problems', { count: found.length - namedInGroup })}</summary>
              <ProblemList page={page} problems={found.slice(namedInGroup, openedInGroup)} />
              {found.length > openedInGroup ? (
                <p className="note">{t('import.more-problems', { count: found.length - openedInGroup })}</p>
              ) : null}
            </details>
          ) : null}
        </section>
      ))}
    </>
  );
}

function ProblemList({ page, problems }: { page: ReviewPage; problems: readonly Problem[] }) {
  const locale = useLocale();
  return (
    <ul className="stack stack--2">
      {problems.map((problem, at) => (
        <li key={at}>
          <LineLink page={page} line={problem.line} />: {problem.message[locale]}
        </li>
      ))}
    </ul>
  );
}

function UnitCounts({ counts }: { counts: Partial<Record<UnitType, number>> }) {
  const t = useT();
  const entries = (Object.entries(counts) as [UnitType, number][]).sort(([a], [b]) => RANK[a] - RANK[b]);
  if (entries.length === 0) return <p>{t('import.no-units')}</p>;
  return (
    <ul className="facts">
      {entries.map(([type, count]) => (
        <li key={type}>{t(unitCountKey(type), { count })}</li>
      ))}
    </ul>
  );
}

/** Nothing may vanish on the way in: the count of both sides, and the first difference if there is one. */
export function Proof({
  proof,
  losses,
}: {
  proof: SourceProof;
  /** The file holds more than its text: then all of the text came in, not all of the file. */ losses: boolean;
}) {
  const t = useT();
  const locale = useLocale();
  const numbers = {
    source: formatNumber(locale, proof.characters),
    recognised: formatNumber(locale, proof.recognised),
  };
  if (proof.difference === null)
    return (
      <p className="proof-line">
        <Icon sign="s-ok" /> {t(losses ? 'import.proof-of-text' : 'import.proof', numbers)}
      </p>
    );
  return (
    <Notice warn>
      <p>
        <strong>{t('import.proof-differs', numbers)}</strong>
      </p>
      <p>
        {t('import.proof-source')} <span lang="pl">„{proof.difference.source}”</span>
      </p>
      <p>
        {t('import.proof-recognised')} <span lang="pl">„{proof.difference.recognised}”</span>
      </p>
    </Notice>
  );
}

function Windows({ page }: { page: ReviewPage }) {
  const t = useT();
  const to = usePaths();
  const pages = Math.ceil(page.total / linesPerPage);
  if (pages <= 1) return null;
  const current = Math.floor((page.from - 1) / linesPerPage) + 1;
  return (
    <p className="filters windows">
      {current > 1 ? (
        <a href={to.importReview(page.id, page.from - linesPerPage)} rel="prev">
          {t('list.previous')}
        </a>
      ) : null}
      <span>{t('import.window', { from: page.from, to: page.to - 1, total: page.total })}</span>
      {current < pages ? (
        <a href={to.importReview(page.id, page.to)} rel="next">
          {t('list.next')}
        </a>
      ) : null}
    </p>
  );
}

/** How many units of a kind there are, in words. */
function unitCountKey(type: UnitType): MessageKey {
  return `import.count.${type}`;
}
