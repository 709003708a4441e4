import { useT } from '#app/i18n/context.tsx';
import { toldWords, type Told } from './told.ts';

/** How the authors were told of something, and where there are any the way to the letters for those whom only paper reaches. */
export function ToldLine({ told, lettersTo }: { told: Told; lettersTo: string | null }) {
  const t = useT();
  const words = toldWords(t, told);
  return (
    <p className="by">
      {words ? t('told.line', { words }) : t('told.nobody')}{' '}
      {lettersTo && told.toPost > 0 ? (
        <a className="tap" href={lettersTo}>
          {t('told.print', { count: told.toPost })}
        </a>
      ) : null}
    </p>
  );
}
