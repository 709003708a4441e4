import type { Unit } from '#app/text/index.ts';
import { escapeXml } from '../model/xml-text.ts';
import type { Identifiers } from './identifiers.ts';
import { QUOTED_ANNEX, TERMS } from './vocabulary.ts';

/** Words of one paragraph; a line break within it is eol. */
export function lineElements(text: string): string {
  return text.split('\n').map(escapeXml).join('<eol/>');
}

export function paragraphElements(text: string): string {
  return text === ''
    ? ''
    : text
        .split('\n')
        .map((line) => `<p>${escapeXml(line)}</p>`)
        .join('');
}

/** Mark and heading of a unit. */
export function headElements(unit: Pick<Unit, 'label' | 'heading'>): string {
  return (
    (unit.label === '' ? '' : `<num>${lineElements(unit.label)}</num>`) +
    (unit.heading === '' ? '' : `<heading>${lineElements(unit.heading)}</heading>`)
  );
}

/** One unit with everything below it. GUID keeps the id it has in the program. */
export function unitElement(unit: Unit, ids: Identifiers): string {
  const { element, mark } = unit.type === 'annex' ? QUOTED_ANNEX : TERMS[unit.type];
  const eId = ids.ofUnit.get(unit) ?? '';
  const marks = mark === undefined ? '' : ` ${mark.name}="${mark.value}"`;
  const guid = unit.id === '' || /\s/.test(unit.id) ? '' : ` GUID="${escapeXml(unit.id)}"`;
  return `<${element} eId="${escapeXml(eId)}"${guid}${marks}>${headElements(unit)}${unitContent(unit, ids)}</${element}>`;
}

function unitContent(unit: Unit, ids: Identifiers): string {
  const eId = escapeXml(ids.ofUnit.get(unit) ?? '');
  const words = paragraphElements(unit.text) + quotedElement(unit, ids);
  if (unit.children.length === 0) return `<content eId="${eId}__content">${words}</content>`;
  const intro = words === '' ? '' : `<intro eId="${eId}__intro">${words}</intro>`;
  return intro + unit.children.map((child) => unitElement(child, ids)).join('');
}

/** Quoted wording of an amending act. */
export function quotedElement(unit: Unit, ids: Identifiers): string {
  if (unit.quoted === undefined || unit.quoted.length === 0) return '';
  const eId = escapeXml(ids.ofUnit.get(unit) ?? '');
  return `<p><mod eId="${eId}__mod"><quotedStructure eId="${eId}__qstr">${unit.quoted.map((one) => unitElement(one, ids)).join('')}</quotedStructure></mod></p>`;
}
