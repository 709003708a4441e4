import { findByCitation, type Act } from '#app/text/index.ts';
import type { AmendedClause, Amendment } from '../model/amendments.ts';
import { DocumentError } from '../model/document-error.ts';
import { paragraphsOf } from '../model/new-wording.ts';
import { escapeXml } from '../model/xml-text.ts';
import type { Identifiers } from './identifiers.ts';
import type { ActIdentity } from './act-identity.ts';
import { metaElement, namesOf } from './metadata.ts';

/** Kind of textual modification and the words that introduce it. */
export const STEPS: Readonly<Record<AmendedClause['op'], { type: string; says: (citation: string) => string }>> = {
  replace: { type: 'substitution', says: (citation) => `${citation} otrzymuje brzmienie:` },
  'insert-after': { type: 'insertion', says: (citation) => `po ${citation} dodaje się:` },
  delete: { type: 'repeal', says: (citation) => `skreśla się ${citation}` },
};

type Target = { act: Act; ids: Identifiers; work: string; made: string; identity: ActIdentity };

/**
 * Each amendment as a document of its own (`amendment`) beside the act: what changes in its content, the same as
 * textual modifications in its analysis, the reason in its justification. Throws DocumentError for an unknown citation.
 */
export function amendmentComponents(amendments: readonly Amendment[], target: Target): string {
  if (amendments.length === 0) return '';
  return `<components eId="cmpnts">${amendments.map((one, i) => component(one, one.number ?? i + 1, target)).join('')}</components>`;
}

function component(amendment: Amendment, number: number, target: Target): string {
  const eId = `cmp_${number}`;
  const steps = amendment.clauses.map((clause, i) =>
    step(clause, { eId: `${eId}__mod_${i + 1}`, number, amendment, target }),
  );
  const meta = metaElement({
    work: target.work,
    ...namesOf(target.identity),
    component: `!poprawka${number}`,
    date: new Date(amendment.date).toISOString().slice(0, 19) + 'Z',
    dateName: 'submission',
    made: target.made,
    author: { id: `${eId}__author`, name: amendment.author, kind: 'TLCPerson' },
    analysis: `<activeModifications>${steps.map(({ modification }) => modification).join('')}</activeModifications>`,
  });
  const reason =
    amendment.reason.trim() === ''
      ? ''
      : `<amendmentJustification>${paragraphsOf(amendment.reason)
          .map((line) => `<p>${escapeXml(line)}</p>`)
          .join('')}</amendmentJustification>`;
  return (
    `<component eId="${eId}"><amendment name="poprawka">${meta}<amendmentBody><amendmentHeading><p>${escapeXml(`Poprawka ${number}: ${amendment.author}`)}</p></amendmentHeading>` +
    `<amendmentContent>${steps.map(({ content }) => content).join('')}</amendmentContent>${reason}</amendmentBody></amendment></component>`
  );
}

type Step = { eId: string; number: number; amendment: Amendment; target: Target };

function step(
  clause: AmendedClause,
  { eId, number, amendment, target }: Step,
): { content: string; modification: string } {
  const unit = findByCitation(target.act, clause.citation);
  if (unit === null)
    throw new DocumentError(
      `amendment ${number} (${amendment.author}) names ${clause.citation}, which the text does not have`,
    );
  const { type, says } = STEPS[clause.op];
  const wording =
    clause.op === 'delete'
      ? ''
      : `<quotedStructure eId="${eId}__qstr">${paragraphsOf(clause.text)
          .map((line) => `<p>${escapeXml(line)}</p>`)
          .join('')}</quotedStructure>`;
  const destination = escapeXml(target.ids.ofUnit.get(unit) ?? '');
  return {
    content: `<p><mod eId="${eId}">${escapeXml(says(clause.citation))}${wording}</mod></p>`,
    modification: `<textualMod eId="${eId}__tmod" type="${type}"><source href="#${eId}"/><destination href="#${destination}"${clause.op === 'insert-after' ? ' pos="after"' : ''}/></textualMod>`,
  };
}
