import { landing } from '#app/components/landing.tsx';
import { Icon, type Sign } from '#app/components/icon.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import type { FormProblem } from '#app/components/form.tsx';
import { CodingForm } from './coding-form.tsx';
import type { StoredCoding } from '../fieldwork/codings.server.ts';
import { CodingSummary } from '../fieldwork/coding-summary.tsx';
import type { DeviceCell } from './device/use-field-device.tsx';
import { answerWords } from '../cards/score-words.ts';
import type { CaptureFile } from '../cards/evidence.ts';
import type { BoardCell, BoardStatus, CodingPage } from '../fieldwork/team-queries.server.ts';
import { useWords } from '../bridge/use-words.ts';

type CodingConflict = { current: StoredCoding | null };
type Props = {
  page: CodingPage;
  failure: FormProblem | null;
  rows: number;
  revision: number;
  have: number;
  need: number;
  conflict: CodingConflict | null;
  files: readonly CaptureFile[];
  device: DeviceCell | null;
};

/** The coder's screen: question, answer, evidence, and how far the area is. */
export function CodingView({ page, conflict, ...form }: Props) {
  return (
    <>
      <CoderHead page={page} />
      {conflict ? <Conflict page={page} conflict={conflict} /> : null}
      <Standing page={page} />
      {page.edition.state === 'coding' && page.refusal === null ? <CodingForm page={page} {...form} /> : null}
      <AreaTrack page={page} />
    </>
  );
}

function CoderHead({ page }: { page: CodingPage }) {
  const { t, to, say, locale } = useWords();
  const { coding, indicator, area, edition } = page;
  const cell = page.areas.flatMap((each) => each.cells).find((each) => each.indicator === indicator.id);
  return (
    <div className="coder-head">
      <p className="saved" role="status">
        {coding ? (
          <>
            <StatusSign status={cell?.status ?? 'complete'} />
            <span>
              {t('monitoring.form.saved', {
                name: coding.coder,
                time: formatDateTime(locale, new Date(coding.codedAt)),
              })}
            </span>
          </>
        ) : (
          <StatusSign status="unanswered" />
        )}
      </p>
      <p className="by">
        {page.municipality.name}, {t('monitoring.indicator.code', { code: indicator.id })},{' '}
        {t('monitoring.form.position', { n: area.position, of: area.of, area: say(area) })},{' '}
        {t('monitoring.weight.n', { weight: indicator.weight })}.{' '}
        <a href={`${to.methodology(edition.methodologyKey, edition.methodologyVersion)}#${indicator.id}`}>
          {t('monitoring.in-method')}
        </a>
      </p>
      <h1>{say(indicator.question)}</h1>
      <p className="hint">
        {indicator.sample ? `${t('monitoring.sample')} ${say(indicator.sample)} ` : ''}
        {say(page.period)} {t('monitoring.where')}: {page.sources.map(say).join('; ')}.
      </p>
    </div>
  );
}

const statusSigns: Record<BoardStatus, Sign> = {
  complete: 's-full',
  incomplete: 's-half',
  unanswered: 's-wait',
  elsewhere: 's-out',
};

export function StatusSign({ status }: { status: BoardStatus }) {
  const { t } = useWords();
  return (
    <span className={status === 'unanswered' ? 'state state--wait' : 'state'}>
      <Icon sign={statusSigns[status]} />
      {t(`monitoring.status.${status}`)}
    </span>
  );
}

/** What somebody else saved meanwhile; what was typed stands in the form below. */
function Conflict({ page, conflict: { current } }: { page: CodingPage; conflict: CodingConflict }) {
  const { t, locale } = useWords();
  const words = useWords();
  return (
    <section className="conflict mb-4 w-56" id="dwa-zapisy" aria-labelledby="h-conflict">
      <h2 id="h-conflict" className="sub-head" {...landing}>
        <Icon sign="s-clash" />
        {t('monitoring.conflict', { code: page.indicator.id })}
      </h2>
      <div className="in">
        <p>{t('monitoring.conflict.text')}</p>
        {current ? (
          <dl className="kv">
            <dt>{t('monitoring.conflict.theirs')}</dt>
            <dd>
              {current.coder}, {formatDateTime(locale, new Date(current.codedAt))}
            </dd>
            <dt>{t('monitoring.answer')}</dt>
            <dd>
              <b>
                {answerWords(words, {
                  state: current.state,
                  level: current.level,
                  scale: page.indicator.scale,
                  incomplete: false,
                })}
              </b>
            </dd>
            {current.requestedOn ? (
              <>
                <dt>{t('monitoring.form.requested')}</dt>
                <dd>{current.requestedOn}</dd>
              </>
            ) : null}
            {current.reason ? (
              <>
                <dt>{t('monitoring.form.reason')}</dt>
                <dd className="said">{current.reason}</dd>
              </>
            ) : null}
            <dt>{t('monitoring.evidence')}</dt>
            <dd>
              {current.evidence.length === 0 ? (
                t('monitoring.none')
              ) : (
                <ul>
                  {current.evidence.map((item, index) => (
                    <li key={index}>
                      {item.url}
                      {item.place ? `, ${item.place}` : ''}
                      {item.note ? `: ${item.note}` : ''}
                    </li>
                  ))}
                </ul>
              )}
            </dd>
          </dl>
        ) : null}
        <p>{t('monitoring.conflict.yours')}</p>
      </div>
    </section>
  );
}

