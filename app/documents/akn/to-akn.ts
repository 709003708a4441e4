import type { Act, Unit } from '#app/text/index.ts';
import type { Amendment } from '../model/amendments.ts';
import { actIdentity, type ActIdentity } from './act-identity.ts';
import { amendmentComponents } from './amendment-components.ts';
import { identify, type Identifiers } from './identifiers.ts';
import { metaElement, namesOf, type Metadata } from './metadata.ts';
import { headElements, lineElements, paragraphElements, quotedElement, unitElement } from './units.ts';
import { AKN_NAMESPACE } from './vocabulary.ts';

/** `identity` is what is known of the act beyond its own head: in a consultation, what is registered of it. */
type Options = { date: string; amendments: readonly Amendment[]; identity?: ActIdentity };

/**
 * Akoma Ntoso 3.0 of an act, a draft as `bill`: preface, preamble, body, attachments (annexes and reasons) and each
 * amendment as a component. `readAkn` gives the same act back. `date` (ISO 8601) is when the file is made.
 */
export function toAkn(act: Act, { date, amendments, identity = actIdentity(act) }: Options): string {
  const ids = identify(act);
  const made = date.slice(0, 10);
  const { root } = identity;
  const work = workOf(identity, made);
  const meta = (component: string): string => metaElement(metadata(identity, { work, made, component }));
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="${AKN_NAMESPACE}"><${root} name="${identity.name}" contains="originalVersion">` +
    meta('!main') +
    front(act) +
    `<body>${body(act, ids)}</body>` +
    attachments(act, ids, meta) +
    amendmentComponents(amendments, { act, ids, work, made, identity }) +
    `</${root}></akomaNtoso>\n`
  );
}

function metadata(
  identity: ActIdentity,
  { work, made, component }: { work: string; made: string; component: string },
): Metadata {
  const { author, date, dateName, maker } = identity;
  const organ =
    author === ''
      ? { id: 'paragraf', name: 'Paragraf' }
      : { id: component === '!main' ? 'organ' : `${component.slice(1)}__organ`, name: author, as: maker };
  return {
    work,
    component,
    ...namesOf(identity),
    date: date ?? made,
    dateName: date === null ? 'generation' : dateName,
    made,
    author: { ...organ, kind: 'TLCOrganization' },
  };
}

/** "/akn/pl/act/uchwala/rada-gminy-przyklad/2024-03-01/x-1-2024": country, kind, maker, day and number. */
function workOf({ root, name, maker, date, number }: ActIdentity, made: string): string {
  return ['/akn/pl', root, name, ...(maker === '' ? [] : [maker]), date ?? made, number].join('/');
}

/** The title is the preface, the legal basis the preamble where it begins a paragraph of its own. */
function front(act: Act): string {
  if (act.before === '') return '';
  const paragraphs = act.before.split('\n\n');
  const start = act.legalBasis.replace(/\s+/g, ' ').trim().slice(0, 30);
  const basis = start === '' ? -1 : paragraphs.findIndex((text) => text.replace(/\s+/g, ' ').trim().startsWith(start));
  const cut = basis < 0 ? paragraphs.length : basis;
  const elements = (texts: readonly string[]): string => texts.map((text) => `<p>${lineElements(text)}</p>`).join('');
  return (
    (cut === 0 ? '' : `<preface>${elements(paragraphs.slice(0, cut))}</preface>`) +
    (cut === paragraphs.length ? '' : `<preamble>${elements(paragraphs.slice(cut))}</preamble>`)
  );
}

/** A body holds at least one unit. */
function body(act: Act, ids: Identifiers): string {
  if (act.units.length === 0)
    return '<hcontainer eId="hcontainer_1" name="empty"><content eId="hcontainer_1__content"><p/></content></hcontainer>';
  return act.units.map((unit) => unitElement(unit, ids)).join('');
}

function attachments(act: Act, ids: Identifiers, meta: (component: string) => string): string {
  const parts = act.annexes.map((annex, i) => ({
    line: annex.line,
    xml: annexElement(annex, ids, meta(`!zalacznik${i + 1}`)),
  }));
  if (act.reasons !== null) {
    const doc = `<doc name="uzasadnienie">${meta('!uzasadnienie')}<mainBody>${act.reasons
      .split('\n\n')
      .map((text) => `<p>${lineElements(text)}</p>`)
      .join('')}</mainBody></doc>`;
    parts.push({
      line: act.reasonsLine ?? Number.MAX_SAFE_INTEGER,
      xml: `<attachment eId="att_uzasadnienie">${doc}</attachment>`,
    });
  }
  parts.sort((a, b) => a.line - b.line);
  return parts.length === 0 ? '' : `<attachments>${parts.map(({ xml }) => xml).join('')}</attachments>`;
}

function annexElement(annex: Unit, ids: Identifiers, meta: string): string {
  const words =
    paragraphElements(annex.text) +
    quotedElement(annex, ids) +
    annex.children.map((child) => unitElement(child, ids)).join('');
  const guid = annex.id === '' || /\s/.test(annex.id) ? '' : ` GUID="${annex.id}"`;
  return `<attachment eId="${ids.ofUnit.get(annex) ?? ''}"${guid}>${headElements(annex)}<doc name="zalacznik">${meta}<mainBody>${words === '' ? '<p/>' : words}</mainBody></doc></attachment>`;
}
