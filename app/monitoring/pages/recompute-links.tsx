import { useWords } from '../bridge/use-words.ts';

/** The two programs that compute every figure of an edition from its files. */
export function RecomputeLinks() {
  const { t } = useWords();
  return (
    <p>
      {t('monitoring.recompute')}{' '}
      <a href="/recompute.mjs" download>
        recompute.mjs
      </a>
      ,{' '}
      <a href="/recompute.py" download>
        recompute.py
      </a>
      .
    </p>
  );
}
