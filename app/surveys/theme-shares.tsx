import { ShareBar } from '#app/components/share-bar.tsx';
import { useLocale, useT } from '#app/i18n/context.tsx';
import { formatNumber } from '#app/i18n/numbers.ts';
import { wordsIn } from './figures.ts';
import { shareOf } from './share.ts';
import type { ThemesOfQuestion } from './themes.server.ts';

/** Themes that people gave to open answers, with how many answers each has and how well two people agreed. */
export function ThemeShares({ summary }: { summary: ThemesOfQuestion }) {
  const t = useT();
  const locale = useLocale();
  const { themes, sorted, coders, alpha, twice } = summary;
  return (
    <>
      <p className="note">
        {t('survey.theme.sorted', { count: sorted, coders })}{' '}
        {alpha === null ? '' : t('survey.theme.alpha', { alpha: formatNumber(locale, alpha, 2), twice })}
      </p>
      <ul className="shares" role="list">
        {themes.map(({ theme, count }) => (
          <li key={theme.id}>
            <span>{wordsIn(locale, { pl: theme.name, en: theme.nameEn })}</span>
            <span className="bar">
              <ShareBar percent={count === null || sorted === 0 ? 0 : (100 * count) / sorted} />
            </span>
            <span className="end">{count === null ? '' : shareOf(locale, count, sorted)}</span>
            <span className="end quiet">
              {count === null ? t('survey.cross.hidden') : t('survey.results.people', { count })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
