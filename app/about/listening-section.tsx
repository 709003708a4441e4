import { useLocale } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { listeningGuides, listeningId } from './listening.ts';

/** How to listen to the site with a screen reader, step by step, with what should be heard. */
export function ListeningSection() {
  const guide = listeningGuides[useLocale()];
  return (
    <section className="section" aria-labelledby={listeningId}>
      <h2 id={listeningId}>{guide.title}</h2>
      <div className="stack w-40">
        <p>{bindSpaces(guide.lead)}</p>
        <Sentences items={guide.before} />
        <h3>{guide.stepsTitle}</h3>
        <ol className="stack stack--2">
          {guide.steps.map(({ minutes, what, heard }) => (
            <li key={what}>
              {bindSpaces(what)} <span className="quiet">({guide.minutes.replace('{n}', String(minutes))})</span>
              <br />
              <b>{guide.heard}</b> {bindSpaces(heard)}
            </li>
          ))}
        </ol>
        <Sentences items={guide.after} />
      </div>
    </section>
  );
}

function Sentences({ items }: { items: readonly string[] }) {
  return (
    <ul className="stack stack--2">
      {items.map((item) => (
        <li key={item}>{bindSpaces(item)}</li>
      ))}
    </ul>
  );
}
