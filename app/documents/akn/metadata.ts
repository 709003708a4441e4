import type { ActIdentity } from './act-identity.ts';
import { escapeXml } from '../model/xml-text.ts';

/** What stands in the meta of a document or one of its components. */
export type Metadata = {
  /** Address of the work, "/akn/pl/act/uchwala/rada-gminy-x/2024-03-01/x-1-2024". */
  work: string;
  subtype: string;
  /** Number as it is printed. */
  printed: string | null;
  /** Which wording of its day, '' for the only one. */
  wording: string;
  /** Day of the wording, where it is another than the work's. */
  wordingDate: string | null;
  /** Component within the work, "!main" for the whole. */
  component: string;
  date: string;
  dateName: 'adoption' | 'generation' | 'introduction' | 'submission';
  /** When the file was made, yyyy-mm-dd. */
  made: string;
  author: { id: string; name: string; as?: string; kind: 'TLCOrganization' | 'TLCPerson' };
  analysis?: string;
};

/** What an identity says of every component. */
export function namesOf({
  name,
  printed,
  wording,
  wordingDate,
}: ActIdentity): Pick<Metadata, 'subtype' | 'printed' | 'wording' | 'wordingDate'> {
  return { subtype: name, printed, wording, wordingDate };
}

/** The meta element: identification at three levels, analysis and references. */
export function metaElement(meta: Metadata): string {
  const { work, component, made, author, subtype, printed, wording } = meta;
  const day = escapeXml(meta.date);
  const wordingDay = escapeXml(meta.wordingDate ?? meta.date);
  const expression = `${work}/pol@${wordingDay.slice(0, 10)}${wording === '' ? '' : `-${wording}`}`;
  const number = printed === null ? '' : `<FRBRnumber value="${escapeXml(printed)}"/>`;
  const level = (uri: string, date: string, name: string): string =>
    `<FRBRthis value="${escapeXml(`${uri}/${component}`)}"/><FRBRuri value="${escapeXml(uri)}"/><FRBRdate date="${date}" name="${name}"/><FRBRauthor href="#${author.id}"/>`;
  return (
    `<meta><identification source="#paragraf">` +
    `<FRBRWork>${level(work, day, meta.dateName)}<FRBRcountry value="pl"/><FRBRsubtype value="${subtype}"/>${number}</FRBRWork>` +
    `<FRBRExpression>${level(expression, wordingDay, meta.wordingDate === null ? meta.dateName : 'version')}<FRBRlanguage language="pol"/></FRBRExpression>` +
    `<FRBRManifestation>${level(`${expression}.xml`, escapeXml(made), 'generation')}<FRBRformat value="application/akn+xml"/></FRBRManifestation></identification>` +
    (meta.analysis === undefined ? '' : `<analysis source="#paragraf">${meta.analysis}</analysis>`) +
    `<references source="#paragraf"><TLCOrganization eId="${prefixOf(component)}paragraf" href="/akn/ontology/organization/pl/paragraf" showAs="Paragraf"/>` +
    (author.id === 'paragraf'
      ? ''
      : `<${author.kind} eId="${author.id}" href="/akn/ontology/${author.kind === 'TLCPerson' ? 'person' : 'organization'}/pl/${author.as || author.id}" showAs="${escapeXml(author.name)}"/>`) +
    `</references></meta>`
  );
}

/** eIds are unique in the whole file, components included. */
function prefixOf(component: string): string {
  return component === '!main' ? '' : `${component.replace(/[^\w]+/g, '')}__`;
}
