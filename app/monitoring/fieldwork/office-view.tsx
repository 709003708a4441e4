import { Form, Submit, SubmitRow, type FormProblem } from '#app/components/form.tsx';
import { Icon, type Sign } from '#app/components/icon.tsx';
import { Notice, PageHead, Section } from '#app/components/page-parts.tsx';
import { Polish } from '#app/components/polish.tsx';
import { daysUntil, formatDateTime } from '#app/i18n/dates.ts';
import { editionTitle } from '../cards/edition-title.ts';
import { LevelMark } from '../cards/level-mark.tsx';
import { answerWords } from '../cards/score-words.ts';
import { useWords } from '../bridge/use-words.ts';
import { EvidenceLines } from './evidence-lines.tsx';
import type { ItemState, OfficeItem, OfficePage } from './office-page.server.ts';
import { OfficeReplyForm, SignatureFields } from './office-reply-form.tsx';
import { OfficeReply, TeamDecision, type FileAddress } from './reply-block.tsx';

export type OfficeFilter = 'open' | 'waiting' | 'decided' | null;
/** Where the page is and what it may do: for an official of the municipality, or for whoever has the link of its letter. */
type OfficePlace = {
  address: (params: { pytanie?: string; stan?: string }) => string;
  /** Who signed last, for the fields of a link; null for an official, whose account signs. */
  signature: { name: string; post: string } | null;
  file?: FileAddress;
};
type Props = {
  page: OfficePage;
  place: OfficePlace;
  asked: string | null;
  filter: OfficeFilter;
  failure: FormProblem | null;
  problem: string | null;
  now: string;
};

/** The clock first, then every proposed answer with the office's word beside it. */
export function OfficeView({ page, place, asked, filter, failure, problem, now }: Props) {
  const { t, locale } = useWords();
  const { edition, municipality } = page;
  const until = formatDateTime(locale, new Date(page.endsAt));
  const sentence = t('fieldwork.silence', { until });
  const shown = page.items.filter((item) => filter === null || groupOf(item.state) === filter);
  return (
    <>
      <PageHead
        title={t('fieldwork.office.title')}
        kind={`${editionTitle(locale, edition)}, ${municipality.name}`}
        lead={t(place.signature ? 'fieldwork.link.lead-office' : 'fieldwork.office.lead', {
          team: edition.teamName,
          count: page.items.length,
        })}
      />
      {problem ? (
        <Notice warn>
          <p>{problem}</p>
        </Notice>
      ) : null}
      <Clock page={page} now={now} />
      {place.signature ? <p className="note mt-3">{t('fieldwork.link.page')}</p> : null}
      <Receipt page={page} place={place} />
      <Section id="h-l" title={t('monitoring.indicators')}>
        <Filters page={page} place={place} filter={filter} />
        {shown.map((item) => (
          <Item
            key={item.indicator.id}
            page={page}
            place={place}
            item={item}
            isAsked={item.indicator.id === asked}
            failure={item.indicator.id === asked ? failure : null}
          />
        ))}
      </Section>
      {/* Both forms of a link have the fields of a signature: one of them at a time. */}
      {canReply(page) && !(place.signature && asked) && page.items.some((item) => item.state === 'open') ? (
        <Bulk page={page} place={place} failure={asked === null ? failure : null} />
      ) : null}
      <Section id="h-s" title={t('fieldwork.office.silence')}>
        <div className="specimen">
          <p>{t('fieldwork.office.silence.text')}</p>
          <div className="reply">
            <p className="sub-head">
              <strong>{sentence}</strong>
            </p>
          </div>
        </div>
      </Section>
      <Section id="h-d" title={t('fieldwork.office.log')}>
        <Log page={page} place={place} />
      </Section>
    </>
  );
}

/** Whether the office has said that the proposals have come; a reply says it too. */
function Receipt({ page, place }: { page: OfficePage; place: OfficePlace }) {
  const { t, locale } = useWords();
  if (page.receivedAt)
    return (
      <p className="note">
        {t('fieldwork.office.received', { at: formatDateTime(locale, new Date(page.receivedAt)) })}
      </p>
    );
  if (place.signature || !canReply(page) || page.items.some((item) => item.seen > 0)) return null;
  return (
    <Form className="actions mt-3">
      <input type="hidden" name="intent" value="received" />
      <p className="note">{t('fieldwork.office.receive.note')}</p>
      <Submit quiet>{t('fieldwork.office.receive')}</Submit>
    </Form>
  );
}

function canReply(page: OfficePage): boolean {
  return !page.isOver && page.edition.state === 'coding';
}

