import type { ReactNode } from 'react';
import { Polish } from '#app/components/polish.tsx';
import { ShareBar } from '#app/components/share-bar.tsx';
import { useLocale, useT } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import type { SquareCode } from '#app/publishing/pictures/square-code.ts';
import { collectedKinds, shownCode } from './board.ts';
import { byWeight } from './weigh.ts';
import type { BoardContent } from './board-view.ts';
import type { BoardPage } from './read-board.server.ts';

type ScreenProps = { page: BoardPage; square: SquareCode; address: string; whole: string };

/** How many of the newest cards of a kind are readable from the last row, and how many answers. */
const most = { cards: 3, answers: 5 } as const;

/** What the hall sees: how to join, the newest cards, and at the end what weighs most. */
export function Screen({ page, square, address, whole }: ScreenProps) {
  const t = useT();
  const { board, content, showsWeights, people } = page;
  const open = board.openPhases.map((phase) => t(`boards.phase.${phase}`)).join(', ');
  const code = board.code ? shownCode(board.code) : '';
  const foot = (
    <>
      <span>{open ? t('boards.screen-now', { phases: open }) : t('boards.screen-none')}</span>
      <span>
        {showsWeights
          ? t('boards.screen-whole', { address: whole })
          : [
              ...(people === null ? [] : [t('boards.fact.people', { count: people })]),
              t('boards.cards', { count: content.counts.all }),
            ].join(', ')}
      </span>
    </>
  );
  // Until there are cards the hall is told how to join; then they come first, with address and code above them.
  const hasCards = content.counts.all > 0;
  const join = <JoinScreen {...{ page, square, address, foot }} />;
  return (
    <div className="screens">
      {hasCards || showsWeights ? null : join}
      <section className="screen" aria-labelledby="s-2">
        <div className="strip">
          <b>
            <Polish>{board.title}</Polish>
          </b>
          <span>
            {showsWeights
              ? t('boards.screen-weighed', { count: content.weighers ?? 0 })
              : code
                ? `${address}, ${t('boards.screen-code', { code })}`
                : address}
          </span>
        </div>
        <div className="stagebox">{showsWeights ? <Weights content={content} /> : <Newest page={page} />}</div>
        <div className="strip strip--foot">{foot}</div>
      </section>
      {hasCards && !showsWeights ? join : null}
    </div>
  );
}

function JoinScreen({
  page,
  square,
  address,
  foot,
}: {
  page: BoardPage;
  square: SquareCode;
  address: string;
  foot: ReactNode;
}) {
  const t = useT();
  const locale = useLocale();
  const { board, now } = page;
  return (
    <section className="screen" aria-labelledby="s-1">
      <div className="strip">
        <b>
          <Polish>{board.title}</Polish>
        </b>
        <span>{formatDate(locale, now)}</span>
      </div>
      <div className="halves halves--join">
        <div className="stagebox stagebox--mid">
          <h1 id="s-1">{t('boards.screen-title')}</h1>
          <p className="big">{address}</p>
          {board.code ? <p className="code code--big">{shownCode(board.code)}</p> : null}
          <p className="say">{t('boards.screen-say')}</p>
        </div>
        <div className="stagebox stagebox--mid">
          <svg
            className="qr"
            viewBox={`0 0 ${square.size} ${square.size}`}
            role="img"
            aria-label={t('boards.screen-qr')}
            shapeRendering="crispEdges"
          >
            <path className="qr-ground" d={`M0 0h${square.size}v${square.size}H0z`} />
            <path className="qr-ink" d={square.path} />
          </svg>
        </div>
      </div>
      <div className="strip strip--foot">{foot}</div>
    </section>
  );
}

function Newest({ page: { board, content } }: { page: BoardPage }) {
  const t = useT();
  if (board.openPhases.includes('weighing'))
    return (
      <>
        <h1 id="s-2">{t('boards.screen-weighing')}</h1>
        <p className="clause">{t('boards.screen-weighing-say')}</p>
      </>
    );
  return (
    <>
      <h1 id="s-2">{t('boards.screen-collecting', { count: content.counts.all })}</h1>
      {content.counts.all === 0 ? <p className="clause">{t('boards.empty')}</p> : null}
      <div className="cols-4">
        {collectedKinds.map((kind) => {
          const cards = content.cards.filter((card) => card.kind === kind && card.text !== null).reverse();
          return (
            <section key={kind} aria-labelledby={`s-${kind}`}>
              <h2 className="h3" id={`s-${kind}`}>
                {t(`boards.kinds.${kind}`)} <small>{content.counts.of[kind]}</small>
              </h2>
              {cards.slice(0, most.cards).map((card) => (
                <p key={card.number}>
                  <Polish>{card.text}</Polish>
                </p>
              ))}
              {cards.length > most.cards ? (
                <p className="more">{t('boards.screen-earlier', { count: cards.length - most.cards })}</p>
              ) : null}
            </section>
          );
        })}
      </div>
    </>
  );
}

function Weights({ content }: { content: BoardContent }) {
  const t = useT();
  const answers = byWeight(content.cards.filter(({ kind, text }) => kind === 'answer' && text !== null));
  return (
    <>
      <h1 id="s-2">{t('boards.screen-result')}</h1>
      <ol className="weigh">
        {answers.slice(0, most.answers).map((answer) => {
          const count = answer.weight?.people ?? 0;
          const share = content.weighers ? Math.round((100 * count) / content.weighers) : 0;
          return (
            <li key={answer.number}>
              <p>
                <Polish>{answer.text}</Polish>
              </p>
              <ShareBar percent={share} />
              <b>{t('boards.fact.people', { count })}</b>
            </li>
          );
        })}
      </ol>
    </>
  );
}
