import { Polish } from '#app/components/polish.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import type { ListedConsultation } from './consultation-list.server.ts';
import { countsOfRemarks } from './facts-line.tsx';
import { stageSentence } from '../state/stage-words.ts';

/** Consultations as rows: what it is about at the left, term and numbers at the right. */
export function ConsultationRows({ items, now }: { items: readonly ListedConsultation[]; now: Date }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <ul className="rows rows--split">
      {items.map((item) => (
        <li key={item.slug}>
          <div>
            <h3>
              <a href={to.consultation(item.slug)}>
                <Polish>{item.title}</Polish>
              </a>
            </h3>
            <p className="by">
              {item.municipality}
              {item.isDemo ? `, ${t('consultations.demo')}` : ''}
            </p>
            <p className="w-40">
              <Polish>{item.summary}</Polish>
            </p>
          </div>
          <p className="meta">
            <b className="pause">
              {stageSentence(item, { stage: item.stage, waiting: item.counts.waiting, now, locale })}
            </b>
            <br />
            {countsOfRemarks(t, item.counts.by) || t('consultations.no-remarks')}
          </p>
        </li>
      ))}
    </ul>
  );
}
