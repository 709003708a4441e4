import { Icon } from '#app/components/icon.tsx';
import { Redline } from '#app/components/redline.tsx';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import type { ConflictView } from './view-conflicts.ts';

/** Conflicts between amendments, named by clause, with every wording beside the words now. */
export function ConflictList({ conflicts, slug }: { conflicts: readonly ConflictView[]; slug: string }) {
  const t = useT();
  const to = usePaths();
  return conflicts.map((conflict, at) => (
    <div className="conflict" key={at}>
      <h4>
        <Icon sign="s-clash" />
        {bindSpaces(
          conflict.words
            ? t('deciding.conflict.words', { citation: conflict.citation, words: conflict.words })
            : t('deciding.conflict', { citation: conflict.citation }),
        )}
      </h4>
      <div className="in">
        <dl className="sides flush no-rule">
          <div>
            <dt>{t('drafting.ruling.current')}</dt>
            <dd className="law flush">{bindSpaces(conflict.current)}</dd>
          </div>
          {conflict.sides.map(({ number, spans, isMove }) => (
            <div key={number}>
              <dt>
                <a href={to.ruling(slug, number)}>{t('drafting.kind.amendment', { number })}</a>
              </dt>
              <dd className="law flush">
                {spans ? <Redline spans={spans} /> : t(isMove ? 'basket.conflict.moves' : 'deciding.conflict.strikes')}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  ));
}