function groupOf(state: ItemState): OfficeFilter {
  if (state === 'open' || state === 'silent') return 'open';
  if (state === 'waiting') return 'waiting';
  return state === 'none' ? null : 'decided';
}

function Clock({ page, now }: { page: OfficePage; now: string }) {
  const { t, locale } = useWords();
  const end = new Date(page.endsAt);
  const count = (...states: ItemState[]) => page.items.filter((item) => states.includes(item.state)).length;
  return (
    <div className="deadline">
      <div className="stack stack--2">
        <p className="n">
          {page.isOver
            ? t('fieldwork.office.over')
            : t('fieldwork.office.days', { days: daysUntil(end, new Date(now)) })}
        </p>
        <p>{t('fieldwork.office.until', { until: formatDateTime(locale, end) })}</p>
      </div>
      <dl className="kv">
        <dt>{t('fieldwork.office.unanswered')}</dt>
        <dd>
          <b>{count('open', 'silent')}</b>
        </dd>
        <dt>{t('fieldwork.office.no-remarks')}</dt>
        <dd>
          <b>{count('none')}</b>
        </dd>
        <dt>{t('fieldwork.office.with-word')}</dt>
        <dd>
          <b>{count('waiting', 'kept', 'changed')}</b>,{' '}
          {t('fieldwork.office.with-decision', { count: count('kept', 'changed') })}
        </dd>
      </dl>
    </div>
  );
}

function Filters({ page, place, filter }: { page: OfficePage; place: OfficePlace; filter: OfficeFilter }) {
  const { t } = useWords();
  const count = (group: OfficeFilter) =>
    page.items.filter((item) => group === null || groupOf(item.state) === group).length;
  const links = [
    { id: null, key: 'all' as const },
    { id: 'open' as const, key: 'open' as const },
    { id: 'waiting' as const, key: 'waiting' as const },
    { id: 'decided' as const, key: 'decided' as const },
  ];
  return (
    <ul className="filters mb-3">
      {links.map(({ id, key }) => (
        <li key={key}>
          <a href={place.address(id ? { stan: id } : {})} aria-current={filter === id ? 'true' : undefined}>
            {t(`fieldwork.office.filter.${key}`, { count: count(id) })}
          </a>
        </li>
      ))}
    </ul>
  );
}

const signs: Record<ItemState, Sign> = {
  open: 's-wait',
  silent: 's-wait',
  none: 's-full',
  waiting: 's-said',
  kept: 's-kept',
  changed: 's-new',
};

type ItemProps = {
  page: OfficePage;
  place: OfficePlace;
  item: OfficeItem;
  isAsked: boolean;
  failure: FormProblem | null;
};

function Item({ page, place, item, isAsked, failure }: ItemProps) {
  const words = useWords();
  const { t, say, locale } = words;
  const { indicator, proposal, reply, draft, decision, state, codings } = item;
  const { slug } = page.edition;
  const level = indicator.scale.levels.find((each) => proposal?.state === 'scored' && each.value === proposal.level);
  const told = (coding: { state: OfficeItem['codings'][number]['state']; level: number | null }) =>
    answerWords(words, { ...coding, scale: indicator.scale, incomplete: false });
  const [a, b] = codings;
  const canAnswer = canReply(page) && !decision;
  return (
    <article className="answer" id={indicator.id} aria-labelledby={`h-${indicator.id}`}>
      <header>
        <p className="state-line">
          <span className={state === 'open' || state === 'silent' ? 'state state--wait' : 'state'}>
            <Icon sign={signs[state]} />
            {t(`fieldwork.office.state.${state}`, { until: formatDateTime(locale, new Date(page.endsAt)) })}
          </span>
        </p>
        <h3 id={`h-${indicator.id}`}>
          <span className="code">
            {indicator.id}, {t('monitoring.weight.n', { weight: indicator.weight })}
          </span>{' '}
          {say(indicator.question)}
        </h3>
      </header>
      <div>
        <p className="verdict">
          {level ? (
            <LevelMark steps={indicator.scale.levels.length - 1} filled={level.value - indicator.scale.min} />
          ) : null}
          <b>
            {proposal ? t('fieldwork.office.proposed', { answer: told(proposal) }) : t('monitoring.state.not_assessed')}
          </b>
        </p>
        {level ? <p>{say(level)}</p> : null}
        {proposal?.reason ? <p className="said">{proposal.reason}</p> : null}
        {a && b ? <p className="by">{t('fieldwork.office.coders', { a: told(a), b: told(b) })}</p> : null}
        {proposal ? (
          <div className="evidence">
            <h4>
              {t('monitoring.evidence')}
              <span className="vh">: {indicator.id}</span>
            </h4>
            <EvidenceLines slug={slug} evidence={proposal.evidence} file={place.file} />
          </div>
        ) : null}
      </div>
      <div>
        {reply ? <OfficeReply slug={slug} reply={reply} file={place.file} /> : null}
        {decision ? <TeamDecision decision={decision} /> : null}
        {canAnswer && draft ? <DraftBlock draft={draft} /> : null}
        {canAnswer && isAsked ? <OfficeReplyForm item={item} failure={failure} signature={place.signature} /> : null}
        {canAnswer && !isAsked ? (
          <p className="by">
            {reply ? `${t('fieldwork.office.correct.text')} ` : ''}
            <a href={`${place.address({ pytanie: indicator.id })}#${indicator.id}`}>
              {t(
                draft ? 'fieldwork.office.draft.go-on' : reply ? 'fieldwork.office.correct' : 'fieldwork.office.reply',
              )}
              <span className="vh"> {indicator.id}</span>
            </a>
          </p>
        ) : null}
      </div>
    </article>
  );
}