/** What the coder has to know before answering: why two people answer, or why this one cannot. */
function Standing({ page }: { page: CodingPage }) {
  const { t, to } = useWords();
  const { edition, municipality, indicator, coding, other, refusal, cause } = page;
  if (edition.state !== 'coding') {
    return (
      <div className="notice">
        <p>
          {t('monitoring.closed')}{' '}
          <a href={to.indicator(edition.slug, municipality.teryt, indicator.id)}>{t('monitoring.closed.public')}</a>
        </p>
      </div>
    );
  }
  return (
    <>
      {cause && !other ? (
        <div className="notice mb-4">
          <p>{t(`fieldwork.coding.double.${cause}`)}</p>
        </div>
      ) : null}
      {refusal ? (
        <div className="notice mb-4">
          <p>{t(`fieldwork.coding.refusal.${refusal}`)}</p>
          {refusal === 'undeclared' ? (
            <p className="actions">
              <a href={to.ties(municipality.teryt)}>{t('fieldwork.ties.title')}</a>
            </p>
          ) : null}
        </div>
      ) : null}
      {refusal && coding ? (
        <CodingSummary
          slug={edition.slug}
          coding={coding}
          indicator={indicator}
          title={t('fieldwork.coding.mine')}
          id="h-mine"
        />
      ) : null}
      {other ? (
        <CodingSummary
          slug={edition.slug}
          coding={other}
          indicator={indicator}
          title={t('fieldwork.coding.other')}
          id="h-other"
        />
      ) : null}
    </>
  );
}

function AreaTrack({ page }: { page: CodingPage }) {
  const { t, to, say } = useWords();
  const area = page.areas.find((each) => each.id === page.indicator.area);
  if (!area) return null;
  return (
    <section className="section" id="obszar" aria-labelledby="h-area">
      <h2 id="h-area">
        {t('monitoring.track', {
          area: say(area),
          done: area.cells.filter((cell) => cell.status === 'complete').length,
          of: area.cells.length,
        })}
      </h2>
      <Track page={page} cells={area.cells} current={page.indicator.id} />
      <p className="by pt-3">
        <a href={to.teamUnit(page.edition.slug, page.municipality.teryt)}>{t('monitoring.track.all')}</a>
      </p>
    </section>
  );
}

/** One cell per question with the sign of its state. */
function Track({
  page,
  cells,
  current = null,
}: {
  page: Pick<CodingPage, 'edition' | 'municipality'>;
  cells: readonly BoardCell[];
  current?: string | null;
}) {
  const { t, to } = useWords();
  return (
    <>
      <ol className="track" role="list">
        {cells.map((cell) => (
          <li key={cell.indicator}>
            <a
              href={to.coding(page.edition.slug, page.municipality.teryt, cell.indicator)}
              aria-current={cell.indicator === current ? 'true' : undefined}
            >
              <Icon sign={statusSigns[cell.status]} />
              {cell.indicator}
              <span className="vh">
                , {t(`monitoring.status.${cell.status}`)}
                {cell.cause ? `, ${t('fieldwork.cell.double')}` : ''}
              </span>
              {cell.cause ? (
                <span aria-hidden="true" className="twice">
                  ×2
                </span>
              ) : null}
            </a>
          </li>
        ))}
      </ol>
      <Legend />
    </>
  );
}

export function Legend() {
  const { t } = useWords();
  return (
    <ul className="legend mt-3" aria-label={t('monitoring.legend')}>
      {(['complete', 'incomplete', 'elsewhere', 'unanswered'] as const).map((status) => (
        <li key={status}>
          <StatusSign status={status} />
        </li>
      ))}
    </ul>
  );
}
