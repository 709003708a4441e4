import type { UnitType } from '#app/text/index.ts';

export const AKN_NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

type Term = {
  element: string;
  /** Start of the eId, from the table of the Akoma Ntoso naming convention 1.0; the element's name where it has none. */
  prefix: string;
  /** Tells apart two units that share an element. */
  mark?: { name: 'class' | 'name'; value: string };
};

/**
 * Units in the words of Akoma Ntoso 3.0. § is `paragraph` both as the basic unit of a resolution and below art.; pkt
 * and lit. are both points of an enumeration, told apart by class; what the vocabulary has no word for is an hcontainer.
 */
export const TERMS: Readonly<Record<Exclude<UnitType, 'annex'>, Term>> = {
  division: { element: 'division', prefix: 'dvs' },
  chapter: { element: 'chapter', prefix: 'chp' },
  subchapter: { element: 'subchapter', prefix: 'subchp' },
  article: { element: 'article', prefix: 'art' },
  paragraph: { element: 'paragraph', prefix: 'para' },
  subsection: { element: 'subsection', prefix: 'subsec' },
  point: { element: 'point', prefix: 'point' },
  letter: { element: 'point', prefix: 'point', mark: { name: 'class', value: 'letter' } },
  indent: { element: 'indent', prefix: 'indent' },
  subindent: { element: 'indent', prefix: 'indent', mark: { name: 'class', value: 'subindent' } },
  closing: { element: 'hcontainer', prefix: 'hcontainer', mark: { name: 'name', value: 'closing' } },
  text: { element: 'hcontainer', prefix: 'hcontainer', mark: { name: 'name', value: 'text' } },
};

/** An annex within quoted wording; annexes of the act itself are attachments. */
export const QUOTED_ANNEX: Term = {
  element: 'hcontainer',
  prefix: 'hcontainer',
  mark: { name: 'name', value: 'annex' },
};

/** Unit type of an element, null for elements that are no units. */
export function unitTypeOf(element: string, attributes: Readonly<Record<string, string>>): UnitType | null {
  const fits = ({ element: name, mark }: Term): boolean =>
    name === element && (mark === undefined || attributes[mark.name] === mark.value);
  if (fits(QUOTED_ANNEX)) return 'annex';
  const terms = Object.entries(TERMS) as [Exclude<UnitType, 'annex'>, Term][];
  const exact =
    terms.find(([, term]) => term.mark !== undefined && fits(term)) ??
    terms.find(([, term]) => term.mark === undefined && fits(term));
  return exact?.[0] ?? null;
}
