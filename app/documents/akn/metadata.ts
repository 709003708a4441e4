import { escapeXml } from '../model/xml-text.ts';

/** What stands in the meta of a document or one of its components. */
export type Metadata = {
  /** Address of the work, "/akn/pl/act/uchwala/2024-03-01/x-1-2024". */
  work: string;
  /** Component within the work, "!main" for the whole. */
  component: string;
  date: string;
  dateName: 'adoption' | 'generation' | 'submission';
  /** When the file was made, yyyy-mm-dd. */
  made: string;
  author: { id: string; name: string; kind: 'TLCOrganization' | 'TLCPerson' };
  analysis?: string;
};

/** The meta element: identification at three levels, analysis and references. */
export function metaElement(meta: Metadata): string {
  const { work, component, made, author } = meta;
  const day = escapeXml(meta.date);
  const expression = `${work}/pol@${day.slice(0, 10)}`;
  const level = (uri: string, date: string, name: string): string =>
    `<FRBRthis value="${escapeXml(`${uri}/${component}`)}"/><FRBRuri value="${escapeXml(uri)}"/><FRBRdate date="${date}" name="${name}"/><FRBRauthor href="#${author.id}"/>`;
  return (
    `<meta><identification source="#paragraf">` +
    `<FRBRWork>${level(work, day, meta.dateName)}<FRBRcountry value="pl"/></FRBRWork>` +
    `<FRBRExpression>${level(expression, day, meta.dateName)}<FRBRlanguage language="pol"/></FRBRExpression>` +
    `<FRBRManifestation>${level(`${expression}.xml`, escapeXml(made), 'generation')}<FRBRformat value="application/akn+xml"/></FRBRManifestation></identification>` +
    (meta.analysis === undefined ? '' : `<analysis source="#paragraf">${meta.analysis}</analysis>`) +
    `<references source="#paragraf"><TLCOrganization eId="${prefixOf(component)}paragraf" href="/akn/ontology/organization/pl/paragraf" showAs="Paragraf"/>` +
    (author.id === 'paragraf'
      ? ''
      : `<${author.kind} eId="${author.id}" href="/akn/ontology/${author.kind === 'TLCPerson' ? 'person' : 'organization'}/pl/${author.id}" showAs="${escapeXml(author.name)}"/>`) +
    `</references></meta>`
  );
}

/** eIds are unique in the whole file, components included. */
function prefixOf(component: string): string {
  return component === '!main' ? '' : `${component.replace(/[^\w]+/g, '')}__`;
}
