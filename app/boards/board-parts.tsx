import type { ReactNode } from 'react';
import { Polish, Sentence } from '#app/components/polish.tsx';
import { ShareBar } from '#app/components/share-bar.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { inPolish } from '#app/i18n/in-polish.ts';
import { collectedKinds, phases, pointsOfView, type PointOfView } from './board.ts';
import { cellOf, groupSize, type BoardContent, type Card, type Group } from './board-view.ts';
import type { BoardPage, OwnCard, PhaseSpan } from './read-board.server.ts';

/** What stands in each field before the rest is folded away. */
const shownInCell = 4;

/** Where the board stands: every phase, whether it is open, and since when. */
export function PhaseLine({ spans }: { spans: readonly PhaseSpan[] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <ol className="stages" aria-label={t('boards.phases')}>
      {phases.map((phase) => {
        const last = spans.findLast((span) => span.phase === phase);
        const isOpen = last !== undefined && last.closedAt === null;
        return (
          <li key={phase} className={isOpen ? 'open' : undefined} aria-current={isOpen ? 'step' : undefined}>
            <b>{t(`boards.phase.${phase}`)}</b>
            {last === undefined
              ? t('boards.phase-not-yet')
              : last.closedAt === null
                ? t('boards.phase-open', { at: formatDateTime(locale, last.openedAt) })
                : t('boards.phase-closed', { at: formatDateTime(locale, last.closedAt) })}
          </li>
        );
      })}
    </ol>
  );
}

/** Dates, numbers and who leads. */
export function BoardFacts({ page }: { page: BoardPage }) {
  const t = useT();
  const locale = useLocale();
  const { board, content, people, now } = page;
  const when =
    now < board.opensAt
      ? t('boards.fact.from', { at: formatDateTime(locale, board.opensAt) })
      : now < board.closesAt
        ? t('boards.fact.until', { at: formatDateTime(locale, board.closesAt) })
        : t('boards.fact.over', { at: formatDateTime(locale, board.closesAt) });
  return (
    <ul className="facts">
      <li>{when}</li>
      <li>{t('boards.cards', { count: content.counts.all })}</li>
      {people === null ? null : <li>{t('boards.fact.people', { count: people })}</li>}
      <li>{t('boards.fact.by', { name: t(`boards.as.${board.openedAs}`, { name: board.openedBy }) })}</li>
      {board.access === 'invited' ? <li>{t('boards.fact.invited')}</li> : null}
    </ul>
  );
}

/** Words of one person, a hairline above. */
export function Slip({ card, resources = [] }: { card: Card; resources?: readonly Card[] }) {
  const t = useT();
  const locale = useLocale();
  if (card.text === null)
    return (
      <li className="slip slip--hidden">
        <p>{t('boards.hidden', { at: card.hiddenAt ? formatDateTime(locale, card.hiddenAt) : '' })}</p>
      </li>
    );
  const used = resources.filter(({ number, text }) => card.uses.includes(number) && text !== null);
  return (
    <li className="slip" id={`k-${card.number}`}>
      <p>
        <Polish>{card.text}</Polish>
      </p>
      <p className="by">
        {card.signature ? <Polish>{card.signature}</Polish> : t('boards.unsigned')},{' '}
        {t('boards.card-no', { number: card.number })}
        {card.isFromPaper ? `, ${t('boards.from-paper')}` : ''}
      </p>
      {used.map(({ number, text }) => (
        <p className="by" key={number}>
          <Sentence>{t('boards.uses', { text: inPolish(text ?? '') })}</Sentence>
        </p>
      ))}
      {card.merged.length > 0 ? (
        <details>
          <summary>{t('boards.merged', { count: card.merged.length })}</summary>
          {card.merged.map(({ number, text, signature }) => (
            <p key={number}>
              <Polish>{text}</Polish>{' '}
              <span className="by">
                <Polish>{signature}</Polish>
              </span>
            </p>
          ))}
        </details>
      ) : null}
    </li>
  );
}

function Cell({
  cards,
  view,
  kind,
}: {
  cards: readonly Card[];
  view: PointOfView;
  kind: (typeof collectedKinds)[number];
}) {
  const t = useT();
  const cell = cellOf(cards, view, kind);
  const [first, rest] = [cell.slice(0, shownInCell), cell.slice(shownInCell)];
  return (
    <td>
      <span className="kind-name">{t(`boards.kinds.${kind}`)}</span>
      <ul className="slips" data-live-cell={`${view}:${kind}`}>
        {first.map((card) => (
          <Slip key={card.number} card={card} />
        ))}
      </ul>
      {cell.length === 0 ? <p className="none">{t('boards.none-here')}</p> : null}
      {rest.length > 0 ? (
        <details>
          <summary className="more">{t('boards.more', { count: rest.length })}</summary>
          <ul className="slips">
            {rest.map((card) => (
              <Slip key={card.number} card={card} />
            ))}
          </ul>
        </details>
      ) : null}
    </td>
  );
}

