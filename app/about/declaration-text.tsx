import type { ReactNode } from 'react';
import { useLocale, usePaths } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import { bindSpaces } from '#app/i18n/typography.ts';
import { declarationDay, type Declaration } from './declaration.ts';
import { Fact } from './operator-parts.tsx';
import { listeningId } from './listening.ts';
import type { Operator } from './operator.ts';

/** The declaration with the element ids that the technical conditions prescribe (a11y-…), so that reviews can read it. */
export function DeclarationText({ text, operator }: { text: Declaration; operator: Operator }) {
  const to = usePaths();
  return (
    <>
      <div className="stack w-40 mt-4">
        <Claim text={text} operator={operator} />
        <ul className="stack stack--2">
          <li>
            {text.published} <Fact operator={operator} fact="publishedOn" id="a11y-data-publikacja" />
          </li>
          <li>
            {text.updated} <Day id="a11y-data-aktualizacja" />
          </li>
        </ul>
      </div>
      <Part id="a11y-status-tytul" title={text.statusTitle}>
        <p id="a11y-status">{text.status}</p>
        <h3>{text.gapsTitle}</h3>
        <List items={text.gaps} />
      </Part>
      <Part id="a11y-ulatwienia" title={text.helpsTitle}>
        <List items={text.helps} />
      </Part>
      <Part id="a11y-przygotowanie" title={text.preparedTitle}>
        <ul className="stack stack--2">
          <li>
            {text.prepared} <Day id="a11y-data-sporzadzenie" />
          </li>
          <li>
            {text.reviewed} <Day id="a11y-data-przeglad" />
          </li>
        </ul>
        <p id="a11y-audytor">{text.basis}</p>
        <h3>{text.checkedTitle}</h3>
        <List items={text.checked} />
        <h3>{text.uncheckedTitle}</h3>
        <List items={text.unchecked} />
        <p>
          <a href={`${to.about('pomoc')}#${listeningId}`}>{text.guide}</a>
        </p>
      </Part>
      <Part id="a11y-kontakt" title={text.contactTitle}>
        <ul className="stack stack--2">
          <li>
            {text.contact} <Fact operator={operator} fact="name" id="a11y-osoba" />
          </li>
          <li>
            {text.email} <Fact operator={operator} fact="email" id="a11y-email" />
          </li>
          <li>
            {text.phone} <Fact operator={operator} fact="phone" id="a11y-telefon" />
          </li>
        </ul>
      </Part>
      <Part id="a11y-procedura" title={text.procedureTitle}>
        {text.procedure.map((paragraph) => (
          <p key={paragraph}>{bindSpaces(paragraph)}</p>
        ))}
      </Part>
      <Part id="a11y-architektura" title={text.placeTitle}>
        <p>{text.place}</p>
        <p>
          <Fact operator={operator} fact="address" />
        </p>
      </Part>
      <Part id="a11y-aplikacje" title={text.appsTitle}>
        <p>{text.apps}</p>
      </Part>
    </>
  );
}

/** Who declares what; a statement that nobody makes says that instead. */
function Claim({ text, operator }: { text: Declaration; operator: Operator }) {
  const name = <Fact operator={operator} fact="name" id="a11y-podmiot" />;
  const site = (
    <a id="a11y-url" href={operator.url}>
      {operator.url}
    </a>
  );
  return operator.name === null ? (
    <p id="a11y-wstep">
      {bindSpaces(text.unclaimed)} {text.contact} {name}. {text.site} {site}
    </p>
  ) : (
    <p id="a11y-wstep">
      {name} {text.intro} {site} {bindSpaces(text.introLaw)}
    </p>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="stack w-40">{children}</div>
    </section>
  );
}

function List({ items }: { items: string[] }) {
  return (
    <ul className="stack stack--2">
      {items.map((item) => (
        <li key={item}>{bindSpaces(item)}</li>
      ))}
    </ul>
  );
}

function Day({ id }: { id: string }) {
  const locale = useLocale();
  return (
    <time id={id} dateTime={declarationDay}>
      {formatDate(locale, new Date(declarationDay))}
    </time>
  );
}
