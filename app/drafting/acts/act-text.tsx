import { useLocale, useT } from '#app/i18n/context.tsx';
import { createElement, type ReactNode } from 'react';
import { isBasicType, isHeadingType, type HeadView, type UnitView } from './act-view.ts';

export type UnitLinks = {
  /** Address of a clause; without it marks are plain text. */
  clause?: (code: number) => string;
  /** What stands in the margin of a § or of another unit at the top. */
  renderNote?: (unit: UnitView) => ReactNode;
  /** What stands under the words of a unit: the amendments to it, where they are wished for. */
  renderUnder?: (unit: UnitView) => ReactNode;
  /** What stands under the name of an annex: it has no margin. */
  renderAnnexNote?: (unit: UnitView) => ReactNode;
  /** Level of the outermost headings of the text; what stands under a chapter is one below it. */
  level?: number;
};

/** A heading of a level of the page. */
function Heading({
  level = 2,
  ...rest
}: {
  level?: number | undefined;
  className?: string;
  id?: string;
  children: ReactNode;
}) {
  return createElement(`h${Math.min(level, 6)}`, rest);
}

function below(links: UnitLinks): UnitLinks {
  return { ...links, level: (links.level ?? 2) + 1 };
}

/** The text of an act as a part of the page: its name is in the reader's language, the text Polish. */
export function LawArticle({
  label,
  id,
  className = '',
  children,
}: {
  label: string;
  id?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <article aria-label={label} id={id}>
      <div className={`act act--hung ${className}`.trimEnd()} lang="pl">
        {children}
      </div>
    </article>
  );
}

/** Title block and legal basis of an act. */
export function ActHead({ head }: { head: HeadView }) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      {head.title.length > 0 ? (
        <div className="act-title">
          {head.title.map((line, at) =>
            isSubject(line) ? (
              <p key={at}>
                <strong>{line}</strong>
              </p>
            ) : (
              <p key={at} className={isCapitals(line) ? 'kind' : 'kind untracked'}>
                {line}
              </p>
            ),
          )}
        </div>
      ) : null}
      {head.opening.map((line, at) => (
        <p className="mb-3" key={at}>
          {line}
        </p>
      ))}
      {head.corrected === undefined ? null : (
        <p className="note" lang={locale}>
          {t('facts.basis-corrected')} <q lang="pl">{head.corrected}</q>
        </p>
      )}
    </>
  );
}

function isSubject(line: string): boolean {
  return /^(w\s+sprawie|zmieniając|uchylając|o\s)/iu.test(line) || line.length > 120;
}

function isCapitals(line: string): boolean {
  return line === line.toUpperCase() && /\p{L}/u.test(line);
}

/** The units of an act as law books set them: hung § marks, real levels. */
export function ActUnits({ units, links = {} }: { units: readonly UnitView[]; links?: UnitLinks }) {
  return (
    <>
      {grouped(units).map((group) => (
        <Group key={group[0]!.code} units={group} links={links} />
      ))}
    </>
  );
}

/** Neighbours that belong into one list stand together; headings and § each stand alone. */
function grouped(units: readonly UnitView[]): UnitView[][] {
  const groups: UnitView[][] = [];
  for (const unit of units) {
    const last = groups.at(-1);
    if (last && !standsAlone(unit) && !standsAlone(last[0]!)) last.push(unit);
    else groups.push([unit]);
  }
  return groups;
}

function standsAlone(unit: UnitView): boolean {
  return isHeadingType(unit.type) || isBasicType(unit.type);
}

function Group({ units, links }: { units: UnitView[]; links: UnitLinks }) {
  const [unit] = units as [UnitView];
  if (isHeadingType(unit.type)) return <HeadingUnit unit={unit} links={links} />;
  if (isBasicType(unit.type)) return <BasicUnit unit={unit} links={links} />;
  return (
    <div className="par">
      <UnitList units={units} links={links} />
    </div>
  );
}