/** Points of view down, kinds across. */
export function Matrix({ content }: { content: BoardContent }) {
  const t = useT();
  return (
    <table className="board">
      <caption className="vh">{t('boards.table-caption')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">{t('boards.view')}</span>
          </th>
          {collectedKinds.map((kind) => (
            <th scope="col" key={kind}>
              {t(`boards.kinds.${kind}`)} <small>{t('boards.cards', { count: content.counts.of[kind] })}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pointsOfView.map((view) => (
          <tr key={view}>
            <th scope="row">
              {t(`boards.view.${view}`)} <small>{t('boards.cards', { count: content.counts.views[view] })}</small>
            </th>
            {collectedKinds.map((kind) => (
              <Cell key={kind} cards={content.cards} view={view} kind={kind} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What became of the reader's own cards; nobody else sees why one was hidden. */
export function OwnCards({ own }: { own: readonly OwnCard[] }) {
  const t = useT();
  const locale = useLocale();
  if (own.length === 0) return null;
  return (
    <section className="section" aria-labelledby="h-moje">
      <h2 id="h-moje">{t('boards.own')}</h2>
      <ul className="slips">
        {own.map(({ number, text, hiddenAt, hiddenReason }) => (
          <li className="slip" key={number}>
            <p>
              <Polish>{text}</Polish>
            </p>
            <p className="by">
              {t('boards.card-no', { number })}
              {hiddenAt
                ? `, ${t('boards.own-hidden', { at: formatDateTime(locale, hiddenAt), reason: hiddenReason ?? '' })}`
                : ''}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One answer with its weight, where it may be seen. */
export function WeighedAnswer({
  answer,
  content,
  children,
}: {
  answer: Card;
  content: BoardContent;
  children?: ReactNode;
}) {
  const t = useT();
  const used = content.resources.filter(({ number }) => answer.uses.includes(number));
  const share = answer.weight && content.weighers ? Math.round((100 * answer.weight.people) / content.weighers) : 0;
  return (
    <li>
      <p className="law">
        <Polish>{answer.text}</Polish>
      </p>
      {used.map(({ number, text }) => (
        <p className="by" key={number}>
          <Sentence>{t('boards.uses', { text: inPolish(text ?? '') })}</Sentence>
        </p>
      ))}
      {answer.weight ? (
        <>
          <div className="meter">
            <ShareBar percent={share} />
            <span>{t('boards.weight-people', { people: answer.weight.people, all: content.weighers ?? 0 })}</span>
          </div>
          <p className="by">
            {t('boards.weight', {
              people: answer.weight.people,
              all: content.weighers ?? 0,
              marks: answer.weight.marks,
            })}
          </p>
        </>
      ) : null}
      {children}
    </li>
  );
}

/** A group: its name, whose cards stand in it, their words, its answers. */
export function Cluster({
  slug,
  group,
  content,
  after,
  level = 3,
}: {
  slug: string;
  group: Group;
  content: BoardContent;
  after?: ReactNode;
  level?: 2 | 3;
}) {
  const t = useT();
  const to = usePaths();
  const id = `g-${group.number}`;
  const Heading = level === 2 ? 'h2' : 'h3';
  const Sub = level === 2 ? 'h3' : 'h4';
  return (
    <article className="cluster" aria-labelledby={id}>
      <div>
        <Heading id={id} className="size-5">
          <span className="no">{t('boards.group', { number: group.number })}</span> <Polish>{group.name}</Polish>
        </Heading>
        {group.note ? (
          <p>
            <Polish>{group.note}</Polish>
          </p>
        ) : null}
        <dl className="voices">
          {pointsOfView.map((view) => (
            <Voice key={view} view={view} count={group.voices[view]} />
          ))}
        </dl>
        <details>
          <summary>{t('boards.group-read', { count: groupSize(group) })}</summary>
          <ul className="slips">
            {group.cards.map((card) => (
              <Slip key={card.number} card={card} />
            ))}
          </ul>
        </details>
        <p className="by">
          <a className="tap" href={to.boardGroup(slug, group.number)}>
            {t('boards.group-link')}
            <span className="vh">
              : <Polish>{group.name}</Polish>
            </span>
          </a>
        </p>
      </div>
      <div>
        <Sub className="sub-head">{t('boards.group-answers')}</Sub>
        {group.answers.length === 0 ? (
          <p className="by">{t('boards.group-no-answers')}</p>
        ) : (
          <ul className="weighed">
            {group.answers.map((answer) => (
              <WeighedAnswer key={answer.number} answer={answer} content={content} />
            ))}
          </ul>
        )}
        {after}
      </div>
    </article>
  );
}

function Voice({ view, count }: { view: PointOfView; count: number }) {
  const t = useT();
  return (
    <>
      <dt>{t(`boards.view.${view}`)}</dt>
      <dd>{count === 0 ? t('boards.none-here') : t('boards.cards', { count })}</dd>
    </>
  );
}
