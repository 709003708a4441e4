import { Fragment } from 'react';
import { PageHead } from './page-parts.tsx';
import { Polish } from './polish.tsx';

/** Why something is not here any more, and what proves what it was. */
type Said = {
  title: string;
  text: string;
  reason: { label: string; words: string } | null;
  hashes: { label: string; rows: readonly { path: string; hash: string }[] } | null;
  link: { href: string; words: string } | null;
};

/** The page in the place of something that was taken back. */
export function SaidInsteadView({ said: { title, text, reason, hashes, link } }: { said: Said }) {
  return (
    <>
      <PageHead title={title} lead={text} />
      {reason ? (
        <section className="section" aria-labelledby="h-reason">
          <h2 id="h-reason">{reason.label}</h2>
          <p className="said">
            <Polish>{reason.words}</Polish>
          </p>
        </section>
      ) : null}
      {hashes ? (
        <section className="section" aria-labelledby="h-hashes">
          <h2 id="h-hashes">{hashes.label}</h2>
          <dl className="kv">
            {hashes.rows.map(({ path, hash }) => (
              <Fragment key={path}>
                <dt>{path}</dt>
                <dd className="long">{hash}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ) : null}
      {link ? (
        <p className="actions pt-3">
          <a className="btn btn--quiet" href={link.href}>
            {link.words}
          </a>
        </p>
      ) : null}
    </>
  );
}