function HeadingUnit({ unit, links }: { unit: UnitView; links: UnitLinks }) {
  const href = links.clause?.(unit.code);
  const linked = (words: string) =>
    href && words ? (
      <a className="inherit" href={href}>
        {words}
      </a>
    ) : (
      words
    );
  return (
    <>
      <Heading
        level={links.level}
        className={unit.type === 'annex' ? 'chapter chapter--annex' : 'chapter'}
        id={`j${unit.code}`}
      >
        <span>{linked(unit.label)}</span>
        {unit.label ? unit.heading : linked(unit.heading)}
      </Heading>
      {unit.type === 'annex' ? links.renderAnnexNote?.(unit) : null}
      <Paragraphs text={unit.text} />
      {links.renderUnder?.(unit)}
      <ActUnits units={unit.children} links={below(links)} />
    </>
  );
}

function BasicUnit({ unit, links }: { unit: UnitView; links: UnitLinks }) {
  const href = links.clause?.(unit.code);
  return (
    <div className="par" id={`j${unit.code}`}>
      <Heading level={links.level} className="par-mark">
        {href ? <a href={href}>{unit.label}</a> : unit.label}
      </Heading>
      {unit.heading ? <p className="par-heading">{unit.heading}</p> : null}
      <Paragraphs text={unit.text} />
      <Quoted unit={unit} level={links.level} />
      {links.renderUnder?.(unit)}
      <UnitList units={unit.children} links={links} />
      {links.renderNote?.(unit)}
    </div>
  );
}

function UnitList({ units, links }: { units: UnitView[]; links: UnitLinks }) {
  if (units.length === 0) return null;
  return (
    <ol className="units" role="list">
      {units.map((unit) => (
        <ListUnit key={unit.code} unit={unit} links={links} />
      ))}
    </ol>
  );
}

function ListUnit({ unit, links }: { unit: UnitView; links: UnitLinks }) {
  // A § under an art. or an annex within a list keeps its section.
  if (standsAlone(unit))
    return (
      <li>
        <ActUnits units={[unit]} links={below(links)} />
      </li>
    );
  return (
    <li className={unitClass(unit.label)} id={`j${unit.code}`}>
      {unit.label ? <UnitMark unit={unit} links={links} /> : null}
      <div>
        {unit.heading ? <p className="par-heading">{unit.heading}</p> : null}
        <Paragraphs text={unit.text} />
        <Quoted unit={unit} level={links.level} />
        {links.renderUnder?.(unit)}
        <UnitList units={unit.children} links={links} />
      </div>
    </li>
  );
}

function UnitMark({ unit, links }: { unit: UnitView; links: UnitLinks }) {
  const href = links.clause?.(unit.code);
  return (
    <span className="mark">
      {href ? (
        <a href={href}>
          {unit.label}
          <span className="vh"> {unit.citation}</span>
        </a>
      ) : (
        unit.label
      )}
    </span>
  );
}

/** Marks longer than "10)" need more room than the column of the others; text without a mark none. */
export function unitClass(label: string): string {
  if (label === '') return 'unit unit--bare';
  return label.length > 3 ? 'unit unit--wide' : 'unit';
}

/** Wording of another act: no links, no counts of its own. */
function Quoted({ unit, level }: { unit: UnitView; level: number | undefined }) {
  return unit.quoted.length > 0 ? (
    <blockquote className="quoted">
      <UnitList units={unit.quoted} links={{ level: level ?? 2 }} />
    </blockquote>
  ) : null;
}

function Paragraphs({ text }: { text: readonly string[] }) {
  return (
    <>
      {text.map((paragraph, at) => (
        <p key={at}>{paragraph}</p>
      ))}
    </>
  );
}

/** Contents of the plain text after the act: its reasons. */
export function ActReasons({ title, text }: { title: string; text: string }) {
  return (
    <section className="reasons" aria-label={title}>
      {text
        .split('\n')
        .filter(Boolean)
        .map((line, at) => (
          <p key={at}>{line}</p>
        ))}
    </section>
  );
}
