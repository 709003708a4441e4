import { Polish } from '#app/components/polish.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import type { ListedBoard } from './list-boards.server.ts';

/** Boards, each with where it is and when; nothing that changes while a page is kept. */
export function BoardList({ boards }: { boards: readonly ListedBoard[] }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <ul className="slips">
      {boards.map((board) => (
        <li className="slip" key={board.slug}>
          <p>
            <a href={to.board(board.slug)}>
              <Polish>{board.title}</Polish>
            </a>
          </p>
          <p className="by">
            {t('boards.fact.municipality', { name: board.municipality })}
            {board.unitName ? `, ${board.unitName}` : ''},{' '}
            {t('boards.fact.dates', {
              from: formatDate(locale, board.opensAt),
              until: formatDate(locale, board.closesAt),
            })}
          </p>
        </li>
      ))}
    </ul>
  );
}
