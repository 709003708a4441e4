import { Polish } from '#app/components/polish.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import { pathInLocale } from '#app/i18n/locale.ts';
import { bindSpaces } from '#app/i18n/typography.ts';
import type { Citation, GroundView } from './ground.ts';

/** Figures of sources as they are now, by the name of the source. */
export type FiguresNow = Readonly<Record<string, string>>;

/** One ground: what it is, its figure, of which day, what it is now where that is another, and whether the words have changed since. */
export function GroundLine({ ground, now = {} }: { ground: GroundView; now?: FiguresNow }) {
  const t = useT();
  const locale = useLocale();
  const today = now[ground.sourceId];
  return (
    <>
      <p>
        <a href={pathInLocale(ground.address, locale)}>
          <Polish>{ground.label}</Polish>
        </a>
        {ground.figure ? (
          <>
            {': '}
            <Polish>{ground.figure}</Polish>
          </>
        ) : null}
      </p>
      <p className="by">
        {t(`grounds.kind.${ground.kind}`)},{' '}
        {t('grounds.taken', { date: formatDate(locale, new Date(`${ground.takenOn}T12:00:00Z`)) })}
        {today && today !== ground.figure ? `; ${t('grounds.today', { figure: today })}` : ''}
        {ground.hasChanged ? `. ${t('grounds.changed')}` : ''}
      </p>
    </>
  );
}

/** Where a provision comes from; nothing where nothing was named. */
export function Grounds({
  grounds,
  now,
  titled = true,
}: {
  grounds: readonly GroundView[];
  now?: FiguresNow;
  titled?: boolean;
}) {
  const t = useT();
  if (grounds.length === 0) return null;
  return (
    <section className="section" aria-labelledby="h-podstawy">
      <h2 id="h-podstawy">{titled ? t('grounds.title') : t('grounds.of-draft')}</h2>
      <ul className="slips">
        {grounds.map((ground) => (
          <li className="slip" key={ground.id}>
            {titled ? null : (
              <p className="by">{ground.code === null ? t('grounds.whole') : bindSpaces(ground.citation ?? '')}</p>
            )}
            <GroundLine ground={ground} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** On the page of a source: what became of it in a text. */
export function CitedIn({ citations, as: Heading = 'h4' }: { citations: readonly Citation[]; as?: 'h2' | 'h4' }) {
  const t = useT();
  const to = usePaths();
  if (citations.length === 0) return null;
  return (
    <div className="cited-in">
      <Heading className="sub-head">{t('grounds.cited')}</Heading>
      <ul>
        {citations.map(({ slug, title, code, citation, hasChanged }) => (
          <li key={`${slug} ${code}`}>
            <a href={code ? to.clause(slug, code) : to.consultation(slug)}>
              {citation ? `${bindSpaces(citation)}, ` : ''}
              <Polish>{title}</Polish>
            </a>
            {hasChanged ? `. ${t('grounds.changed')}` : ''}
          </li>
        ))}
      </ul>
    </div>
  );
}