/** What was saved and not sent: everybody who replies for the office sees who wrote it. */
function DraftBlock({ draft }: { draft: NonNullable<OfficeItem['draft']> }) {
  const { t, locale } = useWords();
  return (
    <div className="reply mb-3">
      <h4>{t('fieldwork.office.draft', { date: formatDateTime(locale, new Date(draft.at)) })}</h4>
      {draft.stance ? (
        <p className="by">
          {draft.stance === 'level' && draft.level !== null
            ? t('fieldwork.stance.level.asks', { level: draft.level })
            : t(`fieldwork.stance.${draft.stance}`)}
        </p>
      ) : null}
      {draft.body ? (
        <p className="said">
          <Polish>{draft.body}</Polish>
        </p>
      ) : null}
      <p className="by">{draft.by}</p>
    </div>
  );
}

type BulkProps = { page: OfficePage; place: OfficePlace; failure: FormProblem | null };

function Bulk({ page, place, failure }: BulkProps) {
  const { t, say } = useWords();
  return (
    <Section id="h-bulk" title={t('fieldwork.office.bulk')}>
      <details open={failure !== null}>
        <summary>{t('fieldwork.office.bulk.legend')}</summary>
        <Form className="form mt-3" failure={failure}>
          <input type="hidden" name="intent" value="none" />
          <fieldset className="field">
            <legend className="vh">{t('fieldwork.office.bulk.legend')}</legend>
            <div className="choices">
              {page.items
                .filter((item) => item.state === 'open')
                .map(({ indicator }) => (
                  <label className="choice" key={indicator.id}>
                    <input
                      type="checkbox"
                      name="codes"
                      value={indicator.id}
                      defaultChecked={failure?.values.codes?.includes(indicator.id)}
                    />
                    <span className="plain">
                      <b>{indicator.id}</b> {say(indicator.question)}
                    </span>
                  </label>
                ))}
            </div>
          </fieldset>
          {place.signature ? <SignatureFields signature={place.signature} /> : null}
          <SubmitRow>
            <Submit quiet>{t('fieldwork.office.bulk.submit')}</Submit>
          </SubmitRow>
        </Form>
      </details>
    </Section>
  );
}

function Log({ page, place }: { page: OfficePage; place: OfficePlace }) {
  const { t, to, locale } = useWords();
  const {
    edition: { slug },
    municipality: { teryt },
  } = page;
  return (
    <>
      <ol className="thread w-56" role="list">
        {page.log.map((step, at) => (
          <li key={at}>
            <p>
              <b>{formatDateTime(locale, new Date(step.at))}</b>,{' '}
              {step.kind === 'opened'
                ? t('fieldwork.office.log.opened', { until: formatDateTime(locale, new Date(page.endsAt)) })
                : step.kind === 'decision'
                  ? t('fieldwork.office.log.decision', {
                      code: step.indicator,
                      outcome: t(`fieldwork.outcome.${step.outcome ?? 'kept'}`),
                    })
                  : t(`fieldwork.office.log.${step.kind}`, {
                      code: step.indicator,
                      stance: t(`fieldwork.stance.${step.stance ?? 'none'}`),
                    })}
            </p>
          </li>
        ))}
      </ol>
      {place.signature ? null : (
        <p className="by">
          <a href={to.officeExchange(slug, teryt, 'csv')}>{t('fieldwork.replies.export')} (CSV)</a>,{' '}
          <a href={to.officeExchange(slug, teryt, 'json')}>JSON</a>
        </p>
      )}
    </>
  );
}
